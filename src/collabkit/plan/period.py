"""Where today lies beside the project's planned period, in working days."""

from __future__ import annotations

from collabkit.lang import Text
from collabkit.phrases import working_days
from collabkit.plan.plan import Plan


def days_left(plan: Plan) -> int:
    """Return the working days from today, or the later start, to the planned end, both included; 0 past the end."""
    about = plan.project.about
    return plan.calendar.count(max(plan.today, about.start), about.end)


def days_before(plan: Plan) -> int:
    """Return how many working days today lies before the planned start; 0 from the start on."""
    start = plan.project.about.start
    return plan.calendar.between(plan.today, start) if plan.today < start else 0


def days_past(plan: Plan) -> int:
    """Return how many working days today lies past the planned end; 0 up to it."""
    end = plan.project.about.end
    return plan.calendar.between(end, plan.today) if plan.today > end else 0


def past_the_end(days: int) -> Text:
    """Return what is said of a day that lies so many working days past the planned end."""
    late = working_days(days)
    return Text(f"已超过计划结束日 {late.zh}", f"{late.en} past the planned end")
