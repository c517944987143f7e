"""Hundreds of workbooks made by Excel as templates: what has no tag comes out as it went in.

The workbooks are not part of the project. COLLABKIT_CORPUS says where they are; else they are looked for beside the
repository.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from collabkit.engines.excel import ExcelTemplate
from collabkit.engines.excel.xml import main
from collabkit.engines.opc.package import read_package
from collabkit.errors import TemplateError
from tests.engines.excel.books import View, items

CORPUS = Path(os.environ.get("COLLABKIT_CORPUS") or Path(__file__).parents[4] / "shared" / "corpus") / "xlsx"

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"there are no workbooks in {CORPUS}: set COLLABKIT_CORPUS")

TAG = '<c r="A{0}" t="inlineStr"><is><t>{{{{ tasks[].id }}}}</t></is></c>'
# What may say something else when rows have moved, and where in it; all else must be the same.
MOVING = {
    "xl/drawings/drawing": rb"<xdr:row>\d+</xdr:row>",
    "xl/drawings/vmlDrawing": rb"<x:(Row|Anchor)>[\d,\s]+</x:",
    "xl/tables/table": rb'ref="[A-Z0-9:]+"',
    "xl/comments": rb'ref="[A-Z0-9]+"',
}
# The one chart that reaches over the row below all others.
SEES_THE_TAG = ["chart_sparse01.xlsx: xl/charts/chart1.xml"]
ORDER = {"[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/calcChain.xml"}


@cache
def workbooks() -> list[tuple[str, dict[str, bytes]]]:
    return [(path.name, read_package(path)) for path in sorted(CORPUS.glob("*.xlsx"))]


def sheet_of(parts: dict[str, bytes]) -> str:
    return next(name for name in parts if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name))


def below(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return a workbook with a row of tags below all others of its first sheet."""
    name = sheet_of(parts)
    text = parts[name].decode()
    last = max([int(number) for number in re.findall(r'<row r="(\d+)"', text)], default=0) + 1
    row = f'<row r="{last}">{TAG.format(last)}</row>'
    empty = text.replace("<sheetData/>", f"<sheetData>{row}</sheetData>")
    return parts | {name: (empty if empty != text else text.replace("</sheetData>", f"{row}</sheetData>")).encode()}


def within(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return a workbook with a tag in place of the first cell of the middle row of its first sheet."""
    name = sheet_of(parts)
    root = etree.fromstring(parts[name])
    cells = [cell for row in root.iter(main("row")) for cell in row[:1]]
    if cells:
        cell = cells[len(cells) // 2]
        for child in list(cell):
            cell.remove(child)
        cell.set("t", "inlineStr")
        etree.SubElement(etree.SubElement(cell, main("is")), main("t")).text = "{{ tasks[].id }}"
    return parts | {name: etree.tostring(root)}


def filled(name: str, parts: dict[str, bytes], count: int) -> dict[str, bytes]:
    return read_package(ExcelTemplate(name, parts).fill(View(tasks=items(*range(count)))))


def results(part: bytes) -> list[str]:
    """Return the formulas of a sheet that have lost nothing: those with a result."""
    root = etree.fromstring(part)
    cells = (cell for cell in root.iter(main("c")) if cell.find(main("v")) is not None)
    return [cell.findtext(main("f")) or "" for cell in cells if cell.find(main("f")) is not None]


def plain(part: bytes) -> bytes:
    """Return a sheet without its formulas, and without the row that has the tag or what became of it."""
    root: Any = etree.fromstring(part)
    for cell in list(root.iter(main("c"))):
        if cell.find(main("f")) is not None:
            cell.getparent().remove(cell)
    rows = list(root.iter(main("row")))
    rows[-1].getparent().remove(rows[-1])
    return etree.tostring(root, method="c14n")


def test_a_workbook_without_tags_comes_out_byte_for_byte() -> None:
    changed = [name for name, parts in workbooks() if filled(name, parts, 3) != parts]
    assert changed == []


def test_a_list_of_one_changes_the_cell_of_its_tag_and_nothing_else() -> None:
    changed = set()
    for name, parts in workbooks():
        template = below(parts)
        after, sheet = filled(name, template, 1), sheet_of(parts)
        assert set(after) == set(parts), name
        changed |= {f"{name}: {part}" for part in parts if part != sheet and after[part] != parts[part]}
        assert plain(after[sheet]) == plain(template[sheet]), name
    assert sorted(changed) == SEES_THE_TAG


def test_no_result_of_a_formula_or_chart_is_lost_that_can_be_told_to_hold() -> None:
    lost = []
    for name, parts in workbooks():
        after, sheet = filled(name, below(parts), 1), sheet_of(parts)
        if len(results(parts[sheet])) > len(results(after[sheet])):
            lost.append(name)
        charts = [part for part in parts if part.startswith("xl/charts/")]
        lost += [f"{name}: {part}" for part in charts if after[part] != parts[part]]
    assert lost == SEES_THE_TAG


def test_when_rows_move_only_what_points_at_rows_changes() -> None:
    odd = []
    for name, parts in workbooks():
        after, sheet = filled(name, below(parts), 3), sheet_of(parts)
        others = set(parts) - {sheet, "xl/workbook.xml"} - ORDER
        changed = (part for part in others if after[part] != parts[part])
        odd += [f"{name}: {part}" for part in changed if not _is_moved(part, parts[part], after[part])]
    assert odd == SEES_THE_TAG


def _is_moved(part: str, before: bytes, after: bytes) -> bool:
    pattern = next((pattern for start, pattern in MOVING.items() if part.startswith(start)), None)
    if pattern is None:
        return False
    declaration = rb"\A<\?xml.*?\?>\s*"
    one, other = (re.sub(pattern, b"", re.sub(declaration, b"", data)) for data in (before, after))
    if not part.endswith(".vml"):
        one, other = (etree.tostring(etree.fromstring(data), method="c14n") for data in (one, other))
    return one == other


def test_a_tag_in_the_middle_of_any_workbook_is_filled_and_every_part_stays_whole() -> None:
    for name, parts in workbooks():
        template = within(parts)
        try:
            after = filled(name, template, 4)
        except TemplateError as error:
            # A tag as the heading of a table is refused, as Excel would refuse the workbook.
            assert "a column heading" in error.message.en, name
            continue
        for part, data in after.items():
            if data != template.get(part) and part.endswith((".xml", ".rels")):
                etree.fromstring(data)


def test_a_workbook_cut_short_is_refused_in_a_sentence() -> None:
    for path in sorted(CORPUS.glob("*.xlsx"))[::25]:
        data = path.read_bytes()
        for length in (1, len(data) // 3, len(data) - 10):
            with pytest.raises(TemplateError, match="is not a Word or Excel file"):
                read_package(data[:length], name=path.name)
