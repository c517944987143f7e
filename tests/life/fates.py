"""What becomes of the tasks: which are late, which early, and what that does to those that wait for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from collabkit.plan.calendar import Calendar

LATENESS = (0, 2, 0, 4, -1, 0)
"""By how many working days the tasks take longer than planned, one after the other and again from the first."""


@dataclass(frozen=True, slots=True)
class Fate:
    """The first and the last day on which a task is worked on."""

    start: date
    end: date


def fates(tasks: Mapping[str, Any], calendar: Calendar) -> Mapping[str, Fate]:
    """Return what becomes of `tasks`: none begins before it is planned, nor before what it waits for is finished."""
    found: dict[str, Fate] = {}
    for number, (key, task) in enumerate(sorted(tasks.items(), key=lambda item: (item[1]["start"], item[0]))):
        waits = [calendar.add(found[before].end, 1) for before in task.get("after", ())]
        start = max([task["start"], *waits])
        length = max(calendar.count(task["start"], task["end"]) + LATENESS[number % len(LATENESS)], 1)
        found[key] = Fate(start, calendar.nth(start, length))
    return found
