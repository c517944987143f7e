"""How people have written values like a new one: its siblings, from which it takes its style."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from collabkit.source.edit.tree import Node
from collabkit.source.positions import at_of, own
from collabkit.source.yaml_scalar import is_plain

_MOST = 8
"""Siblings that are looked at."""
_INDENTED = re.compile(
    r"^([^\s#][^\n]*:)[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( +)(?=[^\s#-])", re.MULTILINE
)
_DASHED = re.compile(r"^( *)[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( *)-[ \t]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sample:
    """A value of the file and its spot."""

    value: Any
    spot: Any

    def child(self, key: str) -> Sample | None:
        """Return the value behind a key, if it has the key itself."""
        if not isinstance(self.value, dict) or key not in self.value or isinstance(self.spot, int):
            return None
        index = list(self.value).index(key)
        return Sample(self.value[key], self.spot[2 + 2 * index])

    def children(self) -> Iterable[Sample]:
        """Return the entries of a mapping or list."""
        if isinstance(self.spot, int) or not isinstance(self.value, dict | list):
            return ()
        spots = self.spot[2::2] if isinstance(self.value, dict) else self.spot[1:]
        values = self.value.values() if isinstance(self.value, dict) else self.value
        return (Sample(value, spot) for value, spot in zip(values, spots, strict=False))


@dataclass(frozen=True)
class Style:
    """The style of values like one that is to be written, by samples of them in `text`."""

    text: str
    samples: tuple[Sample, ...] = ()

    def of(self, key: str) -> Style:
        """Return the style of what stands behind a key of them."""
        found = (sample.child(key) for sample in self.samples)
        return Style(self.text, tuple(sample for sample in found if sample))

    def of_entries(self) -> Style:
        """Return the style of their entries or items."""
        found = [child for sample in self.samples for child in list(sample.children())[:_MOST]]
        return Style(self.text, tuple(found[:_MOST]))

    def beside(self, nodes: list[Node], at: int) -> Style:
        """Return the style of the entry `at` of a table or list, by those of the file that stand next to it."""
        near = (*reversed(nodes[max(at - _MOST, 0) : at]), *nodes[at + 1 : at + _MOST])
        held = [Sample(node.value, node.spot) for node in near if node.spot is not None and not node.merged]
        return Style(self.text, tuple(held[:_MOST])) if held else self.of_entries()

    def _first(self, kind: type[Any]) -> str | None:
        """Return the first character of the first sample of this kind that holds something; '' of a block."""
        for sample in self.samples:
            start = at_of(own(sample.spot))[0]
            if isinstance(sample.value, kind) and sample.value and self.text[start : start + 1] != "*":
                return self.text[start]
        return None

    @cached_property
    def is_flow(self) -> bool | None:
        """Return whether such mappings or lists are written in brackets; None when there is none."""
        first = self._first(dict) or self._first(list)
        return None if first is None else first in "{["

    @cached_property
    def quote(self) -> str:
        """Return the quotes that such texts have without needing them, or the `|` or `>` before them; else ''."""
        for sample in self.samples:
            start = at_of(own(sample.spot))[0]
            if isinstance(sample.value, str) and sample.value and self.text[start : start + 1] != "*":
                first = self.text[start]
                if first in "|>" or (first in "\"'" and is_plain(sample.value, flow=False)):
                    return first
                return ""
        return ""

    @cached_property
    def is_loose(self) -> bool:
        """Return whether such texts stand without quotes although they look like numbers or dates."""
        stretches = (at_of(own(sample.spot)) for sample in self.samples if isinstance(sample.value, str))
        return any(is_loose(self.text[start : start + length]) for start, length in stretches)


def is_loose(written: str) -> bool:
    """Return whether a text stands without quotes although it looks like a number, a truth value or a date."""
    return is_plain(written, flow=False, typed=True) and not is_plain(written, flow=False)


def step(text: str) -> int:
    """Return by how many columns this text indents a mapping below its key."""
    match = _INDENTED.search(text)
    return len(match[2]) if match else 2


def dash_step(text: str) -> int:
    """Return by how many columns this text indents a list below its key."""
    match = _DASHED.search(text)
    return len(match[2]) - len(match[1]) if match and len(match[2]) >= len(match[1]) else step(text)
