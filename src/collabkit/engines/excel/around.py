"""What else in a workbook points at rows: drawings, notes, tables, charts and pivot tables."""

from __future__ import annotations

import re
from collections.abc import Callable

from collabkit.engines.excel.refs import Shift, Shifts, covering, is_area, moved
from collabkit.engines.excel.xml import markup, unmarked

Change = Callable[[str], str]

_ANCHOR_ROW = re.compile(r"(<(?:\w+:)?row>)(\d+)(</)")
_NOTE_ROW = re.compile(r"(<(?:\w+:)?Row>)(\d+)(</)")
_NOTE_ANCHOR = re.compile(r"(<(?:\w+:)?Anchor>)([\d,\s]+)(</)")
_REF = re.compile(r'(\sref=")([^"]+)(")')
_SERIES = re.compile(r"(<(?:\w+:)?f>)([^<]+)(</)")
_HEADING = re.compile(r"(<(?:\w+:)?tx>.*?</(?:\w+:)?tx>)", re.DOTALL)
_CACHE = re.compile(r"<((?:\w+:)?(?:num|str|multiLvlStr)Cache)>.*?</\1>", re.DOTALL)
_PIVOT = re.compile(r'<(?:\w+:)?worksheetSource\b[^>]*?\ssheet="([^"]*)"[^>]*>')
_PIVOT_ROOT = re.compile(r"<(?:\w+:)?pivotCacheDefinition\b(?![^>]*refreshOnLoad)")


def on_sheet(kind: str, part: bytes, shift: Shift) -> bytes:
    """Return a part that belongs to one sheet, of a relationship `kind`, moved with the sheet's rows."""
    change = _ON_SHEET.get(kind)
    return part if change is None else change(part.decode("utf-8"), shift).encode("utf-8")


def _drawing(text: str, shift: Shift) -> str:
    return _ANCHOR_ROW.sub(lambda found: found[1] + _zero_based(found[2], shift) + found[3], text)


def _zero_based(row: str, shift: Shift) -> str:
    return str(shift.first(int(row) + 1) - 1)


def _shapes(text: str, shift: Shift) -> str:
    text = _NOTE_ROW.sub(lambda found: found[1] + _zero_based(found[2], shift) + found[3], text)
    return _NOTE_ANCHOR.sub(lambda found: found[1] + _anchor(found[2], shift) + found[3], text)


def _anchor(numbers: str, shift: Shift) -> str:
    # Left column, offset, top row, offset, right column, offset, bottom row, offset.
    parts = [number.strip() for number in numbers.split(",")]
    rows = (2, 6)
    return ", ".join(_zero_based(part, shift) if i in rows else part for i, part in enumerate(parts))


def _notes(text: str, shift: Shift) -> str:
    return _REF.sub(lambda found: found[1] + shift.area(found[2]) + found[3], text)


def _table(text: str, shift: Shift) -> str:
    return _REF.sub(
        lambda found: found[1] + (shift.areas(found[2]) if is_area(found[2]) else found[2]) + found[3], text
    )


_ON_SHEET: dict[str, Callable[[str, Shift], str]] = {
    "drawing": _drawing,
    "vmlDrawing": _shapes,
    "comments": _notes,
    "threadedComment": _notes,
    "table": _table,
}


def chart(part: bytes, shifts: Shifts) -> bytes:
    """Return a chart whose series cover what their rows have become; its stored picture of the numbers is dropped."""
    pieces = _HEADING.split(_CACHE.sub("", part.decode("utf-8")))

    def heading(found: re.Match[str]) -> str:
        return found[1] + markup(moved(unmarked(found[2]), "", shifts)) + found[3]

    def series(found: re.Match[str]) -> str:
        return found[1] + markup(covering(unmarked(found[2]), "", shifts)) + found[3]

    # Every second piece is a heading, which is one cell; the others are the series.
    done = (_SERIES.sub(heading if index % 2 else series, piece) for index, piece in enumerate(pieces))
    return "".join(done).encode("utf-8")


def has_own_tag(part: bytes) -> bool:
    """Return whether a drawing, chart or comment has a tag in a text of its own, not in its picture of the cells."""
    return "{{" in _CACHE.sub("", part.decode("utf-8", "replace"))


def pivot(part: bytes, shifts: Shifts) -> bytes:
    """Return a pivot table's source, covering what its rows have become and read anew when the workbook is opened."""
    text = part.decode("utf-8")
    source = _PIVOT.search(text)
    shift = shifts.get(unmarked(source[1])) if source else None
    if source is None or shift is None:
        return part
    text = text.replace(source[0], _table(source[0], shift))
    return _PIVOT_ROOT.sub(lambda root: root[0] + ' refreshOnLoad="1"', text, count=1).encode("utf-8")
