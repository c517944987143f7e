"""What refers to rows follows them when a pattern row becomes many."""

from __future__ import annotations

import re
from typing import Any

from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table, TableColumn, TableFormula

from collabkit.engines.opc.package import read_package
from tests.engines.excel.books import View, filled, items, opened, packed, template

FILL = PatternFill("solid", bgColor="FF0000")


def rows(sheet: Any) -> None:
    sheet["A3"], sheet["B3"] = "编号", "值"
    sheet["A4"], sheet["B4"] = "{{ tasks[].id }}", "{{ tasks[].value }}"
    sheet["A6"] = "签字"


def after(build: Any, count: int = 3) -> Any:
    def both(sheet: Any) -> None:
        rows(sheet)
        build(sheet)

    return filled(both, View(tasks=items(*range(count))))


def test_merged_cells_below_move_and_those_above_stay() -> None:
    def build(sheet: Any) -> None:
        sheet.merge_cells("A1:C1")
        sheet.merge_cells("A6:C7")

    assert sorted(map(str, after(build).merged_cells.ranges)) == ["A1:C1", "A8:C9"]


def test_cells_merged_within_the_pattern_row_are_merged_in_every_row() -> None:
    merged = after(lambda sheet: sheet.merge_cells("B4:C4")).merged_cells.ranges

    assert sorted(map(str, merged)) == ["B4:C4", "B5:C5", "B6:C6"]


def test_validations_and_conditional_formats_cover_every_row() -> None:
    def build(sheet: Any) -> None:
        dropdown = DataValidation("list", "$A$4:$A$4", showErrorMessage=True)
        dropdown.add("B4")
        sheet.add_data_validation(dropdown)
        sheet.conditional_formatting.add("B4", CellIsRule(operator="greaterThan", formula=["$B$8"], fill=FILL))
        sheet.conditional_formatting.add("A4:B4", FormulaRule(formula=['$A4="x"'], fill=FILL))

    sheet = after(build)
    (dropdown,) = sheet.data_validations.dataValidation

    assert (str(dropdown.sqref), dropdown.formula1, dropdown.showErrorMessage) == ("B4:B6", "$A$4:$A$6", True)
    assert {str(found.sqref): found.rules[0].formula for found in sheet.conditional_formatting} == {
        "B4:B6": ["$B$10"],
        "A4:B6": ['$A4="x"'],
    }


def test_filter_print_area_and_freeze_follow() -> None:
    def build(sheet: Any) -> None:
        sheet.auto_filter.ref = "A3:B4"
        sheet.print_area = "A1:B6"
        sheet.print_title_rows = "3:3"
        sheet.freeze_panes = "B4"

    sheet = after(build)

    assert (sheet.auto_filter.ref, sheet.freeze_panes) == ("A3:B6", "B4")
    assert (sheet.print_area, sheet.print_title_rows) == ("'总表'!$A$1:$B$8", "$3:$3")


def test_a_defined_name_over_the_pattern_row_covers_every_row() -> None:
    def build(sheet: Any) -> None:
        sheet.parent.defined_names["ids"] = DefinedName("ids", attr_text="'总表'!$A$4:$A$4")

    assert after(build).parent.defined_names["ids"].attr_text == "'总表'!$A$4:$A$6"


def test_a_sum_over_the_pattern_row_sums_every_row() -> None:
    def build(sheet: Any) -> None:
        sheet["B5"] = "=SUM(B4:B4)"
        sheet["C5"] = '=SUM(B4)&COUNTIF($A$4,"T*")'
        sheet["D5"] = "=ROUND(B4,2)+A6"

    sheet = after(build)

    assert sheet["B7"].value == "=SUM(B4:B6)"
    assert sheet["C7"].value == '=SUM(B4:B6)&COUNTIF($A$4:$A$6,"T*")'
    assert sheet["D7"].value == "=ROUND(B4,2)+A8"


def test_a_formula_in_the_pattern_row_is_filled_down() -> None:
    def build(sheet: Any) -> None:
        sheet["C4"] = "=B4*2"
        sheet["D4"] = "=SUM(B$4:B4)/B$6"

    sheet = after(build)

    assert [sheet.cell(row, 3).value for row in (4, 5, 6)] == ["=B4*2", "=B5*2", "=B6*2"]
    assert [sheet.cell(row, 4).value for row in (4, 6)] == ["=SUM(B$4:B4)/B$8", "=SUM(B$4:B6)/B$8"]


def test_a_formula_on_another_sheet_follows_too() -> None:
    def build(sheet: Any) -> None:
        rows(sheet)
        sheet.parent.create_sheet("汇总")["A1"] = "=SUM('总表'!B4:B4)+'总表'!A6"

    book = opened(template(build).fill(View(tasks=items(1, 2, 3))))

    assert book["汇总"]["A1"].value == "=SUM('总表'!B4:B6)+'总表'!A8"


def test_no_stale_result_of_a_formula_is_left() -> None:
    def build(sheet: Any) -> None:
        rows(sheet)
        sheet["B5"] = "=SUM(B4:B4)"

    parts = packed(build)
    part = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = re.sub(rb"</f><v ?/?>(</v>)?", b"</f><v>99</v>", part)
    assert b"<v>99</v>" in parts["xl/worksheets/sheet1.xml"]
    after = read_package(template(lambda sheet: None, **parts).fill(View(tasks=items(1))))

    assert b"<v>99</v>" not in after["xl/worksheets/sheet1.xml"]
    assert b'fullCalcOnLoad="1"' in after["xl/workbook.xml"]


def test_formulas_shared_by_several_cells_are_written_out() -> None:
    def build(sheet: Any) -> None:
        rows(sheet)
        sheet["C6"], sheet["C7"] = "=A6*2", "=A7*2"

    parts = packed(build)
    part = parts["xl/worksheets/sheet1.xml"]
    part = part.replace(b"<f>A6*2</f>", b'<f t="shared" ref="C6:C7" si="0">A6*2</f>')
    parts["xl/worksheets/sheet1.xml"] = part.replace(b"<f>A7*2</f>", b'<f t="shared" si="0"/>')
    sheet = opened(template(lambda sheet: None, **parts).fill(View(tasks=items(1, 2)))).worksheets[0]

    assert [sheet["C7"].value, sheet["C8"].value] == ["=A7*2", "=A8*2"]


def test_a_table_comments_links_and_page_breaks_follow() -> None:
    def build(sheet: Any) -> None:
        sheet.add_table(Table(displayName="Tasks", ref="A3:B4"))
        sheet["A6"].comment = Comment("说明", "PMO")
        sheet["A6"].hyperlink = "https://example.com/"
        sheet.row_breaks.append(Break(id=5))

    sheet = after(build)

    assert sheet.tables["Tasks"].ref == sheet.tables["Tasks"].autoFilter.ref == "A3:B6"
    assert sheet["A8"].comment.text == "说明"
    assert sheet["A8"].hyperlink.target == "https://example.com/"
    assert [found.id for found in sheet.row_breaks.brk] == [7]


def test_the_formula_of_a_table_s_column_reads_as_the_cells_below_it() -> None:
    def build(sheet: Any) -> None:
        rows(sheet)
        sheet["A9"], sheet["B9"], sheet["A10"], sheet["B10"] = "n", "twice", 1, "=A10*2"
        table = Table(displayName="Twice", ref="A9:B10")
        twice = TableColumn(id=2, name="twice", calculatedColumnFormula=TableFormula(attr_text="A10*2"))
        table.tableColumns = [TableColumn(id=1, name="n"), twice]
        sheet.add_table(table)

    sheet = filled(build, View(tasks=items(1, 2, 3)))
    assert sheet.tables["Twice"].ref == "A11:B12"
    assert sheet.tables["Twice"].tableColumns[1].calculatedColumnFormula.attr_text == "A12*2"
    assert sheet["B12"].value == "=A12*2"


def test_rows_below_keep_their_heights() -> None:
    def build(sheet: Any) -> None:
        sheet.row_dimensions[6].height = 33

    assert after(build).row_dimensions[8].height == 33


def test_one_item_or_none_moves_nothing() -> None:
    def build(sheet: Any) -> None:
        sheet.merge_cells("A6:C6")
        sheet["B5"] = "=SUM(B4:B4)"

    for count in (0, 1):
        sheet = after(build, count)
        assert str(sheet.merged_cells) == "A6:C6"
        assert sheet["B5"].value == "=SUM(B4:B4)"
