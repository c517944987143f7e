"""A day as people type it into a cell."""

from __future__ import annotations

import re
from datetime import date, datetime

from collabkit.forms.tables.answer import Answer
from collabkit.lang import Lang, Text
from collabkit.problem import Problem
from collabkit.source.days import Around, days_meant

_SERIALS = range(36526, 73051)
"""Excel's numbers of the days of this century; a smaller one is no day that somebody plans with."""


def day(answer: Answer) -> date | Problem | None:
    """Return the day that the cell holds or writes; a text that could be two days, or none, is a problem."""
    content = answer.content
    if isinstance(content, date):
        return content.date() if isinstance(content, datetime) else content
    if answer.is_blank:
        return None
    if isinstance(content, bool) or (isinstance(content, int | float) and content // 1 not in _SERIALS):
        return answer.wrong("不是日期", "is no date", _WRITE)
    about = answer.directory.plan.project.about
    inside = Around(str(answer.path[-1]), about.start, about.end)
    # Where the year is written, what lies within the project must not decide which day is meant.
    text = _whole(content) if isinstance(content, int | float) else answer.plain
    found = days_meant(text, Around() if re.search(r"\d{4}", text) else inside)
    if len(found) == 1 and _is_written(text, found[0], answer):
        return found[0]
    return _unclear(answer, found)


_WRITE = Text("写成 2026-03-02 这样", "write it like 2026-03-02")


def _whole(number: float) -> str:
    return str(int(number))


def _is_written(text: str, found: date, answer: Answer) -> bool:
    """Return whether `text` writes exactly this day, in one of the orders in which people write days."""
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    year, month, day = found.year, found.month, found.day
    if re.search("[a-z]{3}", text.casefold()) and "w" not in text.casefold():
        return day in numbers
    if len(numbers) == 1:
        return len(text) == 8 or numbers[0] in _SERIALS
    if numbers[0] >= 1000 or len(numbers) > 3:
        return numbers[:3] == [year, month, day]
    if len(numbers) == 3:
        return numbers in ([day, month, year], [month, day, year])
    return numbers == [month, day] and _is_only_one(text, found, answer)


def _is_only_one(text: str, found: date, answer: Answer) -> bool:
    """Return whether a day without a year is the only one of the project that is written so."""
    about, lang = answer.directory.plan.project.about, answer.directory.lang
    if "月" not in text and lang is Lang.EN and found.day <= 12 and found.day != found.month:
        return False
    within = [
        year
        for year in range(about.start.year, about.end.year + 1)
        if about.start <= found.replace(year=year) <= about.end
    ]
    return len(within) == 1


def _unclear(answer: Answer, found: tuple[date, ...]) -> Problem:
    if len(found) > 1:
        one, other = found[:2]
        return answer.wrong(
            f"可能是 {one}，也可能是 {other}", f"may be {one} or {other}", Text("写成其中一个", "write one of the two")
        )
    near = found[0] if found else None
    return answer.wrong(
        "看不出是哪一天",
        "shows no day for sure",
        Text(f"是不是 {near}？", f"did you mean {near}?") if near else _WRITE,
    )
