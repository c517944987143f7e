"""The budget in one line."""

from __future__ import annotations

from dataclasses import dataclass

from collabkit.forms.formatter import Formatter, Value
from collabkit.plan.cost import cost


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """The budget in one line; `day` is the day up to which the figures count.

    `unspent` is what has not been paid yet, `available` what is neither paid nor committed.
    """

    approved: Value
    spent: Value
    committed: Value
    forecast: Value
    unspent: Value
    available: Value
    light: Value
    day: str


def budget_rows(page: Formatter, day: str) -> tuple[BudgetRow, ...]:
    """Return the budget as of `day`; nothing for a project without one."""
    budget = page.plan.project.budget
    if budget is None:
        return ()
    figures = cost(budget, page.plan.policy)
    row = BudgetRow(
        approved=page.need(page.money(budget.approved)),
        spent=page.maybe(page.money(figures.spent)),
        committed=page.maybe(page.money(figures.committed)),
        forecast=page.need(page.money(figures.forecast)),
        unspent=page.maybe(page.money(figures.unspent)),
        available=page.maybe(page.money(figures.available)),
        light=page.maybe(page.light(figures.light)),
        day=day,
    )
    return (row,)
