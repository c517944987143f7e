"""Broken YAML: the place a person would mend, and what to do there."""

from __future__ import annotations

import pytest

from collabkit.source.loader import load
from collabkit.source.source import Source
from collabkit.source.validate import validate

CASES = [
    ('a: "x\nb: c\n', 1, 4, 'the quote " on line 1 is never closed'),
    ('a: "x\nb: "c"\n', 1, 4, 'the quote " on line 1 is never closed'),
    ("a: 'x\n---\n", 1, 4, "never closed"),
    ("people: [ana, bob\nproject: x\n", 1, 9, "the list opened with '[' is never closed"),
    ("p: {a: 1, b: 2\nq: 3\n", 1, 4, "the mapping opened with '{' is never closed"),
    ("a: {k: [1, 2}\n", 1, 13, "'[' is closed by '}'"),
    ("a: {b: 1 c: 2}\n", 1, 8, "a comma is missing"),
    ("a: [1, 2]]\n", 1, 10, "there is a ']' too many"),
    ("a: [x] y\n", 1, 8, "text behind the closing bracket"),
    ("a: [ , b]\n", 1, 6, "nothing before this comma"),
    ("a: [\n- b\n]\n", 2, 1, "'- ' has no place inside of brackets"),
    ("a:\n\tb: 1\n", 2, 1, "line 2 is indented with a tab; YAML allows only spaces"),
    ("a: 1\n  \tb: 1\n", 2, 3, "line 2 is indented with a tab"),
    ("a: |\n\tx\n", 2, 1, "line 2 is indented with a tab"),
    ("a: 1\nname:App\nb: 2\n", 2, 5, "line 2 lacks a blank after the colon"),
    ("a: 1\nname：App\nb: 2\n", 2, 5, "line 2 has a full-width colon"),
    ("- a\n-b\nc: d\n", 2, 1, "line 2 lacks a blank after '-'"),
    ("a: 1\nb\nc: 2\n", 2, 1, "line 2 is not 'key: value'"),
    ("a b\nc: d\n", 1, 1, "line 1 is not 'key: value'"),
    (": x\n", 1, 1, "there is no key before the colon"),
    ("a: b: c\n", 1, 4, "the value holds a colon that is not in quotes"),
    ("a: @ana\n", 1, 4, "a value cannot begin with '@'"),
    ("a: `x`\n", 1, 4, "a value cannot begin with '`'"),
    ("a: %x\n", 1, 4, "a value cannot begin with '%'"),
    ("a: * b\n", 1, 4, "a value cannot begin with '*'"),
    ("a: & Co\n", 1, 4, "a value cannot begin with '&'"),
    ('a: "C:\\data"\n', 1, 7, "the backslash in double quotes is not a valid escape"),
    ("a: 'don't'\n", 1, 9, "text behind the closing quote"),
    ('a: "say "hi""\n', 1, 10, "text behind the closing quote"),
    ("a: - b\n", 1, 4, "'- ' cannot follow a key on its line"),
    ("a: |text\n  x\n", 1, 4, "the text starts on the next line"),
    ("a:\n  b: 1\n c: 2\n", 3, 2, "the indentation of line 3 fits nothing around it"),
    ("a:\n    b: 1\n    c: 1\n   d: 1\n    e: 1\n", 4, 4, "the indentation of line 4 fits nothing around it"),
    ("a: 1\n  b: 2\n", 2, 3, "the indentation of line 2 fits nothing around it"),
    ("a:\n  - x\n  y: 1\n", 3, 3, "line 3 stands where a list item '- ' is expected"),
    ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n", 2, 1, "unresolved merge conflict between lines 2 and 6"),
    ("a:\n  b: 1\n\u3000\u3000c: 2\n  d: 3\n", 3, 1, "line 3 is indented with full-width or no-break spaces"),
    ("a:\n  b: 1\n\u00a0\u00a0c: 2\n  d: 3\n", 3, 1, "line 3 is indented with full-width or no-break spaces"),
    ("a:\n\u3000\u3000b: 1\n\u3000\u3000c: 2\n", 2, 1, "line 2 is indented with full-width or no-break spaces"),
    ("t:\n  T1：\n    name: x\n", 2, 5, "line 2 has a full-width colon"),
    ("t:\n  T1:\n    a: x\n  b: y\n    c: z\n    d: q\n", 4, 3, "the indentation of line 4 fits nothing around it"),
    ("t:\n  T1:\n    a: x\n  - T3:\n    a: y\n", 4, 3, "line 4 begins with '- ' among lines 'key: value'"),
    ("a: {b: 1，c: 2}\n", 1, 9, "a full-width '，' in { }"),
    ("a: {b: 1； c: 2}\n", 1, 9, "a full-width '；' in { }"),
    ("a: ｛b: 1, c: 2｝\n", 1, 4, "a full-width bracket '｛'"),
    ("- 【b: 1】\n", 1, 3, "a full-width bracket '【'"),
    ("a:\n  【b: 1, c: 2】\n", 2, 3, "a full-width bracket '【'"),
    ("a:\n  • {b: 1}\n  • {b: 2}\n", 2, 3, "line 2 begins with '•' instead of '- '"),
    ("a:\n  - {b: 1}\n  • {b: 2}\n", 3, 3, "line 3 begins with '•' instead of '- '"),
    ("a:\n  * b\n", 2, 3, "line 2 begins with '*' instead of '- '"),
    ("a:\n  1. {b: 1, c: 2}\n", 2, 3, "line 2 begins with '1.' instead of '- '"),
    ("a: {b: x #2, c: y}\n", 1, 10, "'#' behind a blank makes the rest of the line a comment"),
    ("a: {b: #2 x}\n", 1, 8, "'#' behind a blank makes the rest of the line a comment"),
    ("a: [x #2]\nb: c\n", 1, 7, "'#' behind a blank makes the rest of the line a comment"),
    ("a:\n  b #2:\n    c: d\n", 2, 5, "'#' behind a blank makes the rest of the line a comment"),
    ("a:\n  b: c\n  d #2: e\n", 3, 5, "'#' behind a blank makes the rest of the line a comment"),
    ("a: b #2\n  c\nd: e\n", 1, 6, "'#' behind a blank makes the rest of the line a comment"),
    ('a: {b: "x" y, c: z}\n', 1, 12, "text behind the closing quote"),
    ('a: ["x" "y"]\n', 1, 9, "a comma is missing"),
    ('a: "x”\nb: "c"\n', 1, 4, 'the quote " on line 1 is never closed'),
    ("a:\n  T1\tx\t2026-03-02\n  T2: {b: c}\n", 2, 3, "line 2 looks like a row pasted from a table"),
    ("%FOO\na: 1\n", 1, 1, "a directive that is not understood"),
    ("a: 1\n...\nb: 2\n", 3, 1, "nothing may follow '...'"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "column", "words"), CASES)
def test_a_syntax_error_stands_where_a_person_would_mend_it(text: str, line: int, column: int, words: str) -> None:
    source = Source.from_text(text)
    (fault,) = source.faults
    span = source.where(fault.problem)
    assert fault.rule == "yaml-syntax"
    assert (span.line, span.column) == (line, column)
    assert words in fault.problem.message.en
    assert fault.problem.help is not None
    assert source.data is None


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
@pytest.mark.parametrize(("text", "line", "column", "words"), CASES[:8] + CASES[14:18] + CASES[-4:-3])
def test_line_ends_of_other_systems_change_nothing(text: str, line: int, column: int, words: str, newline: str) -> None:
    source = Source.from_text(text.replace("\n", newline))
    span = source.where(source.faults[0].problem)
    assert source.faults[0].rule == "yaml-syntax"
    if newline == "\r\n":
        assert (span.line, span.column) == (line, column)
        assert words in source.faults[0].problem.message.en


def test_an_open_bracket_shows_where_that_was_found_out() -> None:
    source = Source.from_text("people: [ana, bob\nproject: x\n")
    (place,) = source.faults[0].problem.places
    span = source.where(place)
    assert (span.line, span.column, span.end_column) == (2, 1, 8)


def test_the_help_for_a_windows_path_can_be_pasted() -> None:
    (fault,) = Source.from_text('a: "C:\\data"\n').faults
    assert fault.problem.help is not None
    assert "'C:\\data'" in fault.problem.help.en


@pytest.mark.parametrize(
    ("line", "help_"),
    [("a: 'don't'", '"don\'t"'), ('a: "V2.0" launch', "'\"V2.0\" launch'"), ('a: "a" "b"', "'a\" \"b'")],
)
def test_text_behind_a_quote_is_shown_quoted_as_a_whole(line: str, help_: str) -> None:
    (fault,) = Source.from_text(line + "\n").faults
    assert fault.problem.help is not None and fault.problem.help.en.endswith(help_)


def test_full_width_blanks_inside_of_a_text_are_text() -> None:
    source = Source.from_text("a: |\n  \u3000\u3000第一段\n  \u3000\u3000第二段\nb: 第一行\n  \u3000\u3000接着写\n")
    assert source.faults == [] and source.complete


def test_broken_text_makes_no_findings_about_what_could_not_be_read() -> None:
    read = validate(Source.from_text("collabkit: 1\nproject: [\n"))
    assert [fault.rule for fault in read.faults] == ["yaml-syntax"]
    assert read.project is None


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("a: {b: 1，c: 2}\n", "改成半角逗号加空格「, 」"),
        ("a: ｛b: 1，c：2｝\n", "改成半角括号：{b: 1, c: 2}"),
        ("a:\n  • {person: 陈明}\n", "列表项以「- 」开头：- {person: 陈明}"),
        ("a: {b: 产线 #2, c: y}\n", '给文字加上引号："产线 #2"'),
        ("a:\n  产线 #2:\n    c: d\n", '给键加上引号："产线 #2": …'),
        ('a: "x”\nb: "c"\n', '把「”」改成半角引号 "'),
        ("a:\n  T1\t固件\t2026-03-02\n  T2: {b: c}\n", "每格写成「键: 值」，如 T1: {name: 固件, …}"),
        (
            "a: 进展: 整个项目按计划推进，下周完成评审并确认上市安排\n",
            '给值加上引号："进展: 整个项目按计划推进，下周完成评审并确认上市安排"',
        ),
    ],
)
def test_the_help_can_be_pasted(text: str, help_: str) -> None:
    (fault,) = Source.from_text(text).faults
    assert fault.problem.help is not None and fault.problem.help.zh == help_


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("T1: {name: a, owner: *经理, due: b}", "*经理"),
        ("T1: {owner: *经理}", "*经理"),
        ("covers: [*经理, x]", "*经理"),
        ("T1: {name: 'a}', owner: @ana, due: b}", "@ana"),
        ("owner: *经理, 王芳", "*经理, 王芳"),
    ],
)
def test_the_quotes_for_a_value_in_brackets_go_round_that_value_alone(line: str, value: str) -> None:
    (fault,) = load(f"{line}\n").faults
    assert fault.problem.help is not None and fault.problem.at is not None
    assert fault.problem.help.en == f'put the value in quotes: "{value}"'
    assert fault.problem.help.zh == f'给值加上引号："{value}"'
    assert fault.problem.at == (line.index(value), len(value))
