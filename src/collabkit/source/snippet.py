"""A source line as a terminal shows it: cut around the caret, its width counted in cells."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from collabkit.source.source import Source
from collabkit.source.span import Span

_TAB = 4
"""Cells up to the next tab stop."""
_ELLIPSIS = "…"
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_CONTROLS = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_KEPT = frozenset((_JOINER, "\u200c"))
"""Format characters that shape what stands beside them and cannot turn a line around."""

Cell = tuple[str, int]
"""What is shown for one code point, and how many cells it takes."""


def caret_line(source: Source, span: Span, max_width: int) -> tuple[str, int, int]:
    """Return the line of `span` as shown in at most `max_width` cells, and offset and width of the caret in cells.

    Tabs are expanded, characters that a terminal would obey are written out (`\\x1b`, `\\u202e`), and a line that is
    too long is cut around the caret with `…`. The caret covers the part of `span` on its first line, one cell at least.
    """
    line = source.line(span.line)
    cells = _cells(line)
    first = min(span.column - 1, len(cells))
    last = min(span.end_column - 1, len(cells)) if span.end_line == span.line else len(line.rstrip())
    before = sum(width for _, width in cells[:first])
    marked = sum(width for _, width in cells[first : max(last, first)])
    if before + marked + sum(width for _, width in cells[max(last, first) :]) <= max_width:
        return "".join(shown for shown, _ in cells), before, max(marked, 1)
    return _cut(cells, first, max(last, first), max(max_width, 8))


def width(text: str) -> int:
    """Return how many cells a terminal needs for `text`."""
    return sum(cells for _, cells in _cells(text))


def _cells(line: str) -> list[Cell]:
    cells: list[Cell] = []
    column, joined, base = 0, False, -1
    for char in line:
        if char == "\t":
            shown, cell = " " * (_TAB - column % _TAB), _TAB - column % _TAB
        else:
            shown, cell = _shown(char)
        if joined and cell and len(shown) == 1:
            # What follows a zero-width joiner is drawn into the same glyph.
            cell = 0
        elif char == _EMOJI_STYLE and base >= 0 and cells[base] == (line[base], 1):
            # The selector asks for the wide, coloured form of the character before it.
            cells[base] = (line[base], 2)
            column += 1
        joined = char == _JOINER
        if cell:
            base = len(cells)
        cells.append((shown, cell))
        column += cell
    return cells


@lru_cache(maxsize=4096)
def _shown(char: str) -> Cell:
    category = unicodedata.category(char)
    if category in _CONTROLS and char not in _KEPT and char != "\u00ad":
        code = ord(char)
        text = f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
        return text, len(text)
    if category in ("Mn", "Me") or char in _KEPT or "\u1160" <= char <= "\u11ff":
        return char, 0
    return char, 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _cut(cells: list[Cell], first: int, last: int, room: int) -> tuple[str, int, int]:
    """Return a window of `room` cells that shows the caret's start, with what stands before it as far as it fits."""
    before = sum(width for _, width in cells[:first])
    marked = sum(width for _, width in cells[first:last])
    rest = sum(width for _, width in cells[last:])
    start, offset = first, 0
    # Twice the wish is kept free to the right, so that a reader sees what the caret is in.
    lead = max(room - 1 - min(marked + rest, room * 2 // 3) - 1, 0)
    if before <= lead + 1:
        start, offset, head = 0, before, ""
    else:
        while start > 0 and offset + cells[start - 1][1] <= lead:
            start -= 1
            offset += cells[start][1]
        offset += 1
        head = _ELLIPSIS
    shown, used = [], len(head)
    end = start
    while end < len(cells):
        reserve = 0 if end == len(cells) - 1 else 1
        if used + cells[end][1] + reserve > room:
            break
        shown.append(cells[end][0])
        used += cells[end][1]
        end += 1
    tail = _ELLIPSIS if end < len(cells) else ""
    return head + "".join(shown) + tail, offset, max(min(marked, used - offset), 1)
