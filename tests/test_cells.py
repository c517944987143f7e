"""Widths in cells: counted as terminals count them, lines never too long."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from collabkit.cells import clip, pad, visible, width, wrap

WORDS = st.text("ab 中文，。：（）「」x-", max_size=60)


@given(st.text("abc 中文，。（）「」：…─●éＡ", max_size=40))
def test_width_is_what_terminals_need(text: str) -> None:
    assert width(text) == wcswidth(text)


@given(WORDS, st.integers(8, 40))
def test_wrapping_keeps_every_character_and_the_width(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    longest = max((width(word) for word in text.replace("中", " ").replace("文", " ").split()), default=0)
    assert all(width(line) <= max(cells, longest + 4) for line in lines)


def test_chinese_lines_neither_begin_with_closing_nor_end_with_opening_punctuation() -> None:
    text = "退出码：没有达到要求（见说明）的问题，一；二、三。" * 4
    for cells in range(12, 60):
        lines = wrap(text, cells, "  ")
        assert all(width(line) <= cells for line in lines)
        assert not any(line.lstrip()[0] in "，。；、）：" or line[-1] == "（" for line in lines)


def test_what_is_quoted_stays_together() -> None:
    assert wrap("give the reason, or set 'status: done'", 36) == ["give the reason, or set", "'status: done'"]
    assert wrap("任务确实做完了就写「status: done」即可", 32) == ["任务确实做完了就写", "「status: done」即可"]
    assert wrap("it's the user's own fault", 12) == ["it's the", "user's own", "fault"]


def test_continuation_lines_are_indented() -> None:
    assert wrap("one two three four", 9, "  ") == ["one two", "  three", "  four"]


def test_padding_and_cutting_count_chinese_as_two() -> None:
    assert pad("部门", 6) + "|" == "部门  |"
    assert clip("部门负责人", 7) == "部门负…"
    assert clip("部门负责人", 10) == "部门负责人"


def test_what_a_terminal_would_obey_is_written_out() -> None:
    assert visible("a\x1b[31mb\u202ec\nd\x9be\udc80") == "a\\x1b[31mb\\u202ec\\nd\\x9be\\udc80"
    assert visible("研发部 R&D – “好”") == "研发部 R&D – “好”"
