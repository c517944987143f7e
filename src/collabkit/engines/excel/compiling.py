"""A worksheet of a template, read once: which of its rows and cells are filled, and what moves with them."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from collabkit.engines.excel import grid, heights, refs, slots
from collabkit.engines.excel.cells import Run, TagCell
from collabkit.engines.excel.grid import Formulas, Strings
from collabkit.engines.excel.location import CellLocation
from collabkit.engines.excel.refs import Area
from collabkit.engines.excel.slots import Slot
from collabkit.engines.excel.styles import Styles
from collabkit.engines.excel.tags import Piece, TagField, has_tag, joined, parse
from collabkit.engines.excel.touched import Touched
from collabkit.engines.excel.xml import main, runs
from collabkit.engines.opc.markup import Element
from collabkit.engines.tags.allowance import Allowance
from collabkit.lang import Text

# Noncharacters mark the places in the serialised sheet: they are legal XML and never text.
ROW = "\ufdd0"
HEIGHT = "\ufdd1"
_SLOT = "\ufdd2"
_EDGE = "\ufdd3"
_MARK = re.compile(f"(?:<!--)?({ROW}|{HEIGHT}|{_SLOT}\\d+{_SLOT})(?:-->)?")
# The filling tells the marks by identity, so each part that is one must be the constant.
_INTERNED = {ROW: ROW, HEIGHT: HEIGHT}
_DEFAULT_WIDTH = 9.14
_DEFAULT_HEIGHT = 15.0

_AREAS: dict[str, type[slots.Areas | slots.MovedAreas]] = {
    "ref": slots.Areas,
    "sqref": slots.Areas,
    "activeCell": slots.MovedAreas,
    "topLeftCell": slots.MovedAreas,
}

Segment = str | Slot | TagCell
"""A stretch of a sheet: XML as it stands, `ROW` or `HEIGHT`, or what is written at every filling."""


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A row of the template; with a `list_name` it is repeated for each item of that list."""

    number: int
    parts: tuple[Segment, ...]
    list_name: str = ""
    least: float = 0.0
    """The height in points it has at least."""

    @property
    def cells(self) -> tuple[TagCell, ...]:
        """The cells with tags, from left to right."""
        return tuple(part for part in self.parts if isinstance(part, TagCell))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A compiled worksheet."""

    name: str
    prefix: str
    head: tuple[Segment, ...]
    rows: tuple[TemplateRow, ...]
    tail: tuple[Segment, ...]
    recalculates: bool = False
    """Whether a formula has lost its result, which is another one after filling."""

    @property
    def fields(self) -> Iterator[tuple[TagField, CellLocation]]:
        """Yield every field that the sheet prints, with its place."""
        for row in self.rows:
            for cell in row.cells:
                yield from ((field, cell.place) for field in cell.fields)
        for part in (*self.head, *self.tail):
            if isinstance(part, slots.Furniture):
                yield from ((piece, part.place) for piece in part.pieces if isinstance(piece, TagField))

    @property
    def parts(self) -> Iterator[Segment]:
        """Yield all parts."""
        yield from self.head
        for row in self.rows:
            yield from row.parts
        yield from self.tail

    @property
    def changes(self) -> bool:
        """Whether filling writes anything else than what stands in the template, though no row moves."""
        still = (str, slots.Areas, slots.MovedAreas, slots.Break, slots.Formula)
        return self.recalculates or any(not isinstance(part, still) for part in self.parts)

    @property
    def follows(self) -> bool:
        """Whether a formula may have to follow rows that move, also on other sheets."""
        return any(isinstance(part, slots.Formula) for part in self.parts)


@dataclass(frozen=True, slots=True)
class BookContext:
    """What compiling a sheet needs to know of its workbook; `template` is what messages call it."""

    template: str
    strings: Strings
    styles: Styles
    touched: Touched
    allowance: Allowance


def compiled(name: str, root: Element, context: BookContext) -> Sheet:
    """Return the worksheet `root` compiled.

    Raises TemplateError where its tags cannot be read, OverdrawnError when its formulas are endless.
    """
    return _Compiler(name, root, context).sheet()


class _Compiler:
    def __init__(self, name: str, root: Element, context: BookContext) -> None:
        self._name, self._root, self._place = name, root, CellLocation(context.template, name)
        self._strings, self._styles, self._touched = context.strings, context.styles, context.touched
        self._prefix = f"{root.prefix}:" if root.prefix else ""
        self._slots: list[Slot | TagCell] = []
        self._widths = dict(heights.widths(root))
        self._default = heights.setting(root, "sheetFormatPr", "defaultColWidth", _DEFAULT_WIDTH)
        self._height = heights.setting(root, "sheetFormatPr", "defaultRowHeight", _DEFAULT_HEIGHT)
        merges = (Area.read(merge.get("ref", "")) for merge in root.iter(main("mergeCell")))
        self._merges = {(area.top, area.left): area for area in merges if area}
        self._formulas = Formulas(name, context.allowance)
        self._spilling: list[tuple[int, int, int]] = []
        self._recalculates = False

    def sheet(self) -> Sheet:
        data = self._root.find(main("sheetData"))
        rows = [] if data is None else list(self._rows(data))
        self._furniture()
        patterns = {number for number, list_name, _ in rows if list_name}
        self._merged(patterns)
        self._sparklines(patterns)
        self._around(data)
        text = etree.tostring(self._root, encoding="unicode")
        head, *middle = text.split(f"<!--{_EDGE}-->")
        declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        if not middle:
            return Sheet(self._name, self._prefix, (declaration, *self._parts(head)), (), ())
        *bodies, tail = middle
        built = (
            TemplateRow(number, tuple(self._parts(body)), list_name, least)
            for (number, list_name, least), body in zip(rows, bodies, strict=True)
        )
        head_parts = (declaration, *self._parts(head))
        tail_parts = tuple(self._parts(tail))
        return Sheet(self._name, self._prefix, head_parts, tuple(built), tail_parts, self._recalculates)

    def _slot(self, slot: Slot | TagCell) -> str:
        self._slots.append(slot)
        return f"{_SLOT}{len(self._slots) - 1}{_SLOT}"

    def _parts(self, text: str) -> Iterator[Segment]:
        for stretch in _MARK.split(text):
            if stretch.startswith(_SLOT):
                yield self._slots[int(stretch[1:-1])]
            elif stretch:
                yield _INTERNED.get(stretch, stretch)

    # rows and cells

    def _rows(self, data: Element) -> Iterator[tuple[int, str, float]]:
        number = 0
        for row, number in grid.rows(self._root):
            yield number, *self._row(row, number)
            row.addprevious(etree.Comment(_EDGE))
        if number:
            data.append(etree.Comment(_EDGE))

    def _row(self, row: Element, number: int) -> tuple[str, float]:
        row.set("r", ROW)
        tagged: list[TagCell] = []
        plain: list[tuple[Element, int]] = []
        for cell, column in grid.cells(row):
            found = self._tag_cell(cell, number, column)
            if found:
                tagged.append(found)
                self._replace(cell, found)
            else:
                cell.set("r", refs.column_letters(column) + ROW)
                plain.append((cell, column))
        list_name = self._list(tagged)
        for cell, column in plain:
            self._result(cell, number, column, repeated=bool(list_name))
        least = self._least(row)
        if any(cell.room for cell in tagged) and row.get("hidden") not in ("1", "true"):
            row.set("ht", HEIGHT)
            row.set("customHeight", "1")
        return list_name, least

    def _least(self, row: Element) -> float:
        # A height that nobody has set by hand was measured on the tags, not on what replaces them.
        own = row.get("customHeight") in ("1", "true")
        return float(row.get("ht", self._height)) if own else self._height

    def _list(self, cells: list[TagCell]) -> str:
        lists = {field.list_name: cell for cell in cells for field in cell.fields if field.list_name}
        if len(lists) > 1:
            one, other = list(lists)[:2]
            raise lists[other].place.error(
                Text(
                    f"同一行里有两个列表：{one}[] 和 {other}[]",
                    f"two lists in one row: {one}[] and {other}[]",
                ),
                Text("请把它们放在不同的行", "put them into rows of their own"),
            )
        return next(iter(lists), "")

    def _replace(self, cell: Element, found: TagCell) -> None:
        mark = etree.Comment(self._slot(found))
        mark.tail = cell.tail
        cell.getparent().replace(cell, mark)

    def _tag_cell(self, cell: Element, row: int, column: int) -> TagCell | None:
        letters = refs.column_letters(column)
        place = CellLocation(self._place.template, self._name, f"{letters}{row}")
        formula = cell.find(main("f"))
        if formula is not None and "{{" in (formula.text or ""):
            raise place.error(
                Text("公式里不能写标签", "a formula cannot hold a tag"),
                Text("请把标签写在单独的单元格里再引用它", "write the tag into a cell of its own and refer to it"),
            )
        holder = self._strings.tagged_holder(cell)
        if holder is None:
            return None
        style = int(cell.get("s", "0"))
        look = self._styles.look(style)
        room = heights.capacity(self._width(row, column), self._styles.size, look) if look.wraps else 0.0
        return TagCell(letters, style, tuple(self._runs(holder, place)), place, look, room)

    def _runs(self, holder: Element, place: CellLocation) -> Iterator[Run]:
        # A tag whose characters were formatted apart takes the format of its first one.
        for together in joined(runs(holder)):
            yield self._font(together[0][0]), parse("".join(text for _, text in together), place)

    def _font(self, font: Element | None) -> str:
        if font is None:
            return ""
        return str(etree.tostring(font, encoding="unicode", with_tail=False))

    def _width(self, row: int, column: int) -> float:
        area = self._merges.get((row, column))
        last = area.right if area else column
        return sum(self._widths.get(number, self._default) for number in range(column, last + 1))

    def _result(self, cell: Element, row: int, column: int, *, repeated: bool) -> None:
        """Prepare a cell that is no tag: its formula, and whether what that came to still holds."""
        formula = cell.find(main("f"))
        if formula is None:
            if self._is_spilled(row, column):
                self._without_value(cell)
        elif formula.get("t") == "dataTable":
            self._what_if(cell, formula)
        else:
            self._formula(cell, formula, self._formulas.text(formula, row, column), repeated=repeated)

    def _formula(self, cell: Element, formula: Element, text: str, *, repeated: bool) -> None:
        ref = formula.get("ref", "") if formula.get("t") == "array" else ""
        for name in ("t", "si", "ref", "ca") if not ref else ("ca",):
            formula.attrib.pop(name, None)
        if ref:
            formula.set("ref", self._slot(slots.RowCell(ref) if repeated else slots.Areas(ref)))
        formula.text = self._slot(slots.RowFormula(text) if repeated else slots.Formula(text, sums=True))
        if repeated or self._touched.by(text, self._name):
            self._forget(cell, ref)

    def _forget(self, cell: Element, ref: str) -> None:
        # What the formula came to in the template, there and in the cells it fills, is not what it comes to now.
        self._without_value(cell)
        self._recalculates = True
        if area := Area.read(ref):
            insort(self._spilling, (area.left, area.right, area.bottom))

    def _is_spilled(self, row: int, column: int) -> bool:
        """Return whether a cell shows a result of an array formula above or left of it; these never overlap."""
        while place := bisect_right(self._spilling, (column, refs.LAST_ROW, refs.LAST_ROW)):
            _, right, bottom = self._spilling[place - 1]
            if bottom >= row:
                return column <= right
            del self._spilling[place - 1]
        return False

    def _what_if(self, cell: Element, formula: Element) -> None:
        """Let a data table follow its rows; it has no formula of its own."""
        ref = formula.get("ref", "")
        formula.set("ref", self._slot(slots.Areas(ref)))
        for key in ("r1", "r2"):
            if formula.get(key):
                formula.set(key, self._slot(slots.MovedAreas(formula.get(key))))
        self._forget(cell, ref)

    def _without_value(self, cell: Element) -> None:
        for value in cell.findall(main("v")):
            cell.remove(value)
        cell.attrib.pop("t", None)

    # around the rows

    def _furniture(self) -> None:
        for holder in self._root.iter(main("headerFooter")):
            for text in holder:
                if isinstance(text.tag, str) and has_tag(text.text or ""):
                    pieces = parse(text.text, self._place)
                    self._single(pieces)
                    text.text = self._slot(slots.Furniture(pieces, self._place))

    def _single(self, pieces: tuple[Piece, ...]) -> None:
        for piece in pieces:
            if isinstance(piece, TagField) and piece.list_name:
                raise self._place.error(
                    Text(
                        f"页眉页脚里不能有列表的字段 {{{{ {piece.name} }}}}",
                        f"a header or footer cannot hold a field of a list, {{{{ {piece.name} }}}}",
                    ),
                    Text("请把它写在单元格里", "write it into a cell"),
                )

    def _merged(self, patterns: set[int]) -> None:
        holder = self._root.find(main("mergeCells"))
        if holder is None:
            return
        repeated: dict[int, list[tuple[int, int]]] = {}
        for merge in list(holder.iterchildren(main("mergeCell"))):
            area = Area.read(merge.get("ref", ""))
            if area and area.top == area.bottom and area.top in patterns:
                repeated.setdefault(area.top, []).append((area.left, area.right))
                holder.remove(merge)
        if repeated:
            holder.attrib.pop("count", None)
            holder.append(etree.Comment(self._slot(slots.Merges(self._prefix, repeated))))

    def _sparklines(self, patterns: set[int]) -> None:
        for spark in list(self._root.iter("{*}sparkline")):
            source, cell = spark.find("{*}f"), spark.find("{*}sqref")
            area = Area.read(cell.text or "") if cell is not None else None
            if source is None or area is None or area.top not in patterns:
                continue
            names = (f"{part.prefix}:{etree.QName(part).localname}" for part in (spark, source, cell))
            name, source_name, cell_name = names
            slot = slots.Sparklines(area.top, name, source_name, source.text or "", cell_name, cell.text)
            spark.getparent().replace(spark, etree.Comment(self._slot(slot)))

    def _around(self, data: Element | None) -> None:
        for child in self._root:
            for element in child.iter() if child is not data else ():
                if isinstance(element.tag, str):
                    self._untagged(element)
                    self._references(element)

    def _untagged(self, element: Element) -> None:
        if any("{{" in text for text in (element.text or "", *element.attrib.values())):
            raise self._place.error(
                Text(
                    "数据验证、条件格式或超链接里有标签",
                    "there is a tag in a data validation, a conditional format or a hyperlink",
                ),
                Text("请把标签写在单元格里再引用它", "write the tag into a cell and refer to it"),
            )

    def _references(self, element: Element) -> None:
        name = etree.QName(element).localname
        if name == "brk" and element.getparent().tag == main("rowBreaks"):
            element.set("id", self._slot(slots.Break(int(element.get("id", "0")))))
        for key, kind in _AREAS.items():
            if refs.is_area(element.get(key, "")):
                chosen = slots.MovedAreas if name == "selection" else kind
                element.set(key, self._slot(chosen(element.get(key))))
        if name in ("formula", "formula1", "formula2", "f") and element.text and element.text.strip():
            element.text = self._slot(slots.Formula(element.text))
        if name == "sqref" and refs.is_area(element.text or ""):
            element.text = self._slot(slots.Areas(element.text))
