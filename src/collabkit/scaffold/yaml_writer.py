"""The project file as commented block-style YAML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from collabkit.lang import Lang
from collabkit.model.fields import Field, Value
from collabkit.scaffold.outline import keys, meaning
from collabkit.source.yaml_scalar import flow_list, scalar
from collabkit.terminal.display_width import width

_STEP = "  "
# A comment stands beside code up to this width, above it beyond; a list up to the second width is one line.
_BESIDE = 42
_ONE_LINE = 96
_WORD = 24


@dataclass(frozen=True, slots=True)
class Row:
    """One line of YAML and the comment that belongs to it."""

    code: str
    comment: str = ""


def section(value: Any, field: Field, lang: Lang) -> str:
    """Return one section as YAML text; the first entry of each kind is commented key by key."""
    teach = not isinstance(value, dict | list)
    return "\n".join(_aligned(list(_Writer(lang).pair(value, field, "", teach=teach)))) + "\n"


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes values as rows; `teach`: with a comment at each key."""

    lang: Lang

    def pair(self, value: Any, field: Field, indent: str, *, teach: bool) -> Iterator[Row]:
        head = f"{indent}{scalar(field.key)}:"
        note = meaning(field, self.lang) if teach else ""
        below = teach or not indent
        if isinstance(value, dict) and value:
            yield Row(head, note)
            yield from self.mapping(value, field, indent + _STEP, teach=below)
        elif isinstance(value, list) and value:
            yield from self.list(head, value, field.one, indent, note, teach=below)
        elif value is None:
            yield Row(head, note)
        else:
            yield Row(f"{head} {'[]' if isinstance(value, list) else scalar(value)}", note)

    def mapping(self, value: Mapping[str, Any], what: Value, indent: str, *, teach: bool) -> Iterator[Row]:
        if what.model is None:
            for number, (name, inner) in enumerate(value.items()):
                yield from self.entry(name, inner, what.one, indent, teach=teach and number == 0)
            return
        known = keys(what.model)
        for name, inner in value.items():
            yield from self.pair(inner, known[name], indent, teach=teach)

    def entry(self, name: str, value: Any, what: Value, indent: str, *, teach: bool) -> Iterator[Row]:
        if not isinstance(value, dict):
            yield Row(f"{indent}{scalar(name)}: {scalar(value)}")
            return
        yield Row(f"{indent}{scalar(name)}:")
        yield from self.mapping(value, what, indent + _STEP, teach=teach)

    def list(self, head: str, values: list[Any], what: Value, indent: str, note: str, *, teach: bool) -> Iterator[Row]:
        if not any(isinstance(value, dict) for value in values):
            line = f"{head} {flow_list(values)}"
            if width(line) <= _ONE_LINE and all(width(scalar(value)) <= _WORD for value in values):
                yield Row(line, note)
                return
        yield Row(head, note)
        dash = f"{indent}{_STEP}- "
        for number, value in enumerate(values):
            if not isinstance(value, dict):
                yield Row(f"{dash}{scalar(value)}")
                continue
            rows = self.mapping(value, what, " " * len(dash), teach=teach and number == 0)
            first = next(rows)
            yield Row(dash + first.code[len(dash) :], first.comment)
            yield from rows


def _aligned(rows: list[Row]) -> Iterator[str]:
    """Yield the lines, comments of neighbouring rows at one column, long rows' comments above them."""
    start = 0
    while start < len(rows):
        end = start + 1
        while end < len(rows) and _depth(rows[end]) == _depth(rows[start]):
            end += 1
        yield from _group(rows[start:end])
        start = end


def _group(rows: list[Row]) -> Iterator[str]:
    column = max((width(row.code) for row in rows if _fits(row)), default=0) + 2
    for row in rows:
        if not row.comment:
            yield row.code
        elif _fits(row):
            yield row.code + " " * (column - width(row.code)) + "# " + row.comment
        else:
            yield " " * (len(row.code) - len(row.code.lstrip(" "))) + "# " + row.comment
            yield row.code


def _fits(row: Row) -> bool:
    return bool(row.comment) and width(row.code) <= _BESIDE


def _depth(row: Row) -> int:
    return len(row.code) - len(row.code.lstrip(" -"))
