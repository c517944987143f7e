"""A compiled worksheet and a view become the XML of a filled worksheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any

from collabkit.engines.excel import heights
from collabkit.engines.excel.cells import MOST_CHARACTERS, TagCell, TooLongError, canonical, shown
from collabkit.engines.excel.compiling import HEIGHT, ROW, Segment, Sheet, TemplateRow
from collabkit.engines.excel.location import CellLocation
from collabkit.engines.excel.origin import Notes
from collabkit.engines.excel.refs import LAST_ROW
from collabkit.engines.excel.slots import Filling
from collabkit.engines.excel.tags import Piece, TagField
from collabkit.engines.tags.allowance import OverdrawnError
from collabkit.errors import OutputError
from collabkit.lang import Text, listing, same
from collabkit.styled import Styled

_MOST_NAMED = 6
_SINGLE = (str, Styled, int, float, Decimal, date, type(None))


def items(row: TemplateRow, view: Any) -> Sequence[Any]:
    """Return the items a pattern row is repeated for; one empty item when there are none."""
    found = view
    for step in row.list_name.split("."):
        found = () if found is None else getattr(found, step)
    return found or (None,)


def counts(sheet: Sheet, view: Any) -> dict[int, int]:
    """Return into how many rows each pattern row of `sheet` becomes. Raises OutputError when a sheet is too short."""
    numbers = {row.number: len(items(row, view)) for row in sheet.rows if row.list_name}
    if sheet.rows and sheet.rows[-1].number + sum(numbers.values()) > LAST_ROW:
        raise OutputError(
            Text(
                f"工作表 {sheet.name} 超过 Excel 的 {LAST_ROW:,} 行",
                f"sheet {sheet.name} has more rows than the {LAST_ROW:,} of Excel",
            )
        )
    return numbers


def filled(template: str, sheet: Sheet, filling: Filling, notes: Notes | None) -> bytes:
    """Return the part of a filled worksheet of `template`; a located TemplateError when it gets too big."""
    return _Writer(template, sheet, filling, notes).part().encode("utf-8")


class _Writer:
    def __init__(self, template: str, sheet: Sheet, filling: Filling, notes: Notes | None) -> None:
        self._template, self._sheet, self._filling, self._notes = template, sheet, filling, notes
        self._pen = filling.pen

    def part(self) -> str:
        try:
            out = list(self._still(self._sheet.head))
            for row in self._sheet.rows:
                self._rows(row, out)
            out += self._still(self._sheet.tail)
        except OverdrawnError as cause:
            raise CellLocation(self._template, self._sheet.name).error(cause.message, cause.hint) from cause
        return "".join(out)

    def _rows(self, row: TemplateRow, out: list[str]) -> None:
        first = self._filling.shift.first(row.number)
        try:
            if row.list_name:
                self._repeated(row, first, out)
            elif row.cells:
                self._single(row, first, out)
            else:
                self._row(row, {}, str(first), 0, out)
        except OverdrawnError as cause:
            column = row.cells[0].column if row.cells else "A"
            place = CellLocation(self._template, self._sheet.name, f"{column}{row.number}")
            raise place.error(cause.message, cause.hint) from cause

    def _still(self, parts: tuple[Segment, ...]) -> Iterator[str]:
        for part in parts:
            if isinstance(part, str):
                yield part
            elif not isinstance(part, TagCell):
                yield part.at(self._filling, 0)

    def _single(self, row: TemplateRow, first: int, out: list[str]) -> None:
        values = {field.name: field.of(self._filling.view) for cell in row.cells for field in cell.fields}
        self._row(row, values, str(first), 0, out)
        for cell in row.cells:
            if self._notes and cell.field:
                base = canonical(values[cell.field.name])
                self._notes.cell(self._sheet.name, f"{cell.column}{first}", cell.field.name, base)

    def _repeated(self, row: TemplateRow, first: int, out: list[str]) -> None:
        fields = tuple(dict.fromkeys(field for cell in row.cells for field in cell.fields))
        fixed = {field.name: field.of(self._filling.view) for field in fields if not field.list_name}
        of_item = tuple(field for field in fields if field.list_name)
        names = [field.name for field in of_item]
        get = _getter(of_item)
        note = self._noting(row, of_item)
        for index, item in enumerate(items(row, self._filling.view)):
            found = get(item) if item is not None else (None,) * len(names)
            values = dict(zip(names, found, strict=True))
            number = str(first + index)
            self._row(row, values | fixed if fixed else values, number, index, out)
            if note and item is not None:
                note(item, number, values)

    def _noting(
        self, row: TemplateRow, fields: tuple[TagField, ...]
    ) -> Callable[[Any, str, dict[str, Any]], None] | None:
        notes = self._notes
        id_field = notes.id_field(row.list_name) if notes else ""
        if not notes or not id_field:
            return None
        held = [(cell.column, cell.field) for cell in row.cells if cell.field and cell.field.list_name]
        notes.block(self._sheet.name, row.list_name, ((letters, field.name) for letters, field in held))
        kept = [field.name for _, field in held]

        def note(item: Any, number: str, values: dict[str, Any]) -> None:
            notes.row(number, str(getattr(item, id_field)), [canonical(values[name]) for name in kept])

        return note

    def _row(self, row: TemplateRow, values: dict[str, Any], number: str, index: int, out: list[str]) -> None:
        pen = self._pen
        pen.long.clear()
        begin, height_at = len(out), -1
        for part in row.parts:
            if part is ROW:
                out.append(number)
            elif part is HEIGHT:
                height_at = len(out)
                out.append("")
            elif isinstance(part, str):
                out.append(part)
            elif isinstance(part, TagCell):
                out.append(self._cell(part, values, number))
            else:
                out.append(part.at(self._filling, index))
        if height_at >= 0:
            least = row.least
            needed = heights.height(pen.long, least) if pen.long else least
            out[height_at] = f"{needed:.10g}"
        self._filling.allowance.write(sum(map(len, out[begin:])))

    def _cell(self, cell: TagCell, values: dict[str, Any], number: str) -> str:
        try:
            if cell.field:
                value = values[cell.field.name]
                if not isinstance(value, _SINGLE):
                    raise TypeError(f"{cell.field.name} is {type(value).__name__}, not a single value")
                return self._pen.cell(cell, value, number)
            texts = [self._text(pieces, values) for _, pieces in cell.runs]
            return self._pen.rich(cell, texts, number)
        except TooLongError as cause:
            raise self._too_long(cell, number, values) from cause

    def _text(self, pieces: tuple[Piece, ...], values: dict[str, Any]) -> str:
        texts = [piece if isinstance(piece, str) else shown(values[piece.name]) for piece in pieces]
        self._filling.allowance.text(sum(map(len, texts)))
        return "".join(texts)

    def _too_long(self, cell: TagCell, number: str, values: dict[str, Any]) -> OutputError:
        names = listing(dict.fromkeys(field.name for field in cell.fields), most=_MOST_NAMED)
        item = next((f"{value}, " for name, value in values.items() if name.endswith("[].id")), "")
        where = f"{self._sheet.name}!{cell.column}{number}"
        return OutputError(
            same(f"{where} ({item}")
            + names
            + same(")")
            + Text(
                f"：文字超过 Excel 单元格的上限 {MOST_CHARACTERS:,} 个字符",
                f": the text is longer than the {MOST_CHARACTERS:,} characters an Excel cell holds",
            ),
            Text("请缩短该项的文字，或写入单独的文件", "shorten it, or keep the text in a document of its own"),
        )


def _getter(fields: tuple[TagField, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if len(fields) > 1 and all(len(field.steps) == 1 for field in fields):
        get: Callable[[Any], tuple[Any, ...]] = attrgetter(*(field.steps[0] for field in fields))
        return get
    return lambda item: tuple(field.of(item) for field in fields)
