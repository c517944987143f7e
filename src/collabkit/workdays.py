"""Which days are worked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from collabkit.model import team
from collabkit.model.words import Weekday

if TYPE_CHECKING:
    from holidays import HolidayBase

_WEEKDAYS = {day: number for number, day in enumerate(Weekday)}
_ONE_DAY = timedelta(days=1)
# Beyond this many years without a working day the calendar has none; it keeps every search finite.
_HORIZON = 12


class Calendar:
    """The project's working days: weekdays, statutory holidays and make-up days, the company's own days."""

    def __init__(self, settings: team.Calendar | None = None) -> None:
        self._settings = settings or team.Calendar()
        self._weekdays = frozenset(_WEEKDAYS[day] for day in self._settings.workdays)
        self._off = frozenset(self._settings.days_off)
        self._extra = frozenset(self._settings.extra_workdays)
        self._years: dict[int, list[int]] = {}

    def is_workday(self, day: date) -> bool:
        """Return whether `day` is worked; the company's own days win over the statutory ones."""
        if day in self._off:
            return False
        if day in self._extra:
            return True
        holidays = self._holidays
        if holidays is not None:
            if day in holidays:
                return False
            if day in holidays.weekend_workdays:
                return True
        return day.weekday() in self._weekdays

    def holiday(self, day: date) -> str | None:
        """Return the name of the statutory holiday on `day`; None when there is none."""
        return None if self._holidays is None else self._holidays.get(day)

    def count(self, first: date, last: date) -> int:
        """Return the number of working days from `first` to `last`, both included; 0 when `last` is earlier."""
        if last < first:
            return 0
        total = 0
        for year in range(first.year, last.year + 1):
            days = self._of(year)
            low = bisect_left(days, first.toordinal()) if year == first.year else 0
            high = bisect_right(days, last.toordinal()) if year == last.year else len(days)
            total += high - low
        return total

    def between(self, earlier: date, later: date) -> int:
        """Return how many working days `later` lies after `earlier`; negative when it lies before it."""
        if later >= earlier:
            return self.count(earlier + _ONE_DAY, later)
        return -self.count(later + _ONE_DAY, earlier)

    def next(self, day: date) -> date:
        """Return the first working day on or after `day`."""
        return self.nth(day, 1)

    def nth(self, start: date, number: int) -> date:
        """Return the `number`-th working day counting from `start`, whose first working day is number 1."""
        return next(self._forward(start, number), start)

    def add(self, day: date, number: int) -> date:
        """Return the working day `number` working days after `day` (before it when negative); `day` itself for 0."""
        if number > 0:
            return next(self._forward(day + _ONE_DAY, number), day)
        if number < 0:
            return next(self._backward(day - _ONE_DAY, -number), day)
        return day

    @cached_property
    def country_is_known(self) -> bool:
        """Return whether statutory holidays of the calendar's country are known; True when it names none."""
        return not self._settings.country or self._holidays is not None

    def unpublished(self, first: date, last: date) -> tuple[int, ...]:
        """Return the years from `first` to `last` whose make-up working days are not published yet.

        A country that moves working days to weekends announces them year by year; a year without any, after one
        of the three years before it had some, is one that has not been announced.
        """
        holidays = self._holidays
        if holidays is None:
            return ()
        return tuple(
            year
            for year in range(first.year, last.year + 1)
            if not _moved(holidays, year) and any(_moved(holidays, year - back) for back in (1, 2, 3))
        )

    @cached_property
    def _holidays(self) -> HolidayBase | None:
        if not self._settings.country:
            return None
        import holidays

        try:
            return holidays.country_holidays(self._settings.country.upper())
        except (NotImplementedError, KeyError, ValueError):
            return None

    def _of(self, year: int) -> list[int]:
        """Return the working days of `year` as ordinals, in order."""
        if year not in self._years:
            first = date(year, 1, 1).toordinal()
            days = map(date.fromordinal, range(first, date(year, 12, 31).toordinal() + 1))
            self._years[year] = [day.toordinal() for day in days if self.is_workday(day)]
        return self._years[year]

    def _forward(self, start: date, number: int) -> Iterator[date]:
        """Yield the `number`-th working day on or after `start`, or nothing within the horizon."""
        for year in range(start.year, min(start.year + _HORIZON, date.max.year + 1)):
            days = self._of(year)
            low = bisect_left(days, start.toordinal()) if year == start.year else 0
            if number <= len(days) - low:
                yield date.fromordinal(days[low + number - 1])
                return
            number -= len(days) - low

    def _backward(self, start: date, number: int) -> Iterator[date]:
        """Yield the `number`-th working day on or before `start`, or nothing within the horizon."""
        for year in range(start.year, max(start.year - _HORIZON, 0), -1):
            days = self._of(year)
            high = bisect_right(days, start.toordinal()) if year == start.year else len(days)
            if number <= high:
                yield date.fromordinal(days[high - number])
                return
            number -= high


def _moved(holidays: HolidayBase, year: int) -> bool:
    # Asking for a day makes the library work out its year.
    _ = date(year, 1, 1) in holidays
    return any(day.year == year for day in holidays.weekend_workdays)
