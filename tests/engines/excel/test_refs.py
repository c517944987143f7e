"""How references move."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.engines.excel.refs import (
    LAST_ROW,
    Shift,
    column_letters,
    column_number,
    copied,
    moved,
    shifts_of,
    translated,
)

SHIFT = Shift.of({5: 4, 9: 2})
SHIFTS = shifts_of([("总表", SHIFT), ("It's", SHIFT), ("Data", SHIFT)])


@pytest.mark.parametrize(
    ("ref", "area"),
    [
        ("A4", "A4"),
        ("A5", "A5"),
        ("A5:B5", "A5:B8"),
        ("$A$5:$B$6", "$A$5:$B$9"),
        ("A6:A9", "A9:A13"),
        ("$3:$5", "$3:$8"),
        ("A10", "A14"),
        (f"A1:A{LAST_ROW}", f"A1:A{LAST_ROW}"),
    ],
)
def test_an_area_covers_what_its_rows_have_become(ref: str, area: str) -> None:
    assert SHIFT.area(ref) == area


@pytest.mark.parametrize(
    ("formula", "after"),
    [
        ("SUM(B5:B5)+B6", "SUM(B5:B8)+B9"),
        ('"A6"&A6', '"A6"&A9'),
        ("Other!A6+总表!A6", "Other!A6+总表!A9"),
        ("'It''s'!$A$6", "'It''s'!$A$9"),
        ("[1]总表!A6", "[1]总表!A6"),
        ("LOG10(A6)+AB1C+A6_x", "LOG10(A9)+AB1C+A6_x"),
        ("Tasks[[#Totals],[A6]]", "Tasks[[#Totals],[A6]]"),
        ("IF(A6>=10,{1,2;3,4},TRUE)", "IF(A9>=10,{1,2;3,4},TRUE)"),
        ("6:6", "9:9"),
        ("SUM(data!B5:B6)+DATA!B6", "SUM(data!B5:B9)+DATA!B9"),
        ("SUM(总表!B5:总表!B6)", "SUM(总表!B5:B9)"),
        ('"总表!B5:总表!B6"&A6', '"总表!B5:总表!B6"&A9'),
        ("SUM('it''S'!A6:'It''s'!A6,A6)", "SUM('it''S'!A9:A9,A9)"),
        ("SUM(一表:总表!B5)", "SUM(一表:总表!B5)"),
    ],
)
def test_only_references_to_a_sheet_that_moved_are_changed(formula: str, after: str) -> None:
    assert moved(formula, "总表", SHIFTS) == after


def test_a_reference_without_a_sheet_means_the_formula_s_own() -> None:
    assert moved("A6+总表!A6", "Other", SHIFTS) == "A6+总表!A9"


@pytest.mark.parametrize(
    ("formula", "after"),
    [
        ("SUM(B5)", "SUM(B5:B8)"),
        ("SUM(总表!B5,C5)", "SUM(总表!B5:B8,C5:C8)"),
        ("SUM(B5*2)", "SUM(B5*2)"),
        ("ABS(B5)", "ABS(B5)"),
        ("SUM(ABS(B5),B5)", "SUM(ABS(B5),B5:B8)"),
        ("B5", "B5"),
    ],
)
def test_a_single_cell_given_to_a_sum_means_all_of_its_rows(formula: str, after: str) -> None:
    assert moved(formula, "总表", SHIFTS, widen=True) == after


def test_a_formula_is_filled_down_as_in_excel() -> None:
    assert copied("B5+B$5+$B5+SUM(B$5:B5)+B$5:B$5", "总表", SHIFTS, 2) == "B7+B$5+$B7+SUM(B$5:B7)+B$5:B$8"


def test_a_formula_copied_elsewhere_keeps_what_is_fixed() -> None:
    assert translated("A1+$A1+A$1+$A$1", "总表", 2, 1) == "B3+$A3+B$1+$A$1"


@given(st.integers(1, 16_384))
def test_a_column_is_its_letters(number: int) -> None:
    assert column_number(column_letters(number)) == number


@given(st.dictionaries(st.integers(1, 50), st.integers(1, 20), max_size=5), st.integers(1, 60))
def test_rows_stay_in_order_and_never_overlap(counts: dict[int, int], row: int) -> None:
    shift = Shift.of(counts)

    assert shift.last(row) - shift.first(row) + 1 == counts.get(row, 1)
    assert shift.first(row + 1) == shift.last(row) + 1
