"""Widths in cells: counted as terminals count them, lines never too long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes, wcswidth

from collabkit.terminal.display_width import clip, pad, visible, width, wrap

DRAWN = "e\u0301\ufe0f\u200d\U0001f468\U0001f3fd\u0915\u094d\u093f中1\u20e3❤\u1112\u1161\u11ab\U0001f1e8\U0001f1f3 é…①"
WORDS = st.text("ab 中文，。：（）「」x-", max_size=60)


@given(st.text("abc 中文，。（）「」：…─●éＡ", max_size=40))
def test_width_is_what_terminals_need(text: str) -> None:
    assert width(text) == wcswidth(text)


@given(st.text(DRAWN, max_size=8))
def test_what_is_drawn_as_one_is_counted_as_one(text: str) -> None:
    assert width(text) == sum(wcswidth(cluster) for cluster in iter_graphemes(text))


@given(
    st.text(
        st.characters(
            max_codepoint=0x2A6DF, exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp", "Mn", "Mc", "Me")
        ),
        max_size=1,
    )
)
def test_python_and_the_library_agree_on_what_stands_alone(char: str) -> None:
    assert width(char) == wcswidth(char)


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


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("e\u0301", 1),  # a combining accent is drawn over its letter
        ("\u0915\u094d", 1),  # so is a vowel sign of Hindi
        ("1\ufe0f\u20e3", 2),  # the key cap around a digit; the selector asks for its wide form
        ("\u1112\u1161\u11ab", 2),  # one Korean syllable of three letters
        ("中\u3099", 2),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", 2),  # a family is one picture
        ("❤\ufe0f", 2),  # the selector asks for the wide, coloured heart
        ("❤", 1),
        ("❤\ufe0f\tx", 5),  # a tab stop is reckoned from what is drawn
        ("❤\u0301\ufe0f", 2),
        ("⌚\ufe0e", 1),  # and its fellow for the narrow one
        ("\U0001f44d\U0001f3fd", 2),  # a thumb with its colour
        ("\U0001f1e8\U0001f1f3", 2),  # a flag of two letters
        ("䷀", 2),  # wide since Unicode 16, whatever Python knows of it
        ("№①㎡“”—…×☐", 9 + 1),
        ("中\u200d\x1b", 6),  # a joiner hides no escape
        ("\x1b[0m", 7),
        ("a\u200cb", 2),  # a non-joiner keeps letters apart without a cell of its own
        ("\u200b", len("\\u200b")),
        ("a\u00adb", len("a\\xadb")),
        ("\ufeffa", len("\\ufeffa")),
        ("\u2060", len("\\u2060")),
        ("\U000e0041", len("\\U000e0041")),
    ],
)
def test_what_takes_no_cell_of_its_own_is_counted_so_and_what_is_unseen_is_written_out(text: str, cells: int) -> None:
    assert width(text) == cells
    assert pad(text, 12) == text + " " * (12 - cells)


@given(st.text("a中é\u0301\u200b\u00ad\u2060\ufeff\u202e\u0085\x1b", max_size=12))
def test_what_is_shown_has_the_width_that_is_counted(text: str) -> None:
    assert width(visible(text)) == width(text)


def test_a_name_with_an_invisible_character_is_not_shown_like_the_one_without() -> None:
    assert visible("李雷\u200b") == "李雷\\u200b"
    assert visible("ow\u00adner") == "ow\\xadner"
    assert visible("a\ufeffb\u2060c") == "a\\ufeffb\\u2060c"


def test_cutting_never_parts_a_letter_from_what_is_drawn_over_it() -> None:
    assert clip("e\u0301e\u0301e\u0301", 2) == "e\u0301…"
