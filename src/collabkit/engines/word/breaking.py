"""How a filled table breaks over pages without losing rows or lines, which LibreOffice does in two cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_ROW = re.compile(r"<w:tr[ >].*?</w:tr>", re.DOTALL)
_WHOLE = re.compile(r"<w:cantSplit(?: [^>]*)?/>")
_CELL = re.compile(
    r"(?P<cell><w:tc(?: [^>]*)?>)"
    r"(?:<w:tcPr/>|(?P<look><w:tcPr>(?:<w:(?:cnfStyle|tcW|gridSpan|hMerge|vMerge)(?: [^>]*)?/>)*))?"
)
_NO_LINE: Final = '<w:tcBorders><w:bottom w:val="nil"/></w:tcBorders>'

_COLUMN = re.compile(r'<w:gridCol(?=[^>]* w:w="(\d+)")')
_WIDTH = re.compile(r'<w:tcW(?=[^>]* w:type="dxa")[^>]* w:w="(\d+)"')
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)")
_SHORT = 250
"""Letters that are never too many for a row, however narrow its columns."""
_LETTER, _LINE = 105, 260
"""A letter's width and a line's height in twips, a little more than those of 10 point text."""
_HALF_A_PAGE, _HALF_A_WIDE_PAGE = 7000, 4600
_WIDEST = 11906
"""A wider table than the upright A4 page stands on a wide one."""
_NARROW = 1000
"""Twips that a cell is taken to be wide when it does not say."""


def breakable(xml: str) -> str:
    """Return the XML of a table of which LibreOffice prints all, and which looks the same.

    It loses all rows but the first, when that one may not be split and the page has room for it but not for the line
    below it. So the second row alone draws the line between the two; a first row with lines of its own may be split.
    And it loses what does not fit on one page of a row that may not be split: a row of half a page or more may be.
    """
    return "".join(_pieces(xml))


def _pieces(xml: str) -> Iterator[str]:
    done, first = 0, True
    wide = sum(int(each) for each in _COLUMN.findall(xml)) > _WIDEST
    most = _HALF_A_WIDE_PAGE if wide else _HALF_A_PAGE
    for row in _ROW.finditer(xml):
        yield xml[done : row.start()]
        done, heading = row.end(), "<w:tblHeader" in row[0]
        yield _changed(row[0], first and not heading and xml.find("<w:tr", done) > 0, most)
        first = first and heading
    yield xml[done:]


def _changed(row: str, first: bool, most: int) -> str:
    whole = _WHOLE.search(row)
    if whole is None:
        return row
    if _height(row) > most or (first and ("<w:tcBorders" in row or "<w:tbl>" in row)):
        return row[: whole.start()] + row[whole.end() :]
    return _CELL.sub(_open, row) if first else row


def _open(cell: re.Match[str]) -> str:
    if cell["look"]:
        return cell["cell"] + cell["look"] + _NO_LINE
    return f"{cell['cell']}<w:tcPr>{_NO_LINE}</w:tcPr>"


def _height(row: str) -> int:
    """Return about how many twips high a row gets, reckoned without its styles; 0 where that cannot be much."""
    return max((_lines(cell) * _LINE for cell in row.split("<w:tc>")[1:] if len(cell) > _SHORT), default=0)


def _lines(cell: str) -> int:
    found = _WIDTH.search(cell)
    room = max(_LETTER, (int(found[1]) if found else _NARROW) - 2 * _LETTER)
    count = 0
    for paragraph in cell.split("</w:p>"):
        text = "".join(_TEXT.findall(paragraph))
        letters = (len(text) + len(text.encode())) // 2
        count += paragraph.count("<w:br/>") + 1 + letters * _LETTER // room
    return count
