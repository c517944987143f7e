"""How values are read back from what people and programs see: lights, numbers, days, tables of `status`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import Any

from collabkit.forms.formatter import DASH
from collabkit.labels import label
from collabkit.lang import Lang
from collabkit.terminal.display_width import width

_LIGHTS = {
    "🔴": "red", "红": "red", "Red": "red", "red": "red",
    "🟡": "amber", "黄": "amber", "Amber": "amber", "amber": "amber",
    "🟢": "green", "绿": "green", "Green": "green", "green": "green",
}  # fmt: skip
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile("[+\\-\u2212]?\\d[\\d,]*(?:\\.\\d+)?")
MISSING = ("待填写", "to be filled in")
NONE = ("", DASH, "无", "None")
TABLES = {
    "departments": ("department", "head", "tasks", "done", "doing", "overdue", "progress", "light", "reason"),
    "owners": ("owner", "department", "tasks", "done", "doing", "overdue", "progress", "light"),
    "overdue": ("id", "name", "department", "owner", "end", "days_late", "delay_reason"),
    "due_soon": ("id", "name", "department", "owner", "end", "days_left", "progress", "light"),
    "issues": ("decider", "decide_by", "id", "title", "grade", "owner", "due"),
    "risks": ("light", "id", "title", "level", "owner", "due", "response"),
    "unsigned": ("form", "person", "role"),
}
"""The tables of `status` in their order, and the keys of their columns as its JSON names them."""


def text(value: Any) -> str | None:
    """Return a text; None for a dash, a blank, and what is to be filled in."""
    shown = str(value if value is not None else "").strip().replace("\u2011", "-").replace("\u00a0", " ")
    return None if shown in NONE or shown in MISSING else shown


def light(value: Any) -> str | None:
    """Return the light that a text begins with, as the project file would name it; None without one."""
    shown = str(value or "").strip("●* \u00a0")
    return next((light for word, light in _LIGHTS.items() if shown.startswith(word)), None)


def number(value: Any) -> float | None:
    """Return the first number of a text, as in `+3 working days` or `3,400,000 元`; None without one."""
    if isinstance(value, int | float):
        return float(value)
    found = _NUMBER.search(str(value or "").replace("\u2011", "-"))
    return float(found[0].replace(",", "").replace("\u2212", "-")) if found else None


def day(value: Any) -> str | None:
    """Return the first day of a text as 2026-03-02; None without one."""
    if isinstance(value, date):
        return value.isoformat()
    found = _DAY.search(str(value or "").replace("\u2011", "-"))
    return found[0] if found else None


def days(value: Any) -> list[str]:
    """Return all days of a text."""
    return _DAY.findall(str(value or "").replace("\u2011", "-"))


def key(value: Any) -> str:
    """Return the id in front of a text such as `T03 Core-feature demo`."""
    return str(value).split(" ")[0]


def status_rows(output: Any, table: str) -> list[dict[str, Any]]:
    """Return the rows of a table of `status` by the keys of its columns, whatever the format."""
    if isinstance(output, dict):
        rows: list[dict[str, Any]] = output[table]
        return rows
    block = _blocks(output)[list(TABLES).index(table)]
    return [dict(zip(TABLES[table], row, strict=True)) for row in _rows(tuple(block))]


def _blocks(lines: Sequence[str]) -> list[list[str]]:
    """Return the lines of each table, its title first."""
    if any(line.startswith("### ") for line in lines):
        starts = [number for number, line in enumerate(lines) if line.startswith("### ")]
    else:
        starts = [number + 1 for number, line in enumerate(lines) if not line]
    return [list(lines[start:end]) for start, end in pairwise([*starts, len(lines) + 1])]


@lru_cache(maxsize=64)
def _rows(block: Sequence[str]) -> list[list[str]]:
    """Return the cells of a table; none where a sentence says that there are none."""
    if block[0].startswith("### "):
        return [_split(line) for line in block if line.startswith("| ")][2:]
    # For a terminal, the line under the headings is interrupted between the columns.
    return [_cut(line, block[2]) for line in block[3:] if line] if len(block) > 3 else []


def _split(line: str) -> list[str]:
    return [re.sub(r"\\(.)", r"\1", cell.strip()) for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def _cut(line: str, rule: str) -> list[str]:
    spans = [match.span() for match in re.finditer("─+", rule)]
    return ["".join(_between(line, start, end)).strip() for start, end in spans]


def _between(line: str, start: int, end: int) -> Iterator[str]:
    """Yield the characters of a line that stand in these cells of the terminal."""
    at = 0
    for char in line:
        if start <= at < end:
            yield char
        at += width(char)


def overview(output: Any) -> dict[str, Any]:
    """Return the lines of `status` before its tables by what they are about; `reasons` is a list."""
    return _overview(tuple(output))


@lru_cache(maxsize=8)
def _overview(output: Sequence[str]) -> dict[str, Any]:
    lines = [line.strip("- ").replace("\\", "") for line in output]
    lines = [line for line in lines[: lines.index("", 3)] if line]
    names = ["name", "stage", "period", "progress", "lead", "light", "dimensions"]
    if any(line.startswith("## ") for line in output):
        names = ["name", "light", "stage", "period", "progress", "lead", "dimensions"]
    return {**dict(zip(names, lines, strict=False)), "reasons": lines[len(names) :]}


def word(kind: type[StrEnum]) -> Callable[[Any], str | None]:
    """Return what finds the word of the project file in a text that shows it in either language."""

    def read(value: Any) -> str | None:
        shown = str(value or "")
        return next((member.value for member in kind if shown in (member.value, *_shown(member))), None)

    return read


def _shown(member: StrEnum) -> tuple[str, ...]:
    return label(member, Lang.ZH), label(member, Lang.EN)


def first_word(kind: type[StrEnum], value: Any) -> str | None:
    """Return the word of the project file that stands first in a sentence, in either language."""
    found = {str(value).find(text): member.value for member in kind for text in _shown(member) if text in str(value)}
    return found[min(found)] if found else None


def ticked(value: Any) -> str | None:
    """Return the text behind the only box that is ticked; None when none is."""
    found = re.findall(r"☑\u00a0(.*?)(?=  [☐☑]|$)", str(value))
    return text(found[0]) if len(found) == 1 else None
