"""The rows and cells of a worksheet as they stand in its XML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from collabkit.engines.excel.refs import LAST_COLUMN, LAST_ROW, column_number, translated
from collabkit.engines.excel.tags import has_tag
from collabkit.engines.excel.xml import main, text_of
from collabkit.engines.opc.markup import Element
from collabkit.engines.tags.allowance import Allowance
from collabkit.lang import Text

_LONGEST = 32_767
"""Characters of a formula: Excel takes a quarter of it, but writes its newer functions with a prefix."""
_SHORTER = Text("请缩短公式，或少填充几行", "shorten the formula, or fill it down over fewer rows")
_LETTERS = re.compile("[A-Za-z]{1,3}(?![A-Za-z])")


def rows(root: Element) -> Iterator[tuple[Element, int]]:
    """Yield the rows of a worksheet with their numbers, which rise. Raises ValueError where Excel sees damage."""
    number = 0
    data = root.find(main("sheetData"))
    for row in () if data is None else list(data.iterchildren(main("row"))):
        found = int(row.get("r", number + 1))
        if not number < found <= LAST_ROW:
            raise ValueError(f"row {found} after row {number}")
        number = found
        yield row, number


def cells(row: Element) -> Iterator[tuple[Element, int]]:
    """Yield the cells of a row with their columns, counted from 1. Raises ValueError for one that Excel has not."""
    column = 0
    for cell in list(row.iterchildren(main("c"))):
        ref = cell.get("r")
        letters = _LETTERS.match(ref) if ref else None
        if ref and not letters:
            raise ValueError(f"no cell {ref[:20]}")
        column = column_number(letters[0]) if letters else column + 1
        if column > LAST_COLUMN:
            raise ValueError(f"no column {column}")
        yield cell, column


class Strings:
    """The shared texts of a workbook."""

    def __init__(self, items: Sequence[Element]) -> None:
        self._items = items
        self.tagged = {number for number, item in enumerate(items) if has_tag(text_of(item))}

    def tagged_holder(self, cell: Element) -> Element | None:
        """Return what holds the text of a cell when it has a tag and no formula, else None."""
        kind = cell.get("t")
        if kind == "inlineStr":
            holder = cell.find(main("is"))
            tagged = holder is not None and has_tag(text_of(holder))
        elif kind == "s":
            value = cell.find(main("v"))
            number = int(value.text) if value is not None and (value.text or "").strip().isdecimal() else -1
            tagged = number in self.tagged
            holder = self._items[number] if tagged else None
        else:
            return None
        return holder if tagged and cell.find(main("f")) is None else None


class Formulas:
    """The formulas of one sheet, those shared by several cells written out for each."""

    def __init__(self, sheet: str, allowance: Allowance) -> None:
        self._sheet, self._allowance = sheet, allowance
        self._shared: dict[str, tuple[str, int, int]] = {}

    def text(self, formula: Element, row: int, column: int) -> str:
        """Return what a cell computes; cells are asked for in their order.

        Raises ValueError for a formula that Excel has not, OverdrawnError when those shared are endless.
        """
        text, number = formula.text or "", formula.get("si")
        if len(text) > _LONGEST:
            raise ValueError(f"a formula of {len(text)} characters")
        if formula.get("t") != "shared" or number is None:
            return text
        if text:
            self._shared[number] = (text, row, column)
        master, top, left = self._shared.get(number, (text, row, column))
        # Every copy is taken apart and put together again.
        self._allowance.step(len(master) * 3, _SHORTER)
        return translated(master, self._sheet, row - top, column - left)
