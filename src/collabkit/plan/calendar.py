"""Which days are worked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from collabkit.lang import Lang, Text
from collabkit.model import calendar as written
from collabkit.model.words import Weekday
from collabkit.plan.statutory import holidays_of

if TYPE_CHECKING:
    from holidays import HolidayBase

_WEEKDAYS = {day: number for number, day in enumerate(Weekday)}
_ONE_DAY = timedelta(days=1)
# Nobody knows the holidays of other years, and asking for them would take the library seconds.
_KNOWN = range(1970, 2101)
# Beyond this many years without a working day the calendar has none; it keeps every search finite.
_IDLE_YEARS = 3
# A country that has moved working days in this many years before is taken to do so again.
_HABIT = 5
_AMERICAN = r"(\d\d)/(\d\d)/(\d{4})"
"""How the library's English names write the day for which another one is off."""


class Calendar:
    """The project's working days: weekdays, statutory holidays and make-up days, the company's own days."""

    def __init__(self, settings: written.Calendar | None = None) -> None:
        self._settings = settings or written.Calendar()
        self._weekdays = frozenset(_WEEKDAYS[day] for day in self._settings.workdays)
        self._off = frozenset(self._settings.days_off)
        self._extra = frozenset(self._settings.extra_workdays)
        self._years: dict[int, list[int]] = {}
        self._odd: dict[int, list[tuple[int, int]]] = {}

    def is_workday(self, day: date) -> bool:
        """Return whether `day` is worked; the company's own days win over the statutory ones."""
        if day in self._off:
            return False
        if day in self._extra:
            return True
        holidays = self._holidays
        if holidays is not None and day.year in _KNOWN:
            if day in holidays:
                return False
            if day in holidays.weekend_workdays:
                return True
        return day.weekday() in self._weekdays

    def holiday(self, day: date) -> Text | None:
        """Return the name of the statutory holiday on `day`; None when there is none."""
        if self._holidays is None or self._chinese is None or day.year not in _KNOWN:
            return None
        name, chinese = self._holidays.get(day), self._chinese.get(day)
        return Text(chinese, re.sub(_AMERICAN, r"\3-\1-\2", name)) if name and chinese else None

    def is_day_off(self, day: date) -> bool:
        """Return whether the company itself has declared `day` a day off."""
        return day in self._off

    def count(self, first: date, last: date) -> int:
        """Return the number of working days from `first` to `last`, both included; 0 when `last` is earlier."""
        if last < first:
            return 0
        low, high = first.toordinal(), last.toordinal()
        total = self._nominal(high) - self._nominal(low - 1)
        for year in self._odd_years(first.year, last.year):
            total += sum(change for ordinal, change in self._odd_days(year) if low <= ordinal <= high)
        return total

    def between(self, earlier: date, later: date) -> int:
        """Return how many working days `later` lies after `earlier`; negative when it lies before it."""
        if later < earlier:
            return -self.between(later, earlier)
        return self.count(earlier, later) - self.is_workday(earlier)

    def next(self, day: date) -> date:
        """Return the first working day on or after `day`; `day` itself when there is none."""
        return self.nth(day, 1)

    def previous(self, day: date) -> date:
        """Return the last working day on or before `day`; `day` itself when there is none."""
        return next(self._backward(day, 1), day)

    def nth(self, start: date, number: int) -> date:
        """Return the `number`-th working day counting from `start`, whose first working day is number 1.

        `start` itself when the calendar ends before it has that many.
        """
        return next(self._forward(start, number), start)

    def add(self, day: date, number: int) -> date:
        """Return the working day `number` working days after `day` (before it when negative); `day` itself for 0."""
        if number > 0 and day < date.max:
            return next(self._forward(day + _ONE_DAY, number), day)
        if number < 0 and day > date.min:
            return next(self._backward(day - _ONE_DAY, -number), day)
        return day

    @cached_property
    def country_is_known(self) -> bool:
        """Return whether statutory holidays of the calendar's country are known; True when it names none."""
        return not self._settings.country or self._holidays is not None

    def unpublished(self, first: date, last: date) -> tuple[int, ...]:
        """Return the years from `first` to `last` whose make-up working days are not published yet.

        A country that moves working days to weekends announces them year by year; a year without any that follows
        years with some is one that has not been announced.
        """
        holidays = self._holidays
        if holidays is None:
            return ()
        announced, missing = False, []
        for year in range(max(first.year - _HABIT, _KNOWN.start), min(last.year + 1, _KNOWN.stop)):
            if _moved(holidays, year):
                announced = True
            elif announced and year >= first.year:
                missing.append(year)
        return tuple(missing)

    @cached_property
    def _holidays(self) -> HolidayBase | None:
        return self._named(Lang.EN)

    @cached_property
    def _chinese(self) -> HolidayBase | None:
        return self._named(Lang.ZH)

    def _named(self, lang: Lang) -> HolidayBase | None:
        return holidays_of(self._settings.country, lang) if self._settings.country else None

    def _nominal(self, ordinal: int) -> int:
        """Return how many of the days 1 to `ordinal` fall on weekdays that are worked; day 1 is a Monday."""
        weeks, rest = divmod(ordinal, 7)
        return weeks * len(self._weekdays) + sum(day < rest for day in self._weekdays)

    def _odd_years(self, first: int, last: int) -> Iterator[int]:
        """Yield the years from `first` to `last` that may have days unlike their weekday."""
        if self._holidays is not None:
            yield from range(max(first, _KNOWN.start), min(last + 1, _KNOWN.stop))
        for year in self._company_years:
            if first <= year <= last and (self._holidays is None or year not in _KNOWN):
                yield year

    @cached_property
    def _company_years(self) -> tuple[int, ...]:
        return tuple(sorted({day.year for day in self._off | self._extra}))

    def _odd_days(self, year: int) -> list[tuple[int, int]]:
        """Return the days of `year` unlike their weekday as ordinals, with +1 when worked and -1 when not."""
        if year not in self._odd:
            changes = ((day, self.is_workday(day) - (day.weekday() in self._weekdays)) for day in _days(year))
            self._odd[year] = [(day.toordinal(), change) for day, change in changes if change]
        return self._odd[year]

    def _of(self, year: int) -> list[int]:
        """Return the working days of `year` as ordinals, in order."""
        if year not in self._years:
            self._years[year] = [day.toordinal() for day in _days(year) if self.is_workday(day)]
        return self._years[year]

    def _forward(self, start: date, number: int) -> Iterator[date]:
        """Yield the `number`-th working day on or after `start`, or nothing when the calendar has none."""
        idle = 0
        for year in range(start.year, date.max.year + 1):
            days = self._of(year)
            low = bisect_left(days, start.toordinal()) if year == start.year else 0
            if number <= len(days) - low:
                yield date.fromordinal(days[low + number - 1])
                return
            number -= len(days) - low
            idle = 0 if days else idle + 1
            if idle > _IDLE_YEARS:
                return

    def _backward(self, start: date, number: int) -> Iterator[date]:
        """Yield the `number`-th working day on or before `start`, or nothing when the calendar has none."""
        idle = 0
        for year in range(start.year, 0, -1):
            days = self._of(year)
            high = bisect_right(days, start.toordinal()) if year == start.year else len(days)
            if number <= high:
                yield date.fromordinal(days[high - number])
                return
            number -= high
            idle = 0 if days else idle + 1
            if idle > _IDLE_YEARS:
                return


def _days(year: int) -> Iterator[date]:
    return map(date.fromordinal, range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1))


def _moved(holidays: HolidayBase, year: int) -> bool:
    # Asking for a day makes the library work out its year.
    _ = date(year, 1, 1) in holidays
    return any(day.year == year for day in holidays.weekend_workdays)
