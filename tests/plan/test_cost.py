"""The budget in figures."""

from __future__ import annotations

from collabkit.lang import Text
from collabkit.model.budget import Budget, BudgetLine
from collabkit.model.words import Light
from collabkit.plan.cost import cost, money
from collabkit.plan.policy import POLICY


def test_what_is_committed_is_not_paid_yet_and_no_longer_available() -> None:
    lines = (BudgetLine(item="a", spent=30, committed=20, planned=60), BudgetLine(item="b", spent=10, forecast=50))
    found = cost(Budget(approved=100, lines=lines), POLICY)
    assert (found.spent, found.committed, found.unspent, found.available) == (40, 20, 60, 40)
    assert (found.forecast, found.over, found.light) == (110, 10, Light.RED)


def test_without_an_approved_total_nothing_is_left_of_it() -> None:
    found = cost(Budget(lines=(BudgetLine(item="a", spent=30),)), POLICY)
    assert (found.unspent, found.available, found.over, found.light) == (None, None, None, None)


def test_what_nobody_has_written_down_is_unknown_and_not_nothing() -> None:
    found = cost(Budget(approved=100, lines=(BudgetLine(item="a", planned=90),)), POLICY)
    assert (found.spent, found.committed, found.unspent, found.available) == (None, None, None, None)
    assert (found.forecast, found.light) == (90, Light.GREEN)
    bare = cost(Budget(approved=100), POLICY)
    assert (bare.planned, bare.forecast, bare.over, bare.light) == (100, None, None, None)


def test_without_an_approved_total_what_the_lines_were_planned_at_counts() -> None:
    found = cost(Budget(lines=(BudgetLine(item="a", planned=60, spent=70), BudgetLine(item="b", planned=20))), POLICY)
    assert (found.planned, found.spent, found.overspent) == (80, 70, -10)


def test_no_line_costs_less_than_what_is_paid_and_contracted() -> None:
    found = cost(Budget(approved=100, lines=(BudgetLine(item="a", planned=60, spent=80, committed=30),)), POLICY)
    assert (found.forecast, found.over, found.light) == (110, 10, Light.RED)
    assert cost(Budget(approved=100, lines=(BudgetLine(item="a", spent=101),)), POLICY).light is Light.AMBER


def test_an_amount_reads_as_people_of_either_language_write_it_and_no_line_ends_in_it() -> None:
    assert money(50_000, "CNY") == Text("50,000\u00a0元", "CNY\u00a050,000")
    assert money(1234.5, "EUR") == Text("EUR\u00a01,234.50", "EUR\u00a01,234.50")


def test_the_sign_of_an_amount_stands_before_its_number() -> None:
    assert money(-50_000, "CNY") == Text("−50,000\u00a0元", "CNY\u00a0−50,000")
    assert money(50_000, "CNY", more="+") == Text("+50,000\u00a0元", "CNY\u00a0+50,000")
    assert money(0, "CNY", more="+") == Text("0\u00a0元", "CNY\u00a00")
