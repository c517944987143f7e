"""The places of a worksheet's XML that are written anew at every filling, other than its cells with tags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from collabkit.engines.excel.cells import Pen, shown
from collabkit.engines.excel.location import CellLocation
from collabkit.engines.excel.refs import Shift, Shifts, column_letters, copied, moved
from collabkit.engines.excel.tags import Piece
from collabkit.engines.excel.xml import clean
from collabkit.engines.opc.markup import escaped
from collabkit.engines.tags.allowance import Allowance
from collabkit.errors import OutputError
from collabkit.lang import Text, listing

MOST_IN_FOOTER = 255
"""What Excel takes for a header or footer, codes included; it calls a file with more damaged."""


_LONG = 40
"""About as many characters as the XML of a merged area or of a sparkline around its source has."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What one filling of one sheet knows."""

    view: Any
    sheet: str
    shifts: Shifts
    shift: Shift
    pen: Pen
    allowance: Allowance


class Slot(Protocol):
    """A place that is written anew; `index` counts the items of a pattern row from 0."""

    def at(self, filling: Filling, index: int) -> str:
        """Return the XML that stands here."""


@dataclass(frozen=True, slots=True)
class Areas:
    """Areas that grow and move with their rows."""

    refs: str

    def at(self, filling: Filling, index: int) -> str:
        return filling.shift.areas(self.refs)


@dataclass(frozen=True, slots=True)
class MovedAreas:
    """Areas that move with their rows and do not grow, such as a selection."""

    refs: str

    def at(self, filling: Filling, index: int) -> str:
        return " ".join(filling.shift.area(ref) for ref in self.refs.split())


@dataclass(frozen=True, slots=True)
class Break:
    """A page break, which stands below its row."""

    row: int

    def at(self, filling: Filling, index: int) -> str:
        return str(filling.shift.last(self.row))


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula outside pattern rows; `sums` when single cells of a pattern row mean all of its rows."""

    text: str
    sums: bool = False

    def at(self, filling: Filling, index: int) -> str:
        return escaped(moved(self.text, filling.sheet, filling.shifts, widen=self.sums))


@dataclass(frozen=True, slots=True)
class RowFormula:
    """A formula of a pattern row."""

    text: str

    def at(self, filling: Filling, index: int) -> str:
        return escaped(copied(self.text, filling.sheet, filling.shifts, index))


@dataclass(frozen=True, slots=True)
class RowCell:
    """The cell of an array formula in a pattern row."""

    ref: str

    def at(self, filling: Filling, index: int) -> str:
        return copied(self.ref, filling.sheet, filling.shifts, index)


def _count(filling: Filling, pattern: int) -> int:
    """Return how many rows a pattern row becomes."""
    return filling.shift.last(pattern) - filling.shift.first(pattern) + 1


@dataclass(frozen=True, slots=True)
class Merges:
    """The cells merged within pattern rows, repeated for every item."""

    prefix: str
    columns: Mapping[int, Sequence[tuple[int, int]]]
    """Left and right column of each merge, by pattern row."""

    def at(self, filling: Filling, index: int) -> str:
        for pattern, merges in self.columns.items():
            filling.allowance.write(_count(filling, pattern) * len(merges) * _LONG)
        return "".join(
            f'<{self.prefix}mergeCell ref="{column_letters(left)}{row}:{column_letters(right)}{row}"/>'
            for pattern, merges in self.columns.items()
            for row in range(filling.shift.first(pattern), filling.shift.last(pattern) + 1)
            for left, right in merges
        )


@dataclass(frozen=True, slots=True)
class Sparklines:
    """The small chart of a pattern row's cell, one for every item: Excel takes no sparkline over several cells."""

    row: int
    name: str
    source_name: str
    source: str
    cell_name: str
    cell: str

    def at(self, filling: Filling, index: int) -> str:
        count = _count(filling, self.row)
        filling.allowance.write(count * (len(self.source) + _LONG))
        return "".join(
            f"<{self.name}><{self.source_name}>{self._copy(self.source, filling, item)}</{self.source_name}>"
            f"<{self.cell_name}>{self._copy(self.cell, filling, item)}</{self.cell_name}></{self.name}>"
            for item in range(count)
        )

    def _copy(self, ref: str, filling: Filling, item: int) -> str:
        return escaped(copied(ref, filling.sheet, filling.shifts, item))


@dataclass(frozen=True, slots=True)
class Furniture:
    """A page header or footer with tags; its codes such as `&P` stay, values are plain text."""

    pieces: tuple[Piece, ...]
    place: CellLocation

    def at(self, filling: Filling, index: int) -> str:
        text = ""
        for piece in self.pieces:
            text += piece if isinstance(piece, str) else clean(shown(piece.of(filling.view))).replace("&", "&&")
            # At once, before many long values are put together.
            if len(text.encode("utf-16-le")) > MOST_IN_FOOTER * 2:
                raise self._too_long()
        return escaped(text)

    def _too_long(self) -> OutputError:
        names = listing(dict.fromkeys(piece.name for piece in self.pieces if not isinstance(piece, str)), most=6)
        return OutputError(
            Text(
                f"{self.place} 的页眉页脚超过 Excel 允许的 {MOST_IN_FOOTER} 个字符",
                f"the header or footer of {self.place} is longer than the {MOST_IN_FOOTER} characters Excel takes",
            ),
            Text(f"请缩短 {names.zh}，或从模板中删去", f"shorten {names.en}, or remove it from the template"),
        )
