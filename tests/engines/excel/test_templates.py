"""What is wrong with a template is said with its place, and how to put it right."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Alignment
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from collabkit.engines.excel import ExcelTemplate, Stamp, load
from collabkit.engines.opc.package import read_package, write_package
from collabkit.errors import TemplateError
from collabkit.lang import Lang
from tests.engines.excel.books import View, opened, packed, template


def sheet_with(text: str, cell: str = "F4") -> Any:
    def build(sheet: Any) -> None:
        sheet[cell] = text

    return build


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("{{ tasks[].vlaue }}", "did you mean {{ tasks[].value }}?"),
        ("{{ projct.name }}", "did you mean {{ project.name }}?"),
        ("{{ task[].id }}", "did you mean {{ tasks[].id }}?"),
        ("{{ project.zzzzzzzzzzz }}", "known fields: project.code, project.lead.name, project.name"),
    ],
)
def test_an_unknown_field_names_template_cell_tag_and_the_nearest_field(tag: str, hint: str) -> None:
    with pytest.raises(TemplateError) as raised:
        template(sheet_with(tag)).fill(View())

    assert raised.value.message.en == f"template tasks.xlsx, 总表!F4: there is no field {tag}"
    assert raised.value.message.zh == f"模板 tasks.xlsx 的 总表!F4：没有字段 {tag}"
    assert raised.value.hint and raised.value.hint.en == hint


def test_an_unknown_field_is_told_even_when_its_list_is_empty() -> None:
    with pytest.raises(TemplateError):
        template(sheet_with("{{ tasks[].owner }}")).fill(View(tasks=()))


def test_an_unknown_field_in_a_footer_is_told() -> None:
    def build(sheet: Any) -> None:
        sheet.oddFooter.left.text = "{{ project.nmae }}"

    with pytest.raises(TemplateError, match="总表: there is no field"):
        template(build).fill(View())


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("｛｛ project.name ｝｝", "full-width braces"),
        ("{｛ project.name }}", "full-width braces"),
        ("{{ project.name", "not complete"),
        ("{ { project.name } }", "not complete"),
        ("{{ project．name }}", "is not the name of a field"),
        ("project.name }}", "not complete"),
        ("{% for task in tasks %}", "have no {% … %}"),
        ("{{ project.name|upper }}", "is not the name of a field"),
        ("{{ 1 + 1 }}", "is not the name of a field"),
        ("{{ project.__class__.__mro__ }}", "there is no field"),
        ("{{ }}", "is not the name of a field"),
        ("{{ tasks[0].id }}", "is not the name of a field"),
        ("{{ project }}", "is not a single value"),
        ("{{ tasks }}", "is not a single value"),
        ("{{ tasks[] }}", "is not a single value"),
    ],
)
def test_a_tag_that_cannot_be_filled_is_refused_with_its_cell(text: str, what: str) -> None:
    with pytest.raises(TemplateError, match="总表!F4: ") as raised:
        template(sheet_with(text)).fill(View())

    assert what in raised.value.message.en
    assert raised.value.hint


def test_one_brace_is_just_text() -> None:
    sheet = opened(template(sheet_with("{a} ｛b｝ {1;2}")).fill(View())).worksheets[0]

    assert sheet["F4"].value == "{a} ｛b｝ {1;2}"


def test_blanks_around_and_within_a_tag_do_not_matter() -> None:
    assert template(sheet_with("{{project.name}}{{  tasks[] . id\n}}")).fields() == {"project.name", "tasks[].id"}


def test_two_lists_in_one_row_are_refused() -> None:
    def build(sheet: Any) -> None:
        sheet["A4"], sheet["B4"] = "{{ tasks[].id }}", "{{ risks[].id }}"

    with pytest.raises(TemplateError, match=r"总表!B4: two lists in one row: tasks\[\] and risks\[\]"):
        template(build)


def test_a_tag_in_a_formula_is_refused() -> None:
    with pytest.raises(TemplateError, match="a formula cannot hold a tag"):
        template(sheet_with('=CONCATENATE("{{ project.name }}")'))


def test_a_field_of_a_list_in_a_footer_is_refused() -> None:
    def build(sheet: Any) -> None:
        sheet.oddFooter.left.text = "{{ tasks[].id }}"

    with pytest.raises(TemplateError, match=r"总表: a header or footer cannot hold a field of a list"):
        template(build)


def test_a_tag_where_no_tag_is_filled_is_refused_instead_of_printed() -> None:
    def validation(sheet: Any) -> None:
        rule = DataValidation(type="list", formula1='"{{ project.name }}"')
        rule.add("A1")
        sheet.add_data_validation(rule)

    def title(sheet: Any) -> None:
        sheet.title = "{{ project.name }}"

    def table(sheet: Any) -> None:
        sheet["A1"], sheet["A2"] = "{{ project.name }}", "x"
        sheet.add_table(Table(displayName="t", ref="A1:A2"))

    said = {validation: "data validation", title: "the name of the sheet", table: "column heading of a table"}
    for build, what in said.items():
        with pytest.raises(TemplateError, match=what):
            template(build)


def test_a_tag_in_a_comment_is_refused() -> None:
    def build(sheet: Any) -> None:
        sheet["A1"].comment = Comment("{{ project.name }}", "PMO")

    with pytest.raises(TemplateError, match="in a shape, chart or comment"):
        template(build)


def saved(folder: Path, data: bytes) -> Path:
    path = folder / "tasks.xlsx"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "an empty file"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 512, "an old or encrypted Office file"),
        (b"PK\x03\x04 no zip at all", "a damaged or encrypted zip file"),
        (b"id,name\n1,2\n", "something else"),
    ],
)
def test_a_file_that_is_no_workbook_is_named_for_what_it_is(tmp_path: Path, data: bytes, what: str) -> None:
    with pytest.raises(TemplateError, match=what):
        load(saved(tmp_path, data))


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        (b"application/vnd.ms-excel.sheet.macroEnabled.main+xml", "it contains macros"),
        (b"application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", "it is an .xltx template"),
        (b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "it is a Word file"),
    ],
)
def test_another_kind_of_office_file_is_refused(tmp_path: Path, kind: bytes, what: str) -> None:
    parts = packed(sheet_with("x"))
    types = parts["[Content_Types].xml"]
    sheet = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    parts["[Content_Types].xml"] = types.replace(sheet, kind)

    with pytest.raises(TemplateError, match=re.escape(what)) as raised:
        load(saved(tmp_path, write_package(parts)))
    assert raised.value.hint and ".xlsx" in raised.value.hint.en


def test_a_damaged_part_is_named(tmp_path: Path) -> None:
    parts = packed(sheet_with("x")) | {"xl/worksheets/sheet1.xml": b"<worksheet"}

    with pytest.raises(TemplateError, match=r"is damaged: xl/worksheets/sheet1\.xml cannot be read"):
        load(saved(tmp_path, write_package(parts)))


@pytest.mark.parametrize(
    "part",
    ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels", "[Content_Types].xml"],
)
def test_a_workbook_without_one_of_its_parts_is_refused_in_a_sentence(part: str) -> None:
    parts = packed(sheet_with("{{ project.name }}"))
    del parts[part]

    try:
        ExcelTemplate("tasks.xlsx", parts).fill(View())
    except TemplateError as error:
        assert error.hint
    else:
        pytest.fail("it was filled")


def test_a_workbook_with_a_number_that_is_none_is_damaged() -> None:
    parts = packed(sheet_with("{{ project.name }}"))
    name = "xl/workbook.xml"
    parts[name] = re.sub(rb'sheetId="\d+"', b'sheetId="' + b"1" * 5_000 + b'"', parts[name])
    stamp = Stamp("tasks", "p", "c", Lang.EN, date(2026, 3, 2))
    with pytest.raises(TemplateError, match=r"is damaged: xl/workbook\.xml cannot be read"):
        ExcelTemplate("tasks.xlsx", parts).fill(View(), stamp=stamp)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'<row r="4"', b'<row r="0"'),
        (b'<row r="4"', b'<row r="1048577"'),
        (b'<row r="4"', b'<row r="-1"'),
        (b'<row r="4"', b'<row r="x"'),
        (b'<row r="4"', b'<row r="9"/><row r="4"'),
        (b'r="F4"', b'r="XFE4"'),
        (b'r="F4"', b'r="AAAA4"'),
        (b'r="F4"', b'r="4"'),
        (b"<sheetData>", b'<cols><col min="x" max="2" width="3"/></cols><sheetData>'),
        (b"<sheetData>", b'<cols><col min="1" max="2" width="x"/></cols><sheetData>'),
    ],
)
def test_rows_cells_and_columns_that_excel_has_not_are_damage(before: bytes, after: bytes) -> None:
    parts = packed(sheet_with("{{ project.name }}"))
    name = "xl/worksheets/sheet1.xml"
    changed = parts[name].replace(before, after, 1)
    assert changed != parts[name]
    with pytest.raises(TemplateError, match=r"is damaged: xl/worksheets/sheet1\.xml cannot be read"):
        ExcelTemplate("tasks.xlsx", parts | {name: changed})


@pytest.mark.parametrize("width", [b"nan", b"inf", b"-5", b"1e308"])
def test_a_width_that_measures_nothing_is_the_usual_width(width: bytes) -> None:
    def build(sheet: Any) -> None:
        sheet["A1"] = "{{ project.name }}"
        sheet["A1"].alignment = Alignment(wrap_text=True)

    parts = packed(build)
    name = "xl/worksheets/sheet1.xml"
    columns = b'<cols><col min="-9" max="99999999" width="%s"/></cols><sheetData>' % width
    made = ExcelTemplate("tasks.xlsx", parts | {name: parts[name].replace(b"<sheetData>", columns)})
    assert "手环 V2.0" in read_package(made.fill(View()))[name].decode()


def test_a_missing_file_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="cannot read"):
        load(tmp_path / "none.xlsx")


def test_a_template_is_compiled_again_when_its_file_changes(tmp_path: Path) -> None:
    path = saved(tmp_path, write_package(packed(sheet_with("{{ project.name }}"))))
    first = load(path)
    assert load(path) is first

    saved(tmp_path, write_package(packed(sheet_with("{{ project.name }} {{ project.code }}"))))
    assert load(path).fields() == {"project.name", "project.code"}
