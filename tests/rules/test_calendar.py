"""Days that pass in every stage: what the calendar says when the file says nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from collabkit.finding import Finding
from collabkit.lang import Lang, Text
from collabkit.model import Stage
from collabkit.rules.example import PROJECT
from collabkit.scaffold import SCENARIOS, Answers, draft
from collabkit.source.source import Source
from tests.rules.found import found, found_in, names

START = date(2026, 3, 2)
CALENDAR = (
    "stage-behind-calendar",
    "milestone-passed-without-actual",
    "start-passed-still-todo",
    "overdue-without-reason",
)


def project(stage: str = "", **changed: str) -> str:
    """Return the section `project` with a stage and other fields of its own."""
    about = {
        "name": "App 2.0", "stage": stage, "sponsor": "Chen Ming", "manager": "Wang Fang", "start": "2026-03-02",
        "end": "2026-03-31",
        "background": "Users leave the app after its first crash; the next release must be stable.",
    } | changed  # fmt: skip
    return "project:\n" + "".join(f"  {key}: {value}\n" for key, value in about.items() if value)


def behind(fragment: str, today: date) -> list[Finding]:
    return [finding for finding in found(fragment, today=today) if finding.rule.name == "stage-behind-calendar"]


# A plan that nobody touches


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("lang", Lang)
def test_a_new_project_is_left_in_peace_for_its_first_days_and_not_for_a_year(scenario: str, lang: Lang) -> None:
    text = draft(Answers(scenario, start=START), lang, today=START, schema="./schema.json")
    for day in range(8):
        found_names = names(found_in(Source.from_text(text), today=START + timedelta(day)))
        assert set(found_names) <= {"make-up-days-unpublished", "sample-text-left"}, day
    later = names(found_in(Source.from_text(text), today=date(2027, 6, 1)))
    assert {"stage-behind-calendar", "milestone-passed-without-actual", "overdue-without-reason"} <= set(later)
    assert len([name for name in later if name in CALENDAR]) <= 5, later


@pytest.mark.parametrize("stage", ["initiating", "planning", "executing"])
def test_a_task_is_late_whatever_the_stage_says(stage: str) -> None:
    fragment = project(stage) + "milestones: {M1: {name: Release, date: 2026-03-31}}\n"
    late = [finding for finding in found(fragment, today=date(2026, 4, 1)) if finding.rule.code == "CK513"]
    paths = [finding.problem.path.steps for finding in late]
    assert paths == [("tasks", "T1", "delay_reason"), ("tasks", "T2", "delay_reason")]


def test_an_issue_is_late_whatever_the_stage_says() -> None:
    issue = "issues: {I1: {title: The phones are late, due: 2026-03-10}}\n"
    assert names(found(project("planning") + issue)) == ["issue-overdue"]


def test_a_stage_that_is_asked_for_counts_alone() -> None:
    file = Source.from_text(PROJECT)
    late = date(2026, 4, 20)
    assert "overdue-without-reason" not in names(found_in(file, today=late, stage=Stage.PLANNING))
    assert "overdue-without-reason" in names(found_in(file, today=late, stage=Stage.EXECUTING))
    assert "overdue-without-reason" not in names(found_in(file, today=late, stage=Stage.CLOSING))


def test_nothing_is_late_before_the_project_begins() -> None:
    early = (
        "tasks:\n  T1: {name: Prepare, department: Development, owner: Han Mei, start: 2026-02-02, end: 2026-02-06}\n"
    )
    assert "overdue-without-reason" not in names(found(project("planning") + early, today=date(2026, 2, 27)))


# The stage


@pytest.mark.parametrize(
    ("stage", "today", "english"),
    [
        ("initiating", date(2026, 3, 9), None),
        ("initiating", date(2026, 3, 10), "the stage is still initiating, though the project began on 2026-03-02"),
        ("planning", date(2026, 3, 30), None),
        # The first task of the minimal project starts on 16 March.
        ("planning", date(2026, 3, 31), "the stage is still planning, though work was to begin on 2026-03-16"),
        ("initiating", date(2026, 3, 31), "the stage is still initiating, though work was to begin on 2026-03-16"),
        ("executing", date(2026, 3, 31), None),
        ("executing", date(2026, 4, 1), "the stage is still executing, though the project was to end on 2026-03-31"),
        ("planning", date(2026, 4, 1), "the stage is still planning, though the project was to end on 2026-03-31"),
        ("closing", date(2027, 4, 1), None),
        ("initiating", date(2026, 2, 1), None),
        ("", date(2026, 3, 20), "no stage is written and initiating is taken, though the project began on 2026-03-02"),
    ],
)
def test_the_stage_keeps_up_with_the_calendar(stage: str, today: date, english: str | None) -> None:
    findings = behind(project(stage), today)
    assert [finding.problem.message.en for finding in findings] == ([english] if english else [])


def test_without_tasks_the_work_begins_with_the_project() -> None:
    (finding,) = behind(project("planning") + "tasks: {}\n", date(2026, 3, 17))
    assert finding.problem.message.zh == "任务早该开始（2026-03-02），阶段却还是 planning"
    assert behind(project("planning") + "tasks: {}\n", date(2026, 3, 16)) == []


def test_an_end_that_the_tasks_contradict_is_not_taken_for_the_end() -> None:
    assert behind(project("executing", end="2026-03-13"), date(2026, 3, 20)) == []


@pytest.mark.parametrize("stage", ["exectuing", "[]"])
def test_a_stage_that_cannot_be_read_is_not_behind(stage: str) -> None:
    assert names(found(project(stage), today=date(2026, 4, 1))).count("stage-behind-calendar") == 0


# Milestones


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("date: 2026-03-19", True),
        ("date: 2026-03-20", False),
        ("date: 2026-03-19, actual: 2026-03-20", False),
        ("date: 2026-03-19, forecast: 2026-03-27", False),
        ("date: 2026-03-12, forecast: 2026-03-19", True),
        ("date: 2026-03-30, forecast: 2026-03-19", True),
        ("forecast: 2026-03-19", True),
        ("date: 2026-03-12, forecast: 2026-03-20", False),
    ],
)
def test_a_milestone_that_has_passed_was_reached_or_has_a_new_day(fields: str, told: bool) -> None:
    fragment = f"milestones: {{M1: {{name: Release, date: 2026-03-31}}, M2: {{name: Candidate, {fields}}}}}\n"
    assert names(found(fragment)) == ["milestone-passed-without-actual"] * told


@pytest.mark.parametrize(
    ("days", "zh", "en"),
    [
        (
            "date: 2026-03-12, forecast: 2026-03-19",
            "里程碑 M2「Candidate」应于 2026-03-12 达成，预计的 2026-03-19 也已过，没有实际日期",
            "milestone M2 (Candidate) was due 2026-03-12, its forecast 2026-03-19 has passed as well",
        ),
        (
            "date: 2026-03-30, forecast: 2026-03-19",
            "里程碑 M2「Candidate」预计 2026-03-19 达成，这一天已过，没有实际日期",
            "milestone M2 (Candidate) was forecast for 2026-03-19, and no actual day is given",
        ),
    ],
)
def test_a_forecast_that_has_passed_is_named(days: str, zh: str, en: str) -> None:
    (finding,) = found(f"milestones: {{M1: {{name: Release, date: 2026-03-31}}, M2: {{name: Candidate, {days}}}}}\n")
    assert finding.message == Text(zh, en)
    assert finding.problem.path.steps == ("milestones", "M2", "forecast")


@pytest.mark.parametrize("stage", ["initiating", "planning", "executing"])
def test_a_milestone_passes_whatever_the_stage_says(stage: str) -> None:
    fragment = project(stage) + "milestones: {M1: {name: Frozen, date: 2026-03-13}}\ntasks: {}\n"
    assert "milestone-passed-without-actual" in names(found(fragment, today=date(2026, 3, 16)))


def test_a_milestone_before_its_own_work_is_told_once() -> None:
    assert names(found("milestones: {M1: {name: Release, date: 2026-03-13}}\n")) == ["milestone-before-work"]


# Starts

TASK = """\
tasks:
  T1: {name: Mend, department: Development, owner: Han Mei, start: %s, end: 2026-03-24, deliverable: Candidate,
       standard: All 120 tests pass, covers: [S1], %s}
  T2: {name: Publish, department: Marketing, owner: Zhao Min, start: 2026-03-25, end: 2026-03-31, deliverable: Page,
       standard: Approved by the store}
"""


@pytest.mark.parametrize(
    ("start", "more", "rules"),
    [
        ("2026-03-13", "", []),
        ("2026-03-12", "", ["start-passed-still-todo"]),
        ("2026-03-12", "note: The phones come on 23 March", ["start-passed-still-todo"]),
        ("2026-03-12", "delay_reason: The phones come on 23 March", []),
        ("2026-03-12", "status: doing", []),
        ("2026-03-12", "status: cancelled", ["department-without-task", "scope-item-without-deliverable"]),
        ("2026-03-12", "progress: 10", ["status-contradicts-progress"]),
        ("2026-03-12", "actual_start: 2026-03-16", ["status-contradicts-progress"]),
    ],
)
def test_a_task_that_should_have_begun_a_week_ago_has_or_says_why_not(start: str, more: str, rules: list[str]) -> None:
    assert sorted(names(found(TASK % (start, more)))) == rules


def test_a_task_that_waits_for_another_one_is_not_asked_why_it_has_not_begun() -> None:
    fragment = """\
handovers: []
tasks:
  T1: {name: Mend, department: Development, owner: Han Mei, start: 2026-03-02, end: 2026-03-06, deliverable: Candidate,
       standard: All 120 tests pass, covers: [S1], status: doing, progress: 50}
  T2: {name: Test, department: Development, owner: Han Mei, start: 2026-03-09, end: 2026-03-31, deliverable: Report,
       standard: 120 tests, after: [T1]}
  T3: {name: Publish, department: Marketing, owner: Zhao Min, start: 2026-03-25, end: 2026-03-31, deliverable: Page,
       standard: Approved by the store}
"""
    assert names(found(fragment)) == ["overdue-without-reason"]


# One task, one finding


@pytest.mark.parametrize(
    "state",
    [
        "status: doing, progress: 100",
        "status: doing, actual_end: 2026-03-13",
        "status: todo, progress: 40",
        "status: todo, actual_start: 2026-03-02",
    ],
)
def test_an_overdue_task_whose_status_is_denied_by_its_progress_is_told_once(state: str) -> None:
    fragment = (TASK % ("2026-03-02", state)).replace("2026-03-24", "2026-03-13")
    assert names(found(fragment)) == ["status-contradicts-progress"]
