"""Days that lie years away from everything else in the file: a slip of the keyboard, and the day that was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from collabkit.lang import Text
from collabkit.model import Project
from collabkit.model.fields import Value
from collabkit.model.scalars import parse_date
from collabkit.phrases import zh
from collabkit.problem import TOP, Fault, FilePath, FileProblem
from collabkit.source.shape import field_name, step
from collabkit.source.wording import fit

# With the digits in front the search passes over all other characters at once: a large file takes a third of the time.
_YEAR = r"(\d\d\d\d)(?<![\d.]\d\d\d\d)[-/.]\d{1,2}[-/.]\d{1,2}(?![\d.])"
_BEYOND = 5
"""Years before and after the project in which a day of it may still lie."""
_LONGEST = 15
"""Years that no project takes."""


def far_days(text: str, data: Any) -> Iterator[tuple[FilePath, date, date | None]]:
    """Yield the path of each day in `data` that cannot be meant, the day, and the day that most likely is.

    `text` is the file: most have no such year anywhere, and then nothing is looked through.
    """
    years = sorted(map(int, re.findall(_YEAR, text)))
    if not years:
        return
    around = years[len(years) // 2]
    first, last = _project(data, around)
    least, most = first.year - _BEYOND, last.year + _BEYOND
    if years[0] >= least and years[-1] <= most:
        return
    for path, day in _days(data, Value(Project), TOP):
        if not least <= day.year <= most:
            yield path, day, _meant(day, first, last)


def fault(path: FilePath, day: date, meant: date | None) -> Fault:
    """Return the fault of a far day."""
    name = field_name(path)
    message = Text(zh(name.zh, f"写的 {day} 离项目太远"), f"{name.en} is {day}, years away from the project")
    help_ = Text("核对年份", "check the year")
    if meant is None:
        return Fault("date-invalid", FileProblem(path, fit(message), help=help_))
    label = Text(f"是不是 {meant}？", f"did you mean {meant}?")
    help_ = Text(f"核对年份；写成 {meant}", f"check the year; write {meant}")
    return Fault("date-invalid", FileProblem(path, fit(message), label, help_))


def _project(data: Any, around: int) -> tuple[date, date]:
    """Return the project's first and last day, the year `around` in place of one that is itself far from all others."""
    about = data.get("project") if isinstance(data, dict) else None
    ends = [about.get(key) for key in ("start", "end")] if isinstance(about, dict) else []
    days = [parse_date(end) if isinstance(end, str) else None for end in ends]
    near = [day for day in days if day and abs(day.year - around) <= _LONGEST] or [date(around, 1, 1)]
    return min(near), max(near)


def _days(value: Any, shape: Value | None, path: FilePath) -> Iterator[tuple[FilePath, date]]:
    if shape is None:
        return
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _days(inner, step(shape, key), path / key)
    elif shape.type is date and isinstance(value, str) and (day := parse_date(value)) is not None:
        yield path, day


def _meant(day: date, first: date, last: date) -> date | None:
    """Return the same day in a year of the project, within the project if it can be."""
    found = []
    for year in range(first.year, last.year + 1):
        try:
            found.append(day.replace(year=year))
        except ValueError:
            continue
    inside = [other for other in found if first <= other <= last]
    return next(iter(inside or found), None)
