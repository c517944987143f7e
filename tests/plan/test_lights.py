"""What makes something red, amber or green."""

from __future__ import annotations

from datetime import date

import pytest

from collabkit.model.budget import Budget, BudgetLine
from collabkit.model.milestone import Milestone
from collabkit.model.resource import Resource
from collabkit.model.risk import Risk
from collabkit.model.task import Task
from collabkit.model.words import Light, TaskStatus
from collabkit.plan import lights
from collabkit.plan.calendar import Calendar

TODAY = date(2026, 3, 18)  # a Wednesday
CALENDAR = Calendar()
RED, AMBER, GREEN = Light.RED, Light.AMBER, Light.GREEN


@pytest.mark.parametrize(
    ("likelihood", "impact", "light"),
    [
        *[(1, 4, GREEN), (2, 2, GREEN), (1, 5, AMBER), (5, 1, AMBER), (2, 5, AMBER), (3, 4, AMBER)],
        *[(3, 5, RED), (4, 4, RED), (5, 3, RED), (5, 5, RED), (None, 5, None), (3, None, None)],
    ],
)
def test_a_risk_is_lit_by_likelihood_times_impact(
    likelihood: int | None, impact: int | None, light: Light | None
) -> None:
    assert lights.risk_light(Risk(likelihood=likelihood, impact=impact)) == light


def test_every_score_has_the_light_of_the_table() -> None:
    for likelihood in range(1, 6):
        for impact in range(1, 6):
            level = likelihood * impact
            red = level >= 15 or (impact == 5 and likelihood >= 3)
            expected = RED if red else GREEN if level <= 4 else AMBER
            assert lights.computed_risk_light(Risk(likelihood=likelihood, impact=impact)) == expected


def test_a_declared_light_of_a_risk_wins_over_the_computed_one() -> None:
    assert lights.risk_light(Risk(likelihood=1, impact=1, light=RED)) is RED
    assert lights.risk_light(Risk(light=GREEN)) is GREEN


def task(start: str, end: str | None, status: str = "todo", progress: int | None = None) -> Task:
    return Task.model_validate({"start": start, "end": end, "status": status, "progress": progress})


@pytest.mark.parametrize(
    ("work", "light"),
    [
        (task("2026-03-02", "2026-03-17", "doing", 90), RED),
        (task("2026-03-02", "2026-03-17", "done"), GREEN),
        (task("2026-03-02", "2026-03-17", "cancelled"), None),
        (task("2026-03-02", "2026-03-18", "doing", 69), AMBER),
        (task("2026-03-02", "2026-03-18", "doing", 70), GREEN),
        (task("2026-03-02", "2026-03-20", "doing"), AMBER),
        (task("2026-03-02", "2026-03-23", "doing"), GREEN),
        (task("2026-03-17", "2026-04-30"), AMBER),
        (task("2026-03-18", "2026-04-30"), GREEN),
        (task("2026-03-17", "2026-04-30", "doing", 0), GREEN),
        (task("2026-03-17", None), None),
        (task("2026-03-20", "2026-03-20"), GREEN),  # due soon, but it has not begun
    ],
)
def test_a_task_is_lit_by_its_dates_and_progress(work: Task, light: Light | None) -> None:
    assert lights.task_light(work, TODAY, CALENDAR) == light


def test_an_open_key_issue_makes_a_task_red_unless_it_is_done() -> None:
    assert lights.task_light(task("2026-03-02", "2026-06-30", "doing"), TODAY, CALENDAR, blocked=True) is RED
    assert lights.task_light(task("2026-03-02", "2026-06-30", "done"), TODAY, CALENDAR, blocked=True) is GREEN


def test_a_task_is_overdue_from_the_day_after_its_end() -> None:
    work = task("2026-03-02", "2026-03-18", "doing")
    assert not lights.is_overdue(work, TODAY)
    assert lights.is_overdue(work, date(2026, 3, 19))
    assert not lights.is_overdue(task("2026-03-02", "2026-03-02", "done"), TODAY)


@pytest.mark.parametrize(
    ("planned", "forecast", "actual", "slip", "light"),
    [
        ("2026-03-20", None, None, 0, GREEN),
        ("2026-03-20", None, "2026-03-19", -1, GREEN),
        ("2026-03-13", None, None, 3, AMBER),
        ("2026-03-13", "2026-03-20", None, 5, AMBER),
        ("2026-03-13", "2026-03-23", None, 6, RED),
        ("2026-03-13", "2026-03-16", None, 3, AMBER),  # the forecast has passed as well
        ("2026-03-13", "2026-03-30", "2026-03-13", 0, GREEN),
        (None, None, None, None, None),
    ],
)
def test_a_milestone_is_lit_by_its_slip_in_working_days(
    planned: str | None, forecast: str | None, actual: str | None, slip: int | None, light: Light | None
) -> None:
    milestone = Milestone.model_validate({"date": planned, "forecast": forecast, "actual": actual})
    assert lights.milestone_slip(milestone, TODAY, CALENDAR) == slip
    assert lights.milestone_light(milestone, TODAY, CALENDAR) == light


@pytest.mark.parametrize(
    ("forecast", "light"), [(100_000, GREEN), (100_001, AMBER), (105_000, AMBER), (105_001, RED), (None, GREEN)]
)
def test_the_cost_is_lit_by_its_forecast(forecast: float | None, light: Light) -> None:
    budget = Budget(approved=100_000, lines=(BudgetLine(planned=100_000, forecast=forecast),))
    assert lights.cost_light(budget) == light


def test_a_budget_without_an_approved_total_has_no_light() -> None:
    assert lights.cost_light(None) is None
    assert lights.cost_light(Budget()) is None


def test_the_whole_is_as_bad_as_its_worst_part() -> None:
    assert lights.worst([GREEN, None, RED, AMBER]) is RED
    assert lights.worst([GREEN, AMBER]) is AMBER
    assert lights.worst([None]) is GREEN
    assert lights.worst([]) is GREEN


def test_lists_show_red_first_and_unlit_last() -> None:
    assert sorted([None, GREEN, RED, AMBER], key=lights.rank) == [RED, AMBER, GREEN, None]


def test_only_tasks_to_be_finished_are_open() -> None:
    open_ones = [status for status in TaskStatus if lights.is_open(Task(status=status))]
    assert open_ones == [TaskStatus.TODO, TaskStatus.DOING]


@pytest.mark.parametrize(
    ("resource", "light"),
    [
        ({"status": "committed"}, GREEN),
        ({"status": "partial"}, AMBER),
        ({"status": "open", "from": "2026-03-19"}, AMBER),
        ({"status": "open", "from": "2026-03-18"}, RED),
        ({"status": "open", "from": "2026-03-18", "gap_plan": "borrow one"}, AMBER),
        ({}, None),
        ({"from": "2026-03-19"}, None),
        ({"from": "2026-03-18"}, AMBER),
    ],
)
def test_a_resource_is_lit_by_what_was_promised_and_when_it_is_needed(
    resource: dict[str, str], light: Light | None
) -> None:
    assert lights.resource_light(Resource.model_validate({"need": "x", **resource}), TODAY) is light
