"""Plain tables: for a terminal in columns, for a chat group or a wiki in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from collabkit.cells import pad, width, wrap
from collabkit.reporters.look import Look

Row = Sequence[str]


def columns(head: Row, rows: Sequence[Row], look: Look) -> Iterator[str]:
    """Yield aligned lines; the last column is wrapped where the terminal ends."""
    wide = [max(width(row[at]) for row in (head, *rows)) for at in range(len(head) - 1)]
    start = sum(wide) + 2 * len(wide)
    for number, row in enumerate((head, *rows)):
        before = "".join(pad(cell, cells) + "  " for cell, cells in zip(row, wide, strict=False))
        first, *rest = wrap(row[-1], max(look.width - start, 16))
        line = (before + first).rstrip()
        yield look.paint(line, "bold") if number == 0 else line
        yield from (" " * start + more for more in rest)


def markdown(head: Row, rows: Sequence[Row]) -> Iterator[str]:
    """Yield a Markdown table."""
    yield _line(head)
    yield _line(["---"] * len(head))
    yield from map(_line, rows)


def _line(row: Row) -> str:
    return "| " + " | ".join(cell.replace("\\", "\\\\").replace("|", "\\|") for cell in row) + " |"
