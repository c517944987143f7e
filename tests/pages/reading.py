"""The texts of a filled .docx or .xlsx, as a reader of its pages is to find them, and the room that they have."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries

from collabkit.engines.opc.package import read_package

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
JOINED = "\u2011"
"""The hyphen at which no line ends."""
_CHINESE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_UNBROKEN = re.compile(rf"[{_CHINESE}]|[^ \n\t{_CHINESE}-]+-?|-")
_PADDING = 7
"""Points that a cell of the house's tables leaves blank, left and right together."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A paragraph in a table: its text, the points a line of it may be wide, its size."""

    text: str
    room: float
    size: float
    bold: bool


def paragraphs(data: bytes) -> list[str]:
    """Return the texts of a document's body."""
    body = etree.fromstring(read_package(data)["word/document.xml"])
    return [text for text in map(_text, body.iter(f"{W}p")) if text.strip()]


def _text(paragraph: Any) -> str:
    return "".join(_piece(node) for node in paragraph.iter()).replace("-\ufeff", JOINED)


def _piece(node: Any) -> str:
    if node.tag == f"{W}t":
        return node.text or ""
    return {f"{W}noBreakHyphen": JOINED, f"{W}br": "\n", f"{W}tab": "\t"}.get(node.tag, "")


def cells(data: bytes) -> Iterator[Cell]:
    """Yield the paragraphs of a document's tables."""
    parts = read_package(data)
    looks = dict(_looks(etree.fromstring(parts["word/styles.xml"])))
    for cell in etree.fromstring(parts["word/document.xml"]).iter(f"{W}tc"):
        room = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) / 20 - _PADDING
        for paragraph in cell.iter(f"{W}p"):
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            if style is not None:
                yield Cell(_text(paragraph), room, *looks[style.get(f"{W}val")])


def _looks(styles: Any) -> Iterator[tuple[str, tuple[float, bool]]]:
    for style in styles.iter(f"{W}style"):
        size = style.find(f"{W}rPr/{W}sz")
        bold = style.find(f"{W}rPr/{W}b") is not None
        yield style.get(f"{W}styleId"), (int(size.get(f"{W}val")) / 2 if size is not None else 10.5, bold)


def unbroken(text: str) -> list[str]:
    """Return the pieces of a text in which no line may end: words, Chinese characters, what a joining hyphen joins."""
    return _UNBROKEN.findall(text)


@dataclass(frozen=True, slots=True)
class Shown:
    """A text of a sheet: where it stands, the digits its column is wide, the points its row is high."""

    place: str
    text: str
    columns: float
    height: float
    bold: bool
    wraps: bool


def shown(data: bytes) -> Iterator[Shown]:
    """Yield what a workbook prints: the texts of its visible sheets in visible columns, within the print area."""
    for sheet in load_workbook(io.BytesIO(data)).worksheets:
        if sheet.sheet_state == "visible":
            yield from _sheet(sheet)


def _sheet(sheet: Any) -> Iterator[Shown]:
    left, top, right, bottom = range_boundaries(
        sheet.print_area.split("!")[-1] if sheet.print_area else sheet.dimensions
    )
    spans = {each.coord.split(":")[0]: each for each in sheet.merged_cells.ranges}
    for row in sheet.iter_rows(top, bottom, left, right):
        for cell in row:
            if cell.value is not None and not sheet.column_dimensions[cell.column_letter].hidden:
                span = spans.get(cell.coordinate)
                last = span.max_col if span else cell.column
                columns = sum(_width(sheet, number) for number in range(cell.column, last + 1))
                height = sheet.row_dimensions[cell.row].height
                yield Shown(
                    f"{sheet.title}!{cell.coordinate}", _value(cell), columns, height or 0, bool(cell.font.b),
                    bool(cell.alignment.wrap_text),
                )  # fmt: skip


def _width(sheet: Any, number: int) -> float:
    column = sheet.column_dimensions[get_column_letter(number)]
    return 0 if column.hidden else float(column.width)


def _value(cell: Any) -> str:
    if isinstance(cell.value, datetime):
        return cell.value.date().isoformat()
    if cell.number_format == "0%":
        return f"{cell.value:.0%}"
    return f"{cell.value:g}" if isinstance(cell.value, float) else str(cell.value)
