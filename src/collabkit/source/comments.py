"""The comments of a file, with their places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

from collabkit.problem import At
from collabkit.source.positions import Spots, at_of

_HASH = re.compile(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.MULTILINE)
_HEADER = re.compile(r"[|>][^\r\n]*")


class Comment(NamedTuple):
    """One comment: its text from `#` on, where it stands, and whether it has a line of its own."""

    text: str
    at: At
    alone: bool


def comments(text: str, spots: Spots | int) -> Iterator[Comment]:
    """Yield the comments of `text`, whose values stand at `spots`, in the order of the file."""
    if "#" not in text:
        return
    texts = _texts_with_hash(text, spots)
    starts = [start for start, _ in texts]
    offset = 0
    while match := _HASH.search(text, offset):
        index = bisect_right(starts, match.start()) - 1
        if index >= 0 and match.start() < texts[index][1]:
            offset = texts[index][1]
            continue
        line = text.rfind("\n", 0, match.start()) + 1
        written = match[0].rstrip()
        yield Comment(written, (match.start(), len(written)), not text[line : match.start()].strip())
        offset = match.end()


def _texts_with_hash(text: str, spots: Any) -> list[tuple[int, int]]:
    """Return begin and end of every key and value that holds a `#`, in the order of the file."""
    found, waiting = set(), [spots]
    while waiting:
        spot = waiting.pop()
        if not isinstance(spot, int):
            waiting += spot[1:]
            continue
        start, length = at_of(spot)
        if text.find("#", start, start + length) >= 0:
            # A comment may stand on the line of `|` and `>`, before the text.
            header = _HEADER.match(text, start)
            found.add((header.end() if header else start, start + length))
    return sorted(found)
