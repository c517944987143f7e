"""The hidden sheet `_collabkit`: where each value of a filled workbook came from, so that it can come back.

One fact per row, every cell a plain text; what a row means stands in its column A:

    collabkit    1                                     the version of this layout
    form         tasks
    project      name of the project
    code         PRJ-2026-001
    language     zh-CN
    day          2026-03-20                            the day the workbook was filled for
    fingerprint  64 hexadecimal digits                 SHA-256 over the texts of all rows below
    cell         sheet   B2   project.name   base      a cell that is one value
    block        1       sheet   tasks                 the rows of one list on one sheet
    column       1       A       tasks[].id            which field each of the block's columns holds
    row          1       4       T01   base…           where the entry with this id stood, and its values

`base` is what the workbook was filled with, in canonical form (dates ISO 8601, numbers as plain digits, texts as
shown). Of a row it is one JSON array in the order of the block's columns; where that is longer than a cell holds
it goes on in the next cells. With base, workbook and project file at hand, a change on either side can be told from
a conflict. A row that was sorted elsewhere is found by the id in its own cells; the row number is the second way.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from collabkit.engines.excel.refs import column_letters
from collabkit.engines.excel.xml import MAIN, escape
from collabkit.lang import Lang

SHEET = "_collabkit"
VERSION = 1
_CHUNK = 32_000


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a workbook is to remember about its filling."""

    form: str
    project: str
    code: str
    language: Lang
    day: date
    ids: Mapping[str, str] = field(default_factory=dict)
    """The lists whose rows can come back, each with the name of the field that identifies an item."""


@dataclass(frozen=True, slots=True)
class OriginCell:
    """A cell that is one value."""

    sheet: str
    cell: str
    field: str
    base: str


@dataclass(frozen=True, slots=True)
class OriginRow:
    """The row an entry was written to, and what its cells were filled with, by field."""

    row: int
    id: str
    base: Mapping[str, str]

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the base values, in hexadecimal."""
        return digest([json.dumps(dict(self.base), ensure_ascii=False, sort_keys=True)])


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one list on one sheet."""

    sheet: str
    list_name: str
    columns: Mapping[str, str]
    """The field of each column, by the column's letters."""
    rows: tuple[OriginRow, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """What a workbook remembers about its filling."""

    version: int
    form: str
    project: str
    code: str
    language: Lang
    day: date
    fingerprint: str
    cells: tuple[OriginCell, ...]
    blocks: tuple[Block, ...]
    intact: bool
    """Whether the fingerprint still fits what the hidden sheet says."""


class Notes:
    """Collects, while a workbook is filled, what its hidden sheet will say."""

    def __init__(self, stamp: Stamp) -> None:
        self._stamp = stamp
        self._lines: list[tuple[str, ...]] = []
        self._blocks = 0

    def id_field(self, list_name: str) -> str:
        """Return the identifying field of a list, empty when its rows do not come back."""
        return self._stamp.ids.get(list_name, "")

    def cell(self, sheet: str, cell: str, name: str, base: str) -> None:
        """Note a cell that is one value."""
        self._lines.append(("cell", sheet, cell, name, base))

    def block(self, sheet: str, list_name: str, columns: Iterable[tuple[str, str]]) -> None:
        """Begin the rows of a list; `columns` are letters and fields."""
        self._blocks += 1
        number = str(self._blocks)
        self._lines.append(("block", number, sheet, list_name))
        self._lines += (("column", number, letters, name) for letters, name in columns)

    def row(self, row: str, id_: str, base: list[str]) -> None:
        """Note one row of the block begun last."""
        self._lines.append(("row", str(self._blocks), row, id_, _array(base)))

    def part(self) -> bytes:
        """Return the hidden sheet's XML."""
        stamp = self._stamp
        about = [
            ("collabkit", str(VERSION)),
            ("form", stamp.form),
            ("project", stamp.project),
            ("code", stamp.code),
            ("language", stamp.language.value),
            ("day", stamp.day.isoformat()),
            ("fingerprint", digest(part for line in self._lines for part in line)),
        ]
        rows = (_row(number, line) for number, line in enumerate((*about, *self._lines), 1))
        body = "".join(rows)
        text = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{MAIN}">'
        return f"{text}<sheetData>{body}</sheetData></worksheet>".encode()


def digest(texts: Iterable[str]) -> str:
    """Return the SHA-256 over `texts` in hexadecimal; where one ends and the next begins counts."""
    return hashlib.sha256("\x1f".join(texts).encode("utf-8", "replace")).hexdigest()


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _array(base: list[str]) -> str:
    return _encode(base)


def _row(number: int, line: tuple[str, ...]) -> str:
    cells = "".join(
        f'<c r="{column_letters(column)}{number}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
        for column, text in enumerate(_chunked(line), 1)
    )
    return f'<row r="{number}">{cells}</row>'


def _chunked(line: tuple[str, ...]) -> Iterator[str]:
    yield from line[:-1]
    last = line[-1]
    yield last[:_CHUNK]
    for start in range(_CHUNK, len(last), _CHUNK):
        yield last[start : start + _CHUNK]
