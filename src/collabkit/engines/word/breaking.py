"""How a filled table breaks over pages without losing rows or lines, which LibreOffice does in two cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_ROW = re.compile(r"<w:tr[ >].*?</w:tr>", re.DOTALL)
_WHOLE = re.compile(r"<w:cantSplit(?: [^>]*)?/>")
_PARAGRAPH = re.compile(
    r"(?P<begin><w:p(?: [^>]*[^/>])?>)"
    r"(?:<w:pPr/>|(?P<look><w:pPr>(?:<w:pStyle [^>]*/>)?(?:<w:keepNext(?: [^>]*)?/>)?))?(?!<w:keepLines)"
)
_LINES_TOGETHER: Final = "<w:keepLines/>"

_COLUMN = re.compile(r'<w:gridCol(?=[^>]* w:w="(\d+)")')
_WIDTH = re.compile(r'<w:tcW(?=[^>]* w:type="dxa")[^>]* w:w="(\d+)"')
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)")
_SHORT = 250
"""Letters that are never too many for a row, however narrow its columns."""
_LETTER, _LINE = 105, 260
"""A letter's width and a line's height in twips, a little more than those of 10 point text."""
_QUARTER_OF_A_PAGE, _QUARTER_OF_A_WIDE_PAGE = 3500, 2300
_WIDEST = 11906
"""A wider table than the upright A4 page stands on a wide one."""
_NARROW = 1000
"""Twips that a cell is taken to be wide when it does not say."""


def breakable(xml: str) -> str:
    """Return the XML of a table of which LibreOffice prints all, and which looks the same.

    It loses all rows but the first, when that one may not be split and the page has room for it but not for the line
    below it. So that one may be; its paragraphs keep their lines together, which Word heeds. With rows that are kept
    with the next one it is the first row that is not. And LibreOffice loses what does not fit on one page of a row that
    may not be split: a row of a quarter of a page or more may be, which also leaves less room unused at page ends.
    """
    return "".join(_pieces(xml))


def _pieces(xml: str) -> Iterator[str]:
    rows = list(_ROW.finditer(xml))
    wide = sum(int(each) for each in _COLUMN.findall(xml)) > _WIDEST
    most = _QUARTER_OF_A_WIDE_PAGE if wide else _QUARTER_OF_A_PAGE
    done, first = 0, _first([row[0] for row in rows])
    for number, row in enumerate(rows):
        yield xml[done : row.start()]
        yield _changed(row[0], number == first, most)
        done = row.end()
    yield xml[done:]


def _first(rows: list[str]) -> int | None:
    """Return which row is the first after which a page may end; None when only the last one is."""
    found = (number for number, row in enumerate(rows[:-1]) if "<w:tblHeader" not in row and not _is_kept(row))
    return next(found, None)


def _is_kept(row: str) -> bool:
    """Return whether a row stays with the next one: its first paragraph says so."""
    return "<w:keepNext" in row.partition("</w:pPr>")[0]


def _changed(row: str, first: bool, most: int) -> str:
    whole = _WHOLE.search(row)
    if whole is None or not (first or _height(row) > most):
        return row
    open_ = row[: whole.start()] + row[whole.end() :]
    return _PARAGRAPH.sub(_together, open_) if first and _height(row) <= most else open_


def _together(paragraph: re.Match[str]) -> str:
    look = paragraph["look"]
    return paragraph["begin"] + (look + _LINES_TOGETHER if look else f"<w:pPr>{_LINES_TOGETHER}</w:pPr>")


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
