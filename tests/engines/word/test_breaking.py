"""Where a filled table may break over pages."""

from __future__ import annotations

import re

from collabkit.engines.word.breaking import breakable

UPRIGHT, WIDE = 9638, 14570
LONG = "text " * 50
"""In a quarter of the width a bit less than a quarter of an upright page, and more than a quarter of a wide one."""
KEPT = "<w:p><w:pPr><w:keepNext/></w:pPr>"


def table(*texts: str, width: int = UPRIGHT) -> str:
    cell = '<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>'
    head = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cell.format('Head')}</w:tr>"
    rows = "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell.format(text)}</w:tr>" for text in texts)
    return f'<w:tbl><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>{head}{rows}</w:tbl>'


def kept(xml: str, *texts: str) -> str:
    for text in texts:
        xml = xml.replace(f"<w:p><w:r><w:t>{text}<", f"{KEPT}<w:r><w:t>{text}<")
    return xml


def whole(xml: str) -> list[bool]:
    """Return for each row below the heading whether it may not be split."""
    return ["<w:cantSplit/>" in row for row in re.findall("<w:tr>.*?</w:tr>", breakable(xml))[1:]]


def test_every_row_but_the_first_stays_whole() -> None:
    assert whole(table("a", "b", "c")) == [False, True, True]


def test_the_lines_of_the_first_row_stay_together_and_its_borders_are_its_own() -> None:
    made = breakable(table("a", "b"))
    assert made.count("<w:keepLines/>") == 1
    assert "<w:p><w:pPr><w:keepLines/></w:pPr><w:r><w:t>a" in made
    assert "<w:tcBorders" not in made


def test_a_paragraph_keeps_its_style_before_what_is_added() -> None:
    styled = table("a", "b").replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="X"/><w:jc w:val="left"/></w:pPr>')
    assert '<w:pStyle w:val="X"/><w:keepLines/><w:jc w:val="left"/></w:pPr><w:r><w:t>a' in breakable(styled)


def test_the_first_row_that_is_not_kept_with_the_next_one_may_be_split() -> None:
    assert whole(kept(table("a", "b", "c", "d"), "a", "b")) == [True, True, False, True]


def test_a_table_that_is_kept_on_one_page_stays_whole() -> None:
    assert whole(kept(table("a", "b", "c"), "a", "b")) == [True, True, True]


def test_a_table_of_one_row_stays_whole() -> None:
    assert whole(table("a")) == [True]


def test_a_row_of_a_quarter_of_a_page_may_be_split() -> None:
    assert whole(table("a", LONG * 2, "c", LONG)) == [False, False, True, True]


def test_a_quarter_of_a_wide_page_is_less() -> None:
    assert whole(table("a", LONG, "c", width=WIDE)) == [False, False, True]
