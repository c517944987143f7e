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


def is_late(plan: Plan, task: Task) -> bool:
    """Return whether the task reaches beyond the end of the project."""
    return any(day > plan.project.about.end for day in (task.start, task.end) if day)


def is_early(plan: Plan, task: Task) -> bool:
    """Return whether the task begins before the project."""
    return any(day < plan.project.about.start for day in (task.start, task.end) if day)


def tasks_within(plan: Plan) -> Mapping[str, Task]:
    """Return the tasks of `dated_tasks` that lie inside the project.

    What follows from a date outside would only repeat `task-outside-project`; a project that is itself reversed
    has no inside, and all tasks count.
    """
    tasks, about = dated_tasks(plan), plan.project.about
    if is_reversed(about.start, about.end):
        return tasks
    return {key: task for key, task in tasks.items() if not is_late(plan, task) and not is_early(plan, task)}
