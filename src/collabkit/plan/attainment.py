"""How far a goal was reached, where target and actual value can be compared."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from collabkit.model import Light
from collabkit.model.goal import Goal
from collabkit.model.quantity import Comparator, Quantity, parts
from collabkit.model.state import is_level, is_vague, reached
from collabkit.plan.comparing import number, same_unit

NEARLY = 0.9
"""Share of the target from which a goal that was missed is amber instead of red."""


class Attainment(NamedTuple):
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
    """Return how far `goal` was reached; None when target and actual value cannot be compared: `plan.comparing`.

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
    wanted = number(target)
    if wanted is None or (isinstance(wanted, Quantity) and is_level(wanted.unit)):
        met = None if is_vague(target) else reached(target, actual, baseline)
        return None if met is None else Attainment(met)
    found = number(actual)
    if isinstance(wanted, date):
        return Attainment(found <= wanted) if isinstance(found, date) else None
    pair = same_unit(target, actual)
    if pair is None:
        return None
    comparator, value = wanted.comparator or _direction(target, baseline), pair[1].number
    return Attainment(_MEETS[comparator](value, wanted.number), _share(comparator, value, wanted.number))


def _direction(target: str, baseline: str | None) -> Comparator:
    """Return which way is better by where the value came from: more, unless the target lies below the baseline."""
    pair = same_unit(target, baseline) if baseline else None
    return "≤" if pair and pair[0].number < pair[1].number else "≥"


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
