"""What else in a workbook points at rows: drawings, notes, tables, charts and pivot tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree

from collabkit.engines.excel.refs import Area, Shift, Shifts, copied, covering, is_area, moved, shift_on
from collabkit.engines.excel.touched import Touched
from collabkit.engines.opc import markup
from collabkit.engines.opc.markup import Element, text_of_part

_NOTE_ROW = re.compile(r"(<(?:\w+:)?Row>)(\d{1,7})(</)")
_NOTE_ANCHOR = re.compile(r"(<(?:\w+:)?Anchor>)([\d,\s]+)(</)")


def on_sheet(kind: str, name: str, part: bytes, sheet: str, shifts: Shifts) -> bytes:
    """Return the part `name`, to which `sheet` has a relationship of `kind`, moved with the rows."""
    shift = shift_on(shifts, sheet)
    if kind == "table":
        return _edited(name, part, lambda root: _table(root, sheet, shifts))
    if kind == "vmlDrawing":
        return _shapes(name, part, shift)
    move = _ON_SHEET.get(kind)
    return part if move is None else _edited(name, part, lambda root: move(root, shift))


def _edited(name: str, part: bytes, change: Callable[[Element], Iterator[bool]]) -> bytes:
    """Return a part after all the changes that `change` makes and tells of; the same bytes when there are none."""
    root = markup.parse(part, name)
    try:
        changed = sum(change(root))
    except (ValueError, TypeError) as cause:
        raise markup.PartError(name, markup.DAMAGED) from cause
    return markup.write(root) if changed else part


def _drawing(root: Element, shift: Shift) -> Iterator[bool]:
    return (_anchored(anchor, shift) for anchor in root.iter("{*}twoCellAnchor", "{*}oneCellAnchor"))


def _anchored(anchor: Element, shift: Shift) -> bool:
    kept = anchor.get("editAs")
    top, bottom = anchor.find("{*}from/{*}row"), anchor.find("{*}to/{*}row")
    if top is None or kept == "absolute":
        return False
    before = int(top.text)
    after = _zero_based(before, shift)
    changed = _set(top, after)
    if bottom is not None:
        end = int(bottom.text)
        # A picture that moves with its cells without growing keeps its height, however many rows it now stands over.
        changed |= _set(bottom, end + after - before if kept == "oneCell" else _zero_based(end, shift))
    return changed


def _set(holder: Element, row: int) -> bool:
    if int(holder.text) == row:
        return False
    holder.text = str(row)
    return True


def _zero_based(row: int, shift: Shift) -> int:
    return shift.first(row + 1) - 1


def _notes(root: Element, shift: Shift) -> Iterator[bool]:
    return (_moved(element, shift.area) for element in root.iter() if is_area(element.get("ref", "")))


def _table(root: Element, sheet: str, shifts: Shifts) -> Iterator[bool]:
    repeated = _first_row(root) in shift_on(shifts, sheet).rows
    for element in root.iter():
        if is_area(element.get("ref", "")):
            yield _moved(element, shift_on(shifts, sheet).areas)
    for found in root.iter("{*}calculatedColumnFormula"):
        # It is written as it reads in the first row below the headings.
        yield _rewritten(found, lambda text: copied(text, sheet, shifts, 0) if repeated else _kept(text, sheet, shifts))
    for found in root.iter("{*}totalsRowFormula"):
        yield _rewritten(found, lambda text: _kept(text, sheet, shifts))


def _kept(formula: str, sheet: str, shifts: Shifts) -> str:
    return moved(formula, sheet, shifts, widen=True)


def _rewritten(holder: Element, change: Callable[[str], str]) -> bool:
    before = holder.text or ""
    holder.text = change(before)
    return bool(holder.text != before)


def _first_row(root: Element) -> int:
    """Return the first row below a table's headings, 0 where that cannot be told."""
    area = Area.read(root.get("ref", ""))
    return area.top + int(root.get("headerRowCount", "1")) if area else 0


def _moved(element: Element, move: Callable[[str], str]) -> bool:
    before = element.get("ref")
    element.set("ref", move(before))
    return bool(element.get("ref") != before)


_ON_SHEET: dict[str, Callable[[Element, Shift], Iterator[bool]]] = {
    "drawing": _drawing,
    "comments": _notes,
    "threadedComment": _notes,
}


def _shapes(name: str, part: bytes, shift: Shift) -> bytes:
    # Excel itself writes shapes that are no XML, so they are edited as text.
    text = text_of_part(part, name)
    after = _NOTE_ROW.sub(lambda found: f"{found[1]}{_zero_based(int(found[2]), shift)}{found[3]}", text)
    after = _NOTE_ANCHOR.sub(lambda found: found[1] + _anchor(found[2], shift) + found[3], after)
    return part if after == text else markup.as_utf8(after)


def _anchor(numbers: str, shift: Shift) -> str:
    # Left column, offset, top row, offset, right column, offset, bottom row, offset.
    parts = [number.strip() for number in numbers.split(",")]
    rows = (2, 6)
    return ", ".join(
        str(_zero_based(int(part), shift)) if i in rows and part.isdecimal() else part for i, part in enumerate(parts)
    )


def chart(name: str, part: bytes, shifts: Shifts, touched: Touched) -> bytes:
    """Return a chart whose series cover what their rows have become.

    Its stored picture of the numbers is dropped where a filling may have changed them.
    """
    return _edited(name, part, lambda root: (_series(formula, shifts, touched) for formula in _formulas(root)))


def _formulas(root: Element) -> Iterator[Element]:
    return (found for found in list(root.iter("{*}f")) if (found.text or "").strip())


def _series(formula: Element, shifts: Shifts, touched: Touched) -> bool:
    before = formula.text
    # A heading is one cell; all else is the data of a series.
    is_heading = next(formula.iterancestors("{*}tx"), None) is not None
    formula.text = (moved if is_heading else covering)(before, "", shifts)
    dropped = _without_cache(formula) if touched.by(before, "") else False
    return dropped or bool(formula.text != before)


def _without_cache(formula: Element) -> bool:
    """Drop what stands behind a formula, up to the next one, and is its stored picture; return whether that was any."""
    found: list[Element] = []
    for beside in formula.itersiblings():
        if etree.QName(beside).localname == "f":
            break
        found += [beside] if _is_cache(beside) else []
    for cache in found:
        cache.getparent().remove(cache)
    return bool(found)


def _is_cache(element: Element) -> bool:
    name = etree.QName(element).localname
    return name.endswith("Cache") or name == "lvl"


def has_own_tag(name: str, part: bytes) -> bool:
    """Return whether a drawing, chart or note has a tag in a text of its own, not in its picture of the cells."""
    if name.endswith(".vml"):
        return "{{" in text_of_part(part, name)
    root = markup.parse(part, name)
    for formula in _formulas(root):
        _without_cache(formula)
    return "{{" in "".join(root.itertext()) or any("{{" in text for text in markup.texts(root))


def pivot(name: str, part: bytes, shifts: Shifts, touched: Touched) -> bytes:
    """Return a pivot table's source, covering what its rows have become and read anew where they may have changed."""
    return _edited(name, part, lambda root: _source(root, shifts, touched))


def _source(root: Element, shifts: Shifts, touched: Touched) -> Iterator[bool]:
    for source in root.iter("{*}worksheetSource"):
        sheet, ref = source.get("sheet", ""), source.get("ref", "")
        # A source that only has a name may be anywhere.
        if touched.by(ref if is_area(ref) else "name", sheet) and root.get("refreshOnLoad") not in ("1", "true"):
            root.set("refreshOnLoad", "1")
            yield True
        yield is_area(ref) and _moved(source, shift_on(shifts, sheet).areas)
