"""Within which limits the numbers of the project file lie, declared beside each field."""

from __future__ import annotations

from typing import NamedTuple

from collabkit.lang import Text, same
from collabkit.phrases import WORKING_DAYS, zh

_PERCENT = same("%")
_MINUTES = Text("分钟", "minutes")
_PERSON_DAYS = Text("人天", "person-days")


class Range(NamedTuple):
    """Beside a number: `least` and `most` are what is possible, `low` and `high` what is usual; None is no limit.

    With the unit `%` the number is a fraction, 0.5 for `50%`.
    """

    least: float | None = None
    most: float | None = None
    low: float | None = None
    high: float | None = None
    unit: Text | None = None

    @property
    def is_share(self) -> bool:
        """Return whether the number is a fraction that is written in per cent."""
        return self.unit == _PERCENT

    @property
    def possible(self) -> Text:
        """Return what is possible in words, such as `between 0 and 100%`; empty without a limit."""
        return self._words(self.least, self.most)

    @property
    def usual(self) -> Text:
        """Return what is usual in words, such as `usually at most 500 person-days`; empty without a limit."""
        words = self._words(self.low, self.high)
        return Text(f"通常{words.zh}", f"usually {words.en}") if words.en else words

    def shown(self, number: float) -> Text:
        """Return a number with its unit."""
        return self._with_unit(self._number(number))

    def is_possible(self, number: float) -> bool:
        """Return whether a number can be at all."""
        return (self.least is None or number >= self.least) and (self.most is None or number <= self.most)

    def is_usual(self, number: float) -> bool:
        """Return whether nobody would ask twice about a number."""
        return (self.low is None or number >= self.low) and (self.high is None or number <= self.high)

    def _words(self, low: float | None, high: float | None) -> Text:
        if low is not None and high is not None:
            first, last = self._number(low), self.shown(high)
            dash = " 至 " if low < 0 else "–"
            return Text(zh(f"在 {first}{dash}{last.zh}", "之间"), f"between {first} and {last.en}")
        if low is not None:
            return Text("不低于 ", "at least ") + self.shown(low)
        return Text("不超过 ", "at most ") + self.shown(high) if high is not None else same("")

    def _number(self, number: float) -> str:
        value = round(number * (100 if self.is_share else 1), 2)
        return f"{value:,.0f}" if value == round(value) else f"{value:,g}"

    def _with_unit(self, number: str) -> Text:
        if self.unit is None:
            return same(number)
        blank = "" if self.is_share else " "
        return Text(f"{number}{blank}{self.unit.zh}", f"{number}{blank}{self.unit.en}")


SHARE = Range(0, 1, low=0.05, high=1, unit=_PERCENT)
"""A share of somebody's working time."""
AMOUNT = Range(0, high=10e9)
"""Money that is planned or spent."""
COST_CHANGE = Range(low=-10e9, high=10e9)
"""Money that something costs or saves."""
COUNT = Range(0, high=1e6)
WEIGHT = Range(0, 100)
EFFORT = Range(0, high=500, unit=_PERSON_DAYS)
MINUTES = Range(1, 24 * 60, 5, 8 * 60, _MINUTES)
WEEKLY_MINUTES = Range(1, 24 * 60, 15, 240, _MINUTES)
WITHIN = Range(0, high=20, unit=WORKING_DAYS)
DELAY = Range(low=-250, high=250, unit=WORKING_DAYS)
"""Working days that something takes longer, or less when negative."""
LAG = Range(low=-120, high=120, unit=WORKING_DAYS)
"""Working days between two tasks."""
RATING = Range(1, 5)
LEVEL = Range(0, 25)
"""A product of likelihood and impact; 0 for a risk that is gone."""
