"""The house style of the Excel templates: fonts, fills, bands, headers, page setup, packing."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.utils.indexed_list import IndexedList

from collabkit.engines.excel import heights
from collabkit.engines.excel.styles import CellFormat
from collabkit.engines.opc.package import read_package, write_package
from collabkit.lang import Lang, Text
from templates.look import ACCENT, FONTS, GREY, HEAD_FILL, LABEL_FILL, LINE

SIZE = 10
INK = "262626"
HEADER_ROW = 3
ZOOM = 90
TRACK_FILL = "E4EFE6"
RED, AMBER, GREEN = ("9C0006", "FFC7CE"), ("7F5F00", "FFEB9C"), ("006100", "C6EFCE")
"""Ink and fill of the lights."""
LIGHTS = (RED, AMBER, GREEN)

# openpyxl writes `color` before `sz`, which the schema and Excel's strict readers do not take.
_FONT_ORDER = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color"),
    *("name", "family", "charset", "scheme"),
)
_BUILT = datetime(2026, 1, 1)
_SIMPLIFIED_CHINESE = 134
_A3, _A4 = 8, 9


@dataclass(frozen=True, slots=True)
class Excel:
    """Builds sheets in one language."""

    lang: Lang

    def t(self, text: Text) -> str:
        """Return `text` in the workbook's language."""
        return text.to(self.lang)

    def font(self, *, head: bool = False, **more: Any) -> Font:
        """Return the running font, or with `head` the one of headings."""
        fonts = FONTS[self.lang]
        if self.lang is Lang.ZH:
            name = fonts.head_asia if head else fonts.text_asia
            return Font(**{"name": name, "charset": _SIMPLIFIED_CHINESE, "sz": SIZE, "color": INK} | more)
        return Font(**{"name": fonts.head if head else fonts.text, "family": 2, "sz": SIZE, "color": INK} | more)

    def workbook(self) -> Workbook:
        """Return an empty workbook whose Normal style has the running font."""
        Font.__elements__ = _FONT_ORDER
        book = Workbook()
        book._fonts = IndexedList([self.font()])
        book._named_styles["Normal"].font = self.font()
        book.remove(book.active)
        return book

    def sheet(self, book: Workbook, title: Text) -> Any:
        """Return a new sheet without gridlines."""
        sheet = book.create_sheet(self.t(title))
        sheet.sheet_view.zoomScale = ZOOM
        sheet.sheet_view.showGridLines = False
        return sheet

    def band(self, sheet: Any, columns: int, title: str, facts: str) -> None:
        """Write the title band into rows 1 and 2, across `columns`."""
        last = get_column_letter(columns)
        for row, text, height in ((1, title, 30), (2, facts, 21)):
            sheet.merge_cells(f"A{row}:{last}{row}")
            sheet.row_dimensions[row].height = height
            for column in range(1, columns + 1):
                sheet.cell(row, column).fill = solid(ACCENT if row == 1 else LABEL_FILL)
            sheet.cell(row, 1, text).alignment = Alignment(
                horizontal="left", vertical="center", wrap_text=row == 2, indent=1
            )
        sheet["A1"].font = self.font(head=True, sz=16, b=self.lang is Lang.EN, color="FFFFFF")
        sheet["A2"].font = self.font()

    def header(
        self,
        sheet: Any,
        texts: Sequence[str],
        widths: Sequence[float],
        *,
        row: int = HEADER_ROW,
        least: float = 32,
        fills: Sequence[str] = (),
    ) -> None:
        """Write a row of column headers, high enough for all their lines in columns of these widths."""
        self.height(sheet, row, list(zip(texts, widths, strict=True)), least, bold=True)
        for column, text in enumerate(texts, 1):
            cell = sheet.cell(row, column, text)
            cell.font = self.font(head=True, b=self.lang is Lang.EN, color=ACCENT)
            cell.fill = solid(fills[column - 1] if fills else HEAD_FILL)
            cell.border = box()
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)

    def body(self, cell: Any, *, centred: bool = False, code: str = "", fill: str = "") -> None:
        """Format a cell of a table's rows; `code` is its number format."""
        cell.font = self.font()
        cell.border = box()
        cell.alignment = Alignment(horizontal="center" if centred else "left", vertical="center", wrap_text=True)
        if code:
            cell.number_format = code
        if fill:
            cell.fill = solid(fill)

    def height(
        self, sheet: Any, row: int, texts: Sequence[tuple[str, float]], least: float, *, bold: bool = False
    ) -> None:
        """Set the height of a row of fixed texts, each with the width of its column."""
        # Bold letters are about as wide as digits.
        look = CellFormat(wraps=True, size=SIZE, even=bold or self.lang is Lang.ZH, dated=False)
        measured = [(text, heights.capacity(width, SIZE, look), float(SIZE)) for text, width in texts]
        sheet.row_dimensions[row].height = round(heights.height(measured, least), 1)

    def page(self, sheet: Any, *, wide: bool) -> None:
        """Set up printing: landscape, one page wide, with page numbers."""
        sheet.page_setup.paperSize = _A3 if wide else _A4
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_options.horizontalCentered = True
        margins = sheet.page_margins
        margins.left = margins.right = 0.4
        margins.top, margins.bottom, margins.header, margins.footer = 0.5, 0.6, 0.3, 0.3
        sheet.oddFooter.left.text = "{{ document.number }}"
        sheet.oddFooter.center.text = self.t(
            Text("{{ project.name }}　版本 {{ document.version }}", "{{ project.name }} · {{ document.version }}")
        )
        sheet.oddFooter.right.text = self.t(Text("第 &P 页 / 共 &N 页", "Page &P of &N"))
        for part in (sheet.oddFooter.left, sheet.oddFooter.center, sheet.oddFooter.right):
            part.size = 9

    def packed(self, book: Workbook, title: Text) -> bytes:
        """Return the workbook's bytes: same build, same bytes."""
        book.properties.creator = "collabkit"
        book.properties.title = self.t(title)
        book.properties.created = book.properties.modified = _BUILT
        buffer = io.BytesIO()
        book.save(buffer)
        parts = read_package(buffer.getvalue())
        # openpyxl stamps the moment of saving over the date it was given.
        book.properties.modified = _BUILT
        parts["docProps/core.xml"] = _core(book)
        return write_package(parts)


def _core(book: Workbook) -> bytes:
    from openpyxl.xml.functions import tostring

    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + bytes(tostring(book.properties.to_tree()))


def solid(colour: str) -> PatternFill:
    """Return a plain fill."""
    return PatternFill("solid", fgColor=colour)


def box() -> Border:
    """Return a thin grey frame."""
    side = Side("thin", color=LINE)
    return Border(left=side, right=side, top=side, bottom=side)


def mark(ink: str, fill: str = "", *, bold: bool = False, italic: bool = False, strike: bool = False) -> Any:
    """Return the look of a conditional format."""
    font = Font(color=ink, b=bold or None, i=italic or None, strike=strike or None)
    return DifferentialStyle(font=font, fill=PatternFill(bgColor=fill, fill_type="solid") if fill else None)


MISSING_LOOK = (GREY, "F2F2F2")
