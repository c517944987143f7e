"""Lines of a text by offsets: where one begins and ends, and what stands on it."""

from __future__ import annotations

import re

_BREAK = re.compile(r"\r\n?|\n")
_DEFAULT = "\n"


def start(text: str, offset: int) -> int:
    """Return where the line of `offset` begins."""
    line_feed = text.rfind("\n", 0, offset)
    return max(line_feed, text.rfind("\r", line_feed + 1, offset)) + 1


def end(text: str, offset: int) -> int:
    """Return where the line of `offset` ends, its break not counted."""
    found = _BREAK.search(text, offset)
    return found.start() if found else len(text)


def after(text: str, offset: int) -> int:
    """Return where the line behind that of `offset` begins; the end of the text behind the last one."""
    found = _BREAK.search(text, offset)
    return found.end() if found else len(text)


def above(text: str, begin: int) -> int:
    """Return the end of the line above the one that begins at `begin`; -1 where there is none."""
    return begin - (2 if text[max(begin - 2, 0) : begin] == "\r\n" else 1)


def line_break(text: str, offset: int) -> str:
    """Return the line break that lines around `offset` have."""
    found = _BREAK.search(text, offset)
    if found is None:
        before = start(text, offset)
        found = _BREAK.search(text, above(text, before)) if before else None
    return found[0] if found else _DEFAULT


def column(text: str, offset: int) -> int:
    """Return the number of characters before `offset` on its line."""
    return offset - start(text, offset)


def is_first(text: str, offset: int) -> bool:
    """Return whether only blanks stand before `offset` on its line."""
    return not text[start(text, offset) : offset].strip(" \t")


def comment_column(text: str, offset: int) -> int | None:
    """Return the column of the comment that the line beginning at `offset` consists of; None for another line."""
    line = text[offset : end(text, offset)]
    bare = line.lstrip(" \t")
    return len(line) - len(bare) if bare.startswith("#") else None


def is_blank(text: str, offset: int) -> bool:
    """Return whether nothing stands on the line that begins at `offset`."""
    return offset < len(text) and not text[offset : end(text, offset)].strip(" \t")


def comment_above(text: str, offset: int, at: int) -> int:
    """Return where the comment lines begin that stand directly above the line beginning at `offset`, in column `at`."""
    while offset > 0:
        before = start(text, above(text, offset))
        if comment_column(text, before) != at:
            break
        offset = before
    return offset


def comments_below(text: str, offset: int, deeper: int) -> int:
    """Return the end of the line of `offset` or of the comment lines directly below it that stand behind `deeper`."""
    offset = end(text, offset)
    while (below := after(text, offset)) > offset:
        found = comment_column(text, below) if below < len(text) else None
        if found is None or found <= deeper:
            break
        offset = end(text, below)
    return offset
