"""Which results a template's workbook keeps: those that no filling can change."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from collabkit.engines.excel import grid
from collabkit.engines.excel.grid import Formulas, Strings
from collabkit.engines.excel.refs import Area, Known, SheetArea, stretches
from collabkit.engines.excel.tags import has_list
from collabkit.engines.excel.xml import main, text_of
from collabkit.engines.opc.markup import Element
from collabkit.engines.tags.allowance import Allowance

_MOST_ROUNDS = 8
"""Formulas that depend on each other against the order of their rows in more rounds than this all count as touched."""
_MOST_COLUMNS = 256
"""In a sheet with touched cells in more columns than this, the others count for all columns."""
_MOST_CELLS = 1_000
"""What an array formula may fill; one that fills more is not followed cell by cell."""
_MOST_FORMULAS = 50_000
_MOST_CHARACTERS = 1_000_000
"""Of all formulas together; where there are more of them, or longer ones, all count as touched."""
_ANY = 0


@dataclass(frozen=True, slots=True)
class TouchedCells:
    """Touched cells of one sheet: the rows of each column, of `_ANY` where all columns are meant."""

    rows: dict[int, list[int]] = field(default_factory=dict)

    def add(self, column: int, row: int) -> None:
        """Add a cell."""
        known = column in self.rows or len(self.rows) < _MOST_COLUMNS
        rows = self.rows.setdefault(column if known else _ANY, [])
        place = bisect_left(rows, row)
        if rows[place : place + 1] != [row]:
            rows.insert(place, row)

    def hit(self, area: Area) -> bool:
        """Return whether a cell of `area` is among them."""
        wide = area.right - area.left >= len(self.rows)
        columns: Iterable[int] = self.rows if wide else range(area.left, area.right + 1)
        own = (column for column in columns if area.left <= column <= area.right)
        return any(_within(self.rows.get(column, ()), area) for column in (_ANY, *own))


def _within(rows: list[int] | tuple[()], area: Area) -> bool:
    place = bisect_left(rows, area.top)
    return place < len(rows) and rows[place] <= area.bottom


class Touched:
    """The cells of each sheet whose values a filling may change: those with tags, and what is computed from them."""

    def __init__(self, sheets: Mapping[str, TouchedCells], known: Known, *, everything: bool = False) -> None:
        self._sheets = {name.casefold(): cells for name, cells in sheets.items()}
        self._known = known
        self._anything = any(cells.rows for cells in sheets.values())
        self._everything = everything

    def by(self, formula: str, here: str) -> bool:
        """Return whether what `formula`, on the sheet `here`, refers to may be other than in the template."""
        return self._anything and (self._everything or _sees(stretches(formula, here, self._known), self._sheets))


def _sees(found: list[SheetArea] | None, sheets: Mapping[str, TouchedCells]) -> bool:
    if found is None:
        return True
    known = ((sheets.get(name.casefold()), area) for name, area in found)
    return any(cells is not None and cells.hit(area) for cells, area in known)


@dataclass(frozen=True, slots=True)
class _Formula:
    """The cells that a formula fills, and those it sees."""

    sheet: str
    fills: Area
    sees: list[SheetArea] | None


class Search:
    """Goes through the sheets of a workbook for the cells that a filling may touch."""

    def __init__(self, strings: Strings, known: Known, allowance: Allowance) -> None:
        self._strings, self._known, self._allowance = strings, known, allowance
        self._sheets: dict[str, TouchedCells] = {}
        self._formulas: list[_Formula] = []
        self._length = 0

    def add(self, sheet: str, root: Element) -> None:
        """Go through one sheet. Raises ValueError when it is damaged, OverdrawnError when its formulas are endless."""
        own = self._sheets.setdefault(sheet.casefold(), TouchedCells())
        formulas = Formulas(sheet, self._allowance)
        for row, number in grid.rows(root):
            for cell, column in grid.cells(row):
                formula = cell.find(main("f"))
                if formula is not None and not self._is_long:
                    self._formulas.append(self._read(sheet, formula, Area(column, number, column, number), formulas))
                elif formula is None and (holder := self._strings.tagged_holder(cell)) is not None:
                    # In the row of a list nothing stays as it is.
                    own.add(_ANY if has_list(text_of(holder)) else column, number)

    @property
    def _is_long(self) -> bool:
        return self._length > _MOST_CHARACTERS or len(self._formulas) > _MOST_FORMULAS

    def _read(self, sheet: str, formula: Element, cell: Area, formulas: Formulas) -> _Formula:
        text = formulas.text(formula, cell.top, cell.left)
        self._length += len(text)
        fills = Area.read(formula.get("ref", "")) if formula.get("t") in ("array", "dataTable") else None
        sees = None if formula.get("t") == "dataTable" else stretches(text, sheet, self._known)
        return _Formula(sheet.casefold(), fills or cell, sees)

    def result(self) -> Touched:
        """Return what was found on all sheets."""
        tagged = any(cells.rows for cells in self._sheets.values())
        ended = not tagged or (not self._is_long and _spread(self._formulas, self._sheets))
        return Touched(self._sheets, self._known, everything=not ended)


def _spread(formulas: list[_Formula], sheets: Mapping[str, TouchedCells]) -> bool:
    """Add what the formulas fill that see touched cells, and those that see these; return whether that ended."""
    for _ in range(_MOST_ROUNDS):
        left = []
        for formula in formulas:
            if not _sees(formula.sees, sheets):
                left.append(formula)
            elif not _fill(formula.fills, sheets[formula.sheet]):
                return False
        if len(left) == len(formulas):
            return True
        # Up and down in turn, as formulas mostly look either way.
        formulas = left[::-1]
    return not formulas


def _fill(area: Area, cells: TouchedCells) -> bool:
    if (area.right - area.left + 1) * (area.bottom - area.top + 1) > _MOST_CELLS:
        return False
    for column in range(area.left, area.right + 1):
        for row in range(area.top, area.bottom + 1):
            cells.add(column, row)
    return True
