"""A source line in a terminal: the caret stands under the right cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.work import work
from wcwidth import wcswidth

from collabkit.problem import FilePath
from collabkit.source.snippet import caret_line
from collabkit.source.source import Source
from collabkit.source.span import Span


def _caret(line: str, column: int, end: int, room: int = 100) -> tuple[str, int, int]:
    return caret_line(Source.from_text(line), Span(1, column, 1, end), room)


@pytest.mark.parametrize(
    ("line", "column", "end", "offset", "width"),
    [
        ("owner: ana", 8, 11, 7, 3),
        ("任务: 李雷", 5, 7, 6, 4),
        ("a:\tx", 4, 5, 4, 1),
        ("\t\tx", 3, 4, 8, 1),
        ("e\u0301: x", 5, 6, 3, 1),
        ("👨\u200d👩\u200d👧: x", 8, 9, 4, 1),
        ("❤\ufe0f: x", 5, 6, 4, 1),
        ("ｆｕｌｌ：x", 6, 7, 10, 1),
    ],
)
def test_the_caret_counts_cells_not_characters(line: str, column: int, end: int, offset: int, width: int) -> None:
    shown, at, wide = _caret(line, column, end)
    assert (at, wide) == (offset, width)
    assert wcswidth(shown[: column - 1 + (shown.count(" ") - line.count(" "))].rstrip("\t")) >= 0


def test_characters_that_a_terminal_would_obey_are_written_out() -> None:
    shown, offset, width = _caret("a\x1b[31m\u202eb", 7, 8)
    assert shown == "a\\x1b[31m\\u202eb"
    assert (offset, width) == (9, 6)


def test_a_long_line_is_cut_around_the_caret() -> None:
    line = "x" * 200 + "任务" + "y" * 200
    shown, offset, width = _caret(line, 201, 203, 60)
    assert shown.startswith("…") and shown.endswith("…")
    assert wcswidth(shown) <= 60
    assert wcswidth(shown[: shown.index("任")]) == offset
    assert width == 4


def _cut_around(reach: int) -> tuple[tuple[str, int, int], int]:
    """Return what is shown of a line with so many characters on either side of the caret, and the work it takes."""
    line = "x" * reach + "任务" + "y" * reach
    return work(lambda: _caret(line, reach + 1, reach + 3, 60))


def test_cutting_a_line_takes_the_same_work_however_long_it_is() -> None:
    _, usual = _cut_around(10_000)
    (shown, offset, width), endless = _cut_around(1_000_000)
    assert endless <= usual * 1.01
    assert wcswidth(shown) <= 60 and shown[0] == shown[-1] == "…"
    assert wcswidth(shown[: shown.index("任")]) == offset
    assert width == 4


def test_a_span_over_several_lines_marks_the_rest_of_the_first() -> None:
    source = Source.from_text("a: {b: 1,\n  c: 2}\n")
    assert caret_line(source, source.span(FilePath("a")), 80) == ("a: {b: 1,", 3, 6)


def test_an_empty_span_still_shows_a_caret() -> None:
    assert _caret("a:", 3, 3) == ("a:", 2, 1)


_LINES = st.text(
    st.one_of(st.sampled_from("任务：ab ,\te\u0301é①“"), st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)),
    max_size=60,
)


@given(_LINES, st.integers(1, 70), st.integers(0, 20), st.integers(10, 90))
def test_what_is_shown_fits_and_the_caret_lies_in_it(line: str, column: int, size: int, room: int) -> None:
    shown, offset, width = _caret(line, column, column + size, room)
    assert wcswidth(shown) <= max(room, 8)
    assert offset >= 0 and width >= 1
    assert offset + width <= max(wcswidth(shown) + 1, 1)


@given(_LINES.filter(lambda line: "\t" not in line), st.integers(0, 59))
def test_the_offset_is_the_width_of_what_stands_before(line: str, index: int) -> None:
    index = min(index, len(line))
    _, offset, _ = _caret(line, index + 1, index + 2, 1000)
    assert offset == wcswidth(line[:index])
