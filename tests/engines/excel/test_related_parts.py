"""Drawings, notes, charts and pivot tables follow the rows they point at."""

from __future__ import annotations

import re
from typing import Any

import pytest

from collabkit.engines.excel import ExcelTemplate, related_parts
from collabkit.engines.excel.refs import NOWHERE, Known, Shift, Shifts
from collabkit.engines.excel.touched import Touched, TouchedCells
from collabkit.engines.opc.markup import PartError
from collabkit.engines.opc.package import read_package
from tests.engines.excel.books import View, items, packed

SHIFT = Shift.of({4: 3})
SHIFTS = {"总表": SHIFT}
TOUCHED = Touched({"总表": TouchedCells({0: [4]})}, Known())
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def moved(kind: str, part: str, name: str = "part.xml") -> str:
    """Return a part after its sheet's rows have moved, without a declaration."""
    return re.sub(r"^<\?xml.*?\?>\s*", "", related_parts.on_sheet(kind, name, part.encode(), "总表", SHIFTS).decode())


def drawing(anchor: str, kept: str = "") -> str:
    return f'<x:wsDr xmlns:x="{DRAWING}"><x:twoCellAnchor{kept}>{anchor}</x:twoCellAnchor></x:wsDr>'


def anchored(top: int, bottom: int) -> str:
    return f"<x:from><x:row>{top}</x:row></x:from><x:to><x:row>{bottom}</x:row></x:to>"


def chart(series: str) -> bytes:
    return f'<c:chartSpace xmlns:c="{CHART}">{series}</c:chartSpace>'.encode()


def filled(part: bytes, shifts: Shifts = SHIFTS) -> str:
    return related_parts.chart("chart1.xml", part, shifts, TOUCHED).decode()


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("drawing", drawing(anchored(2, 6)), drawing(anchored(2, 8))),
        ("drawing", drawing(anchored(5, 6)), drawing(anchored(7, 8))),
        ("vmlDrawing", "<x:Row>5</x:Row>", "<x:Row>7</x:Row>"),
        (
            "vmlDrawing",
            "<x:Anchor>1, 15, 5, 2, 3, 15, 9, 4</x:Anchor>",
            "<x:Anchor>1, 15, 7, 2, 3, 15, 11, 4</x:Anchor>",
        ),
        ("comments", '<c><comment ref="A6" authorId="0"/></c>', '<c><comment ref="A8" authorId="0"/></c>'),
        ("table", '<table id="1" ref="A3:B4"/>', '<table id="1" ref="A3:B6"/>'),
    ],
)
def test_what_belongs_to_a_sheet_moves_with_its_rows(kind: str, before: str, after: str) -> None:
    assert moved(kind, before) == after


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("printerSettings", b"\xff\x00 ref"),
        ("drawing", drawing(anchored(1, 2)).encode()),
        ("table", b"<table  ref = 'A1:B2'/>"),
        ("vmlDrawing", "<x:Row>1</x:Row><br>".encode("utf-16")),
    ],
)
def test_what_does_not_move_stays_byte_for_byte(kind: str, part: bytes) -> None:
    assert related_parts.on_sheet(kind, "part.xml", part, "总表", SHIFTS) == part


def table(ref: str, formula: str, total: str = "") -> str:
    columns = f"<calculatedColumnFormula>{formula}</calculatedColumnFormula>"
    return (
        f'<table ref="{ref}"><tableColumn>{columns}<totalsRowFormula>{total}</totalsRowFormula></tableColumn></table>'
    )


@pytest.mark.parametrize(
    ("ref", "formula", "total", "after"),
    [
        # As the first of the rows that the pattern row became.
        ("A3:C5", "B4*2+$B$9+B$1", "SUM(B4)+B6", ("A3:C7", "B4*2+$B$11+B$1", "SUM(B4:B6)+B8")),
        ("A6:C8", "B7*2+SUM($B$4)", "B6", ("A8:C10", "B9*2+SUM($B$4:$B$6)", "B8")),
        ("A1:C2", "B2+B9", "B9", ("A1:C2", "B2+B11", "B11")),
        (
            "A3:C5",
            "Tasks[[#This Row],[n]]*2",
            "SUBTOTAL(109,[n])",
            ("A3:C7", "Tasks[[#This Row],[n]]*2", "SUBTOTAL(109,[n])"),
        ),
    ],
)
def test_the_formulas_of_a_table_s_columns_follow_the_rows(
    ref: str, formula: str, total: str, after: tuple[str, str, str]
) -> None:
    assert moved("table", table(ref, formula, total)) == table(*after)


def test_the_formulas_of_a_table_follow_the_rows_of_another_sheet() -> None:
    part = table("A1:B2", "总表!B9*2", "总表!B9")
    after = related_parts.on_sheet("table", "t.xml", part.encode(), "其他", {"其他": NOWHERE} | SHIFTS)
    assert after.decode().endswith(table("A1:B2", "总表!B11*2", "总表!B11"))


def test_a_picture_over_the_pattern_row_grows_only_when_it_was_made_to() -> None:
    over = anchored(2, 6)
    assert moved("drawing", drawing(over, ' editAs="twoCell"')) == drawing(anchored(2, 8), ' editAs="twoCell"')
    assert moved("drawing", drawing(over, ' editAs="oneCell"')) == drawing(over, ' editAs="oneCell"')
    below = anchored(5, 9)
    assert moved("drawing", drawing(below, ' editAs="oneCell"')) == drawing(anchored(7, 11), ' editAs="oneCell"')
    assert moved("drawing", drawing(below, ' editAs="absolute"')) == drawing(below, ' editAs="absolute"')


@pytest.mark.parametrize("row", ["", "x", "1.5"])
def test_an_anchor_without_a_row_is_damage(row: str) -> None:
    with pytest.raises(PartError, match="cannot be read"):
        moved("drawing", drawing(anchored(1, 2)).replace(">1<", f">{row}<"))


def test_a_chart_covers_every_row_and_forgets_the_numbers_of_the_template() -> None:
    part = chart(
        "<c:cat><c:strRef><c:f>总表!$A$4:$A$4</c:f><c:strCache><c:pt><c:v>{{ tasks[].id }}</c:v></c:pt></c:strCache>"
        "</c:strRef></c:cat><c:val><c:numRef><c:f>'R&amp;D'!$A$4</c:f></c:numRef></c:val>"
    )
    after = filled(part)

    assert re.findall("<c:f>(.*?)</c:f>", after) == ["总表!$A$4:$A$6", "'R&amp;D'!$A$4"]
    assert "Cache" not in after
    assert not related_parts.has_own_tag("c.xml", part)
    assert related_parts.has_own_tag("c.xml", b"<t>{{ project.name }}</t>")
    assert related_parts.has_own_tag("c.xml", b"<p><t>{</t><t>{ project.name }}</t></p>")


def test_a_chart_keeps_the_numbers_that_no_filling_changes() -> None:
    cache = "<c:numCache><c:pt><c:v>7</c:v></c:pt></c:numCache>"
    still = chart(f"<c:val><c:numRef><c:f>总表!$B$1:$B$3</c:f>{cache}</c:numRef></c:val>")
    assert filled(still).encode() == still
    below = chart(f"<c:val><c:numRef><c:f>总表!$B$8:$B$9</c:f>{cache}</c:numRef></c:val>")
    assert filled(below).endswith(
        chart(f"<c:val><c:numRef><c:f>总表!$B$10:$B$11</c:f>{cache}</c:numRef></c:val>").decode()
    )
    named = chart(f"<c:val><c:numRef><c:f>[0]!values</c:f>{cache}</c:numRef></c:val>")
    assert "Cache" not in filled(named), "a name may stand for anything"


def test_a_chart_of_the_newer_kind_is_followed_too() -> None:
    part = chart('<c:numDim type="val"><c:f dir="row">总表!$B$4</c:f><c:lvl><c:pt>1</c:pt></c:lvl></c:numDim>')
    after = filled(part)
    assert '<c:f dir="row">总表!$B$4:$B$6</c:f>' in after and "lvl" not in after


def test_a_chart_made_over_the_pattern_row_alone_covers_every_row_but_keeps_its_heading() -> None:
    part = chart(
        "<c:ser><c:tx><c:strRef><c:f>总表!$B$3</c:f></c:strRef></c:tx><c:cat><c:strRef><c:f>总表!$A$4</c:f></c:strRef>"
        "</c:cat><c:val><c:numRef><c:f>总表!$B$4</c:f></c:numRef></c:val></c:ser>"
        "<c:ser><c:tx><c:strRef><c:f>总表!$C$4</c:f></c:strRef></c:tx></c:ser>"
    )

    formulas = re.findall("<c:f>(.*?)</c:f>", filled(part))
    assert formulas == ["总表!$B$3", "总表!$A$4:$A$6", "总表!$B$4:$B$6", "总表!$C$4"]


def pivot(source: str) -> bytes:
    return f'<pivotCacheDefinition id="1"><worksheetSource {source}/></pivotCacheDefinition>'.encode()


def test_a_pivot_table_reads_every_row_anew() -> None:
    after = related_parts.pivot("p.xml", pivot('ref="A3:B4" sheet="总表"'), SHIFTS, TOUCHED).decode()

    assert 'ref="A3:B6"' in after and 'refreshOnLoad="1"' in after
    assert b"refreshOnLoad" in related_parts.pivot("p.xml", pivot('name="Tasks"'), SHIFTS, TOUCHED)
    still = pivot('ref="A1:B3" sheet="总表"')
    assert related_parts.pivot("p.xml", still, SHIFTS, TOUCHED) == still
    elsewhere = pivot('ref="A3:B4" sheet="other"')
    assert related_parts.pivot("p.xml", elsewhere, SHIFTS, TOUCHED) == elsewhere


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
