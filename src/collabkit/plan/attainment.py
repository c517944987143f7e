"""How far a goal was reached, where target and actual value can be compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from collabkit.model import Light
from collabkit.model.goal import Goal
from collabkit.model.quantity import Comparator, Quantity, parse, parts
from collabkit.model.state import is_level, is_vague, reached

NEARLY = 0.9
"""Share of the target from which a goal that was missed is amber instead of red."""


@dataclass(frozen=True, slots=True)
class Attainment:
    """Whether the target was met; `share` is 1 at the target and None where only yes or no makes sense."""

    met: bool
    share: float | None = None

    @property
    def light(self) -> Light:
        """Return green when met, amber from nine tenths of the target, else red."""
        if self.met:
            return Light.GREEN
        return Light.AMBER if self.share is not None and self.share >= NEARLY else Light.RED


def attainment(goal: Goal) -> Attainment | None:
    """Return how far `goal` was reached; None when target and actual value cannot be compared.

    The share is actual / target where more is better and 2 - actual / target where less is better (never below 0),
    as balanced scorecards count it. A date is met on that day or before, a state when the actual value names the same.
    Several values, apart by `；`, are compared one by one, and the worst counts.
    """
    targets, actuals = parts(goal.target), parts(goal.actual)
    if not targets or len(targets) != len(actuals):
        return None
    found = [_one(target, actual, goal.baseline) for target, actual in zip(targets, actuals, strict=True)]
    known = [each for each in found if each is not None]
    if len(known) < len(found):
        return None
    return min(known, key=lambda each: (each.met, each.share if each.share is not None else float(each.met)))


def _one(target: str, actual: str, baseline: str | None) -> Attainment | None:
    wanted = parse(target)
    if wanted is None or (isinstance(wanted, Quantity) and is_level(wanted.unit)):
        met = None if is_vague(target) else reached(target, actual, baseline)
        return None if met is None else Attainment(met)
    return _compared(wanted, parse(actual), parse(baseline))


def _compared(
    target: Quantity | date, actual: Quantity | date | None, baseline: Quantity | date | None
) -> Attainment | None:
    if isinstance(target, date) and isinstance(actual, date):
        return Attainment(actual <= target)
    if not isinstance(target, Quantity) or not isinstance(actual, Quantity):
        return None
    if _unit(target) != _unit(actual) and actual.unit:
        return None
    comparator = target.comparator or _direction(target, baseline)
    return Attainment(
        _MEETS[comparator](actual.number, target.number), _share(comparator, actual.number, target.number)
    )


def _unit(quantity: Quantity) -> str:
    return "%" if quantity.is_percent else quantity.unit.casefold()


def _direction(target: Quantity, baseline: Quantity | date | None) -> Comparator:
    """Return which way is better by where the value came from: more, unless the target lies below the baseline."""
    comparable = isinstance(baseline, Quantity) and _unit(baseline) == _unit(target)
    return "≤" if comparable and isinstance(baseline, Quantity) and target.number < baseline.number else "≥"


def _share(comparator: Comparator, actual: float, target: float) -> float | None:
    if target <= 0:
        return None
    if comparator == "=":
        return max(0.0, 1 - abs(actual - target) / target)
    return max(0.0, actual / target if comparator in ("≥", ">") else 2 - actual / target)


_MEETS: dict[Comparator, Callable[[float, float], bool]] = {
    "≥": lambda actual, target: actual >= target,
    ">": lambda actual, target: actual > target,
    "≤": lambda actual, target: actual <= target,
    "<": lambda actual, target: actual < target,
    "=": lambda actual, target: actual == target,
}
