"""The task allocation table: what it shows of a project, and what its workbook is like to work with."""

from __future__ import annotations

import io
from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import pytest
from openpyxl import load_workbook

from collabkit import templates
from collabkit.engines import excel
from collabkit.forms.formatter import MISSING
from collabkit.forms.tables.task import COLUMNS, TASKS
from collabkit.forms.tasks import FORM
from collabkit.labels import text_of
from collabkit.lang import Lang, Text
from collabkit.model.fields import fields_of
from collabkit.model.task import Task
from collabkit.model.words import Priority, TaskStatus
from collabkit.plan import Plan
from collabkit.styled import Styled
from tests.forms.sample import TODAY, plan, plan_of, texts, view

PROMPT = Styled("待填写", "missing")


def row(key: str, of: Plan | None = None, lang: Lang = Lang.ZH) -> Any:
    return next(row for row in view("tasks", of, lang).tasks if row.id == key)


def workbook(of: Plan | None = None, lang: Lang = Lang.ZH) -> Any:
    return load_workbook(io.BytesIO(data(of, lang)))


def data(of: Plan | None = None, lang: Lang = Lang.ZH) -> bytes:
    stamp = excel.Stamp("tasks", "P", "C", lang, TODAY, FORM.ids)
    template = excel.load(templates.find("tasks", ".xlsx", lang))
    return template.fill(view("tasks", of, lang), stamp=stamp)


def headers(sheet: Any) -> list[str]:
    return [cell.value.replace("\n", "") for cell in sheet[3]]


def test_a_task_is_one_row_of_finished_values() -> None:
    found = row("T02")

    assert (found.department, found.owner, found.team) == ("研发部", "韩梅", "李雷")
    assert (found.start, found.end, found.days) == (date(2026, 3, 16), date(2026, 4, 3), 15)
    assert (found.after, found.acceptor, found.status) == ("T01", "市场部", "进行中")
    assert (found.effort, found.progress, found.variance) == (30, 0.4, None)


def test_a_dependency_and_a_milestone_read_as_people_write_them() -> None:
    assert row("T05").after == "T04、T02"
    assert row("T05", lang=Lang.EN).after == "T04, T02"
    assert row("T03").after == "T01 SS+5"
    assert row("T01").milestone == "M1 需求冻结"


def test_support_is_a_line_for_each_department() -> None:
    task = {"name": "x", "support": {"市场部": "提供素材", "研发部": None}}

    assert row("T1", plan_of(tasks={"T1": task})).support == "市场部：提供素材\n研发部"
    assert row("T1", plan_of(tasks={"T1": task}), Lang.EN).support == "市场部: 提供素材\n研发部"


def test_variance_counts_working_days_against_the_plan() -> None:
    assert row("T01").variance == 2
    assert row("T08").variance == 0
    assert row("T04").variance is None


def test_an_overdue_task_says_so_in_its_light_and_counts_up_to_today() -> None:
    late = row("T03")

    assert (late.light, late.variance, late.status) == ("红 · 已延期", 2, "进行中")
    assert row("T03", lang=Lang.EN).light == "Red · Overdue"
    # Two days late, and done: the past is amber, as its variance is.
    assert row("T01").light == "黄"


def test_what_is_required_and_missing_asks_to_be_filled_in() -> None:
    found = row("T08")

    assert found.department == found.owner == found.deliverable == found.standard == PROMPT
    assert row("T08", lang=Lang.EN).owner == Styled("to be filled in", "missing")
    assert found.acceptor == found.note == ""


def test_an_overdue_task_must_say_why_and_a_done_one_when() -> None:
    tasks = {
        "T1": {"name": "late", "start": "2026-03-02", "end": "2026-03-06", "status": "doing"},
        "T2": {"name": "done", "start": "2026-03-02", "end": "2026-03-06", "status": "done"},
    }
    of = plan_of(tasks=tasks)

    assert row("T1", of).delay_reason == PROMPT
    assert row("T2", of).actual_end == PROMPT
    assert row("T2", of).progress == 1.0
    assert row("T1", of).actual_end is None


def test_nobody_is_asked_to_fill_in_a_cancelled_task() -> None:
    cancelled = row("T07")

    assert (cancelled.status, cancelled.deliverable, cancelled.standard) == ("已取消", "", "")
    assert (cancelled.light, cancelled.variance) == ("", None)


def test_the_workload_adds_up() -> None:
    shown = view("tasks")

    assert texts(shown.workload, "department", "tasks", "todo", "doing", "done", "overdue", "effort") == [
        ("研发部", "2", "0", "1", "1", "0", "42.0"),
        ("市场部", "3", "2", "1", "0", "0", "14.0"),
        ("供应链部", "1", "0", "1", "0", "1", "5.0"),
        ("未指定部门", "1", "0", "0", "1", "0", "2.0"),
    ]
    total = shown.total
    assert (total.department, total.tasks, total.todo, total.doing, total.done) == ("合计", 7, 2, 3, 2)
    assert (total.overdue, total.effort) == (1, 63)
    assert (total.start, total.end) == (date(2026, 3, 2), date(2026, 5, 29))
    for name in ("tasks", "todo", "doing", "done", "overdue", "effort"):
        assert getattr(total, name) == sum(getattr(each, name) for each in shown.workload)


def test_heads_of_department_sign_or_have_signed() -> None:
    signed = plan_of(
        departments={"研发部": {"head": "李雷"}, "市场部": {"head": "赵敏"}, "销售部": {}},
        signoffs={"tasks": [{"person": "李雷", "date": "2026-03-06", "opinion": "agree"}]},
    )
    first, second = view("tasks", signed).confirmation

    assert first.left == "研发部 李雷：同意，2026-03-06"
    assert first.right.startswith("市场部 赵敏：______")
    assert second.left.startswith("销售部：____") and second.left.endswith("日期：____年__月__日")
    assert second.right == ""


def test_a_text_that_its_row_cuts_on_paper_stands_in_full_below_the_table() -> None:
    # No row of Excel is higher than 409 points.
    long = plan_of(tasks={"T1": {"name": "调研", "note": "按合同约定完成；" * 200}})
    made = view("tasks", long)
    assert [(each.where, len(each.text)) for each in made.long_texts] == [("T1 备注", 1600)]
    assert made.tasks[0].note == made.long_texts[0].text
    assert made.long_texts_title


def test_what_its_row_shows_is_not_said_again() -> None:
    made = view("tasks")
    assert (made.long_texts, made.long_texts_title) == ((), "")


def test_the_heads_of_department_sign_on_one_page() -> None:
    sheet = workbook()["确认"]
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 1)
    assert sheet.print_title_rows is None


def test_the_dropdowns_offer_departments_and_people_by_name() -> None:
    lists = view("tasks").lists

    assert lists.departments == ("研发部", "市场部", "供应链部")
    assert lists.people == ("李雷", "韩梅", "王芳", "赵敏", "孙悦", "钱进", "陈明")


def test_columns_are_the_fields_of_a_row_in_order() -> None:
    assert [column.field for column in COLUMNS] == [field.name for field in fields(TASKS.row)]


def test_a_column_that_comes_back_is_a_key_of_the_task() -> None:
    keys = {column.field for column in COLUMNS if column.comes_back}

    assert keys - {"id"} <= set(Task.model_fields)
    assert {column.field for column in COLUMNS if not column.comes_back} == {"days", "variance", "light"}


def test_a_column_is_called_like_its_field_unless_it_has_a_shorter_name_of_its_own() -> None:
    fields_ = fields_of(Task)
    own = {column.field for column in COLUMNS if column.comes_back and column.field != "id"}
    own = {field for field in own if header(field) != fields_[field].label}
    assert own == {"name", "department", "support", "acceptor", "effort", "milestone", "progress", "delay_reason"}


def header(field: str) -> Text:
    return next(column.header for column in COLUMNS if column.field == field)


@pytest.mark.parametrize("lang", Lang)
def test_the_workbook_has_a_list_a_workload_a_page_to_sign_and_a_guide(lang: Lang) -> None:
    book = workbook(lang=lang)
    shown = [sheet.title for sheet in book if sheet.sheet_state == "visible"]

    assert (
        shown
        == {
            Lang.ZH: ["总表", "工作量汇总", "确认", "填写说明"],
            Lang.EN: ["Task list", "Workload", "Confirmation", "Guide"],
        }[lang]
    )
    assert {sheet.title: sheet.sheet_state for sheet in book if sheet.title.startswith("_")} == {
        "_lists": "hidden",
        "_collabkit": "veryHidden",
    }


@pytest.mark.parametrize("lang", Lang)
def test_the_list_has_every_column_under_its_header(lang: Lang) -> None:
    sheet = workbook(lang=lang).worksheets[0]

    assert headers(sheet) == [column.header.to(lang).replace(" (", "(") for column in COLUMNS]
    assert [sheet.cell(number, 1).value for number in range(4, 12)] == [f"T0{number}" for number in range(1, 9)]


def test_dates_and_numbers_are_real_and_formatted() -> None:
    sheet = workbook().worksheets[0]
    cells = dict(zip((column.field for column in COLUMNS), sheet[5], strict=True))

    assert (cells["start"].value, cells["start"].number_format) == (datetime(2026, 3, 16), "yyyy\\-mm\\-dd")
    assert (cells["progress"].value, cells["progress"].number_format) == (0.4, "0%")
    assert cells["effort"].value == 30


@pytest.mark.parametrize("lang", Lang)
def test_it_is_ready_to_work_with_and_to_print(lang: Lang) -> None:
    sheet = workbook(lang=lang).worksheets[0]

    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("D4", "A3:Z11", "$3:$3")
    assert sheet.print_area == f"'{sheet.title}'!$A$1:$Z$14"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 8)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.oddFooter.right.text == {Lang.ZH: "第 &P 页 / 共 &N 页", Lang.EN: "Page &P of &N"}[lang]
    assert sheet.oddFooter.left.text == "PRJ-2026-001-F02-V1.0"


def test_nothing_is_merged_inside_the_data() -> None:
    merged = workbook().worksheets[0].merged_cells.ranges

    assert sorted(str(area) for area in merged) == ["A14:D14", "A1:Z1", "A2:Z2", "E14:Z14"]


def test_the_description_is_folded_away_and_asks_for_no_height() -> None:
    sheet = workbook().worksheets[0]
    column = sheet.column_dimensions["D"]
    assert (column.hidden, column.outlineLevel) == (True, 1)


@pytest.mark.parametrize("lang", Lang)
def test_dropdowns_cover_every_row_and_refuse_anything_else(lang: Lang) -> None:
    book = workbook(lang=lang)
    rules = {str(rule.sqref): rule for rule in book.worksheets[0].data_validations.dataValidation}
    lists = book["_lists"]

    def offered(field: str) -> list[str]:
        letter = chr(65 + [column.field for column in COLUMNS].index(field))
        rule = rules[f"{letter}4:{letter}11"]
        assert rule.showErrorMessage and rule.prompt
        first, last = rule.formula1.replace("_lists!$B$", "").split(":$B$")
        return [lists.cell(number, 2).value for number in range(int(first), int(last) + 1)]

    def words(kind: type[StrEnum]) -> list[str]:
        return [text_of(member).to(lang) for member in kind]

    assert offered("department") == ["研发部", "市场部", "供应链部"]
    assert offered("owner") == ["李雷", "韩梅", "王芳", "赵敏", "孙悦", "钱进", "陈明"]
    assert offered("acceptor") == offered("department") + offered("owner")
    assert offered("status") == words(TaskStatus)
    assert offered("priority") == words(Priority)


@pytest.mark.parametrize("lang", Lang)
def test_lights_statuses_and_prompts_are_coloured_by_their_words(lang: Lang) -> None:
    sheet = workbook(lang=lang).worksheets[0]
    formulas = " ".join(
        rule.formula[0] for found in sheet.conditional_formatting for rule in found.rules if rule.formula
    )

    red, overdue = ("红", "已延期") if lang is Lang.ZH else ("Red", "Overdue")
    assert f'="{red}"' in formulas and f'"{overdue}"' in formulas
    assert f'="{MISSING.to(lang)}"' in formulas
    assert f'="{text_of(TaskStatus.CANCELLED).to(lang)}"' in formulas


def test_the_workbook_remembers_its_rows() -> None:
    origin = excel.read_origin(data())
    (block,) = origin.blocks

    assert (block.sheet, block.columns["A"]) == ("总表", "tasks[].id")
    assert [row.id for row in block.rows] == [f"T0{number}" for number in range(1, 9)]
    assert block.rows[1].base["tasks[].start"] == "2026-03-16"
    assert origin.intact


def test_a_project_without_tasks_still_makes_a_table() -> None:
    sheet = workbook(plan_of()).worksheets[0]

    assert headers(sheet) == [column.header.zh for column in COLUMNS]
    assert sheet["A4"].value is None
    assert not FORM.has_data(plan_of())
    assert FORM.has_data(plan())


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert data() == data()
