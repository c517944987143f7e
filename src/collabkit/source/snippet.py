"""A source line as a terminal shows it: cut around the caret, its width counted in cells."""

from __future__ import annotations

from collabkit.source.source import Source
from collabkit.source.span import Span
from collabkit.terminal.display_width import Cell, glyphs

_ELLIPSIS = "…"
_AROUND = 2000
"""Code points looked at on either side of the caret: more than any terminal shows, few enough to be quick."""


def caret_line(source: Source, span: Span, max_width: int) -> tuple[str, int, int]:
    """Return the line of `span` as shown in at most `max_width` cells, and offset and width of the caret in cells.

    Tabs are expanded, characters that a terminal would obey are written out (`\\x1b`, `\\u202e`), and a line that is
    too long is cut around the caret with `…`. The caret covers the part of `span` on its first line, one cell at least.
    """
    whole = source.line(span.line)
    end = span.end_column - 1 if span.end_line == span.line else len(whole.rstrip())
    begin = max(span.column - 1 - _AROUND, 0)
    cells = glyphs(whole[begin : span.column + _AROUND])
    first, last = min(span.column - 1 - begin, len(cells)), min(end - begin, len(cells))
    before = sum(width for _, width in cells[:first])
    marked = sum(width for _, width in cells[first : max(last, first)])
    if before + marked + sum(width for _, width in cells[max(last, first) :]) <= max_width:
        return "".join(shown for shown, _ in cells), before, max(marked, 1)
    return _cut(cells, first, max(last, first), max(max_width, 8))


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
