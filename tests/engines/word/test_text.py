"""Whatever a text holds, Word shows it, and nothing of it is markup."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.engines.opc.package import read_package
from collabkit.engines.word import WordTemplate
from tests.engines.word.documents import seen, template


@cache
def _made() -> WordTemplate:
    with tempfile.TemporaryDirectory() as folder:
        return template(Path(folder), "[{{ x }}]", [["a", "{{ x }}"], ["b", "c"]])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("R&D <b> 3<5", "R&D <b> 3<5"),
        ("</w:t></w:r></w:p><w:p>", "</w:t></w:r></w:p><w:p>"),
        ("{{ 7*7 }} {% for %} {_{ x }_}", "{{ 7*7 }} {% for %} {_{ x }_}"),
        ("&amp; &lt;", "&amp; &lt;"),
        ("one\ntwo\r\nthree\rfour", "one\ntwo\nthree\nfour"),
        ("soft\x0bbreak\u2028and", "soft\nbreak\nand"),
        ("a\tb", "a\tb"),
        ("a\x00\x08\x1fb", "a\ufffd\ufffd\ufffdb"),
        ("a\ud800b\ufffe\uffff", "a\ufffdb\ufffd\ufffd"),
        ("👩‍👩‍👧 🇨🇳 é 𠮷", "👩‍👩‍👧 🇨🇳 é 𠮷"),
        ("  kept  ", "  kept  "),
        ("", ""),
        ("x" * 40_000, "x" * 40_000),
    ],
)
def test_a_text_is_shown_as_it_is(text: str, shown: str) -> None:
    assert seen(_made().fill({"x": text})) == [f"[{shown}]", f"a|{shown}", "b|c"]


@pytest.mark.parametrize(
    "text", ["2026-03-02", "by 2026-03-02.", "2026-W12", "PRJ-001", "T1-2", "____-__-__", "(2026-03-02 or I-7)"]
)
def test_no_line_ends_inside_a_date_or_an_id(text: str) -> None:
    filled = _made().fill({"x": text})
    assert seen(filled)[0] == f"[{text}]"
    assert b"-" not in b"".join(re.findall(rb"<w:t[ >][^<]*", read_package(filled)["word/document.xml"]))


def test_no_line_ends_inside_a_date_right_after_chinese_text() -> None:
    assert seen(_made().fill({"x": "不晚于2026-03-02"}))[0] == "[不晚于2026-\ufeff03-\ufeff02]"


@pytest.mark.parametrize("text", ["cross-department", "2026-001-F01-V1.0", "a-very-long-name-of-12", "3 - 5", "-5"])
def test_other_hyphens_may_end_a_line(text: str) -> None:
    filled = _made().fill({"x": text})
    assert seen(filled)[0] == f"[{text}]"
    assert b"noBreakHyphen" not in read_package(filled)["word/document.xml"]


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_leaves_the_document_whole(text: str) -> None:
    found = seen(_made().fill({"x": text}))
    assert (found[0][0], found[0][-1], found[2]) == ("[", "]", "b|c")
    assert found[0] == f"[{found[1][2:]}]"
    assert len(found[0]) >= len(text.replace("\r\n", "\n"))
