"""Numbers that cannot be and weeks in which the project does not run."""

from __future__ import annotations

from datetime import date

import pytest

from collabkit import api
from collabkit.finding import Finding
from collabkit.lang import Lang
from collabkit.rules.example import TODAY
from collabkit.rules.overlay import overlay
from collabkit.source.source import Source
from tests.rules.found import found_in

WEEKLY = "communication:\n  weekly:\n    weekday: fri\n    time: '15:00'\n    departments: [Development, Marketing]\n"


def found(fragment: str, today: date = TODAY) -> list[Finding]:
    """Return the findings of the minimal project with a fragment laid over it."""
    return found_in(Source.from_text(overlay(fragment, Lang.EN)), today=today)


def told(fragment: str, today: date = TODAY) -> list[tuple[str, str, str]]:
    return [
        (finding.rule.name, finding.severity.value, finding.problem.message.en) for finding in found(fragment, today)
    ]


@pytest.mark.parametrize(
    ("fragment", "severity", "english"),
    [
        ("tasks:\n  T1:\n    effort: -5\n", "error", "is -5 person-days, but must be at least 0 person-days"),
        ("tasks:\n  T1:\n    effort: 2000\n", "warning", "is 2,000 person-days; usually at most 500 person-days"),
        ("tasks:\n  T1:\n    allocation: 300%\n", "error", "is 300%, but must be between 0 and 100%"),
        ("tasks:\n  T1:\n    allocation: 1.5\n", "warning", "is 1.5%; usually between 5 and 100%"),
        ("tasks:\n  T1:\n    progress: 120\n", "error", "must be between 0 and 100, not '120'"),
        (
            "people:\n  Han Mei: {department: Development, capacity: 150%}\n",
            "error",
            "is 150%, but must be between 0 and 100%",
        ),
        ("risks:\n  R1:\n    likelihood: 7\n", "error", "must be between 1 and 5, not '7'"),
        ("risks:\n  R1:\n    residual: 30\n", "error", "is 30, but must be between 0 and 25"),
        (WEEKLY + "    minutes: 0\n", "error", "is 0 minutes, but must be between 1 and 1,440 minutes"),
        (WEEKLY + "    minutes: 4500\n", "error", "is 4,500 minutes, but must be between 1 and 1,440 minutes"),
        (WEEKLY + "    minutes: 600\n", "warning", "is 600 minutes; usually between 15 and 240 minutes"),
        ("budget: {approved: -50000}\n", "error", "is -50,000, but must be at least 0"),
        ("budget: {lines: [{item: Adverts, planned: -1}]}\n", "error", "is -1, but must be at least 0"),
        ("closeout: {feedback: [{department: Marketing, rating: 9}]}\n", "error", "is 9, but must be between 1 and 5"),
        (
            "escalation: [{grade: general, decider: Wang Fang, within: 90}]\n",
            "warning",
            "is 90 working days; usually at most 20 working days",
        ),
        (
            "tasks:\n  T2:\n    after: [T1+1000]\n",
            "error",
            "is 1,000 working days, but must be between -22 and 22 working days",
        ),
    ],
)
def test_a_number_out_of_range_is_told_with_its_limits(fragment: str, severity: str, english: str) -> None:
    ((name, how_bad, message),) = told(fragment)
    assert (name, how_bad) == ("value-out-of-range", severity)
    assert message.endswith(english)


def test_a_weight_that_cannot_be_is_not_added_up() -> None:
    fragment = "subgoals:\n  SG1:\n    weight: 120\n  SG2:\n    weight: 40\n"
    assert [name for name, _, _ in told(fragment)] == ["value-out-of-range"]


def test_weights_that_cannot_be_are_told_each() -> None:
    fragment = "subgoals:\n  SG1:\n    weight: 120\n  SG2:\n    weight: -20\n"
    assert told(fragment) == [
        ("value-out-of-range", "error", "weight of sub-goal SG1 is 120, but must be between 0 and 100"),
        ("value-out-of-range", "error", "weight of sub-goal SG2 is -20, but must be between 0 and 100"),
    ]


def test_a_lag_longer_than_half_a_year_is_worth_a_second_look_in_a_long_project() -> None:
    fragment = "project:\n  end: 2027-03-31\ntasks:\n  T2:\n    after: [T1-150]\n"
    assert ("value-out-of-range", "warning") in [each[:2] for each in told(fragment)]


@pytest.mark.parametrize(
    "fragment",
    [
        "tasks:\n  T1:\n    effort: 0\n",
        "tasks:\n  T1:\n    effort: 0.5\n",
        "tasks:\n  T1:\n    effort: 500\n",
        "tasks:\n  T1:\n    allocation: 5%\n",
        "tasks:\n  T1:\n    allocation: 100%\n",
        "tasks:\n  T1:\n    progress: 0\n",
        WEEKLY + "    minutes: 15\n",
        WEEKLY + "    minutes: 240\n",
        "budget: {approved: 0}\n",
        "subgoals:\n  SG1:\n    weight: 0\n  SG2:\n    weight: 100\n",
        "risks:\n  R1:\n    residual: 25\n",
        "closeout: {feedback: [{department: Marketing, rating: 5}]}\n",
        "changes: {C1: {title: Later, impacts: {schedule: -5, cost: -1000}}}\n",
    ],
)
def test_the_limits_themselves_are_within_range(fragment: str) -> None:
    assert told(fragment) == []


def test_a_number_out_of_range_stays_in_the_project() -> None:
    loaded = api.loads(overlay("tasks:\n  T1:\n    effort: -5\n", Lang.EN))
    assert loaded.project is not None and loaded.project.tasks["T1"].effort == -5
    assert loaded.unread == frozenset()


@pytest.mark.parametrize(
    ("week", "where", "meant"),
    [
        ("2025-W16", "before the project starts (2026-03-02)", None),
        ("2025-W12", "before the project starts (2026-03-02)", "2026-W12"),
        ("2026-W09", "before the project starts (2026-03-02)", None),
        ("2026-W40", "after the project ends (2026-03-31)", None),
        ("2027-W11", "after the project ends (2026-03-31)", "2026-W11"),
    ],
)
def test_a_week_in_which_the_project_does_not_run_is_told(week: str, where: str, meant: str | None) -> None:
    (finding,) = found(f"weeks:\n  {week}: {{light: green}}\n")
    assert (finding.rule.name, finding.problem.message.en) == ("week-outside-project", f"week {week} is {where}")
    label = f"did you mean '{meant}'?" if meant else "the project does not run in this week"
    assert finding.problem.label is not None and finding.problem.label.en == label
    assert finding.help.en.startswith("use a week from 2026-W10 to 2026-W14")


@pytest.mark.parametrize("week", ["2026-W10", "2026-W12", "2026-W14"])
def test_the_first_and_the_last_week_of_the_project_are_inside(week: str) -> None:
    assert told(f"weeks:\n  {week}: {{light: amber}}\n") == []


def test_a_project_that_overruns_reports_up_to_this_week() -> None:
    weeks = "weeks:\n  2026-W18: {light: red}\n  2026-W19: {light: red}\n"
    outside = [english for name, _, english in told(weeks, date(2026, 4, 30)) if name == "week-outside-project"]
    assert outside == ["week 2026-W19 is after the project ends (2026-03-31)"]
