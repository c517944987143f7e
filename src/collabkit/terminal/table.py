"""A table in a terminal: columns that fit the width, Chinese aligned, nothing cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from collabkit.terminal.display_width import chopped, longest, pad, width, wrap

_GAP = 2
_LEAST = 12
"""Cells below which a text column is not squeezed, unless it needs less anyway."""
_STUMP = 5
"""Cells below which a column whose words are broken cannot be read."""

Paint = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Cell:
    """A text, and what colours it once its width is settled."""

    text: str
    paint: Paint | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """A column's heading; `flexible` columns wrap, `optional` ones go first when there is no room."""

    title: str
    align: Literal["left", "right"] = "left"
    flexible: bool = True
    optional: bool = False


def grid(heads: Sequence[Head], rows: Sequence[Sequence[Cell]], cells: int, *, paint: Paint | None = None) -> list[str]:
    """Return the lines of a table of at most `cells`.

    Optional columns go, the last first, until the rest fits with its text columns wrapped between words; only when
    all of them have gone are words broken. Where not even that leaves columns that can be read, every row is a list
    of all its values, a line each.
    """
    shown = list(range(len(heads)))
    widths = _widths(heads, rows, shown, cells)
    while widths is None and any(heads[index].optional for index in shown):
        shown.remove(next(index for index in reversed(shown) if heads[index].optional))
        widths = _widths(heads, rows, shown, cells)
    widths = widths or _squeezed(heads, rows, shown, cells, least=_STUMP)
    if sum(widths) + _GAP * (len(widths) - 1) > cells:
        return _lists(heads, rows, cells, paint)
    title = [Cell(heads[index].title, paint) for index in shown]
    lines = _row(title, [heads[index] for index in shown], widths)
    lines.append((" " * _GAP).join("─" * size for size in widths))
    for row in rows:
        lines += _row([row[index] for index in shown], [heads[index] for index in shown], widths)
    return lines


def _natural(heads: Sequence[Head], rows: Sequence[Sequence[Cell]], index: int) -> int:
    return max([width(heads[index].title), *(width(row[index].text) for row in rows)])


def _widths(
    heads: Sequence[Head], rows: Sequence[Sequence[Cell]], shown: Sequence[int], cells: int
) -> list[int] | None:
    """Return the columns' widths, or None when a text column would be squeezed below what reads well."""
    widths = _squeezed(heads, rows, shown, cells, least=_LEAST)
    return widths if sum(widths) + _GAP * (len(widths) - 1) <= cells else None


def _squeezed(
    heads: Sequence[Head], rows: Sequence[Sequence[Cell]], shown: Sequence[int], cells: int, *, least: int
) -> list[int]:
    """Return natural widths, the widest flexible columns narrowed until all fit or none can give way."""
    widths = [_natural(heads, rows, index) for index in shown]
    floors = [_floor(heads, rows, index, size, least) for index, size in zip(shown, widths, strict=True)]
    over = sum(widths) + _GAP * (len(widths) - 1) - cells
    while over > 0:
        widest = max(range(len(widths)), key=lambda place: widths[place] - floors[place])
        if widths[widest] <= floors[widest]:
            break
        widths[widest] -= 1
        over -= 1
    return widths


def _floor(heads: Sequence[Head], rows: Sequence[Sequence[Cell]], index: int, size: int, least: int) -> int:
    """Return what a column of natural width `size` needs at least: its longest word, unless words may be broken."""
    if not heads[index].flexible:
        return size
    if least == _STUMP:
        return min(size, _STUMP)
    words = max([longest(heads[index].title), *(longest(row[index].text) for row in rows)])
    return min(size, max(least, words))


def _row(row: Sequence[Cell], heads: Sequence[Head], widths: Sequence[int]) -> list[str]:
    columns = [_broken(cell.text, size) for cell, size in zip(row, widths, strict=True)]
    return [
        _line([column[number] if number < len(column) else "" for column in columns], row, heads, widths)
        for number in range(max(map(len, columns)))
    ]


def _broken(text: str, cells: int) -> list[str]:
    lines = wrap(text, cells)
    return [part for line in lines for part in (chopped(line, cells) if width(line) > cells else [line])]


def _lists(heads: Sequence[Head], rows: Sequence[Sequence[Cell]], cells: int, paint: Paint | None) -> list[str]:
    """Return every row as its first value with the others below it, each behind its heading."""
    indent = max((width(head.title) for head in heads[1:]), default=0) + 2 * _GAP
    lines: list[str] = []
    for row in rows:
        lines += [""] * bool(lines) + _painted(row[0], cells)
        for head, cell in zip(heads[1:], row[1:], strict=True):
            label = pad(" " * _GAP + head.title, indent)
            for part in _painted(cell, cells - indent) if cell.text else ():
                lines.append((paint(label) if paint and label.strip() else label) + part)
                label = " " * indent
    return lines


def _painted(cell: Cell, cells: int) -> list[str]:
    return [cell.paint(part) if cell.paint else part for part in _broken(cell.text, cells)]


def _line(texts: Sequence[str], row: Sequence[Cell], heads: Sequence[Head], widths: Sequence[int]) -> str:
    parts = []
    for text, cell, head, size in zip(texts, row, heads, widths, strict=True):
        painted = cell.paint(text) if cell.paint and text else text
        blank = " " * max(size - width(text), 0)
        parts.append(blank + painted if head.align == "right" else painted + blank)
    return (" " * _GAP).join(parts).rstrip()
