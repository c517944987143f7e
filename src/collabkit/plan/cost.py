"""The budget in figures: what is approved, spent, promised to suppliers and still free."""

from __future__ import annotations

from dataclasses import dataclass

from collabkit.model.money import Budget
from collabkit.model.words import Light
from collabkit.plan import lights


@dataclass(frozen=True, slots=True)
class Cost:
    """A budget's figures, in its currency; what needs an approved total is None without one.

    `committed` is contracted and not yet paid: `unspent` counts it as still there, `available` does not.
    """

    approved: float | None
    spent: float
    committed: float
    forecast: float
    light: Light | None

    @property
    def unspent(self) -> float | None:
        """Return what of the approved total has not been paid yet."""
        return None if self.approved is None else self.approved - self.spent

    @property
    def available(self) -> float | None:
        """Return what of the approved total is neither paid nor committed."""
        return None if self.approved is None else self.approved - self.spent - self.committed

    @property
    def over(self) -> float | None:
        """Return by how much the forecast exceeds the approved total; negative below it."""
        return None if self.approved is None else self.forecast - self.approved


def cost(budget: Budget) -> Cost:
    """Return the figures of `budget`."""
    return Cost(
        approved=budget.approved,
        spent=sum(line.spent or 0 for line in budget.lines),
        committed=sum(line.committed or 0 for line in budget.lines),
        forecast=lights.cost_forecast(budget),
        light=lights.cost_light(budget),
    )
