"""What a formula or a chart came to in the template is kept where no filling can change it, and dropped elsewhere."""

from __future__ import annotations

import re
from typing import Any

import pytest
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table

from collabkit.engines.excel import ExcelTemplate, touched
from collabkit.engines.excel.refs import Area, Known, stretches
from collabkit.engines.opc.package import read_package
from tests.engines.excel.books import View, items, packed

SHEET = "xl/worksheets/sheet1.xml"


def with_results(build: Any) -> dict[str, bytes]:
    """Return the parts of a workbook whose formulas have results, as Excel saves them."""
    return {
        name: re.sub(rb"</f><v ?/?>(</v>)?", b"</f><v>7</v>", part) if name.startswith("xl/worksheets/") else part
        for name, part in packed(build).items()
    }


def kept(parts: dict[str, bytes], count: int = 3, sheet: str = SHEET) -> dict[str, bool]:
    """Return which formulas of the filled workbook have a result, by their text."""
    filled = read_package(ExcelTemplate("t.xlsx", parts).fill(View(tasks=items(*range(count)))))
    cells = re.findall(r"<c [^>]*><f[^>]*>(.*?)</f>(<v>7</v>)?", filled[sheet].decode())
    return {text: bool(value) for text, value in cells}


def rows(sheet: Any) -> None:
    sheet["A1"], sheet["A2"] = 1, 2
    sheet["A4"], sheet["B4"] = "{{ tasks[].id }}", "=A1+A4"
    sheet["A6"] = "{{ project.name }}"


@pytest.mark.parametrize(
    ("formula", "after", "keeps"),
    [
        ("SUM(A1:A2)", "SUM(A1:A2)", True),
        ("A1*2", "A1*2", True),
        ("1+1", "1+1", True),
        ('"A4"&TRUE', '"A4"&amp;TRUE', True),
        ("A7", "A9", True),
        ("[1]Book!A4", "[1]Book!A4", True),
        ("SUM(A1:A4)", "SUM(A1:A6)", False),
        ("A4", "A4", False),
        ("A6", "A8", False),
        ("SUM(1:9)", "SUM(1:11)", False),
        ("SUM(A:A)", "SUM(A:A)", False),
        ("budget", "budget", False),
        ("Tasks[value]", "Tasks[value]", False),
        ("TODAY()", "TODAY()", False),
        ("_xlfn.SHEET()", "_xlfn.SHEET()", False),
        ('INDIRECT("A4")', 'INDIRECT("A4")', False),
        ("OFFSET(A1,3,0)", "OFFSET(A1,3,0)", False),
        ("ROW()", "ROW()", False),
        ("A1#", "A1#", False),
        ("'x:y'!A1", "'x:y'!A1", False),
    ],
)
def test_a_result_is_kept_unless_the_formula_may_see_what_is_filled(formula: str, after: str, keeps: bool) -> None:
    def build(sheet: Any) -> None:
        rows(sheet)
        sheet["C8"] = f"={formula}"

    assert kept(with_results(build))[after] is keeps


def test_formulas_that_see_such_formulas_are_dropped_too_up_down_and_on_other_sheets() -> None:
    def build(sheet: Any) -> None:
        rows(sheet)
        sheet["E1"], sheet["E2"], sheet["E3"] = "=E2", "=E3", "=E8"
        sheet["E8"], sheet["E9"], sheet["E10"] = "=B4", "=A1", "=E1"
        other = sheet.parent.create_sheet("other")
        other["A1"], other["A2"], other["A3"] = "='总表'!E10", "='总表'!E9", "=A1"

    parts = with_results(build)
    assert kept(parts) == {
        "A1+A4": False,
        "A2+A5": False,
        "A3+A6": False,
        "E2": False,
        "E3": False,
        "E10": False,
        "B4": False,
        "A1": True,
        "E1": False,
    }
    other = kept(parts, sheet="xl/worksheets/sheet2.xml")
    assert other == {"'总表'!E12": False, "'总表'!E11": True, "A1": False}


def test_a_sheet_on_which_nothing_changes_stays_byte_for_byte_with_its_results() -> None:
    def build(sheet: Any) -> None:
        rows(sheet)
        other = sheet.parent.create_sheet("rates")
        other["A1"], other["A2"], other["A3"] = 3, "=A1*2", "=SUM(A1:A2)"

    parts = with_results(build)
    filled = read_package(ExcelTemplate("t.xlsx", parts).fill(View(tasks=items(1, 2))))
    other = "xl/worksheets/sheet2.xml"
    assert b"<v>7</v>" in parts[other]
    assert kept(parts, sheet=other) == {"A1*2": True, "SUM(A1:A2)": True}
    one = read_package(ExcelTemplate("t.xlsx", parts).fill(View(tasks=items(1))))
    assert one[other] == parts[other]
    assert filled["xl/workbook.xml"].count(b"fullCalcOnLoad") == 1


def test_excel_is_asked_to_calculate_only_when_a_result_is_gone() -> None:
    def build(sheet: Any) -> None:
        sheet["A1"], sheet["A2"], sheet["A4"] = 1, "=A1*2", "{{ tasks[].id }}"

    parts = with_results(build)
    parts["xl/workbook.xml"] = re.sub(rb"<calcPr[^>]*/>", b"", parts["xl/workbook.xml"])
    filled = read_package(ExcelTemplate("t.xlsx", parts).fill(View(tasks=items(1, 2))))
    assert b"fullCalcOnLoad" not in filled["xl/workbook.xml"]


def chained(build: Any) -> dict[str, bytes]:
    parts = with_results(build)
    chain = (
        b'<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="A5" i="1"/></calcChain>'
    )
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"
    types = b'<Override PartName="/xl/calcChain.xml" ContentType="%s"/></Types>' % kind
    relation = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"
    entry = b'<Relationship Id="rId77" Type="%s" Target="calcChain.xml"/></Relationships>' % relation
    name = "xl/_rels/workbook.xml.rels"
    return parts | {
        "xl/calcChain.xml": chain,
        "[Content_Types].xml": parts["[Content_Types].xml"].replace(b"</Types>", types),
        name: parts[name].replace(b"</Relationships>", entry),
    }


@pytest.mark.parametrize(("count", "stays"), [(0, True), (1, True), (2, False)])
def test_the_order_of_calculation_is_kept_until_a_row_moves(count: int, stays: bool) -> None:
    def build(sheet: Any) -> None:
        sheet["A4"], sheet["A5"] = "{{ tasks[].id }}", "=A1"

    parts = chained(build)
    filled = read_package(ExcelTemplate("t.xlsx", parts).fill(View(tasks=items(*range(count)))))
    assert ("xl/calcChain.xml" in filled) is stays
    assert (b"calcChain" in filled["[Content_Types].xml"]) is stays
    assert (b"calcChain" in filled["xl/_rels/workbook.xml.rels"]) is stays


def test_no_cell_of_an_array_formula_keeps_a_result_that_is_gone() -> None:
    def build(sheet: Any) -> None:
        sheet["A1"] = "{{ project.name }}"
        sheet["B2"], sheet["C2"], sheet["B3"], sheet["C3"], sheet["D2"] = "=LEN(A1)", 5, 5, 5, 5

    parts = with_results(build)
    array = b'<f t="array" ref="B2:C3">LEN(A1)</f>'
    parts[SHEET] = parts[SHEET].replace(b"<f>LEN(A1)</f>", array)
    sheet = read_package(ExcelTemplate("t.xlsx", parts).fill(View()))[SHEET].decode()
    assert re.findall(r'<c r="(\w+)"[^>]*><v>5</v>', sheet) == ["D2"]


def test_a_what_if_table_keeps_what_it_is_made_of_and_follows_its_rows() -> None:
    def build(sheet: Any) -> None:
        rows(sheet)
        sheet["C7"] = "=A1"

    parts = with_results(build)
    parts[SHEET] = parts[SHEET].replace(b"<f>A1</f>", b'<f t="dataTable" ref="C7:C9" dt2D="0" r1="A7" r2="A1"/>')
    sheet = read_package(ExcelTemplate("t.xlsx", parts).fill(View(tasks=items(1, 2, 3))))[SHEET].decode()
    assert '<f t="dataTable" ref="C9:C11" dt2D="0" r1="A9" r2="A1"/>' in sheet


def test_many_formulas_against_the_order_of_their_rows_all_count_as_touched() -> None:
    def build(sheet: Any) -> None:
        sheet["A1"] = "{{ project.name }}"
        # Each looks to the other end, so that neither way through them finds more than one.
        order = [row for pair in zip(range(2, 30), range(60, 31, -1), strict=False) for row in pair]
        for before, row in zip([1, *order], order, strict=False):
            sheet[f"A{row}"] = f"=A{before}"
        sheet["B99"] = "=B98"

    assert set(kept(with_results(build)).values()) == {False}


@pytest.mark.parametrize(("count", "formula", "keeps"), [(8, "A1", True), (8, "1+1+1+A1", False), (20, "A1", False)])
def test_where_formulas_are_endless_all_count_as_touched(
    count: int, formula: str, keeps: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(touched, "_MOST_FORMULAS", 16)
    monkeypatch.setattr(touched, "_MOST_CHARACTERS", 60)

    def build(sheet: Any) -> None:
        sheet["A1"], sheet["A2"] = 1, "{{ tasks[].id }}"
        for row in range(4, 4 + count):
            sheet[f"B{row}"] = f"={formula}"

    assert set(kept(with_results(build)).values()) == {keeps}


@pytest.mark.parametrize(
    ("formula", "found"),
    [
        ("A1+B2:C3", [("s", Area(1, 1, 1, 1)), ("s", Area(2, 2, 3, 3))]),
        ("'O''Neil'!$A$9+x!B1", [("O'Neil", Area(1, 9, 1, 9)), ("x", Area(2, 1, 2, 1))]),
        ("SUM(3:5)", [("s", Area(1, 3, 16_384, 5))]),
        ("C3:B2", [("s", Area(2, 2, 3, 3))]),
        ("#REF!+1", None),
        ("#N/A", None),
        ("1.5E+3*.5", []),
        ("name", None),
        ("A1:name", None),
        ("", []),
    ],
)
def test_a_formula_tells_which_cells_it_sees(formula: str, found: list[tuple[str, Area]] | None) -> None:
    assert stretches(formula, "s", Known()) == found


def test_what_an_array_formula_fills_is_touched_with_it() -> None:
    def build(sheet: Any) -> None:
        sheet["A1"] = "{{ project.name }}"
        sheet["B2"], sheet["E1"], sheet["E2"] = "=LEN(A1)", "=C3", "=C4"

    parts = with_results(build)
    for ref, expected in (("B2:C3", {"C3": False, "C4": True}), ("B2:XFD1048576", {"C3": False, "C4": False})):
        array = f'<f t="array" ref="{ref}">LEN(A1)</f>'.encode()
        found = kept(parts | {SHEET: parts[SHEET].replace(b"<f>LEN(A1)</f>", array)})
        assert found == {"LEN(A1)": False} | expected


def test_what_a_name_or_a_table_stands_for_is_known() -> None:
    def build(sheet: Any) -> None:
        rows(sheet)
        for name, cells in (("still", "$A$1:$A$2"), ("list", "$A$4"), ("chain", ""), ("today", "")):
            text = f"'总表'!{cells}" if cells else {"chain": "still", "today": "TODAY()"}[name]
            sheet.parent.defined_names[name] = DefinedName(name, attr_text=text)
        other = sheet.parent.create_sheet("rates")
        other["A1"], other["A2"], other["B1"] = "rate", 3, "=SUM(Rates[rate])"
        other.add_table(Table(displayName="Rates", ref="A1:A2"))
        for row, formula in enumerate(("SUM(still)", "SUM(STILL)", "SUM(list)", "chain", "today", "unknown"), 8):
            sheet[f"C{row}"] = f"={formula}"
        sheet["D8"] = "=SUM(Rates[rate])"

    parts = with_results(build)
    assert {text: value for text, value in kept(parts).items() if text[0] != "A"} == {
        "SUM(still)": True,
        "SUM(STILL)": True,
        "SUM(list)": False,
        "chain": False,
        "today": False,
        "unknown": False,
        "SUM(Rates[rate])": True,
    }
    assert kept(parts, sheet="xl/worksheets/sheet2.xml") == {"SUM(Rates[rate])": True}


def test_a_table_over_the_row_of_a_list_loses_its_results() -> None:
    def build(sheet: Any) -> None:
        rows(sheet)
        sheet["A3"], sheet["C8"] = "id", "=COUNTA(Tasks[id])"
        sheet.add_table(Table(displayName="Tasks", ref="A3:A4"))

    assert kept(with_results(build))["COUNTA(Tasks[id])"] is False


def test_a_workbook_without_tags_keeps_even_the_results_that_cannot_be_told() -> None:
    def build(sheet: Any) -> None:
        sheet["A1"], sheet["A2"] = "=TODAY()", "=unknown"

    parts = with_results(build)
    assert read_package(ExcelTemplate("t.xlsx", parts).fill(View())) == parts


def test_a_sheet_touched_in_very_many_columns_is_followed_by_rows() -> None:
    def build(sheet: Any) -> None:
        for column in range(1, 400):
            sheet.cell(1 if column < 300 else 3, column).value = "{{ project.name }}"
        sheet["A9"], sheet["B9"] = "=SUM(A2:B2)", "=A3"

    assert kept(with_results(build)) == {"SUM(A2:B2)": True, "A3": False}
