"""A plan as it stood on a past day."""

from __future__ import annotations

from datetime import date
from typing import Any

from collabkit.model.issue import Issue
from collabkit.model.task import Task
from collabkit.plan.history import at
from tests.forms.sample import TODAY, plan, plan_of

WORK = {"name": "x", "department": "研发部"}


def task(day: str, **fields: Any) -> Task:
    return at(plan_of(TODAY, tasks={"T1": {**WORK, **fields}}), date.fromisoformat(day)).project.tasks["T1"]


def issue(day: str, **fields: Any) -> Issue:
    return at(plan_of(TODAY, issues={"I1": {"title": "x", **fields}}), date.fromisoformat(day)).project.issues["I1"]


def test_today_and_later_days_are_the_plan_itself() -> None:
    of = plan()
    assert at(of, TODAY) is of
    assert at(of, date(2026, 3, 21)) is of
    assert at(of, date(2026, 3, 19)).today == date(2026, 3, 19)


def test_a_task_finished_later_was_running_or_not_begun() -> None:
    done = {"status": "done", "actual_start": "2026-03-09", "actual_end": "2026-03-18"}
    assert task("2026-03-18", **done).status == "done"
    running = task("2026-03-13", **done)
    # 5 of the 8 working days from 9 to 18 March.
    assert (running.status, running.progress, running.actual_end) == ("doing", 62, None)
    assert task("2026-03-09", **done).status == "doing"
    waiting = task("2026-03-08", **done)
    assert (waiting.status, waiting.progress, waiting.actual_start) == ("todo", None, None)


def test_a_running_task_had_made_its_share_of_the_progress() -> None:
    running = {"status": "doing", "actual_start": "2026-03-16", "progress": 50}
    # 2 of the 5 working days up to today.
    assert task("2026-03-17", **running).progress == 20
    assert task("2026-03-17", status="doing", actual_start="2026-03-16").progress is None


def test_what_was_raised_decided_or_closed_later_had_not_happened() -> None:
    settled = {"status": "closed", "closed": "2026-03-19", "resolution": {"decided": "2026-03-17"}}
    assert issue("2026-03-19", **settled).status == "closed"
    between = issue("2026-03-18", **settled)
    assert (between.status, between.closed) == ("resolved", None)
    before = issue("2026-03-16", **settled)
    assert (before.status, before.resolution) == ("doing", None)
    early = at(plan(), date(2026, 3, 10)).project
    assert (early.issues, early.changes) == ({}, {})
    assert list(early.risks) == ["R1", "R3", "R4"]
    assert early.milestones["M1"].actual is None
    assert early.acceptances == ()


def test_what_carries_no_date_stays_as_it_is() -> None:
    assert task("2026-03-02", status="cancelled").status == "cancelled"
    assert at(plan(), date(2026, 3, 2)).project.budget == plan().project.budget


def test_a_risk_closed_or_scored_later_was_open_and_scored_as_reviewed_by_then() -> None:
    reviews = [
        {"date": "2026-03-06", "likelihood": 2, "impact": 2},
        {"date": "2026-03-18", "likelihood": 4, "impact": 4},
    ]
    risk = {"title": "x", "likelihood": 4, "impact": 4, "reviews": reviews, "status": "closed", "closed": "2026-03-19"}
    of = plan_of(TODAY, risks={"R1": risk})
    then = at(of, date(2026, 3, 13)).project.risks["R1"]
    assert (then.status, then.closed, then.likelihood, len(then.reviews)) == ("open", None, 2, 1)
    late = at(of, date(2026, 3, 19)).project.risks["R1"]
    assert (late.status, late.likelihood) == ("closed", 4)


def test_a_goal_knew_only_what_had_been_measured() -> None:
    current = [{"date": "2026-03-06", "value": "32 %"}, {"date": "2026-03-20", "value": "33 %"}]
    of = plan_of(TODAY, goals={"G1": {"statement": "x", "current": current}})
    assert [each.value for each in at(of, date(2026, 3, 13)).project.goals["G1"].current] == ["32 %"]
