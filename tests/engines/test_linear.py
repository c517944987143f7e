"""Twice as many tags, braces, rows or formulas are twice the work: counted in lines run, never in seconds."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl.chart import BarChart, Reference

from collabkit.engines.excel import ExcelTemplate
from collabkit.engines.excel.refs import Known, column_letters, moved, stretches
from collabkit.engines.text import TextTemplate
from collabkit.engines.word import WordTemplate
from collabkit.errors import TemplateError
from tests.engines.excel.books import View, items, packed
from tests.engines.tags.test_allowance import View as Words
from tests.engines.word.test_any_template import W, _package, cell, paragraph, row, table
from tests.work import work

FEW, MANY = 60, 120


def word(body: str) -> None:
    xml = f'<w:document xmlns:w="{W[1:-1]}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    with contextlib.suppress(TemplateError):
        WordTemplate("t.docx", _package() | {"word/document.xml": xml.encode()}).fill(Words(words=("a", "b")))


def runs(text: str) -> str:
    return f"<w:p><w:r>{text}</w:r></w:p>"


def statement(level: str, holder: Callable[[str], str]) -> str:
    inside = (f"{{%{level} for w in words %}}", "{{ w }}", f"{{%{level} endfor %}}")
    return "".join(holder(text) for text in inside)


WORD: dict[str, Callable[[int], str]] = {
    "tags in one paragraph": lambda n: paragraph("{{ note }}" * n),
    "openings without an end": lambda n: paragraph("{{ " * n),
    "ends without an opening": lambda n: paragraph("}} " * n),
    "comments": lambda n: paragraph("{# x #}" * n),
    "tags split over runs": lambda n: runs("<w:t>{{</w:t></w:r><w:r><w:t>note }}</w:t></w:r><w:r>" * n),
    "tags and breaks in one run": lambda n: runs("<w:t>{{ note }}</w:t><w:br/>" * n),
    "paragraphs": lambda n: paragraph("{{ note }}") * n,
    "rows": lambda n: table(row(cell(paragraph("{{ note }}"))) * n),
    "cells": lambda n: table(row(cell(paragraph("{{ note }}")) * n)),
    "loops in one paragraph": lambda n: paragraph("{% for w in words %}{{ w }}{% endfor %}" * n),
    "loops over paragraphs": lambda n: statement("p", paragraph) * n,
    "loops over rows": lambda n: table(statement("tr", lambda text: row(cell(paragraph(text)))) * n),
    "loops over cells": lambda n: table(row(statement("tc", lambda text: cell(paragraph(text))) * n)),
    "tables": lambda n: table(statement("tr", lambda text: row(cell(paragraph(text))))) * n,
}


@pytest.mark.parametrize("shape", WORD)
def test_a_word_template_is_linear_work(shape: str) -> None:
    make = WORD[shape]
    word(make(2))
    few, many = (work(lambda n=n: word(make(n)))[1] for n in (FEW, MANY))
    assert many < few * 2.1


def text(source: str) -> None:
    with contextlib.suppress(TemplateError):
        TextTemplate("t.txt", source).fill(Words(words=("a", "b")))


@pytest.mark.parametrize("piece", ["{{ note }}", "{{ note }}\n", "{{ ", "}}", "{% if note %}x{% endif %}", "{# x #}\n"])
def test_a_text_template_is_linear_work(piece: str) -> None:
    text(piece * 2)
    few, many = (work(lambda n=n: text(piece * n))[1] for n in (FEW, MANY))
    assert many < few * 2.1


SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BOOK = packed(lambda _: None)
TAG = "{{ project.name }}"


def book(data: str, after: str = "") -> None:
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData>{after}</worksheet>'
    with contextlib.suppress(TemplateError):
        ExcelTemplate("t.xlsx", BOOK | {SHEET: sheet.encode()}).fill(View(tasks=items(1, 2, 3)))


def value(ref: str, content: str) -> str:
    return f'<c r="{ref}" t="inlineStr"><is>{content}</is></c>'


def of_rows(n: int, cells: Callable[[int], str]) -> str:
    return "".join(f'<row r="{number}">{cells(number)}</row>' for number in range(1, n + 1))


def one(content: str) -> str:
    return of_rows(1, lambda _: value("A1", content))


EXCEL: dict[str, Callable[[int], tuple[str, ...]]] = {
    "cells": lambda n: (of_rows(1, lambda _: "".join(value(f"{column_letters(i)}1", t(TAG)) for i in range(1, n))),),
    "rows": lambda n: (of_rows(n, lambda i: value(f"A{i}", t(TAG))),),
    "tags in one cell": lambda n: (one(t(TAG * n)),),
    "openings in one cell": lambda n: (one(t("{{ " * n)),),
    "runs of one cell": lambda n: (one("<r><t>{{</t></r><r><t>project.name</t></r><r><t>}}</t></r>" * n),),
    "runs of one open tag": lambda n: (one("<r><t>{{</t></r>" * n),),
    "rows of lists": lambda n: (of_rows(n, lambda i: value(f"A{i}", t("{{ tasks[].id }}"))),),
    "merged cells": lambda n: (
        of_rows(1, lambda _: "".join(value(f"{column_letters(2 * i)}1", t("{{ tasks[].id }}")) for i in range(1, n))),
        "<mergeCells>"
        + "".join(f'<mergeCell ref="{column_letters(2 * i)}1:{column_letters(2 * i + 1)}1"/>' for i in range(1, n))
        + "</mergeCells>",
    ),
    "formulas that look down": lambda n: (
        of_rows(n, lambda i: f'<c r="A{i}"><f>A{i + 1}+1</f><v>1</v></c>' if i < n else value(f"A{i}", t(TAG))),
    ),
    "formulas that look up": lambda n: (
        of_rows(n, lambda i: f'<c r="A{i}"><f>A{i - 1}+1</f><v>1</v></c>' if i > 1 else value(f"A{i}", t(TAG))),
    ),
    "array formulas": lambda n: (
        of_rows(
            n, lambda i: value(f"A{i}", t(TAG)) + f'<c r="B{i}"><f t="array" ref="B{i}:D{i}">A1</f></c><c r="C{i}"/>'
        ),
    ),
}


def with_chart(sheet: Any) -> None:
    sheet["B4"] = "{{ tasks[].id }}"
    made = BarChart()
    made.add_data(Reference(sheet, min_col=2, min_row=4))
    sheet.add_chart(made, "D8")


CHARTED = packed(with_chart)


def test_a_chart_of_many_series_is_linear_work() -> None:
    def fill(series: int) -> None:
        formulas = "<c:f>'总表'!$B$4</c:f><c:numCache/>" * series
        chart = f'<c:x xmlns:c="http://x/chart">{formulas}</c:x>'
        ExcelTemplate("t.xlsx", CHARTED | {"xl/charts/chart1.xml": chart.encode()}).fill(View(tasks=items(1, 2)))

    fill(1)
    few, many = (work(lambda n=n: fill(n))[1] for n in (FEW, MANY))
    assert many < few * 2.1


def t(content: str) -> str:
    return f"<t>{content}</t>"


@pytest.mark.parametrize("shape", EXCEL)
def test_a_workbook_is_linear_work(shape: str) -> None:
    make = EXCEL[shape]
    book(*make(3))
    few, many = (work(lambda n=n: book(*make(n)))[1] for n in (FEW, MANY))
    assert many < few * 2.15


@pytest.mark.parametrize("piece", ["'", "''", '"', "[", "]", "a", "a.", "A1,", "(", "1", "'a'", "[1]", "!", "$"])
def test_a_formula_of_a_hundred_thousand_characters_is_read_at_once(piece: str) -> None:
    # Every character belongs to one token and is looked at a few times; else this would take minutes.
    formula = piece * (100_000 // len(piece))
    assert moved(formula, "s", {}) == formula
    assert stretches(formula, "s", Known()) in (None, []) or piece == "A1,"
