"""What a reader of a .docx or .xlsx sees, in document order, as lines of text."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from openpyxl import load_workbook

MOST_COLUMNS = 40


def dump_docx(data: bytes) -> str:
    """Return headers, body and footers: paragraphs with their style, tables row by row, merges and tones marked."""
    document = docx.Document(io.BytesIO(data))
    return "\n".join(_document(document)) + "\n"


def _document(document: Document) -> Iterator[str]:
    properties = document.core_properties
    yield f"title: {properties.title} | author: {properties.author} | modified: {properties.modified}"
    for number, section in enumerate(document.sections, 1):
        wide, high = (round(length.mm) if length else 0 for length in (section.page_width, section.page_height))
        yield f"section {number}: {wide} x {high} mm"
        for name, part in (("header", section.header), ("footer", section.footer)):
            if not part.is_linked_to_previous:
                yield f"{name}:"
                yield from _blocks(part)
    yield "body:"
    yield from _blocks(document)


def _blocks(container: Any) -> Iterator[str]:
    for block in container.iter_inner_content():
        if isinstance(block, Table):
            yield from _table(block)
        elif text := _paragraph(block):
            yield f"[{block.style.name}] {text}"


def _paragraph(paragraph: Paragraph) -> str:
    """Return a paragraph's text, fields and breaks written out, runs with a character style marked."""
    parts = []
    for run in paragraph._p.iter(qn("w:r")):
        text = "".join(_piece(child) for child in run)
        style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        name = style.get(qn("w:val")) if style is not None else None
        parts.append(f"‹{name}: {text}›" if name and text else text)
    return "".join(parts).strip()


def _piece(child: Any) -> str:
    tag = child.tag.rpartition("}")[2]
    if tag == "instrText":
        return f"«{(child.text or '').strip()}»"
    if tag == "t":
        return (child.text or "").replace("\ufeff", "")
    return {"br": "⏎", "tab": "⇥", "noBreakHyphen": "-", "drawing": "(picture)"}.get(tag, "")


def _table(table: Table) -> Iterator[str]:
    widths = [str(column.get(qn("w:w"))) for column in table._tbl.tblGrid.findall(qn("w:gridCol"))]
    style = table.style.name if table.style else "-"
    yield f"table [{style}] {' '.join(widths)}"
    for row in table._tbl.tr_lst:
        kinds = [
            mark
            for name, mark in (("tblHeader", "header"), ("cantSplit", "whole"))
            if row.trPr is not None and row.trPr.find(qn(f"w:{name}")) is not None
        ]
        cells = [_cell(cell, table) for cell in row.tc_lst]
        yield f"  {'+'.join(kinds) or '-'} | " + " | ".join(cells)


def _cell(cell: Any, table: Table) -> str:
    span = cell.grid_span
    merged = cell.tcPr is not None and cell.tcPr.find(qn("w:vMerge")) is not None
    texts = [_paragraph(Paragraph(p, table)) for p in cell.iter(qn("w:p"))]
    marks = (f"<{span}> " if span > 1 else "") + ("<down> " if merged else "")
    return marks + " ¶ ".join(text for text in texts if text)


def dump_xlsx(data: bytes) -> str:
    """Return every sheet: how it is set up, then its cells with their number formats, merges and rules."""
    book = load_workbook(io.BytesIO(data))
    return "\n".join(line for sheet in book.worksheets for line in _sheet(sheet)) + "\n"


def _sheet(sheet: Any) -> Iterator[str]:
    setup = sheet.page_setup
    yield f"sheet {sheet.title} ({sheet.sheet_state})"
    yield f"  freeze {sheet.freeze_panes}, filter {sheet.auto_filter.ref}, zoom {sheet.sheet_view.zoomScale}"
    yield f"  print: titles {sheet.print_title_rows}, area {sheet.print_area or None}, {setup.orientation}"
    yield f"  fit: {setup.fitToWidth} x {setup.fitToHeight}, footer {sheet.oddFooter.center.text}"
    if merged := sorted(map(str, sheet.merged_cells.ranges)):
        yield f"  merged: {', '.join(merged)}"
    for validation in sorted(sheet.data_validations.dataValidation, key=lambda each: str(each.sqref)):
        yield f"  choice {validation.sqref}: {validation.type} {validation.formula1}"
    for ranges in sheet.conditional_formatting:
        for rule in ranges.rules:
            yield f"  colour {ranges.sqref}: {rule.type} {rule.operator} {rule.text} {rule.formula}"
    for row in sheet.iter_rows(max_col=MOST_COLUMNS):
        cells = [_value(cell) for cell in row if cell.value is not None]
        if cells:
            yield "  " + " | ".join(cells)


def _value(cell: Any) -> str:
    value = cell.value
    if isinstance(value, datetime.datetime):
        value = value.date()
    text = str(value).replace("\n", "⏎")
    shown = f"{cell.coordinate}: {text}"
    return shown if cell.number_format == "General" else f"{shown} [{cell.number_format}]"
