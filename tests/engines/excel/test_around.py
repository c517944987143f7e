"""Drawings, notes, charts and pivot tables follow the rows they point at."""

from __future__ import annotations

import re
from typing import Any

import pytest

from collabkit.engines.excel import ExcelTemplate, around
from collabkit.engines.excel.refs import Shift
from collabkit.engines.package import read_package
from tests.engines.excel.books import View, items, packed

SHIFT = Shift.of({4: 3})
SHIFTS = {"总表": SHIFT}


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("drawing", b"<xdr:row>2</xdr:row><xdr:row>6</xdr:row>", b"<xdr:row>2</xdr:row><xdr:row>8</xdr:row>"),
        ("vmlDrawing", b"<x:Row>5</x:Row>", b"<x:Row>7</x:Row>"),
        (
            "vmlDrawing",
            b"<x:Anchor>1, 15, 5, 2, 3, 15, 9, 4</x:Anchor>",
            b"<x:Anchor>1, 15, 7, 2, 3, 15, 11, 4</x:Anchor>",
        ),
        ("comments", b'<comment ref="A6" authorId="0">', b'<comment ref="A8" authorId="0">'),
        ("table", b'<table id="1" ref="A3:B4">', b'<table id="1" ref="A3:B6">'),
        ("printerSettings", b"\xff\x00 ref", b"\xff\x00 ref"),
    ],
)
def test_what_belongs_to_a_sheet_moves_with_its_rows(kind: str, before: bytes, after: bytes) -> None:
    assert around.on_sheet(kind, before, SHIFT) == after


def test_a_chart_covers_every_row_and_forgets_the_numbers_of_the_template() -> None:
    part = (
        "<c:cat><c:strRef><c:f>总表!$A$4:$A$4</c:f><c:strCache><c:pt><c:v>{{ tasks[].id }}</c:v></c:pt></c:strCache>"
        "</c:strRef></c:cat><c:val><c:numRef><c:f>'R&amp;D'!$A$4</c:f></c:numRef></c:val>"
    ).encode()
    after = around.chart(part, SHIFTS).decode()

    assert re.findall("<c:f>(.*?)</c:f>", after) == ["总表!$A$4:$A$6", "'R&amp;D'!$A$4"]
    assert "Cache" not in after
    assert not around.has_own_tag(part)
    assert around.has_own_tag(b"<a:t>{{ project.name }}</a:t>")


def test_a_chart_made_over_the_pattern_row_alone_covers_every_row_but_keeps_its_heading() -> None:
    part = (
        "<c:ser><c:tx><c:strRef><c:f>总表!$B$3</c:f></c:strRef></c:tx><c:cat><c:strRef><c:f>总表!$A$4</c:f></c:strRef>"
        "</c:cat><c:val><c:numRef><c:f>总表!$B$4</c:f></c:numRef></c:val></c:ser>"
        "<c:ser><c:tx><c:strRef><c:f>总表!$C$4</c:f></c:strRef></c:tx></c:ser>"
    ).encode()
    after = around.chart(part, SHIFTS).decode()

    assert re.findall("<c:f>(.*?)</c:f>", after) == ["总表!$B$3", "总表!$A$4:$A$6", "总表!$B$4:$B$6", "总表!$C$4"]


def test_a_pivot_table_reads_every_row_anew() -> None:
    part = '<pivotCacheDefinition id="1"><worksheetSource ref="A3:B4" sheet="总表"/></pivotCacheDefinition>'.encode()
    after = around.pivot(part, SHIFTS).decode()

    assert 'ref="A3:B6"' in after
    assert after.startswith('<pivotCacheDefinition refreshOnLoad="1" id="1">')
    assert around.pivot(part, {}) == part


def test_a_sparkline_of_the_pattern_row_is_repeated_in_every_row() -> None:
    def build(sheet: Any) -> None:
        sheet["A4"] = "{{ tasks[].value }}"

    xm = "http://schemas.microsoft.com/office/excel/2006/main"
    x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
    sparkline = "<x14:sparkline><xm:f>总表!A4:B4</xm:f><xm:sqref>C4</xm:sqref></x14:sparkline>"
    extension = (
        f'<extLst><ext><x14:sparklines xmlns:x14="{x14}" xmlns:xm="{xm}">{sparkline}</x14:sparklines></ext></extLst>'
    )
    name = "xl/worksheets/sheet1.xml"
    parts = packed(build)
    parts[name] = parts[name].replace(b"</worksheet>", f"{extension}</worksheet>".encode())
    after = read_package(ExcelTemplate("t.xlsx", parts).fill(View(tasks=items(1, 2))))[name].decode()

    assert re.findall("<xm:f>(.*?)</xm:f><xm:sqref>(.*?)</xm:sqref>", after) == [
        ("总表!A4:B4", "C4"),
        ("总表!A5:B5", "C5"),
    ]
