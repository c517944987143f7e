"""The escalation ladder: who decides an issue now, and until when."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from collabkit.plan.escalation import Decider, decider
from tests.forms.sample import plan_of

LADDER = [
    {"grade": "general", "decider": "王芳", "within": 2},
    {"grade": "key", "decider": "heads", "within": 2},
    {"grade": "key", "decider": "陈明", "within": 3},
]
MONDAY = "2026-03-16"


def found(today: str, escalation: list[dict[str, Any]] | None = None, **issue: Any) -> Decider:
    of = plan_of(
        date.fromisoformat(today),
        escalation=LADDER if escalation is None else escalation,
        issues={"I1": {"title": "x", "grade": "key", "raised": MONDAY, **issue}},
    )
    return decider(of, of.project.issues["I1"])


@pytest.mark.parametrize(
    ("today", "who", "by"),
    [
        ("2026-03-16", "heads", "2026-03-18"),
        ("2026-03-18", "heads", "2026-03-18"),
        ("2026-03-19", "陈明", "2026-03-23"),
        ("2026-04-30", "陈明", "2026-03-23"),
    ],
)
def test_a_step_that_has_run_out_hands_on_to_the_next_and_the_last_keeps_it(today: str, who: str, by: str) -> None:
    assert found(today) == Decider(who, date.fromisoformat(by))


def test_a_general_issue_stays_with_the_steps_of_its_grade() -> None:
    assert found(MONDAY, grade="general") == Decider("王芳", date(2026, 3, 18))
    assert found(MONDAY, grade=None) == Decider("王芳", date(2026, 3, 18))


def test_an_issue_that_was_escalated_is_decided_from_that_day() -> None:
    assert found("2026-03-17", escalated="2026-03-17") == Decider("陈明", date(2026, 3, 20))
    assert found("2026-03-17", level="executive", escalated="2026-03-17") == Decider("陈明", date(2026, 3, 20))
    assert found("2026-03-17", level="heads") == Decider("heads", date(2026, 3, 18))


def test_without_a_ladder_the_manager_decides_general_issues_and_the_heads_key_ones() -> None:
    assert found(MONDAY, [], grade="general") == Decider("王芳", date(2026, 3, 18))
    assert found(MONDAY, []) == Decider("heads", date(2026, 3, 18))


def test_without_the_day_it_was_raised_the_target_date_counts() -> None:
    assert found(MONDAY, raised=None, due="2026-03-25") == Decider("heads", date(2026, 3, 25))
    assert found(MONDAY, raised=None) == Decider("heads", None)
