"""Until when the report of a week is written, and the plan as that report tells it."""

from __future__ import annotations

from datetime import date

from collabkit.model.words import Weekday
from collabkit.plan.history import at
from collabkit.plan.plan import Plan
from collabkit.plan.week import WorkWeek, days_after

_EARLY = (Weekday.MON, Weekday.TUE)
"""A weekly meeting on one of these days looks back on the week before."""


def written_until(plan: Plan, week: WorkWeek) -> date:
    """Return the last day on which the report of `week` is still written and not reconstructed.

    Its own date where the file gives one in the week or the week after; else the first working day after the week, or
    the weekly meeting where that is on a Monday or Tuesday.
    """
    said, monday = plan.project.weeks.get(week.name), days_after(week.sunday, 1)
    if said and said.date and week.monday <= said.date <= days_after(week.sunday, 7):
        return said.date
    weekly = plan.project.communication.weekly
    days = [monday]
    if weekly and weekly.weekday in _EARLY:
        days.append(days_after(monday, list(Weekday).index(weekly.weekday)))
    return max(map(plan.calendar.next, days))


def is_over(plan: Plan, week: WorkWeek) -> bool:
    """Return whether the report of `week` can only be reconstructed: the week and the days to write it have passed."""
    return plan.today > max(week.sunday, written_until(plan, week))


def as_reported(plan: Plan, week: WorkWeek) -> Plan:
    """Return `plan` as the report of `week` tells it: as of its Sunday once it is over.

    What has a later day has not happened. How far open work has come is taken as the file says while the report is
    being written, since it is entered for it; once the report can only be reconstructed it is worked out.
    """
    return at(plan, min(plan.today, week.sunday), entered=not is_over(plan, week))
