"""The columns of a table whose cells come and go: as many as its longest row needs, as wide as it was."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from collabkit.engines.word.ooxml import Element, Namespaces, fragment, reparsed, w

_MOST_COLUMNS = 63
"""What Word allows in a table."""
_LONG = 10


def fit(xml: str, declared: Namespaces) -> str:
    """Return the XML of tables, each with a grid for its longest row and without empty rows.

    `declared` are the namespaces of the part they stand in.
    """
    part = reparsed(xml, declared)
    for table in part.iter(w("tbl")):
        _fit(table)
    return fragment(part, declared)


def _fit(table: Element) -> None:
    for empty in [row for row in table.iterfind(w("tr")) if row.find(w("tc")) is None]:
        table.remove(empty)
    grid = table.find(w("tblGrid"))
    rows = [[(cell, _span(cell)) for cell in row.iterfind(w("tc"))] for row in table.iterfind(w("tr"))]
    if grid is None or not rows:
        return
    longest = max(rows, key=lambda row: sum(span for _, span in row))
    wanted = [_width(cell) / span for cell, span in longest for _ in range(span)]
    if len(wanted) == len(grid):
        return
    widths = _scaled(wanted, sum(_number(column.get(w("w"))) for column in grid))
    grid[:] = []
    for width in widths:
        etree.SubElement(grid, w("gridCol")).set(w("w"), str(width))
    for row in rows:
        _set_widths(row, widths)


def _set_widths(row: Sequence[tuple[Element, int]], widths: Sequence[int]) -> None:
    start = 0
    for cell, span in row:
        width = cell.find(f"{w('tcPr')}/{w('tcW')}")
        if width is not None:
            width.set(w("w"), str(sum(widths[start : start + span])))
            width.set(w("type"), "dxa")
        start += span


def _scaled(widths: Sequence[float], total: int) -> list[int]:
    """Return `widths` in the same proportions, or alike when they say nothing, adding up to `total` twips."""
    known = widths if all(width > 0 for width in widths) else [1.0] * len(widths)
    whole = sum(known)
    scaled = [int(total * width / whole) for width in known]
    scaled[-1] += total - sum(scaled)
    return scaled


def _span(cell: Element) -> int:
    span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    return min(_MOST_COLUMNS, max(1, _number(span.get(w("val"))))) if span is not None else 1


def _width(cell: Element) -> int:
    width = cell.find(f"{w('tcPr')}/{w('tcW')}")
    return _number(width.get(w("w"))) if width is not None and width.get(w("type")) == "dxa" else 0


def _number(text: str | None) -> int:
    """Return a number of a template, 0 for what is none."""
    return int(text) if text and text.isdecimal() and len(text) < _LONG else 0
