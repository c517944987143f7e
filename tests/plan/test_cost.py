"""The budget in figures."""

from __future__ import annotations

from collabkit.model.money import Budget, BudgetLine
from collabkit.model.words import Light
from collabkit.plan.cost import cost


def test_what_is_committed_is_not_paid_yet_and_no_longer_available() -> None:
    lines = (BudgetLine(item="a", spent=30, committed=20, planned=60), BudgetLine(item="b", spent=10, forecast=50))
    found = cost(Budget(approved=100, lines=lines))
    assert (found.spent, found.committed, found.unspent, found.available) == (40, 20, 60, 40)
    assert (found.forecast, found.over, found.light) == (110, 10, Light.RED)


def test_without_an_approved_total_nothing_is_left_of_it() -> None:
    found = cost(Budget(lines=(BudgetLine(item="a", spent=30),)))
    assert (found.unspent, found.available, found.over, found.light) == (None, None, None, None)
