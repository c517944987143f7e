"""How far a project is by the calendar, whatever its file says."""

from __future__ import annotations

from datetime import date

import pytest

from collabkit.model import Stage
from collabkit.plan import stages
from tests.projects import plan_of

PROJECT = """\
project:
  name: App 2.0
  stage: {}
  manager: Wang Fang
  start: 2026-03-02
  end: 2026-03-31
"""


@pytest.mark.parametrize(
    ("stage", "today", "reached"),
    [
        ("initiating", date(2026, 2, 27), Stage.INITIATING),
        ("planning", date(2026, 2, 27), Stage.PLANNING),
        ("initiating", date(2026, 3, 2), Stage.EXECUTING),
        ("executing", date(2027, 3, 2), Stage.EXECUTING),
        ("closing", date(2026, 3, 2), Stage.CLOSING),
    ],
)
def test_from_its_start_on_a_project_is_under_way(stage: str, today: date, reached: Stage) -> None:
    assert stages.reached(plan_of(PROJECT.format(stage), today)) is reached


def test_the_calendar_names_the_stage_that_is_due_and_the_day_it_became_so() -> None:
    lag = stages.lag(plan_of(PROJECT.format("planning"), date(2026, 4, 1)))
    assert lag == stages.Lag(Stage.CLOSING, date(2026, 3, 31), ("project", "end"))
    lag = stages.lag(plan_of(PROJECT.format("planning"), date(2026, 3, 31)))
    assert lag == stages.Lag(Stage.EXECUTING, date(2026, 3, 16), ("tasks", "T1", "start"))
    assert stages.lag(plan_of(PROJECT.format("executing"), date(2026, 3, 31))) is None


def test_a_project_that_ends_before_it_starts_is_never_behind() -> None:
    reversed_ = PROJECT.format("planning").replace("2026-03-31", "2026-01-31")
    assert stages.lag(plan_of(reversed_, date(2026, 4, 1))) is None
