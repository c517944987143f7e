"""A worksheet of a template, read once: which of its rows and cells are filled, and what moves with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from collabkit.engines.excel import heights, refs, slots
from collabkit.engines.excel.cells import Run, TagCell
from collabkit.engines.excel.refs import Area, column_number, translated
from collabkit.engines.excel.slots import Slot
from collabkit.engines.excel.styles import Styles
from collabkit.engines.excel.tags import Field, Piece, Place, has_tag, parse
from collabkit.engines.excel.xml import Element, main, runs, text_of
from collabkit.engines.excel.xml import parse as parse_xml
from collabkit.errors import TemplateError
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

_AREAS: dict[str, type[slots.Areas | slots.Cells]] = {
    "ref": slots.Areas,
    "sqref": slots.Areas,
    "activeCell": slots.Cells,
    "topLeftCell": slots.Cells,
}

Part = str | Slot | TagCell
"""A stretch of a sheet: XML as it stands, `ROW` or `HEIGHT`, or what is written at every filling."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the template; with a `list_name` it is repeated for each item of that list."""

    number: int
    parts: tuple[Part, ...]
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
    head: tuple[Part, ...]
    rows: tuple[Row, ...]
    tail: tuple[Part, ...]

    @property
    def fields(self) -> Iterator[tuple[Field, Place]]:
        """Yield every field that the sheet prints, with its place."""
        for row in self.rows:
            for cell in row.cells:
                yield from ((field, cell.place) for field in cell.fields)
        for part in (*self.head, *self.tail):
            if isinstance(part, slots.Furniture):
                yield from ((piece, part.place) for piece in part.pieces if isinstance(piece, Field))

    @property
    def has_formulas(self) -> bool:
        """Whether a cell computes something."""
        kinds = (slots.Formula, slots.RowFormula)
        return any(isinstance(part, kinds) for row in self.rows for part in row.parts)

    @property
    def changes(self) -> bool:
        """Whether filling may write anything else than what stands in the template."""
        parts = (*self.head, *self.tail, *(part for row in self.rows for part in row.parts))
        still = (str, slots.Areas, slots.Cells, slots.Break)
        return any(not isinstance(part, still) for part in parts)


def compiled(name: str, part: bytes, strings: Sequence[Element], styles: Styles, template: str) -> Sheet:
    """Return the worksheet `part` compiled; TemplateError where its tags cannot be read."""
    return _Compiler(name, parse_xml(part), strings, styles, Place(template, name)).sheet()


class _Compiler:
    def __init__(self, name: str, root: Element, strings: Sequence[Element], styles: Styles, place: Place) -> None:
        self._name, self._root, self._strings, self._styles, self._place = name, root, strings, styles, place
        self._prefix = f"{root.prefix}:" if root.prefix else ""
        self._slots: list[Slot | TagCell] = []
        self._widths = dict(heights.widths(root))
        self._default = heights.setting(root, "sheetFormatPr", "defaultColWidth", _DEFAULT_WIDTH)
        self._height = heights.setting(root, "sheetFormatPr", "defaultRowHeight", _DEFAULT_HEIGHT)
        self._merges = [area for m in root.iter(main("mergeCell")) if (area := Area.read(m.get("ref", "")))]
        self._shared: dict[str, tuple[str, int, int]] = {}

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
            Row(number, tuple(self._parts(body)), list_name, least)
            for (number, list_name, least), body in zip(rows, bodies, strict=True)
        )
        head_parts = (declaration, *self._parts(head))
        return Sheet(self._name, self._prefix, head_parts, tuple(built), tuple(self._parts(tail)))

    def _slot(self, slot: Slot | TagCell) -> str:
        self._slots.append(slot)
        return f"{_SLOT}{len(self._slots) - 1}{_SLOT}"

    def _parts(self, text: str) -> Iterator[Part]:
        for stretch in _MARK.split(text):
            if stretch.startswith(_SLOT):
                yield self._slots[int(stretch[1:-1])]
            elif stretch:
                yield _INTERNED.get(stretch, stretch)

    # rows and cells

    def _rows(self, data: Element) -> Iterator[tuple[int, str, float]]:
        number = 0
        for row in list(data.iterchildren(main("row"))):
            number = int(row.get("r", number + 1))
            yield number, *self._row(row, number)
            row.addprevious(etree.Comment(_EDGE))
        if number:
            data.append(etree.Comment(_EDGE))

    def _row(self, row: Element, number: int) -> tuple[str, float]:
        row.set("r", ROW)
        tagged: list[TagCell] = []
        plain: list[Element] = []
        column = 0
        for cell in list(row.iterchildren(main("c"))):
            ref = re.match(r"[A-Za-z]+", cell.get("r", ""))
            column = column_number(ref[0]) if ref else column + 1
            found = self._tag_cell(cell, number, column)
            if found:
                tagged.append(found)
                self._replace(cell, found)
            else:
                cell.set("r", refs.column_letters(column) + ROW)
                plain.append(cell)
        list_name = self._list(tagged)
        for cell in plain:
            self._formula(cell, number, repeated=bool(list_name))
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
        place = Place(self._place.template, self._name, f"{letters}{row}")
        formula = cell.find(main("f"))
        if formula is not None and "{{" in (formula.text or ""):
            raise place.error(
                Text("公式里不能写标签", "a formula cannot hold a tag"),
                Text("请把标签写在单独的单元格里再引用它", "write the tag into a cell of its own and refer to it"),
            )
        holder = self._holder(cell)
        if formula is not None or holder is None or not has_tag(text_of(holder)):
            return None
        style = int(cell.get("s", "0"))
        look = self._styles.look(style)
        room = heights.capacity(self._width(row, column), self._styles.size, look) if look.wraps else 0.0
        return TagCell(letters, style, tuple(self._runs(holder, place)), place, look, room)

    def _holder(self, cell: Element) -> Element | None:
        if cell.get("t") == "inlineStr":
            return cell.find(main("is"))
        value = cell.find(main("v"))
        if cell.get("t") != "s" or value is None or not (value.text or "").strip().isdigit():
            return None
        index = int(value.text)
        return self._strings[index] if index < len(self._strings) else None

    def _runs(self, holder: Element, place: Place) -> Iterator[Run]:
        found = [(self._font(font), text) for font, text in runs(holder)]
        while found:
            font, text = found.pop(0)
            # A tag whose characters were formatted apart takes the format of its first one.
            while found and (text.count("{{") != text.count("}}") or text.endswith("{")):
                text += found.pop(0)[1]
            yield font, parse(text, place)

    def _font(self, font: Element | None) -> str:
        if font is None:
            return ""
        return str(etree.tostring(font, encoding="unicode", with_tail=False))

    def _width(self, row: int, column: int) -> float:
        for area in self._merges:
            if area.left == column and area.top == row:
                return sum(self._widths.get(c, self._default) for c in range(column, area.right + 1))
        return self._widths.get(column, self._default)

    def _formula(self, cell: Element, row: int, *, repeated: bool) -> None:
        formula = cell.find(main("f"))
        if formula is None:
            return
        text = self._unshared(formula, row, column_number(cell.get("r")[:-1]))
        array = formula.get("t") == "array"
        for name in ("t", "si", "ref", "ca") if not array else ("ca",):
            formula.attrib.pop(name, None)
        if array:
            ref = formula.get("ref", "")
            formula.set("ref", self._slot(slots.RowCell(ref) if repeated else slots.Areas(ref)))
        formula.text = self._slot(slots.RowFormula(text) if repeated else slots.Formula(text, sums=True))
        # What the formula came to in the template is not what it comes to now.
        for value in cell.findall(main("v")):
            cell.remove(value)
        cell.attrib.pop("t", None)

    def _unshared(self, formula: Element, row: int, column: int) -> str:
        text, number = formula.text or "", formula.get("si")
        if formula.get("t") != "shared" or number is None:
            return text
        if text:
            self._shared[number] = (text, row, column)
        master, top, left = self._shared.get(number, (text, row, column))
        return translated(master, self._name, row - top, column - left)

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
            if isinstance(piece, Field) and piece.list_name:
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
        holder.attrib.pop("count", None)
        repeated: dict[int, tuple[tuple[int, int], ...]] = {}
        for merge in list(holder.iterchildren(main("mergeCell"))):
            area = Area.read(merge.get("ref", ""))
            if area and area.top == area.bottom and area.top in patterns:
                repeated[area.top] = (*repeated.get(area.top, ()), (area.left, area.right))
                holder.remove(merge)
        if repeated:
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
                chosen = slots.Cells if name == "selection" else kind
                element.set(key, self._slot(chosen(element.get(key))))
        if name in ("formula", "formula1", "formula2", "f") and element.text and element.text.strip():
            element.text = self._slot(slots.Formula(element.text))
        if name == "sqref" and refs.is_area(element.text or ""):
            element.text = self._slot(slots.Areas(element.text))


def broken(template: str, part: str) -> TemplateError:
    """Return the error for a part that cannot be understood."""
    return TemplateError(
        Text(f"模板 {template} 已损坏：{part} 无法解析", f"template {template} is damaged: {part} cannot be read"),
        Text("请在 Excel 中打开并重新另存为 .xlsx", "open it in Excel and save it as .xlsx again"),
    )
