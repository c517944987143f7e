"""A change of a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from collabkit.source.edit import lines
from collabkit.terminal.display_width import width


@dataclass(frozen=True, slots=True)
class Patch:
    """In place of what stands from `start` to `end` stands `text`.

    `keeps_comment`: a comment behind it stays in its column where lines next to it have theirs there too.
    """

    start: int
    end: int
    text: str
    keeps_comment: bool = False


class OverlapError(Exception):
    """Two changes meet in one stretch of the text."""


def patched(text: str, patches: Iterable[Patch]) -> str:
    """Return `text` with all `patches`, which are in its order; raise OverlapError for two that meet."""
    parts: list[str] = []
    done = 0
    for patch in patches:
        if patch.start < done:
            raise OverlapError
        parts += (text[done : patch.start], patch.text)
        done = patch.end
        if patch.keeps_comment:
            behind, blanks = _comment_shifted(text, patch)
            parts.append(blanks)
            done += behind
    return "".join((*parts, text[done:]))


def _comment_shifted(text: str, patch: Patch) -> tuple[int, str]:
    """Return how many blanks before the comment of a line to take away, and what to put there instead."""
    rest = text[patch.end : lines.end(text, patch.end)]
    blanks = len(rest) - len(rest.lstrip(" "))
    if not blanks or rest[blanks : blanks + 1] != "#" or "\n" in text[patch.start : patch.end]:
        return 0, ""
    wanted = blanks - width(patch.text) + width(text[patch.start : patch.end])
    place = _comment_column(text, patch.end)
    around = (
        _comment_column(text, lines.above(text, lines.start(text, patch.end))),
        _comment_column(text, lines.after(text, patch.end)),
    )
    return (blanks, " " * wanted) if wanted > 0 and place in around else (0, "")


def _comment_column(text: str, offset: int) -> int | None:
    """Return the display column of the comment behind something on the line of `offset`."""
    if not 0 <= offset < len(text):
        return None
    line = text[lines.start(text, offset) : lines.end(text, offset)]
    at = line.rfind(" #")
    return width(line[: at + 1]) if at > 0 and line[:at].strip() else None
