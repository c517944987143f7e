"""Where the tags of a text begin and end, found in one pass however many braces there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

# `{{ printed }}`, `{% statement %}`, `{# comment #}`, by the second character.
_CLOSINGS: Final = {"{": "}}", "%": "%}", "#": "#}"}


@dataclass(frozen=True, slots=True)
class TagSpan:
    """A tag of a text, from its first brace to behind its last one; `kind` is the tag's second character."""

    kind: str
    start: int
    end: int

    def inside(self, text: str) -> str:
        """Return what the tag of `text` says, without its braces."""
        return text[self.start + 2 : self.end - 2]


def spans(text: str, kinds: str = "{%#") -> Iterator[TagSpan]:
    """Yield the tags of `text` in their order, those of these kinds; a tag ends with the first end of its kind."""
    position, endless = 0, {kind for kind in _CLOSINGS if kind not in kinds}
    while (start := text.find("{", position)) >= 0:
        position = start + 1
        kind = text[position : position + 1]
        if kind not in _CLOSINGS or kind in endless:
            continue
        end = text.find(_CLOSINGS[kind], start + 2)
        if end < 0:
            # What was looked for once is not looked for again, or openings without an end would take their square.
            endless.add(kind)
            continue
        position = end + 2
        yield TagSpan(kind, start, position)


def outside(text: str, found: list[TagSpan]) -> Iterator[tuple[int, str]]:
    """Yield the stretches of `text` around its tags, each with where it begins."""
    before = 0
    for span in found:
        yield before, text[before : span.start]
        before = span.end
    yield before, text[before:]
