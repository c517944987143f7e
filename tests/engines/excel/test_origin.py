"""What a filled workbook remembers about where its values came from."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook

from collabkit.engines.excel import ExcelTemplate, Stamp, read_origin
from collabkit.engines.opc.package import read_package, write_package
from collabkit.errors import InputError
from collabkit.lang import Lang
from collabkit.styled import Styled
from tests.engines.excel.books import Item, View, packed, template

STAMP = Stamp("tasks", "手环 <V2.0>", "PRJ-1", Lang.ZH, date(2026, 3, 20), {"tasks": "id"})
VIEW = View(tasks=(Item("T01", date(2026, 3, 2), "第一行\n第二行"), Item("T02", 0.5, Styled("待填写", "missing"))))


def build(sheet: Any) -> None:
    sheet["A1"], sheet["B1"] = "{{ project.name }}", "编号 {{ project.code }}"
    sheet["A3"], sheet["B3"], sheet["D3"] = "{{ tasks[].id }}", "{{ tasks[].value }}", "{{ tasks[].note }}"
    sheet["C3"] = "{{ tasks[].id }} {{ tasks[].note }}"
    sheet["A4"] = "{{ risks[].id }}"


def written(view: View = VIEW) -> bytes:
    return template(build).fill(view, stamp=STAMP)


def test_it_says_form_project_language_and_day() -> None:
    origin = read_origin(written())

    assert (origin.version, origin.form, origin.project, origin.code) == (1, "tasks", "手环 <V2.0>", "PRJ-1")
    assert (origin.language, origin.day, origin.intact) == (Lang.ZH, date(2026, 3, 20), True)
    assert len(origin.fingerprint) == 64


def test_it_says_the_field_of_every_column_and_the_id_of_every_row() -> None:
    (block,) = read_origin(written()).blocks

    assert (block.sheet, block.list_name) == ("总表", "tasks")
    assert block.columns == {"A": "tasks[].id", "B": "tasks[].value", "D": "tasks[].note"}
    assert [(row.row, row.id) for row in block.rows] == [(3, "T01"), (4, "T02")]


def test_it_holds_the_values_that_the_cells_were_filled_with() -> None:
    origin = read_origin(written())

    assert origin.blocks[0].rows[0].base == {
        "tasks[].id": "T01",
        "tasks[].value": "2026-03-02",
        "tasks[].note": "第一行\n第二行",
    }
    assert origin.blocks[0].rows[1].base["tasks[].note"] == "待填写"
    assert [(cell.cell, cell.field, cell.base) for cell in origin.cells] == [("A1", "project.name", "手环 V2.0")]


def test_the_sheet_cannot_be_shown_by_accident() -> None:
    book = load_workbook(io.BytesIO(written()))

    assert book["_collabkit"].sheet_state == "veryHidden"
    assert book.sheetnames == ["总表", "_collabkit"]


def test_other_values_have_another_fingerprint() -> None:
    changed = View(tasks=(VIEW.tasks[0], Item("T02", 0.6)))
    one, other = read_origin(written()), read_origin(written(changed))

    assert one.fingerprint == read_origin(written()).fingerprint != other.fingerprint
    assert one.blocks[0].rows[0].fingerprint == other.blocks[0].rows[0].fingerprint
    assert one.blocks[0].rows[1].fingerprint != other.blocks[0].rows[1].fingerprint


def test_a_changed_memory_is_noticed() -> None:
    parts = read_package(written())
    name = "xl/worksheets/collabkit.xml"
    parts[name] = parts[name].replace(b"2026-03-02", b"2026-03-03")

    assert not read_origin(write_package(parts)).intact


def test_it_survives_being_saved_by_another_program() -> None:
    book = load_workbook(io.BytesIO(written()))
    book["总表"]["B3"] = date(2026, 4, 1)
    buffer = io.BytesIO()
    book.save(buffer)
    origin = read_origin(buffer.getvalue())

    assert origin.intact
    assert origin.blocks == read_origin(written()).blocks


def test_a_row_longer_than_a_cell_holds_is_remembered_whole() -> None:
    long = View(tasks=(Item("T01", "值" * 30_000, "注" * 30_000),))

    assert read_origin(written(long)).blocks[0].rows[0].base["tasks[].note"] == "注" * 30_000


def test_an_empty_list_is_a_block_without_rows() -> None:
    (block,) = read_origin(written(View())).blocks

    assert block.rows == ()


def test_a_filled_workbook_used_as_a_template_gets_a_new_memory() -> None:
    parts = read_package(written(View(tasks=(Item("{{ tasks[].id }}"),))))
    parts["xl/worksheets/sheet1.xml"] = packed(build)["xl/worksheets/sheet1.xml"]
    again = ExcelTemplate("tasks.xlsx", parts).fill(VIEW, stamp=STAMP)

    assert load_workbook(io.BytesIO(again)).sheetnames == ["总表", "_collabkit"]
    assert [row.id for row in read_origin(again).blocks[0].rows] == ["T01", "T02"]


def test_a_workbook_of_someone_else_is_no_origin() -> None:
    with pytest.raises(InputError, match=r"plan\.xlsx is not a workbook that collabkit has written"):
        read_origin(write_package(packed(build)), "plan.xlsx")
    with pytest.raises(InputError):
        read_origin(b"PK", "plan.xlsx")
