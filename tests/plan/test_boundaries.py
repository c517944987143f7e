"""What is true on the day itself: what is held, due, begun, reached, reviewed or measured today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from collabkit.model.issue import Issue
from collabkit.model.milestone import Milestone
from collabkit.model.risk import Risk
from collabkit.model.task import Task
from collabkit.model.words import Light, Verdict
from collabkit.plan import lights, signing
from collabkit.plan.calendar import Calendar
from collabkit.plan.history import at
from collabkit.plan.measuring import latest, reviewed_by
from collabkit.plan.reasons import milestone_reason, reasons
from collabkit.plan.week import workweek
from tests.forms.sample import plan_of

TODAY = date(2026, 3, 18)  # a Wednesday
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
CALENDAR = Calendar()


def task(**fields: Any) -> dict[str, Any]:
    return {"name": "x", "department": "研发部", **{key: str(value) for key, value in fields.items()}}


def lit(**fields: Any) -> Light | None:
    return lights.task_light(Task.model_validate(task(**fields)), TODAY, CALENDAR)


def held(day: date) -> bool:
    meetings = [{"kind": "kickoff", "date": str(day), "chair": "王芳"}]
    return bool(signing.attendees(plan_of(TODAY, meetings=meetings), held=True))


def is_due_to_sign(day: date) -> bool:
    meetings = [{"kind": "kickoff", "date": str(day), "chair": "王芳"}]
    return any(duty.form == "charter" for duty in signing.required_signatures(plan_of(TODAY, meetings=meetings)))


def is_overdue(day: date) -> bool:
    return "T1" in plan_of(TODAY, tasks={"T1": task(end=day)}).overdue


def is_due_soon(day: date) -> bool:
    return "T1" in plan_of(TODAY, tasks={"T1": task(end=day)}).due_soon


def has_begun_too_late(day: date) -> bool:
    return lit(start=day, end="2026-04-30") is Light.AMBER


def is_behind_before_its_end(day: date) -> bool:
    """Return whether a task that began on `day` and is due in two days is amber for the little that is done."""
    return lit(start=day, end="2026-03-20", status="doing") is Light.AMBER


def is_told_to_begin(day: date) -> bool:
    """Return whether a task held up by nothing but its start is told as one that was to start."""
    key = {"title": "y", "grade": "key", "tasks": ["T1"]}
    of = plan_of(TODAY, tasks={"T1": task(start=day, end="2026-04-30")}, issues={"I1": key | {"status": "resolved"}})
    return any("was to start" in reason.text.en for reason in reasons(of))


def slips(day: date) -> bool:
    return (lights.milestone_slip(Milestone(date=day), TODAY, CALENDAR) or 0) > 0


def is_still_open(day: date) -> bool:
    return (
        "M1" in plan_of(TODAY, milestones={"M1": {"name": "x", "date": str(day), "actual": str(day)}}).open_milestones
    )


def is_late_issue(day: date) -> bool:
    return lights.issue_light(Issue(title="x", grade="general", due=day), TODAY) is Light.AMBER


def is_measured(day: date) -> bool:
    goals = {"G1": {"statement": "x", "current": [{"date": str(day), "value": "1"}]}}
    return latest(plan_of(TODAY, goals=goals).project.goals["G1"], TODAY) is not None


def is_reviewed(day: date) -> bool:
    review = {"date": str(day), "likelihood": 2, "impact": 2}
    return reviewed_by(Risk.model_validate({"title": "x", "reviews": [review]}), TODAY) is not None


def is_a_gap(day: date) -> bool:
    return bool(plan_of(TODAY, resources=[{"need": "x", "from": str(day)}]).gaps)


def was_finished_late(day: date) -> bool:
    return lit(start="2026-03-02", end=day, status="done", actual_end=TODAY) is Light.AMBER


def had_happened(day: date) -> bool:
    """Return whether what was finished, accepted and closed on `day` had been at the end of today."""
    then = at(
        plan_of(
            TOMORROW,
            tasks={"T1": task(start="2026-03-02", end=day, status="done", actual_end=day)},
            milestones={"M1": {"name": "x", "date": str(day), "actual": str(day)}},
            acceptances=[{"deliverable": "y", "verdict": "rejected", "accepted": str(day)}],
        ),
        TODAY,
    )
    found = {
        then.project.tasks["T1"].status == "done",
        then.project.milestones["M1"].actual is not None,
        any(each.verdict is Verdict.REJECTED for each in then.project.acceptances),
    }
    (answer,) = found
    return answer


@pytest.mark.parametrize(
    ("question", "yesterday", "today", "tomorrow"),
    [
        (held, True, True, False),
        (is_due_to_sign, True, True, False),
        (is_overdue, True, False, False),
        (is_due_soon, False, True, True),
        (has_begun_too_late, True, False, False),
        (is_behind_before_its_end, True, True, False),
        (is_told_to_begin, True, False, False),
        (slips, True, False, False),
        (is_still_open, False, False, True),
        (is_late_issue, True, False, False),
        (is_measured, True, True, False),
        (is_reviewed, True, True, False),
        (is_a_gap, True, True, False),
        (was_finished_late, True, False, False),
        (had_happened, True, True, False),
    ],
)
def test_what_is_true_of_yesterday_of_today_and_of_tomorrow(
    question: Callable[[date], bool], yesterday: bool, today: bool, tomorrow: bool
) -> None:
    assert [question(day) for day in (YESTERDAY, TODAY, TOMORROW)] == [yesterday, today, tomorrow]


def test_of_two_milestones_on_one_day_the_later_waits_for_the_earlier() -> None:
    late = {"T1": task(end=YESTERDAY, milestone="M1")}
    same = {key: {"name": key, "date": str(TOMORROW)} for key in ("M1", "M2")}
    of = plan_of(TODAY, tasks=late, milestones=same)
    reason = milestone_reason(of, "M2")
    assert reason is not None
    assert reason.en == "waits for milestone M1"


def test_a_task_that_an_issue_holds_up_on_its_first_day_is_told_as_held_up() -> None:
    issue = {"title": "y", "grade": "key", "tasks": ["T1"]}
    of = plan_of(TODAY, tasks={"T1": task(start=TODAY, end="2026-04-30")}, issues={"I1": issue})
    (told,) = (reason.text.en for reason in reasons(of) if reason.dimension == "schedule")
    assert told == "task T1 x is held up by key issue I1"


def test_monday_and_sunday_belong_to_the_week() -> None:
    week = workweek("2026-W12")
    assert week is not None
    assert [
        day in week for day in map(date.fromisoformat, ("2026-03-15", "2026-03-16", "2026-03-22", "2026-03-23"))
    ] == [
        False,
        True,
        True,
        False,
    ]
