"""How a value becomes a cell: dates, numbers and truths as themselves, every text as text."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from collabkit.engines.excel.location import CellLocation
from collabkit.engines.excel.styles import Additions, CellFormat
from collabkit.engines.excel.tags import Piece, TagField
from collabkit.engines.excel.xml import clean, escape

MOST_CHARACTERS = 32_767
"""What Excel holds in one cell, in UTF-16 units."""

# A text that starts so would become a formula the moment somebody edits the cell.
_FORMULA_STARTS = frozenset("=+-@")
_EXACT_INTEGER = 10**15
_EPOCH = date(1899, 12, 30).toordinal()
_EPOCH_1904 = date(1904, 1, 1).toordinal()
# Excel believes in 1900-02-29, so the days before it have other numbers than everywhere else.
_FIRST_DAY = date(1900, 3, 1).toordinal()

Run = tuple[str, tuple[Piece, ...]]
"""A stretch of a text in one font: the properties as XML (empty when the cell's own), and its pieces."""


class TooLongError(ValueError):
    """A text is longer than a cell holds."""


@dataclass(frozen=True, slots=True)
class TagCell:
    """A template's cell with tags."""

    column: str
    style: int
    runs: tuple[Run, ...]
    place: CellLocation
    look: CellFormat
    room: float = 0.0
    """Half-width characters that fit a line when the text wraps, else 0."""
    field: TagField | None = field(init=False)
    """The field when the cell is exactly one tag; the cell then takes the type of the value."""

    def __post_init__(self) -> None:
        pieces = self.pieces
        only = pieces[0] if len(pieces) == 1 else None
        object.__setattr__(self, "field", only if isinstance(only, TagField) else None)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of all runs."""
        return tuple(piece for _, pieces in self.runs for piece in pieces)

    @property
    def fields(self) -> tuple[TagField, ...]:
        """The fields that the cell prints, in order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, TagField))


def shown(value: Any) -> str:
    """Return a value as it stands within a text: dates as ISO 8601, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "☑" if value else "☐"
    if isinstance(value, (date, datetime)):
        return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    return str(value)


def canonical(value: Any) -> str:
    """Return a value as the one text that stands for it, however it is typed in the cell.

    Dates are ISO 8601, whole numbers have no decimals, truths are `true` and `false`, texts have line feeds.
    """
    kind = type(value)
    if kind is str:
        return value if value.isprintable() else clean(value)
    if value is None:
        return ""
    if kind is bool:
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < _EXACT_INTEGER else repr(value)
    if isinstance(value, Decimal) and value.is_finite():
        return format(value.normalize(), "f")
    return clean(shown(value))


class Pen:
    """Writes the cells of one sheet, and remembers the long texts of the row it is in."""

    def __init__(self, prefix: str, additions: Additions, *, from_1904: bool) -> None:
        self._p = prefix
        self._additions = additions
        self._from_1904 = from_1904
        self.long: list[tuple[str, float, float]] = []
        """Texts of the current row that may need several lines: text, room, font size."""

    def cell(self, cell: TagCell, value: Any, row: str) -> str:
        """Return the XML of a cell that is exactly one tag. Raises TooLongError."""
        kind = type(value)
        if kind is str:
            return self.text(cell, value, row)
        if value is None:
            return self.blank(cell, row)
        if kind is bool:
            return self._typed(cell, cell.style, "b", "1" if value else "0", row)
        if isinstance(value, date):
            return self._day(cell, value, row)
        if isinstance(value, (int, float, Decimal)) and _is_exact(value):
            return self._typed(cell, cell.style, "", canonical(value), row)
        return self.text(cell, shown(value), row)

    def blank(self, cell: TagCell, row: str) -> str:
        """Return the XML of an empty cell with its format."""
        return f'<{self._p}c r="{cell.column}{row}" s="{cell.style}"/>'

    def text(self, cell: TagCell, text: str, row: str) -> str:
        """Return the XML of a cell with `text`. Raises TooLongError."""
        if not text:
            return self.blank(cell, row)
        self._measure(cell, text)
        style = self._additions.number(cell.style, "text") if text[0] in _FORMULA_STARTS else cell.style
        inside = self._t(text)
        if len(cell.runs) == 1 and cell.runs[0][0]:
            inside = f"<{self._p}r>{cell.runs[0][0]}{inside}</{self._p}r>"
        return self._string(cell, style, inside, row)

    def rich(self, cell: TagCell, texts: list[str], row: str) -> str:
        """Return the XML of a cell whose runs have these `texts`. Raises TooLongError."""
        whole = "".join(texts)
        if len(texts) == 1 or not whole:
            return self.text(cell, whole, row)
        self._measure(cell, whole)
        style = self._additions.number(cell.style, "text") if whole[0] in _FORMULA_STARTS else cell.style
        p = self._p
        written = (f"<{p}r>{font}{self._t(text)}</{p}r>" for (font, _), text in zip(cell.runs, texts, strict=True))
        return self._string(cell, style, "".join(written), row)

    def _measure(self, cell: TagCell, text: str) -> None:
        if cell.room and (len(text) * 2 > cell.room or "\n" in text):
            self.long.append((text, cell.room, cell.look.size))
        # A character takes at most two units, so most texts need no counting.
        if len(text) * 2 > MOST_CHARACTERS and len(clean(text).encode("utf-16-le")) > MOST_CHARACTERS * 2:
            raise TooLongError(text)

    def _t(self, text: str) -> str:
        keep = ' xml:space="preserve"' if text[:1].isspace() or text[-1:].isspace() else ""
        return f"<{self._p}t{keep}>{escape(text)}</{self._p}t>"

    def _string(self, cell: TagCell, style: int, inside: str, row: str) -> str:
        p = self._p
        return f'<{p}c r="{cell.column}{row}" s="{style}" t="inlineStr"><{p}is>{inside}</{p}is></{p}c>'

    def _typed(self, cell: TagCell, style: int, kind: str, value: str, row: str) -> str:
        typed = f' t="{kind}"' if kind else ""
        return f'<{self._p}c r="{cell.column}{row}" s="{style}"{typed}><{self._p}v>{value}</{self._p}v></{self._p}c>'

    def _day(self, cell: TagCell, day: date, row: str) -> str:
        if day.toordinal() < (_EPOCH_1904 if self._from_1904 else _FIRST_DAY):
            return self.text(cell, shown(day), row)
        style = cell.style if cell.look.dated else self._additions.number(cell.style, "date")
        serial = str(day.toordinal() - (_EPOCH_1904 if self._from_1904 else _EPOCH))
        if isinstance(day, datetime):
            seconds = day.hour * 3600 + day.minute * 60 + day.second
            serial += f"{seconds / 86_400:.10f}"[1:] if seconds else ""
        return self._typed(cell, style, "", serial, row)


def _is_exact(value: int | float | Decimal) -> bool:
    if isinstance(value, int):
        return abs(value) < _EXACT_INTEGER
    return math.isfinite(value)
