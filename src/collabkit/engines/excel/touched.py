"""Which results a template's workbook keeps: those that no filling can change."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping

from collabkit.engines.excel import grid
from collabkit.engines.excel.grid import Formulas, Strings
from collabkit.engines.excel.refs import Stretch, stretches
from collabkit.engines.excel.xml import main
from collabkit.engines.markup import Element

_MOST_ROUNDS = 8
"""Formulas that depend on each other against the order of their rows in more rounds than this all count as touched."""

_Rows = dict[str, list[int]]


class Touched:
    """The rows of each sheet whose values a filling may change: those with tags, and with formulas that see them."""

    def __init__(self, rows: Mapping[str, list[int]], *, everything: bool = False) -> None:
        self._rows = rows
        self._everything = everything

    def by(self, formula: str, here: str) -> bool:
        """Return whether what `formula`, on the sheet `here`, refers to may be other than in the template."""
        return self._everything or _sees(stretches(formula, here), self._rows)


def _sees(found: list[Stretch] | None, rows: Mapping[str, list[int]]) -> bool:
    if found is None:
        return True
    return any(_hit(rows.get(sheet.casefold(), ()), first, last) for sheet, first, last in found)


def _hit(rows: list[int] | tuple[()], first: int, last: int) -> bool:
    place = bisect_left(rows, first)
    return place < len(rows) and rows[place] <= last


_Formula = tuple[str, int, list[Stretch] | None]
"""The sheet and row of a formula, and the rows it sees."""


class Search:
    """Goes through the sheets of a workbook for the rows that a filling may touch."""

    def __init__(self, strings: Strings) -> None:
        self._strings = strings
        self._rows: _Rows = {}
        self._formulas: list[_Formula] = []

    def add(self, sheet: str, root: Element) -> None:
        """Go through one sheet. Raises ValueError when it is damaged."""
        own = self._rows.setdefault(sheet.casefold(), [])
        known = Formulas(sheet)
        for row, number in grid.rows(root):
            for cell, column in grid.cells(row):
                formula = cell.find(main("f"))
                if formula is not None:
                    text = known.text(formula, number, column)
                    self._formulas.append((sheet, number, stretches(text, sheet)))
                elif own[-1:] != [number] and self._strings.tagged_holder(cell) is not None:
                    own.append(number)

    def result(self) -> Touched:
        """Return what was found on all sheets."""
        return Touched(self._rows, everything=not _spread(self._formulas, self._rows))


def _spread(formulas: list[_Formula], rows: _Rows) -> bool:
    """Add the rows of the formulas that see touched rows, and of those that see these; return whether that ended."""
    for _ in range(_MOST_ROUNDS):
        left = [formula for formula in formulas if not _taken(*formula, rows)]
        if len(left) == len(formulas):
            return True
        # Up and down in turn, as formulas mostly look either way.
        formulas = left[::-1]
    return not formulas


def _taken(sheet: str, row: int, found: list[Stretch] | None, rows: _Rows) -> bool:
    if not _sees(found, rows):
        return False
    own = rows[sheet.casefold()]
    if not _hit(own, row, row):
        insort(own, row)
    return True
