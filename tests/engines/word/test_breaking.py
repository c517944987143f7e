"""Where a filled table may break over pages."""

from __future__ import annotations

import re

from collabkit.engines.word.breaking import breakable

UPRIGHT, WIDE = 9638, 14570
LONG = "text " * 100
"""In a quarter of the width a bit less than half of an upright page, and more than half of a wide one."""


def table(*texts: str, width: int = UPRIGHT) -> str:
    cell = '<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>'
    head = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cell.format('Head')}</w:tr>"
    rows = "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell.format(text)}</w:tr>" for text in texts)
    return f'<w:tbl><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>{head}{rows}</w:tbl>'


def whole(xml: str) -> list[bool]:
    """Return for each row below the heading whether it stays on one page."""
    return ["<w:cantSplit/>" in row for row in re.findall("<w:tr>.*?</w:tr>", breakable(xml))[1:]]


def test_every_row_stays_whole_the_first_one_too() -> None:
    assert whole(table("a", "b", "c")) == [True, True, True]


def test_a_row_of_half_a_page_may_be_split() -> None:
    assert whole(table("a", LONG * 2, "c", LONG)) == [True, False, True, True]


def test_half_of_a_wide_page_is_less() -> None:
    assert whole(table("a", LONG, "c", width=WIDE)) == [True, False, True]
