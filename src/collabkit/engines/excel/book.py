"""The parts of a template workbook: its sheets, and what is rewritten around them when they are filled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from lxml import etree

from collabkit.engines.excel import related_parts
from collabkit.engines.excel.compiling import BookContext, Sheet, compiled
from collabkit.engines.excel.grid import Strings
from collabkit.engines.excel.origin import SHEET as ORIGIN_SHEET
from collabkit.engines.excel.refs import Area, Known, SheetArea, Shifts, moved, stretches
from collabkit.engines.excel.styles import Additions, Styles
from collabkit.engines.excel.tags import has_tag
from collabkit.engines.excel.touched import Search
from collabkit.engines.excel.xml import RELATIONS, main, text_of
from collabkit.engines.opc import core_properties, markup
from collabkit.engines.opc.markup import DAMAGED, Element, PartError
from collabkit.engines.opc.package import CONTENT_TYPES
from collabkit.engines.opc.parts import Parts, relationships_of
from collabkit.engines.tags.allowance import Allowance, OverdrawnError
from collabkit.errors import TemplateError
from collabkit.lang import Text

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_WORKSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_ORIGIN_PART = "xl/worksheets/collabkit.xml"
_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_CHARTS = ("drawingml.chart+xml", "chartex+xml")
_PIVOT = "pivotCacheDefinition+xml"
_TABLE = "spreadsheetml.table+xml"
# A tag in one of these would be printed as it stands.
_WITH_TEXT = (
    *_CHARTS,
    "drawing+xml",
    "drawingml.chartshapes+xml",
    "drawingml.diagramData+xml",
    "comments+xml",
    "vmlDrawing",
)
_MOST_AREAS = 100
_PLAIN_STYLES = (
    b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts>'
    b'<cellXfs count="1"><xf/></cellXfs></styleSheet>'
)


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A worksheet of the template."""

    name: str
    part: str
    compiled: Sheet
    related: tuple[tuple[str, str], ...]
    """Kind and part of everything the sheet has a relationship to."""


class Book:
    """A template's parts, read once; PartError where one cannot be used."""

    def __init__(self, name: str, data: dict[str, bytes]) -> None:
        self._name = name
        self._parts = Parts(data)
        self._main = self._workbook_part()
        self._workbook = self._parts.xml(self._main)
        properties = self._workbook.find(main("workbookPr"))
        self.from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        targets = {found.kind: found.part for found in self._parts.relationships(self._main)}
        self._styles_part = targets.get("styles", "")
        with self._reading(self._styles_part):
            self.styles = Styles(data.get(self._styles_part, _PLAIN_STYLES), self._styles_part)
        self._strings_part = targets.get("sharedStrings", "")
        root = self._parts.xml(self._strings_part) if self._strings_part in data else None
        strings = [] if root is None else list(root.iterchildren(main("si")))
        self.sheets = self._sheets(Strings(strings))
        self._tags_elsewhere()
        self._strings = self._without_tags(root, strings)

    # reading

    @contextmanager
    def _reading(self, part: str) -> Iterator[None]:
        """Say that `part` is damaged where something in it is not what it must be."""
        try:
            yield
        except PartError:  # a ValueError too, which says which part it is
            raise
        except OverdrawnError as cause:
            where = Text(f"模板 {self._name}，{part}：", f"template {self._name}, {part}: ")
            raise TemplateError(where + cause.message, cause.hint) from cause
        except (ValueError, TypeError, ArithmeticError, LookupError, AttributeError, RecursionError) as cause:
            raise PartError(part, DAMAGED) from cause

    def _workbook_part(self) -> str:
        part = next((found.part for found in self._parts.relationships("") if found.kind == "officeDocument"), "")
        kind = self._parts.kind(part)
        strict = kind == _WORKBOOK and self._parts.xml(part).tag == f"{{{_STRICT}}}workbook"
        if kind == _WORKBOOK and not strict:
            return part
        raise TemplateError(
            Text(
                f"模板 {self._name} 不能用作 Excel 模板：",
                f"template {self._name} cannot be used as an Excel template: ",
            )
            + _what(kind, strict=strict),
            Text(
                "请在 Excel 中打开，另存为「Excel 工作簿 (.xlsx)」",
                "open it in Excel and save it as 'Excel Workbook (.xlsx)'",
            ),
        )

    def _sheets(self, strings: Strings) -> tuple[BookSheet, ...]:
        roots = {(name, part): self._parts.xml(part) for name, part in self._worksheets()}
        # Excel tells sheets apart whatever the case of their letters.
        if not roots or len({name.casefold() for name, _ in roots}) < len(roots):
            raise PartError(self._main, DAMAGED)
        search = Search(strings, Known(dict(self._tables(roots)), self._names()), Allowance())
        for (name, part), root in roots.items():
            with self._reading(part):
                search.add(name, root)
        self.touched = search.result()
        context = BookContext(self._name, strings, self.styles, self.touched, Allowance())
        return tuple(self._sheet(name, part, root, context) for (name, part), root in roots.items())

    def _tables(self, sheets: Iterable[tuple[str, str]]) -> Iterator[tuple[str, SheetArea]]:
        """Yield the name and cells of each table of the sheets (name and part)."""
        for sheet, part in sheets:
            for found in self._parts.relationships(part):
                if found.kind == "table" and found.part in self._parts.data:
                    table = self._parts.xml(found.part)
                    if area := Area.read(table.get("ref", "")):
                        yield table.get("displayName", "").casefold(), (sheet, area)

    def _names(self) -> dict[str, list[SheetArea] | None]:
        """Return what each defined name stands for; one that stands for another one is not followed."""
        found: dict[str, list[SheetArea] | None] = {}
        for defined in self._workbook.iter(main("definedName")):
            name, cells = defined.get("name", "").casefold(), stretches(defined.text or "", "", Known())
            # A sheet may have a name of its own beside that of the workbook.
            other = found.setdefault(name, [])
            if cells is None or other is None or len(other) + len(cells) > _MOST_AREAS or any(not s for s, _ in cells):
                found[name] = None
            else:
                other += cells
        return found

    def _worksheets(self) -> Iterator[tuple[str, str]]:
        """Yield the name and part of each worksheet that may have tags."""
        parts = {found.key: found for found in self._parts.relationships(self._main)}
        for sheet in self._workbook.iterfind(f"{main('sheets')}/{main('sheet')}"):
            found = parts.get(sheet.get(f"{{{RELATIONS}}}id"))
            name = sheet.get("name", "")
            if found is None or found.part not in self._parts.data:
                raise PartError(found.part if found else self._main, DAMAGED)
            if found.kind != "worksheet" or name == ORIGIN_SHEET:
                continue
            if has_tag(name):
                raise self._misplaced(Text(f"工作表名称「{name}」", f"the name of the sheet '{name}'"))
            yield name, found.part

    def _sheet(self, name: str, part: str, root: Element, context: BookContext) -> BookSheet:
        related = tuple((found.kind, found.part) for found in self._parts.relationships(part))
        with self._reading(part):
            markup.check_root(root, part)
            found = compiled(name, root, context)
        return BookSheet(name, part, found, tuple(each for each in related if each[1] in self._parts.data))

    def _tags_elsewhere(self) -> None:
        for name in self._parts.of_kind(*_WITH_TEXT):
            self._untagged(name, Text(f"图形、图表或批注（{name}）", f"a shape, chart or comment ({name})"))
        # Excel calls a table damaged whose headings are not what its cells say.
        for name in self._parts.of_kind(_TABLE):
            self._untagged(name, Text(f"表格的列标题（{name}）", f"a column heading of a table ({name})"))
        for defined in self._workbook.iter(main("definedName")):
            if has_tag(defined.text or "") or has_tag(defined.get("name", "")):
                name = defined.get("name", "")
                raise self._misplaced(Text(f"名称「{name}」的定义", f"the defined name '{name}'"))

    def _untagged(self, part: str, where: Text) -> None:
        with self._reading(part):
            if related_parts.has_own_tag(part, self._parts.data[part]):
                raise self._misplaced(where)

    def _misplaced(self, where: Text) -> TemplateError:
        return TemplateError(
            Text(f"模板 {self._name}：", f"template {self._name}: there is a tag in ") + where + Text("里有标签", ""),
            Text("请把标签写在普通单元格、页眉或页脚里", "write tags into ordinary cells, headers or footers"),
        )

    def _without_tags(self, root: Element | None, strings: list[Element]) -> bytes | None:
        # The filled cells hold their texts themselves; the tags would only stay behind as litter.
        tagged = [item for item in strings if has_tag(text_of(item))]
        if root is None or not tagged:
            return None
        for item in tagged:
            for child in list(item):
                item.remove(child)
            item.append(item.makeelement(main("t"), {}))
        return markup.write(root)

    # writing

    def finished(
        self,
        changed: dict[str, bytes],
        shifts: Shifts,
        additions: Additions,
        origin: bytes | None,
    ) -> dict[str, bytes]:
        """Return all parts of the filled workbook, `changed` ones and everything that depends on them replaced."""
        parts = {**self._parts.data, **changed}
        if self._strings is not None:
            parts[self._strings_part] = self._strings
        if additions.added:
            with self._reading(self._styles_part):
                parts[self._styles_part] = self.styles.extended(additions.added)
        parts |= dict(self._followers(shifts))
        with self._reading(self._main):
            self._rewire(parts, shifts, origin)
        return parts

    def _followers(self, shifts: Shifts) -> Iterator[tuple[str, bytes]]:
        data = self._parts.data
        for sheet in self.sheets:
            # What stands in a table's formulas may be on a sheet that moves although the table's own does not.
            for kind, name in sheet.related if any(shifts.values()) else ():
                with self._reading(name):
                    yield name, related_parts.on_sheet(kind, name, data[name], sheet.name, shifts)
        for name in self._parts.of_kind(*_CHARTS):
            with self._reading(name):
                yield name, related_parts.chart(name, data[name], shifts, self.touched)
        for name in self._parts.of_kind(_PIVOT):
            with self._reading(name):
                yield name, related_parts.pivot(name, data[name], shifts, self.touched)

    def properties(self, title: str, author: str, day: date | None) -> dict[str, bytes]:
        """Return the part with the file's properties, those that are given put in."""
        core = self._parts.core_properties()
        if not core:
            return {}
        return {core: core_properties.filled(self._parts.data[core], core, title=title, author=author, day=day)}

    def _rewire(self, parts: dict[str, bytes], shifts: Shifts, origin: bytes | None) -> None:
        relations_part = relationships_of(self._main)
        roots = {part: self._parts.xml(part) for part in (self._main, CONTENT_TYPES, relations_part)}
        book, types, relations = roots.values()
        for name in book.iter(main("definedName")):
            name.text = moved(name.text or "", "", shifts)
        if any(sheet.compiled.recalculates for sheet in self.sheets):
            _calculate_anew(book)
        if any(shifts.values()):
            self._without_chain(parts, types, relations)
        if origin is not None:
            self._add_origin(parts, origin, book, types, relations)
        for part, root in roots.items():
            if etree.tostring(root) != etree.tostring(self._parts.xml(part)):
                parts[part] = markup.write(root)

    def _without_chain(self, parts: dict[str, bytes], types: Element, relations: Element) -> None:
        # The chain lists the cells of formulas, which have moved; Excel builds it again.
        for found in self._parts.relationships(self._main):
            if found.kind == "calcChain":
                parts.pop(found.part, None)
                _drop(relations, "Id", found.key)
                _drop(types, "PartName", f"/{found.part}")

    def _add_origin(
        self, parts: dict[str, bytes], origin: bytes, book: Element, types: Element, relations: Element
    ) -> None:
        sheets = book.find(main("sheets"))
        known = {found.key: found.part for found in self._parts.relationships(self._main)}
        for sheet in sheets:
            if sheet.get("name") == ORIGIN_SHEET:
                parts[known[sheet.get(f"{{{RELATIONS}}}id")]] = origin
                return
        key = next(f"rIdCollabkit{n or ''}" for n in range(len(known) + 1) if f"rIdCollabkit{n or ''}" not in known)
        numbers = [sheet.get("sheetId", "") for sheet in sheets]
        number = max(int(number) for number in (*numbers, "0") if number.isdecimal()) + 1
        attributes = {"name": ORIGIN_SHEET, "sheetId": str(number), "state": "veryHidden"}
        sheets.append(sheets.makeelement(main("sheet"), attributes | {f"{{{RELATIONS}}}id": key}))
        target = f"/{_ORIGIN_PART}"
        _add(types, "Override", {"PartName": target, "ContentType": _WORKSHEET})
        _add(relations, "Relationship", {"Id": key, "Type": f"{RELATIONS}/worksheet", "Target": target})
        parts[_ORIGIN_PART] = origin


def _what(kind: str, *, strict: bool) -> Text:
    if "macroEnabled" in kind:
        return Text("它含有宏", "it contains macros")
    if "template" in kind:
        return Text("它是 .xltx 模板文件", "it is an .xltx template file")
    if strict:
        return Text("它是 Strict Open XML 格式", "it is in the Strict Open XML format")
    if "wordprocessingml" in kind:
        return Text("它是 Word 文件", "it is a Word file")
    return Text("它不是 Excel 工作簿", "it is not an Excel workbook")


def _add(root: Element, name: str, attributes: dict[str, str]) -> None:
    namespace = etree.QName(root).namespace
    root.append(root.makeelement(f"{{{namespace}}}{name}", attributes))


def _drop(root: Element, key: str, value: str) -> None:
    for found in list(root):
        if found.get(key) == value:
            root.remove(found)


def _calculate_anew(book: Element) -> None:
    found = book.find(main("calcPr"))
    if found is None:
        found = book.makeelement(main("calcPr"), {})
        after = [book.find(main(name)) for name in ("definedNames", "externalReferences", "functionGroups", "sheets")]
        next(place for place in after if place is not None).addnext(found)
    found.set("fullCalcOnLoad", "1")
