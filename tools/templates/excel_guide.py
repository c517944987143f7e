"""The guide sheet of the task table: how to fill in each column, what the colours mean, what comes back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openpyxl.styles import Alignment

from collabkit.forms.formatter import MISSING
from collabkit.forms.tables.column import Column
from collabkit.forms.tables.task import TASKS
from collabkit.forms.tables.task_cell import LATE
from collabkit.labels import text_of
from collabkit.lang import Lang, Text, same
from collabkit.model.words import Light, TaskStatus
from templates.excel import AMBER, GREEN, MISSING_LOOK, RED, Excel, solid
from templates.look import ACCENT, LABEL_FILL

_WIDTHS = (26, 16, 78)
_TITLE = Text("填写说明", "Guide")
_INTRO = Text(
    "本表由项目文件生成。请在“总表”中更新，不要改动编号列，也不要合并数据区的单元格。",
    "Made from the project file. Update it on the task list; leave the ids as they are and merge no cells.",
)

_REQUIRED = Text("必填", "Required")
_OPTIONAL = Text("选填", "Optional")
_COMPUTED = Text("自动计算", "Computed")

_COLOURS: tuple[tuple[Text, tuple[str, str], Text], ...] = (
    (
        text_of(Light.RED),
        RED,
        Text("逾期未完成，或被未解决的关键问题卡住：需立即处理", "Overdue, or blocked by an open key issue: act now"),
    ),
    (
        text_of(Light.AMBER),
        AMBER,
        Text(
            "该开始而未开始，或 3 个工作日内到期而完成率不足 70%：需关注；或晚于计划完成",
            "Should have started, or due within 3 working days and less than 70% complete: watch it; or finished late",
        ),
    ),
    (text_of(Light.GREEN), GREEN, Text("正常，或已按期完成", "On track, or done on time")),
    (
        LATE,
        RED,
        Text(
            "过了计划完成日期仍未完成；计划完成日期同时标红", "Not done after its planned finish, which turns red too"
        ),
    ),
    (
        MISSING.map(lambda word: f"“{word}”"),
        MISSING_LOOK,
        Text("必填而未填的内容，直接覆盖即可", "Required and still empty: type over it"),
    ),
)

_LINKS: tuple[tuple[Text, Text], ...] = (
    (same("T02"), Text("T02 完成后本任务开始（默认，FS）", "Starts when T02 is finished (the default, FS)")),
    (same("T02+2"), Text("T02 完成后再过 2 个工作日开始", "Starts two working days after T02 is finished")),
    (same("T02 SS"), Text("T02 开始后本任务才开始", "Starts when T02 starts")),
    (same("T02 FF+1"), Text("T02 完成后 1 个工作日，本任务才完成", "Finishes one working day after T02 finishes")),
    (
        same("T02 SF-3"),
        Text("不早于 T02 开始前 3 个工作日完成", "Finishes no earlier than three working days before T02 starts"),
    ),
)

_RETURN: tuple[tuple[Text, Text], ...] = (
    (
        Text("更新", "Update"),
        Text(
            "每周更新状态、完成率、实际日期、延期原因和备注；可以排序、筛选，颜色随内容变化。",
            "Update status, progress, actual dates, reasons and notes every week; sort and filter freely.",
        ),
    ),
    (
        Text("新增任务", "New tasks"),
        Text(
            "复制最后一行，在其上方“插入复制的单元格”，再改写最后一行并接着编号，下拉列表与颜色随之带上。",
            "Copy the last row, insert the copied cells above it, then overwrite the last row and number on: "
            "the dropdowns and colours come along.",
        ),
    ),
    (
        Text("交回", "Handing back"),
        Text(
            "改完后交给项目经理，由其更新项目文件；灰底的列每次由程序重算，改了也不保留。",
            "Hand the workbook to the project manager, who updates the project file; "
            "the grey columns are computed anew every time, changes there are lost.",
        ),
    ),
)


def write(excel: Excel, sheet: Any) -> None:
    """Write the guide."""
    _Guide(excel, sheet).write()


class _Guide:
    def __init__(self, excel: Excel, sheet: Any) -> None:
        self._excel, self._sheet, self._row = excel, sheet, 3

    def write(self) -> None:
        for letter, width in zip("ABC", _WIDTHS, strict=True):
            self._sheet.column_dimensions[letter].width = width
        self._excel.band(self._sheet, len(_WIDTHS), self._excel.t(_TITLE), self._excel.t(_INTRO))
        self._excel.height(self._sheet, 2, [(self._excel.t(_INTRO), sum(_WIDTHS))], 21)
        self._section(Text("一、各列怎么填", "1. How to fill in the columns"))
        self._table((Text("列", "Column"), Text("要求", "Kind"), Text("说明", "How to fill it in")), self._columns())
        self._section(Text("二、颜色与文字", "2. Colours and words"))
        for word, (ink, fill), meaning in _COLOURS:
            self._line(word, meaning)
            cell = self._sheet.cell(self._row - 1, 1)
            cell.fill, cell.font = solid(fill), self._excel.font(color=ink)
        self._line(Text("状态", "Status"), self._states())
        self._section(Text("三、前置任务的写法", "3. How to write predecessors"))
        for notation, meaning in _LINKS:
            self._line(notation, meaning)
        self._section(Text("四、更新与交回", "4. Updating and handing back"))
        for word, meaning in _RETURN:
            self._line(word, meaning)
        self._excel.page(self._sheet, wide=False)
        self._sheet.page_setup.orientation = "portrait"
        self._sheet.page_setup.fitToHeight = 1

    def _columns(self) -> Iterator[tuple[Text, Text, Text]]:
        for column in TASKS.columns:
            yield column.header, _kind(column), column.help

    def _states(self) -> Text:
        words = [text_of(member) for member in TaskStatus]
        listed = Text("、".join(word.zh for word in words), ", ".join(word.en for word in words))
        return listed + Text(
            "；“已延期”由程序按日期判断，不用填写", "; being overdue follows from the dates and is not entered"
        )

    def _section(self, title: Text) -> None:
        row = self._row + 1 if self._row > 3 else self._row
        cell = self._sheet.cell(row, 1, self._excel.t(title))
        cell.font = self._excel.font(head=True, b=self._excel.lang is Lang.EN, sz=12, color=ACCENT)
        cell.alignment = Alignment(vertical="center")
        self._sheet.row_dimensions[row].height = 26
        self._row = row + 1

    def _table(self, headers: tuple[Text, ...], rows: Iterator[tuple[Text, Text, Text]]) -> None:
        texts = [self._excel.t(text) for text in headers]
        self._excel.header(self._sheet, texts, _WIDTHS, row=self._row, least=20)
        self._row += 1
        for header, kind, help_text in rows:
            self._cells(header, kind, help_text)

    def _line(self, word: Text, meaning: Text) -> None:
        self._sheet.merge_cells(start_row=self._row, start_column=2, end_row=self._row, end_column=3)
        self._cells(word, meaning, None)

    def _cells(self, *texts: Text | None) -> None:
        for column, text in enumerate(texts, 1):
            cell = self._sheet.cell(self._row, column, self._excel.t(text) if text else None)
            self._excel.body(cell, centred=column == 2 and texts[2] is not None, fill=LABEL_FILL if column == 1 else "")
        last = texts[-1] or texts[1]
        width = _WIDTHS[2] if texts[-1] else sum(_WIDTHS[1:])
        self._excel.height(self._sheet, self._row, [(self._excel.t(last), width)] if last else [], 19)
        self._row += 1


def _kind(column: Column[Any]) -> Text:
    if not column.comes_back:
        return _COMPUTED
    return _REQUIRED if column.required else _OPTIONAL
