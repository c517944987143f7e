"""Cell references: how they move when a pattern row has become many rows."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384

_CELL = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})")
_ROW = re.compile(r"(\$?)(\d{1,7})")
_AREA = re.compile(r"\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?\d{1,7}:\$?\d{1,7}")
_TOKEN = re.compile(
    r"""
    (?P<text>"(?:[^"]|"")*+"?)
  | (?P<twice>(?P<own>(?:'(?:[^']|'')++'|[^\W\d][\w.]*+)!)(?P<end>\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6})
      :(?i:(?P=own))(?P<other_end>\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6})(?![\w.(!]))
  | (?P<sheet>(?:'(?:[^']|'')++'|(?:\[\d+\])?[^\W\d][\w.]*+(?::[^\W\d][\w.]*+)?)!)
  | (?P<loose>'(?:[^']|'')*+'?)
  | (?P<call>[^\W\d][\w.]*+\()
  | (?P<cells>\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6})?)(?![\w.(!])
  | (?P<rows>\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6})(?![\w.])
  | (?P<name>[^\W\d][\w.]*|\d[\w.]*)
  | (?P<table>\[[^\]]*+\]*+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
# These are other than before although no cell they name is.
_ELSEWHERE = frozenset(
    (
        *("CELL", "FORMULATEXT", "GETPIVOTDATA", "INDIRECT", "INFO", "NOW", "OFFSET", "RAND", "RANDARRAY"),
        *("RANDBETWEEN", "ROW", "RTD", "SHEET", "SHEETS", "TODAY"),
    )
)
_CONSTANTS = frozenset(("TRUE", "FALSE"))
# A single cell of the pattern row given to one of these means "all of the rows".
_AGGREGATES = (
    "SUM SUMIF SUMIFS SUMPRODUCT PRODUCT COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS "
    "AVERAGE AVERAGEIF AVERAGEIFS MIN MAX MEDIAN SUBTOTAL AGGREGATE"
)
_WIDENING = frozenset(_AGGREGATES.split())


def column_number(letters: str) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """Return the letters of a column: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, inclusive, columns and rows counted from 1."""

    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def read(cls, ref: str) -> Area | None:
        """Return the area that `ref` (`B5`, `B5:C7`) names, None when it names none."""
        ends = [_CELL.fullmatch(part) for part in ref.split(":")]
        first, last = ends[0], ends[-1]
        if not first or not last or len(ends) > 2:
            return None
        return cls(column_number(first[2]), int(first[4]), column_number(last[2]), int(last[4]))


@dataclass(frozen=True, slots=True)
class Shift:
    """Where the rows of a template's sheet stand once its pattern rows are filled."""

    rows: tuple[int, ...]
    added: tuple[int, ...]

    @classmethod
    def of(cls, counts: Mapping[int, int]) -> Shift:
        """Return the shift when each pattern row (key) becomes so many rows (value, at least 1)."""
        rows = tuple(sorted(counts))
        return cls(rows, tuple(accumulate(counts[row] - 1 for row in rows)))

    def __bool__(self) -> bool:
        return bool(self.added) and self.added[-1] > 0

    def first(self, row: int) -> int:
        """Return where the template's `row`, or the first of its rows, stands."""
        before = bisect_left(self.rows, row)
        return _clamp(row + self.added[before - 1]) if before else row

    def last(self, row: int) -> int:
        """Return where the template's `row`, or the last of its rows, stands."""
        upto = bisect_right(self.rows, row)
        return _clamp(row + self.added[upto - 1]) if upto else row

    def area(self, ref: str) -> str:
        """Return `ref` (`A5`, `$A$5:$B$7`, `$3:$3`) so that it covers what its rows have become."""
        first, colon, last = ref.partition(":")
        return self._end(first, self.first) + (colon and ":" + self._end(last, self.last))

    def areas(self, refs: str) -> str:
        """Return several areas, separated by blanks, each a single cell of a pattern row widened to its rows."""
        return " ".join(self._widened(ref) for ref in refs.split())

    def _widened(self, ref: str) -> str:
        moved = self.area(ref)
        if ":" in ref or not _CELL.fullmatch(ref):
            return moved
        last = self._end(ref, self.last)
        return moved if moved == last else f"{moved}:{last}"

    def _end(self, ref: str, place: Callable[[int], int]) -> str:
        cell = _CELL.fullmatch(ref)
        if cell:
            return f"{cell[1]}{cell[2]}{cell[3]}{place(int(cell[4]))}"
        row = _ROW.fullmatch(ref)
        return f"{row[1]}{place(int(row[2]))}" if row else ref


def _clamp(row: int) -> int:
    return min(row, LAST_ROW)


NOWHERE = Shift((), ())
Shifts = Mapping[str, Shift]
"""The shift of each sheet, by the sheet's name as `shifts_of` writes it."""


def shifts_of(shifts: Iterable[tuple[str, Shift]]) -> Shifts:
    """Return the shifts of sheets, to be looked up by `shift_on`."""
    return {sheet.casefold(): shift for sheet, shift in shifts}


def shift_on(shifts: Shifts, sheet: str) -> Shift:
    """Return how the rows of `sheet` move; a formula may name the sheet in capitals or small letters."""
    return shifts.get(sheet.casefold(), NOWHERE)


def is_area(text: str) -> bool:
    """Return whether `text` is one area, or several separated by blanks."""
    return bool(text) and all(_AREA.fullmatch(part) for part in text.split())


AreaChange = Callable[[str, str, bool], str]
"""From a sheet's name, an area and whether the area is an argument of its own for SUM and its kin: the new area."""


def rewrite(formula: str, here: str, change: AreaChange) -> str:
    """Return `formula`, which stands on the sheet `here`, with `change` made to every area it names."""
    tokens = list(_tokens(formula))
    out: list[str] = []
    calls: list[str] = []
    sheet: str | None = here
    for index, (kind, text) in enumerate(tokens):
        if kind in ("cells", "rows"):
            alone = bool(calls) and calls[-1] in _WIDENING and _is_argument(tokens, index)
            out.append(text if sheet is None else change(sheet, text, alone))
        else:
            out.append(text)
        if kind == "call" or text == "(":
            calls.append(text[:-1].upper())
        elif text == ")" and calls:
            calls.pop()
        sheet = _sheet(text) if kind == "sheet" else here
    return "".join(out)


def _tokens(formula: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and the text of each token; `Data!B2:Data!B3` comes as `Data!` and `B2:B3`."""
    for token in _TOKEN.finditer(formula):
        if token.lastgroup == "twice":
            yield "sheet", token["own"]
            yield "cells", f"{token['end']}:{token['other_end']}"
        else:
            yield token.lastgroup or "", token[0]


def _is_argument(tokens: list[tuple[str, str]], index: int) -> bool:
    before = index - 1 if tokens[index - 1][0] != "sheet" else index - 2
    after = tokens[index + 1][1] if index + 1 < len(tokens) else ""
    opened = tokens[before][0] == "call" or tokens[before][1] == ","
    return before >= 0 and opened and after in (")", ",")


def _sheet(prefix: str) -> str | None:
    name = prefix[:-1]
    if name.startswith("'"):
        name = name[1:-1].replace("''", "'")
    return None if "[" in name else name


SheetArea = tuple[str, Area]
"""Cells of a sheet, by its name."""


@dataclass(frozen=True, slots=True)
class Known:
    """What formulas may name other than cells, by the names in lower case."""

    tables: Mapping[str, SheetArea] = field(default_factory=dict)
    names: Mapping[str, list[SheetArea] | None] = field(default_factory=dict)
    """What each defined name stands for, None when that cannot be told."""


def stretches(formula: str, here: str, known: Known) -> list[SheetArea] | None:
    """Return the cells that `formula`, on the sheet `here`, sees; None when that cannot be told from its text."""
    tokens = list(_tokens(formula))
    found: list[SheetArea] = []
    for index, (kind, text) in enumerate(tokens):
        before = tokens[index - 1] if index else ("", "")
        after = tokens[index + 1][0] if index + 1 < len(tokens) else ""
        if kind == "table":
            seen = _of_table(before[1] if before[0] == "name" else "", known)
        elif kind == "name" and after == "table":
            continue
        else:
            seen = _seen(kind, text, _sheet(before[1]) if before[0] == "sheet" else here, known)
        if seen is None:
            return None
        found += seen
    return found


def _of_table(name: str, known: Known) -> Collection[SheetArea] | None:
    """Return the cells of a table; without a name it is the one around the formula, which may be any."""
    if name:
        return [known.tables[name.casefold()]] if name.casefold() in known.tables else None
    return known.tables.values() or None


def _seen(kind: str, text: str, sheet: str | None, known: Known) -> Collection[SheetArea] | None:
    """Return the cells that one token of a formula stands for, None when that cannot be told."""
    if kind in ("cells", "rows"):
        # Cells of another workbook are no cells that change here.
        return [(sheet, _area(text))] if sheet is not None else ()
    if kind == "name":
        is_constant = text[0].isdigit() or text.upper() in _CONSTANTS
        return () if is_constant else known.names.get(text.casefold())
    obscure = (
        (kind == "call" and text[:-1].upper().rpartition(".")[2] in _ELSEWHERE)
        # The cells of several sheets, or all that a formula spills over.
        or (kind == "sheet" and ":" in text)
        or text == "#"
    )
    return None if obscure else ()


def _area(ref: str) -> Area:
    numbers = [int(number) for number in re.findall(r"\d+", ref)]
    columns = [column_number(letters) for letters in re.findall("[A-Za-z]+", ref)] or [1, LAST_COLUMN]
    return Area(min(columns), min(numbers), max(columns), max(numbers))


def moved(formula: str, here: str, shifts: Shifts, *, widen: bool = False) -> str:
    """Return a formula that is not in a pattern row, pointing at the same things after the rows have moved.

    With `widen`, a single cell of a pattern row summed up or counted becomes all of its rows.
    """

    def change(sheet: str, ref: str, alone: bool) -> str:
        shift = shift_on(shifts, sheet)
        return shift.areas(ref) if widen and alone else shift.area(ref)

    return rewrite(formula, here, change)


def covering(formula: str, here: str, shifts: Shifts) -> str:
    """Return a reference to data, in which every cell of a pattern row becomes all of its rows."""

    def change(sheet: str, ref: str, alone: bool) -> str:
        return shift_on(shifts, sheet).areas(ref)

    return rewrite(formula, here, change)


def copied(formula: str, here: str, shifts: Shifts, index: int) -> str:
    """Return the formula of a pattern row for its item `index`, counted from 0, as if filled down in Excel.

    A row without `$` goes down with the items; one with `$` stays, or covers what it has become.
    """

    def change(sheet: str, ref: str, alone: bool) -> str:
        shift = shift_on(shifts, sheet)
        fixed = shift.area(ref).split(":")
        loose = [_slid(end, shift.first, index) for end in ref.split(":")]
        return ":".join(slid or stays for slid, stays in zip(loose, fixed, strict=True))

    return rewrite(formula, here, change)


def _slid(ref: str, first: Callable[[int], int], index: int) -> str | None:
    cell = _CELL.fullmatch(ref)
    if not cell or cell[3]:
        return None
    return f"{cell[1]}{cell[2]}{_clamp(first(int(cell[4])) + index)}"


def translated(formula: str, here: str, rows: int, columns: int) -> str:
    """Return `formula` as it reads when copied `rows` down and `columns` to the right."""

    def change(sheet: str, ref: str, alone: bool) -> str:
        return ":".join(_offset(end, rows, columns) for end in ref.split(":"))

    return rewrite(formula, here, change)


def _offset(ref: str, rows: int, columns: int) -> str:
    cell = _CELL.fullmatch(ref)
    if not cell:
        return ref
    letters = cell[2] if cell[1] else column_letters(column_number(cell[2]) + columns)
    return f"{cell[1]}{letters}{cell[3]}{int(cell[4]) + (0 if cell[3] else rows)}"
