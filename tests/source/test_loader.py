"""What YAML becomes: texts stay as written, odd keys are told and carried out, everything has its place."""

from __future__ import annotations

import gc

import pytest

from collabkit.problem import FilePath, Path
from collabkit.source import limits
from collabkit.source.loader import load
from collabkit.source.source import Source

BOMB = "a: &a [1,1,1,1,1,1,1,1,1,1]\n" + "".join(
    f"{new}: &{new} [{','.join([f'*{old}'] * 10)}]\n" for old, new in zip("abcdefg", "bcdefgh", strict=True)
)
"""Seven lines that stand for a hundred million values."""


def _source(text: str) -> Source:
    return Source.from_text(text)


def _rules(text: str) -> list[str]:
    return [fault.rule for fault in _source(text).faults]


def _shown(source: Source, path: Path, on: str = "value") -> str:
    start, length = source.at(FilePath(*path), on)  # type: ignore[arg-type]  # the test names only "key" and "value"
    return source.text[start : start + length]


@pytest.mark.parametrize(
    "text", ["no", "on", "yes", "12:30", "1.10", "007", "0o17", "1e3", "2026-03-02", "true", "1_000"]
)
def test_a_plain_scalar_stays_the_text_that_was_written(text: str) -> None:
    assert _source(f"a: {text}\n").data == {"a": text}


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_a_plain_null_is_nothing_and_a_quoted_one_is_a_text(text: str) -> None:
    assert _source(f"a: {text}\n").data == {"a": None}
    assert _source(f"a: '{text}'\n").data == {"a": text}


def test_every_kind_of_value_has_its_place() -> None:
    source = _source(
        "a: 值 # note\nb: 'it''s'\nc:\n  - x\n  - {k: v}\nd: |\n  text\n  more\n\n\ne: &n 锚\nf: *n\ng: [1, 2]\nh:\n"
    )
    assert source.faults == []
    assert _shown(source, ("a",)) == "值"
    assert _shown(source, ("a",), "key") == "a"
    assert _shown(source, ("b",)) == "'it''s'"
    assert _shown(source, ("c",)) == "- x\n  - {k: v}"
    assert _shown(source, ("c", 1)) == "{k: v}"
    assert _shown(source, ("c", 1, "k")) == "v"
    assert _shown(source, ("d",)) == "|\n  text\n  more"
    assert _shown(source, ("e",)) == "锚"
    assert _shown(source, ("f",)) == "*n"
    assert _shown(source, ("g", 1)) == "2"
    assert _shown(source, ("h",)) == "h", "an empty value is shown at its key"


def test_a_path_that_leads_nowhere_means_the_key_of_the_mapping_above() -> None:
    source = _source("collabkit: 1\ntasks:\n  T03: {name: x}\n")
    assert _shown(source, ("tasks", "T03", "owner")) == "T03"
    assert _shown(source, ("tasks", "T03", "name", "str")) == "name"
    assert _shown(source, ("tasks", "T09", "owner")) == "tasks"
    assert source.span(FilePath("people")).line == 1


def test_an_empty_list_item_is_shown_at_its_dash() -> None:
    assert _shown(_source("a:\n  - x\n  -\n"), ("a", 1)) == "-"


def test_a_doubled_key_names_both_places_and_loses_no_entry() -> None:
    source = _source("tasks:\n  T1: {a: 1}\nother: 2\ntasks:\n  T2: {b: 3}\n")
    (fault,) = source.faults
    assert fault.rule == "duplicate-key"
    assert source.where(fault.problem).line == 4
    assert source.where(fault.problem.places[0]).line == 1
    assert source.data == {"tasks": {"T1": {"a": "1"}, "T2": {"b": "3"}}, "other": "2"}
    assert source.span(FilePath("tasks", "T2", "b")).line == 5


def test_of_two_texts_under_one_key_the_first_counts_and_is_in_doubt() -> None:
    source = _source("a: 1\na: 2\nb: 4\na: 3\n")
    assert [fault.rule for fault in source.faults] == ["duplicate-key"] * 2
    assert source.data == {"a": "1", "b": "4"}
    assert source.tainted == {FilePath("a")}


def test_a_list_item_without_its_dash_is_one_mistake() -> None:
    source = _source("- a: 1\n  b: 2\n  a: 3\n  b: 4\n- a: 5\n")
    (fault,) = source.faults
    assert fault.problem.message.en == "2 keys from 'a' on stand twice"
    assert source.where(fault.problem).line == 3


@pytest.mark.parametrize(
    ("text", "data", "cut"),
    [
        ("{zh: 首批 20,000 台}", {"zh": "首批 20,000 台"}, ["zh"]),
        ("{n: 1,234,567, m: 1,000}", {"n": "1,234,567", "m": "1,000"}, ["n", "m"]),
        ("{x: 先做, 再测, y: z}", {"x": "先做, 再测", "y": "z"}, ["x"]),
        ("{x: 先到, 12:30 开始}", {"x": "先到, 12:30 开始"}, ["x"]),
    ],
)
def test_a_text_cut_by_a_comma_is_one_finding_and_is_put_together_again(
    text: str, data: object, cut: list[str]
) -> None:
    source = _source(text)
    assert [fault.rule for fault in source.faults] == ["null-key-from-comma"] * len(cut)
    assert [fault.problem.path.steps for fault in source.faults] == [(name,) for name in cut]
    assert source.data == data
    assert source.tainted == {FilePath(name) for name in cut}


def test_an_empty_value_with_a_colon_is_no_cut_text() -> None:
    source = _source("{a: , b: , c: 1, d: }")
    assert source.faults == []
    assert source.data == {"a": None, "b": None, "c": "1", "d": None}


def test_a_missing_blank_in_braces_is_told_as_such() -> None:
    faults = _source("a: {name:App, b：c}").faults
    assert len(faults) == 2
    assert all("blank after the colon" in fault.problem.message.en for fault in faults)


def test_merge_keys_fill_in_what_is_not_set() -> None:
    source = _source("x: &x {k: 1, l: 2}\ny: &y {l: 3, m: 4}\nz: {<<: [*x, *y], k: 0}\n")
    assert source.faults == []
    assert source.data["z"] == {"k": "0", "l": "2", "m": "4"}
    assert source.span(FilePath("z", "m")).line == 2


@pytest.mark.parametrize(
    "text", ["? [x]\n: y\n", "{a: b}: c\n", "~: x\n", "{a: {{ name }}}\n", "? \n: x\n", "<<: text\n"]
)
def test_a_key_that_is_no_text_is_one_fault(text: str) -> None:
    assert _rules(text) == ["wrong-type"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[" * 65 + "]" * 65, "64 levels"),
        ("- x\n" * (limits.MAX_VALUES + 1), "holds more than 1,000,000 values"),
        (BOMB, "aliases expand to more than 1,000,000 values"),
        ("a: 1\n---\nb: 2\n", "second YAML document"),
        ("a: !!python/object:os.system x\n", "!!python/object:os.system is not allowed"),
        ("a: !include other.yaml\n", "!include is not allowed"),
        ("a: !!str 1\n", "!!str is not allowed"),
    ],
)
def test_what_a_project_file_may_not_hold_is_a_limit(text: str, words: str) -> None:
    (fault,) = _source(text).faults
    assert fault.rule == "file-limit"
    assert words in fault.problem.message.en


def test_a_value_nested_sixty_four_deep_is_read() -> None:
    assert _rules("[" * 64 + "]" * 64) == []


def test_an_alias_is_the_value_it_names() -> None:
    source = _source("a: &a {k: [1]}\nb: *a\n")
    assert source.data["b"] == {"k": ["1"]}
    assert source.span(FilePath("b", "k", 0)).line == 1
    assert source.span(FilePath("b")).line == 2


@pytest.mark.parametrize(
    ("text", "words"), [("a: *ana", "'&ana', which does not exist"), ("a: &a [*a]", "contains itself")]
)
def test_an_alias_without_its_value_is_told(text: str, words: str) -> None:
    (fault,) = _source(text).faults
    assert fault.rule == "yaml-syntax"
    assert words in fault.problem.message.en


@pytest.mark.parametrize(
    ("char", "code"), [("\x00", "U+0000"), ("\x1b", "U+001B"), ("\ud800", "U+D800"), ("\ufffe", "U+FFFE")]
)
def test_a_character_no_file_can_hold_is_told_with_its_place(char: str, code: str) -> None:
    source = _source(f"a: 1\nb: x{char}\n")
    (fault,) = source.faults
    assert fault.rule == "yaml-syntax"
    assert code in fault.problem.message.en
    assert (source.where(fault.problem).line, source.where(fault.problem).column) == (2, 5)


def test_an_escaped_control_character_is_told_and_taken_out() -> None:
    source = _source('a: "x\\x07\\ty\\n"\n')
    assert [fault.rule for fault in source.faults] == ["yaml-syntax"]
    assert source.data == {"a": "x\ufffd\ty\n"}


def test_loose_dates_are_noted_by_path() -> None:
    source = _source("a: 2026/3/2\nb: [2026-3-12, 2026-03-12, 2026.3.2]\n")
    assert list(source.dates) == [FilePath("a"), FilePath("b", 0), FilePath("b", 2)]


def test_an_empty_file_is_read_to_its_end() -> None:
    loaded = load("# only a comment\n")
    assert loaded.complete
    assert loaded.data is None


def test_reading_leaves_the_garbage_collector_as_it_was() -> None:
    gc.enable()
    load("a: [")
    assert gc.isenabled()
