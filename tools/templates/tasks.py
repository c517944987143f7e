"""The workbook of F02 多部门协作任务分工表: task list, workload, guide, and the lists behind its dropdowns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openpyxl.formatting.rule import DataBarRule, Rule
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from collabkit.forms.formatter import MISSING
from collabkit.forms.tables.column import Column, Holds
from collabkit.forms.tables.task import TASKS
from collabkit.forms.tables.task_cell import LATE
from collabkit.forms.tasks import FORM
from collabkit.labels import text_of
from collabkit.lang import Lang, Text
from collabkit.model.words import Light, Priority, TaskStatus
from templates import excel_guide
from templates.excel import AMBER, GREEN, HEADER_ROW, LIGHTS, MISSING_LOOK, RED, TRACK_FILL, Excel, mark
from templates.look import ACCENT, GREY, HEAD_FILL, LABEL_FILL, LINE

LIST = Text("总表", "Task list")
WORKLOAD = Text("工作量汇总", "Workload")
CONFIRMATION = Text("确认", "Confirmation")
GUIDE = Text("填写说明", "Guide")
CHOICES = "_lists"
"""The sheet the dropdowns read from, hidden."""

ROW = HEADER_ROW + 1
FACTS = Text(
    # Days and the code come first: at the end of a line, behind a long name, they would break at a hyphen.
    "数据截至：{{ today }}　　基准日期：{{ document.date }}　　版本：{{ document.version }}　　"
    "编号：{{ project.code }}　　项目：{{ project.name }}　　项目经理：{{ project.manager }}",
    "Data as of: {{ today }}     Baseline: {{ document.date }}     Version: {{ document.version }}     "
    "Code: {{ project.code }}     Project: {{ project.name }}     Manager: {{ project.manager }}",
)
DAY = "yyyy\\-mm\\-dd"
_CODES: dict[Holds, str] = {"date": DAY, "percent": "0%", "number": "General"}


def build(lang: Lang) -> bytes:
    """Return the template in `lang`."""
    excel = Excel(lang)
    book = excel.workbook()
    _tasks(excel, excel.sheet(book, LIST))
    _workload(excel, excel.sheet(book, WORKLOAD))
    _confirmation(excel, excel.sheet(book, CONFIRMATION))
    excel_guide.write(excel, excel.sheet(book, GUIDE))
    _choices(excel, book.create_sheet(CHOICES))
    return excel.packed(book, FORM.title)


# Task list


def _tasks(excel: Excel, sheet: Any) -> None:
    count = len(TASKS.columns)
    name = FORM.title
    title = Text(f"{{{{ form.number }}}}　{name.zh}", f"{{{{ form.number }}}}   {name.en}")
    excel.band(sheet, count, excel.t(title), excel.t(FACTS))
    fills = [TRACK_FILL if column.tracked else HEAD_FILL for column in TASKS.columns]
    texts = [_broken(excel.t(column.header)) for column in TASKS.columns]
    excel.header(sheet, texts, [_width(excel, column) for column in TASKS.columns], fills=fills)
    sheet.row_dimensions[ROW].height = 24
    for number, column in enumerate(TASKS.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _width(excel, column)
        cell = sheet.cell(ROW, number, TASKS.tag(column))
        centred = column.centred or column.holds in _CODES
        excel.body(
            cell, centred=centred, code=_CODES.get(column.holds, ""), fill="" if column.comes_back else LABEL_FILL
        )
        if column.folded:
            sheet.column_dimensions.group(get_column_letter(number), outline_level=1, hidden=True)
        for rule in _validations(excel, column):
            rule.add(cell.coordinate)
            sheet.add_data_validation(rule)
    _long_texts(excel, sheet, ROW + 2, count)
    _colours(excel, sheet)
    last = get_column_letter(count)
    sheet.freeze_panes = sheet.cell(ROW, _number("name") + 1)
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{last}{ROW}"
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.print_area = f"A1:{last}{ROW + 3}"
    excel.page(sheet, wide=True)


def _broken(header: str) -> str:
    """Return a header with its unit on a line of its own."""
    return header.replace("（", "\n（").replace(" (", "\n(")


def _width(excel: Excel, column: Column[Any]) -> float:
    return column.width[excel.lang is Lang.EN]


def _number(field: str) -> int:
    return next(number for number, column in enumerate(TASKS.columns, 1) if column.field == field)


def _letter(field: str) -> str:
    return str(get_column_letter(_number(field)))


_CONFIRMED = Text("各部门负责人确认（签字、日期）", "Confirmed by the heads of department (signature, date)")


def _long_texts(excel: Excel, sheet: Any, row: int, count: int) -> None:
    """Set what is cut in its row above: across the whole sheet no text is too long for a row."""
    sheet.row_dimensions[row - 1].height = 8
    title = sheet.cell(row, 1, "{{ long_texts_title }}")
    title.font = excel.font(head=True, b=excel.lang is Lang.EN, color=ACCENT)
    title.alignment = Alignment(horizontal="left", vertical="center", indent=1)
    sheet.row_dimensions[row].height = 20
    # A folded column counts as endlessly wide, so the texts begin beside it.
    first = 1 + max(number for number, column in enumerate(TASKS.columns, 1) if column.folded)
    for begin, end, field in ((1, first - 1, "where"), (first, count, "text")):
        sheet.merge_cells(start_row=row + 1, start_column=begin, end_row=row + 1, end_column=end)
        place = sheet.cell(row + 1, begin, f"{{{{ long_texts[].{field} }}}}")
        place.font = excel.font()
        place.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1)
    sheet.row_dimensions[row + 1].height = 16


def _confirmation(excel: Excel, sheet: Any) -> None:
    """Two heads of department to a row, on a page of their own: the list breaks where it likes, this does not."""
    excel.band(sheet, 2, excel.t(_CONFIRMED), excel.t(FACTS))
    sheet.row_dimensions[2].height = 34
    for column, field in ((1, "left"), (2, "right")):
        sheet.column_dimensions[get_column_letter(column)].width = 70
        place = sheet.cell(HEADER_ROW, column, f"{{{{ confirmation[].{field} }}}}")
        place.font = excel.font(sz=12)
        place.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
        place.border = Border(bottom=Side("thin", color=LINE))
    # Room to sign by hand.
    sheet.row_dimensions[HEADER_ROW].height = 40
    excel.page(sheet, wide=False)
    sheet.page_setup.fitToHeight = 1


def _colours(excel: Excel, sheet: Any) -> None:
    light, status, end = _letter("light"), _letter("status"), _letter("end")
    whole = f"A{ROW}:{get_column_letter(len(TASKS.columns))}{ROW}"
    missing = excel.t(MISSING)
    cancelled = excel.t(text_of(TaskStatus.CANCELLED))
    rules = [
        (whole, f'A{ROW}="{missing}"', mark(*MISSING_LOOK, italic=True)),
        (whole, f'${status}{ROW}="{cancelled}"', mark(GREY, strike=True)),
    ]
    for member, (ink, fill) in zip((Light.RED, Light.AMBER, Light.GREEN), LIGHTS, strict=True):
        word = excel.t(text_of(member))
        rules.append((f"{light}{ROW}", f'LEFT({light}{ROW},{len(word)})="{word}"', mark(ink, fill, bold=True)))
    late = f'ISNUMBER(SEARCH("{excel.t(LATE)}",${light}{ROW}))'
    rules.append((f"{end}{ROW}", late, mark(*RED, bold=True)))
    variance = _letter("variance")
    late = f"AND(ISNUMBER({variance}{ROW}),{variance}{ROW}>0"
    # Still running late is red; finished late is the past, amber like its light.
    rules.append((f"{variance}{ROW}", f'{late},{_letter("actual_end")}{ROW}="")', mark(RED[0], bold=True)))
    rules.append((f"{variance}{ROW}", f"{late})", mark(AMBER[0], bold=True)))
    done, doing = (excel.t(text_of(member)) for member in (TaskStatus.DONE, TaskStatus.DOING))
    rules.append((f"{status}{ROW}", f'{status}{ROW}="{done}"', mark(*GREEN)))
    rules.append((f"{status}{ROW}", f'{status}{ROW}="{doing}"', mark("1F4E79", "DDEBF7")))
    for area, formula, look in rules:
        sheet.conditional_formatting.add(area, Rule(type="expression", formula=[formula], dxf=look))
    progress = _letter("progress")
    bar = DataBarRule(
        start_type="num", start_value=0, end_type="num", end_value=1, color="9DC3A8", minLength=0, maxLength=100
    )
    sheet.conditional_formatting.add(f"{progress}{ROW}", bar)


# Dropdowns and what else a cell takes


def _choices(excel: Excel, sheet: Any) -> None:
    sheet.sheet_state = "hidden"
    for row, (name, value) in enumerate(_listed(excel), 1):
        sheet.cell(row, 1, name)
        sheet.cell(row, 2, value)


def _listed(excel: Excel) -> Iterator[tuple[str, str]]:
    yield "departments", "{{ lists.departments[] }}"
    yield "people", "{{ lists.people[] }}"
    for kind in (TaskStatus, Priority):
        for member in kind:
            yield kind.__name__, excel.t(text_of(member))


_ROWS = {"department": (1, 1), "person": (2, 2), "party": (1, 2), TaskStatus: (3, 6), Priority: (7, 10)}


def _validations(excel: Excel, column: Column[Any]) -> Iterator[DataValidation]:
    key: Any = column.choices or column.holds
    if key in _ROWS:
        top, bottom = _ROWS[key]
        rule = DataValidation("list", f"{CHOICES}!$B${top}:$B${bottom}", allow_blank=True)
    elif column.holds == "date":
        rule = DataValidation("date", "36526", operator="greaterThanOrEqual", allow_blank=True)
    elif column.holds == "percent":
        rule = DataValidation("decimal", "0", "1", operator="between", allow_blank=True)
    elif column.holds == "number" and column.comes_back:
        rule = DataValidation("decimal", "0", operator="greaterThanOrEqual", allow_blank=True)
    else:
        return
    rule.showErrorMessage = rule.showInputMessage = True
    rule.errorTitle = rule.promptTitle = excel.t(column.header)[:32]
    rule.error = rule.prompt = excel.t(column.help)[:225]
    yield rule


# Workload

_LOAD = (
    ("department", Text("部门", "Department"), 34, ""),
    ("head", Text("负责人", "Head"), 14, ""),
    ("tasks", Text("任务数", "Tasks"), 10, "0"),
    ("todo", Text("未开始", "Not started"), 10, "0"),
    ("doing", Text("进行中", "In progress"), 10, "0"),
    ("done", Text("已完成", "Done"), 10, "0"),
    ("overdue", LATE, 10, "0"),
    ("effort", Text("工作量（人天）", "Effort (person-days)"), 14, "#,##0.##"),
    ("start", Text("最早开始", "Earliest start"), 13, DAY),
    ("end", Text("最晚完成", "Latest finish"), 13, DAY),
    ("progress", Text("完成率", "Complete"), 12, "0%"),
)


def _workload(excel: Excel, sheet: Any) -> None:
    excel.band(sheet, len(_LOAD), excel.t(WORKLOAD), excel.t(FACTS))
    sheet.row_dimensions[2].height = 34
    excel.header(sheet, [_broken(excel.t(header)) for _, header, _, _ in _LOAD], [width for _, _, width, _ in _LOAD])
    for number, (field, _, width, code) in enumerate(_LOAD, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
        excel.body(sheet.cell(ROW, number, f"{{{{ workload[].{field} }}}}"), centred=bool(code), code=code)
        total = sheet.cell(ROW + 1, number, f"{{{{ total.{field} }}}}")
        excel.body(total, centred=bool(code), code=code, fill=LABEL_FILL)
        total.font = excel.font(head=True, b=excel.lang is Lang.EN)
    for row in (ROW, ROW + 1):
        sheet.row_dimensions[row].height = 22
    late = Rule(type="cellIs", operator="greaterThan", formula=["0"], dxf=mark(*RED, bold=True))
    sheet.conditional_formatting.add(f"G{ROW}:G{ROW + 1}", late)
    bar = DataBarRule(
        start_type="num", start_value=0, end_type="num", end_value=1, color="9DC3A8", minLength=0, maxLength=100
    )
    sheet.conditional_formatting.add(f"K{ROW}:K{ROW + 1}", bar)
    note = sheet.cell(ROW + 3, 1, excel.t(_NOTE))
    note.font = excel.font(color=GREY)
    sheet.freeze_panes = f"B{ROW}"
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    excel.page(sheet, wide=False)
    sheet.page_setup.fitToHeight = 1


_NOTE = Text(
    "已取消的任务不计入；完成率按工作量加权，缺少工作量时按工期加权。",
    "Cancelled tasks do not count; progress is weighted by effort, or by duration where efforts are missing.",
)
