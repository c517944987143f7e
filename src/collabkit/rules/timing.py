"""Dates that rules can reason with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from collabkit.model.work import Task
from collabkit.plan import Plan
from collabkit.rules.active import active_tasks


def is_reversed(start: date | None, end: date | None) -> bool:
    """Return whether something ends before it starts."""
    return start is not None and end is not None and end < start


def dated_tasks(plan: Plan) -> Mapping[str, Task]:
    """Return the tasks that are not cancelled and do not end before they start.

    What follows from a mistyped date would only repeat `end-before-start`.
    """
    return {key: task for key, task in active_tasks(plan).items() if not is_reversed(task.start, task.end)}
