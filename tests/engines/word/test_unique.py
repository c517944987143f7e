"""What a loop repeats stays unique in the document: pictures, changes, comments, bookmarks, content controls."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from collabkit.engines.opc.package import read_package
from collabkit.engines.word import load

_TEXT = "<w:r><w:t>{{ name }}</w:t></w:r>"
_DRAWING = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="7" name="logo"/>'
    '<a:graphic><a:graphicData uri="x"/></a:graphic></wp:inline></w:drawing></w:r>'
)
_SHAPE = '<w:r><w:pict><v:shape id="_x0000_s1026" style="width:9pt"/></w:pict></w:r>'


@dataclass(frozen=True, slots=True)
class View:
    names: tuple[str, ...] = ("a", "b", "c")


def filled(folder: Path, repeated: str, *, fixed: str = "") -> str:
    """Return the XML of a document whose loop repeats a paragraph with the content `repeated`."""
    document = docx.Document()
    spaces = nsdecls("w", "wp", "a") + ' xmlns:v="urn:schemas-microsoft-com:vml"'
    repeated = repeated.replace("{{ name }}", "{{ x }}")
    for content in (fixed, "<w:r><w:t>{%p for x in names %}</w:t></w:r>", repeated):
        document.element.body.insert(-1, parse_xml(f"<w:p {spaces}>{content}</w:p>"))
    document.add_paragraph("{%p endfor %}")
    document.save(str(folder / "t.docx"))
    template = load(folder / "t.docx")
    data = template.fill(View())
    assert template.fill(View()) == data
    return read_package(data)["word/document.xml"].decode()


@pytest.mark.parametrize(
    ("repeated", "pattern"),
    [
        (_DRAWING, r'<wp:docPr id="([^"]*)"'),
        (_SHAPE, r'<v:shape id="([^"]*)"'),
        (f'<w:ins w:id="5" w:author="x" w:date="2026-01-01T00:00:00Z">{_TEXT}</w:ins>', r'<w:ins w:id="([^"]*)"'),
    ],
)
def test_numbers_are_given_anew_beyond_those_of_the_rest(tmp_path: Path, repeated: str, pattern: str) -> None:
    found = re.findall(pattern, filled(tmp_path, repeated, fixed=_DRAWING + _SHAPE))
    numbers = [int(re.sub(r"\D", "", text.removeprefix("_x0000"))) for text in found]
    assert len(set(numbers)) == len(numbers) >= 3
    assert min(numbers[-3:]) > 1026


@pytest.mark.parametrize(
    ("repeated", "gone"),
    [
        (f'<w:commentRangeStart w:id="0"/>{_TEXT}<w:commentRangeEnd w:id="0"/>', "commentRange"),
        (f'{_TEXT}<w:r><w:commentReference w:id="0"/></w:r>', "commentReference"),
        (f'<w:bookmarkStart w:id="0" w:name="b"/>{_TEXT}<w:bookmarkEnd w:id="0"/>', "bookmark"),
        (
            f'<w:sdt><w:sdtPr><w:id w:val="9"/></w:sdtPr><w:sdtContent>{_TEXT}</w:sdtContent></w:sdt>',
            "<w:id ",
        ),
    ],
)
def test_what_belongs_to_one_place_is_not_repeated(tmp_path: Path, repeated: str, gone: str) -> None:
    xml = filled(tmp_path, repeated)
    assert gone not in xml
    assert all(f"<w:t>{name}</w:t>" in xml.replace(' xml:space="preserve"', "") for name in "abc")


def test_a_bookmark_between_repeated_rows_is_not_repeated(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=0, cols=1)
    for text in ("{%tr for x in names %}", "{{ x }}", "{%tr endfor %}"):
        table.add_row().cells[0].text = text
    table.rows[1]._tr.addprevious(parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="3" w:name="b"/>'))
    document.save(str(tmp_path / "t.docx"))
    assert b"bookmarkStart" not in read_package(load(tmp_path / "t.docx").fill(View()))["word/document.xml"]
