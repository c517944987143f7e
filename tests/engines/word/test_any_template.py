"""Whatever somebody types into a template, it is refused with its place or gives a whole document."""

from __future__ import annotations

import io
from functools import cache
from xml.sax.saxutils import escape

import docx
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from collabkit.engines.opc.package import read_package
from collabkit.engines.word import WordTemplate
from collabkit.errors import TemplateError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VIEWS = ({"a": "", "xs": []}, {"a": "x<&\n", "xs": [{"b": 1}, {"b": "y"}]})

words = st.sampled_from(["text", "", "{{ a }}", "{{ t.b }}", "{{ loop.index }}", "{# c #}", "{", "}}", "{%", "<", "｝"])
pairs = st.sampled_from(
    [
        (f"{{%{level}{opening} %}}", f"{{%{level}{closing} %}}")
        for level in ("", "p ", "tr ", "tc ")
        for opening, closing in (("for t in xs", "endfor"), ("if a", "endif"))
    ]
)


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def cell(content: str) -> str:
    return f"<w:tc>{content}</w:tc>"


def row(content: str) -> str:
    return f"<w:tr>{content}</w:tr>"


def table(content: str) -> str:
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>{content}</w:tbl>'


@st.composite
def somewhere(draw: st.DrawFn, plain: st.SearchStrategy[str], tagged: st.SearchStrategy[tuple[str, str]]) -> str:
    """Draw blocks, some of them between the two tags of a pair."""
    found = draw(st.lists(plain, min_size=1, max_size=3))
    opening, closing = draw(tagged)
    start = draw(st.integers(0, len(found)))
    end = draw(st.integers(start, len(found)))
    return "".join([*found[:start], opening, *found[start:end], closing, *found[end:]])


lines = st.lists(words, max_size=3).map("".join) | somewhere(words, pairs)
paragraphs = somewhere(lines.map(paragraph), pairs.map(lambda tags: (paragraph(tags[0]), paragraph(tags[1]))))
in_cells = pairs.map(lambda tags: (cell(paragraph(tags[0])), cell(paragraph(tags[1]))))
cells = st.lists(lines.map(paragraph).map(cell), min_size=1, max_size=2).map("".join) | somewhere(
    paragraphs.map(cell), in_cells
)
rows = somewhere(cells.map(row), in_cells.map(lambda tags: (row(tags[0]), row(tags[1]))))


@cache
def _package() -> dict[str, bytes]:
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    return read_package(buffer.getvalue())


@given(st.lists(paragraphs | rows.map(table), min_size=1, max_size=2).map("".join))
def test_a_template_is_refused_or_gives_a_whole_document(body: str) -> None:
    xml = f'<w:document xmlns:w="{W[1:-1]}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    try:
        made = WordTemplate("t.docx", _package() | {"word/document.xml": xml.encode()})
    except TemplateError as error:
        assert error.message.en.startswith("template t.docx: body, ")
        return
    for view in VIEWS:
        try:
            filled = made.fill(view)
        except TemplateError as error:
            assert "there is no data here" in error.message.en
            continue
        root = etree.fromstring(read_package(filled)["word/document.xml"])
        assert all(len(found) and found[-1].tag == f"{W}p" for found in root.iter(f"{W}tc"))
        assert all(found.find(f"{W}tc") is not None for found in root.iter(f"{W}tr"))
        assert all(found.find(f"{W}tr") is not None for found in root.iter(f"{W}tbl"))
