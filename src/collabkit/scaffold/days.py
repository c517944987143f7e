"""On which days a scenario's plan falls: counted from the start, stretched or squeezed to the end that is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from collabkit.errors import UsageError
from collabkit.lang import Text
from collabkit.model.calendar import Calendar as Settings
from collabkit.model.words import Weekday
from collabkit.phrases import working_days
from collabkit.plan.calendar import Calendar

_YEARS = range(2000, 2101)
_BEGINS, _ENDS = ("start", "from"), ("end", "to")

Stretch = tuple[int, int]
"""The first and the last day of a piece of work, by number."""


@dataclass(frozen=True, slots=True)
class Days:
    """The working days of a plan: day number `length` of the scenario is working day number `total` of the project.

    `ends` are the numbers on which work ends: what happens on such a day follows the work.
    """

    start: date
    calendar: Calendar
    length: int
    total: int
    ends: frozenset[int]

    def of(self, number: int, key: str = "") -> date:
        """Return the day number `number`, which a value at `key` means."""
        at_end = key in _ENDS or (number in self.ends and key not in _BEGINS)
        scaled = self._scaled(number) if at_end else self._scaled(number - 1) + 1
        return self.calendar.nth(self.start, max(1, scaled))

    def ahead(self, number: int, today: date) -> date | None:
        """Return the day number `number`; None when it has passed: nobody has said what happened then."""
        day = self.of(number)
        return day if day >= today else None

    def _scaled(self, boundary: int) -> int:
        return _scaled(boundary, self.length, self.total)


def calendar(settings: Mapping[str, Any]) -> Calendar:
    """Return the working calendar of a scenario."""
    return Calendar(Settings(workdays=tuple(map(Weekday, settings["workdays"])), country=settings["country"]))


def days(stored: Mapping[str, Any], worked: Calendar, start: date, end: date | None) -> Days:
    """Return the days of a scenario between `start` and `end`, or as many as it has itself.

    Raises UsageError for days nobody knows the holidays of, and for an end before which the plan does not fit.
    """
    first, length = worked.next(known_day(start, "--start")), int(stored["project"]["end"].removeprefix("WD"))
    stretches = tuple(_stretches(stored))
    total = length if end is None else worked.count(first, known_day(end, "--end"))
    if end is not None and end < first:
        raise _before_start(first, end)
    if total < length and total < (least := _least(stretches, length)):
        raise _too_short(total, least, worked.nth(first, least))
    ends = frozenset(last for _, last in stretches) | {length}
    return Days(first, worked, length, total, ends)


def known_day(day: date, option: str) -> date:
    """Return `day`; raise UsageError, naming `option`, for a year whose holidays nobody knows."""
    if day.year not in _YEARS:
        which = Text("开始日期", "the start") if option == "--start" else Text("结束日期", "the end")
        raise UsageError(
            Text(f"{which.zh} {day} 不在 2000 至 2100 年之间", f"{which.en} {day} is not between 2000 and 2100"),
            Text(f"例如 {option} 2026-03-02", f"for example {option} 2026-03-02"),
        )
    return day


def _stretches(value: Any) -> Iterator[Stretch]:
    """Yield first and last day of everything in a scenario that has both."""
    if isinstance(value, dict):
        for first, last in zip(_BEGINS, _ENDS, strict=True):
            if first in value and last in value and not value[first].startswith("$"):
                yield int(value[first].removeprefix("WD")), int(value[last].removeprefix("WD"))
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        yield from _stretches(each)


def _least(stretches: tuple[Stretch, ...], length: int) -> int:
    """Return the number of days from which on every plan fits, be it ever so tight."""
    return next((days + 1 for days in range(length, 0, -1) if not _fits(stretches, length, days)), 1)


def _fits(stretches: tuple[Stretch, ...], length: int, total: int) -> bool:
    """Return whether every stretch keeps a day of its own when the plan is squeezed."""
    return all(_scaled(last, length, total) > _scaled(first - 1, length, total) for first, last in stretches)


def _scaled(boundary: int, length: int, total: int) -> int:
    """Return where a boundary between two days of the scenario falls in the project, halves rounded up."""
    return (2 * boundary * total + length) // (2 * length)


def _before_start(start: date, end: date) -> UsageError:
    return UsageError(
        Text(f"结束日期 {end} 早于开始日期 {start}", f"the end {end} lies before the start {start}"),
        Text("写一个更晚的结束日期", "give a later end"),
    )


def _too_short(total: int, least: int, day: date) -> UsageError:
    days = working_days(total)
    return UsageError(
        Text(
            f"到结束日期只有 {days.zh}，这个场景的计划至少要 {least} 个",
            f"until the end there are only {days.en}; the plan of this scenario needs at least {least}",
        ),
        Text(f"结束日期最早 {day}；或换一个场景", f"the earliest end is {day}; or choose another scenario"),
    )
