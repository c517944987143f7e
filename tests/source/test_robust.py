"""Whatever a file holds, reading it ends in faults with places inside the file, never in an exception."""

from __future__ import annotations

import pathlib
import tempfile

import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from collabkit.errors import InputError
from collabkit.problem import FilePath
from collabkit.source.loader import NULLS
from collabkit.source.snippet import caret_line
from collabkit.source.source import Source
from collabkit.source.validate import validate

_WORDS = "a b 名称 tasks project T01 null ~ 2026/3/2 007 collabkit: 😀 e\u0301"
_SIGNS = ": ： - { } [ ] , \" ' \\ \\x01 \\ud800 # &a *a << | > ? % @ ` ---"
_BLANKS = [": ", "- ", " #", "&a ", "? ", "!t ", "!!str ", "\n", "\n  ", "\n    ", "\t", "\r\n", "\r", "---\n", "...\n"]
_STRANGE = ["\x85", "\u2028", "\ufeff", "\x00", "\x1b", "\ud800", "\ufffe", "<<<<<<< x\n", "=======\n"]
_PIECES = st.sampled_from([*_WORDS.split(" "), *_SIGNS.split(), *_BLANKS, *_STRANGE])
yaml_like = st.lists(_PIECES, max_size=40).map("".join)
SETTINGS = settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])


def assert_told_inside(source: Source) -> None:
    """Read `source` to the end and look at every place that its faults name."""
    read = validate(source)
    last = source.text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert read.project is not None or read.faults
    for fault in read.faults:
        for marked in (fault.problem, *fault.problem.places):
            span = source.where(marked)
            assert 1 <= span.line <= span.end_line <= last
            assert 1 <= span.column <= len(source.line(span.line)) + 2
            assert (span.line, span.column) <= (span.end_line, span.end_column)
            caret_line(source, span, 60)
        assert fault.problem.message.zh and fault.problem.message.en
        assert len(fault.problem.message.en) <= 110


@SETTINGS
@given(yaml_like)
@example("a: [x, &b [*b]]")
@example("? [x]: y\n")
@example("{{{a: b}}}")
@example("a: {b, c: {d, e}, b}")
@example("<<: {a: 1}\n<<: [1]\n")
@example('a: "\\ud800"')
@example("a: 1\n\ufeffb: 2")
def test_any_text_is_read_or_told(text: str) -> None:
    assert_told_inside(Source.from_text(text))


@SETTINGS
@given(st.one_of(st.binary(max_size=200), yaml_like.map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "project.yaml"
        path.write_bytes(data)
        try:
            source = Source.read(path)
        except InputError as error:
            assert error.message.zh
        else:
            assert_told_inside(source)


@SETTINGS
@given(yaml_like.filter(lambda text: "<<" not in text))
def test_what_is_read_without_fault_is_what_pyyaml_reads(text: str) -> None:
    source = Source.from_text(text)
    if source.complete and not source.faults:
        try:
            expected = yaml.load(text, yaml.CBaseLoader)  # texts only
        except yaml.composer.ComposerError as error:
            # YAML 1.2 (3.2.2.2) lets an anchor be given again; PyYAML keeps to YAML 1.1, which does not.
            assert "duplicate anchor" in str(error)
            return
        assert _as_texts(source.data) == _as_texts(expected)


def _as_texts(data: object) -> object:
    if isinstance(data, dict):
        return {key: _as_texts(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_as_texts(value) for value in data]
    return None if data in NULLS else data


_SCALARS = st.one_of(
    st.sampled_from(["3", "no", "2026-03-02", "李雷", "a b", "null", "x: y", "", "a\nb", "1,000"]),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=8),
)
_DATA = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(_SCALARS, inner, max_size=4)),
    max_leaves=15,
)


@SETTINGS
@given(st.dictionaries(_SCALARS, _DATA, min_size=1, max_size=4), st.booleans())
def test_the_place_of_every_text_holds_that_text(data: object, flow: bool) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, default_style='"', sort_keys=False)
    source = Source.from_text(text)
    assert source.faults == [] and source.data == data
    for path, value in _walk(data):
        start, length = source.at(FilePath(*path))
        if isinstance(value, str):
            assert yaml.safe_load(text[start : start + length]) == value
        if path and isinstance(path[-1], str):
            start, length = source.at(FilePath(*path), "key")
            assert yaml.safe_load(text[start : start + length].removeprefix("? ")) == path[-1]


def _walk(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], object]]:
    found = [(path, value)]
    if isinstance(value, dict):
        for key, inner in value.items():
            found += _walk(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            found += _walk(inner, (*path, index))
    return found
