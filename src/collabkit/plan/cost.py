"""The budget in figures: what is approved, spent, promised to suppliers and still free."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from collabkit.lang import MINUS, NO_BREAK, Text
from collabkit.model.budget import Budget
from collabkit.model.words import Light
from collabkit.plan import lights
from collabkit.plan.policy import Policy

_YUAN = "CNY"


class Cost(NamedTuple):
    """A budget's figures, in its currency; None for what nobody has written down, and for what follows from it.

    `planned` is the approved total, else what the lines were planned at. `committed` is contracted and not yet paid:
    `unspent` counts it as still there, `available` does not.
    """

    approved: float | None
    planned: float | None
    spent: float | None
    committed: float | None
    forecast: float | None
    light: Light | None

    @property
    def unspent(self) -> float | None:
        """Return what of the approved total has not been paid yet."""
        return None if self.approved is None or self.spent is None else self.approved - self.spent

    @property
    def available(self) -> float | None:
        """Return what of the approved total is neither paid nor committed."""
        return None if self.unspent is None else self.unspent - (self.committed or 0)

    @property
    def over(self) -> float | None:
        """Return by how much the forecast exceeds the approved total; negative below it."""
        return None if self.approved is None or self.forecast is None else self.forecast - self.approved

    @property
    def overspent(self) -> float | None:
        """Return by how much more was spent than planned; negative below it."""
        return None if self.planned is None or self.spent is None else self.spent - self.planned


def money(amount: float, currency: str, *, more: str = "") -> Text:
    """Return an amount such as `CNY 50,000`; in Chinese that is `50,000 元`. No line ends in it.

    The sign stands before the number, `CNY −50,000`; a positive one has none but the one given as `more`.
    """
    sign, size = MINUS if amount < 0 else more if amount > 0 else "", abs(amount)
    number = f"{sign}{size:,.0f}" if size == round(size) else f"{sign}{size:,.2f}"
    foreign = f"{currency}{NO_BREAK}{number}"
    return Text(f"{number}{NO_BREAK}元" if currency == _YUAN else foreign, foreign)


def cost(budget: Budget, policy: Policy) -> Cost:
    """Return the figures of `budget`, its light as the policy judges."""
    lines = budget.lines
    return Cost(
        approved=budget.approved,
        planned=_total(line.planned for line in lines) if budget.approved is None else budget.approved,
        spent=_total(line.spent for line in lines),
        committed=_total(line.committed for line in lines),
        forecast=lights.cost_forecast(budget),
        light=lights.cost_light(budget, policy),
    )


def _total(amounts: Iterable[float | None]) -> float | None:
    """Return the sum of the amounts that are known; None when none is."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None
