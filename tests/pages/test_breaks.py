"""Wherever a page ends in a table, LibreOffice prints all rows, and no heading stands alone."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from collabkit.engines.word.breaking import breakable
from tests.pages.office import MISSING, pages, print_all

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(bool(MISSING), reason=f"there is no {' and no '.join(MISSING)} on this machine"),
]

_PLACES = 160
_STEP = 0.25
"""Points from one place to the next; a row is lost at places as wide as a line is thick, which is half a point."""
_LINES = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH"))


def _table(place: int, kept: int) -> str:
    return (
        f"<w:tbl {nsdecls('w')}><w:tblPr><w:tblW w:w='4000' w:type='dxa'/><w:tblBorders>{_LINES}</w:tblBorders>"
        "</w:tblPr><w:tblGrid><w:gridCol w:w='4000'/></w:tblGrid>"
        + _row(f"head{place}", "<w:tblHeader/>", True)
        + "".join(_row(f"row{place}.{number}", "", number < kept) for number in range(4))
        + "</w:tbl>"
    )


def _row(text: str, heading: str, kept: bool) -> str:
    return (
        f"<w:tr><w:trPr><w:cantSplit/>{heading}</w:trPr><w:tc><w:tcPr><w:tcW w:w='4000' w:type='dxa'/></w:tcPr>"
        f"<w:p><w:pPr>{'<w:keepNext/>' if kept else ''}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr>"
    )


@pytest.mark.parametrize("kept", [0, 1], ids=["loose", "first-row-kept-with-second"])
def test_a_table_loses_no_row_wherever_it_begins(kept: int, tmp_path: Path) -> None:
    document = docx.Document()
    page = document.sections[0]
    page.page_height, page.top_margin, page.bottom_margin = Pt(400), Pt(50), Pt(50)
    for place in range(_PLACES):
        above = document.add_paragraph(f"place{place}")
        above.paragraph_format.page_break_before = True
        above.paragraph_format.space_after = Pt(0)
        above.paragraph_format.line_spacing = Pt(300 - 75 + place * _STEP)
        above._p.addnext(parse_xml(breakable(_table(place, kept))))
    document.save(str(tmp_path / "t.docx"))
    printed = pages(print_all([tmp_path / "t.docx"], tmp_path / "pdf")[tmp_path / "t.docx"])
    told = set(re.findall(r"row\d+\.\d", "\n".join(printed)))
    assert sorted({f"row{place}.{row}" for place in range(_PLACES) for row in range(4)} - told) == []
    assert [page for page in printed if re.search(r"head\d+\s*$", page)] == []
