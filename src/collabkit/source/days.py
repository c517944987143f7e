"""Days as people write them: the notations that are no YYYY-MM-DD and still show which day is meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from collabkit.model.scalars import monday_of, parse_date

_LONGEST = 40
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMERALS = {char: index for index, char in enumerate("〇一二三四五六七八九")} | {"零": 0}
_FIRST_SERIAL, _LAST_SERIAL = 36526, 73050
"""Excel's numbers of 2000-01-01 and 2099-12-31."""
_EXCEL_DAY_0 = date(1899, 12, 30)
_BEGINNINGS = frozenset(("start", "from", "actual_start"))


class Around(NamedTuple):
    """What is known about a day beside what is written: the field's key, and the project's first and last day."""

    key: str = ""
    first: date | None = None
    last: date | None = None


def around(key: str, data: Any) -> Around:
    """Return what `data` knows about a day in the field `key`."""
    project = data.get("project") if isinstance(data, dict) else None
    ends = [project.get(name) for name in ("start", "end")] if isinstance(project, dict) else []
    days = [parse_date(day) if isinstance(day, str) else None for day in ends]
    return Around(key, *days)


def days_meant(value: Any, where: Around) -> tuple[date, ...]:
    """Return the day that `value` writes, two where it may be read two ways, none where it shows no day.

    A year that is left out is the project's.
    """
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST:
        return ()
    text = _plain(value)
    for read in (_year_first, _month_in_letters, _year_last, _serial, _week, _end_of_month, _without_year):
        found = tuple(dict.fromkeys(read(text, where)))
        if found:
            inside = [day for day in found if where.first and where.last and where.first <= day <= where.last]
            return tuple(inside[:1]) if len(inside) == 1 else found
    return ()


def last_day(year: int, month: int) -> date | None:
    """Return the last day of a month; None when there is no such month."""
    first = _day(year, month, 1)
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1) if first else None


def _plain(value: str) -> str:
    """Return `value` with plain digits and dashes, without blanks around the signs of a date."""
    text = unicodedata.normalize("NFKC", value).strip().casefold()
    text = re.sub("[\u2010-\u2015\u2212~～]", "-", text)
    text = re.sub(r"[〇零一二三四五六七八九]{4}(?=\s*年)", lambda match: "".join(map(_digit, match[0])), text)
    text = re.sub(r"[一二三四五六七八九十]{1,3}(?=\s*[月日号])", lambda match: str(_tens(match[0])), text)
    return re.sub(r"\s*([年月日号./-])\s*", r"\1", text)


def _digit(numeral: str) -> str:
    return str(_NUMERALS[numeral])


def _tens(numeral: str) -> int:
    tens, ten, ones = numeral.rpartition("十")
    return (_NUMERALS.get(tens, 1) * 10 if ten else 0) + _NUMERALS.get(ones, 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _real(*days: date | None) -> Iterator[date]:
    return (day for day in days if day is not None)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def _year_first(text: str, where: Around) -> Iterator[date]:
    """2026年4月3日, 2026-04-03T18:00, 20260403, 2026-13-04, 2026-04-31."""
    match = _pattern(r"(?<!\d)(\d{4})(?:[年./_ -](\d{1,2})[月./_ -](\d{1,2})|(\d\d)(\d\d))(?!\d)").search(text)
    if not match:
        return iter(())
    year, month, day = int(match[1]), int(match[2] or match[4]), int(match[3] or match[5])
    found = _day(year, month, day) or _day(year, day, month)
    return _real(found or (last_day(year, month) if 28 < day <= 31 else None))


def _year_last(text: str, where: Around) -> Iterator[date]:
    """10/04/2026, 10.04.2026, 26-4-10."""
    match = _pattern(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)").fullmatch(text)
    if not match:
        return iter(())
    one, two, year = int(match[1]), int(match[3]), int(match[4])
    if year >= 100:
        month_first = None if match[2] == "." else _day(year, one, two)
        return _real(_day(year, two, one), month_first)
    return _real(_day(2000 + one, two, year) if where.first is None or 2000 + one == where.first.year else None)


def _month_in_letters(text: str, where: Around) -> Iterator[date]:
    """10 April 2026, Apr 10th, 2026, 10-Apr-26."""
    match = _pattern(rf"\b({'|'.join(_MONTHS)})[a-z]*").search(text)
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if not match or not 1 <= len(numbers) <= 2:
        return iter(())
    month = _MONTHS.index(match[1]) + 1
    if len(numbers) == 1:
        known = numbers[0] >= 100
        return iter(()) if known else _in_project(month, numbers[0], where)
    day, year = sorted(numbers) if max(numbers) >= 100 else numbers
    return _real(_day(year if year >= 100 else 2000 + year, month, day))


def _serial(text: str, where: Around) -> Iterator[date]:
    """46122, as Excel shows a day in a cell that has lost its format."""
    if not text.isdecimal() or not _FIRST_SERIAL <= int(text[:6]) <= _LAST_SERIAL:
        return iter(())
    return iter((_EXCEL_DAY_0 + timedelta(days=int(text)),))


def _week(text: str, where: Around) -> Iterator[date]:
    """2026-W21: its Monday where something begins, else its Friday."""
    match = _pattern(r"(\d{4})-?w(\d{1,2})").fullmatch(text)
    monday = monday_of(f"{match[1]}-W{int(match[2]):02d}") if match else None
    return _real(monday + timedelta(days=0 if where.key in _BEGINNINGS else 4) if monday else None)


def _end_of_month(text: str, where: Around) -> Iterator[date]:
    """2026年4月底, 2026-04, end of April 2026: the month's first day where something begins, else its last."""
    match = _pattern(r"(?:(\d{4})[年./-])?(\d{1,2})月?([底末初])?").fullmatch(text)
    if not match or not (match[1] or match[3]):
        return iter(())
    year = int(match[1]) if match[1] else where.first.year if where.first else 0
    begins = match[3] == "初" or (not match[3] and where.key in _BEGINNINGS)
    return _real((_day(year, int(match[2]), 1) if begins else last_day(year, int(match[2]))) if year else None)


def _without_year(text: str, where: Around) -> Iterator[date]:
    """4月10日, 4/10."""
    match = _pattern(r"(\d{1,2})[月./-](\d{1,2})[日号]?").fullmatch(text)
    return _in_project(int(match[1]), int(match[2]), where) if match else iter(())


def _in_project(month: int, day: int, where: Around) -> Iterator[date]:
    """Yield that day of the project's years, the one within the project if there is one."""
    if where.first is None:
        return
    last = where.last or where.first
    days = list(_real(*(_day(year, month, day) for year in range(where.first.year, last.year + 1))))
    yield from [found for found in days if where.first <= found <= last][:1] or days[:1]
