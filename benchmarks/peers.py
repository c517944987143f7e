"""What people write by hand today for the same forms: a docxtpl script and an XlsxWriter script."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any


def docxtpl_form(template: Path, view: Mapping[str, Any]) -> bytes:
    """Return a Word form filled by docxtpl from the same template and the same finished data."""
    from docxtpl import DocxTemplate

    document = DocxTemplate(template)
    document.render(dict(view), autoescape=True)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def xlsxwriter_table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
    """Return a styled task table: title, header, borders, dates, percentages, a dropdown, colours, frozen, filtered."""
    import xlsxwriter

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet("Tasks")
    frame = {"border": 1, "border_color": "#BFBFBF", "valign": "vcenter", "text_wrap": True, "font_name": "宋体"}
    text, head = book.add_format(frame), book.add_format({**frame, "bold": True, "bg_color": "#D9D9D9"})
    day, share = book.add_format({**frame, "num_format": "yyyy-mm-dd"}), book.add_format({**frame, "num_format": "0%"})
    sheet.merge_range(0, 0, 0, len(columns) - 1, "Task Allocation Table", head)
    for column, title in enumerate(columns):
        sheet.write_string(2, column, title, head)
    for number, row in enumerate(rows, 3):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(number, column, value, day)
            elif isinstance(value, float):
                sheet.write_number(number, column, value, share)
            elif isinstance(value, int):
                sheet.write_number(number, column, value, text)
            else:
                sheet.write_string(number, column, "" if value is None else str(value), text)
    _dress(book, sheet, len(columns), len(rows))
    book.close()
    return target.getvalue()


def _dress(book: Any, sheet: Any, columns: int, rows: int) -> None:
    sheet.set_column(0, columns - 1, 14)
    sheet.freeze_panes(3, 2)
    sheet.autofilter(2, 0, 2 + rows, columns - 1)
    sheet.data_validation(3, 17, 2 + rows, 17, {"validate": "list", "source": ["未开始", "进行中", "已完成", "已取消"]})
    red = book.add_format({"bg_color": "#F8CBAD"})
    sheet.conditional_format(
        3, 0, 2 + rows, columns - 1, {"type": "text", "criteria": "containing", "value": "红", "format": red}
    )
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2)
