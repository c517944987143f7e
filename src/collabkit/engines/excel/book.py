"""The parts of a template workbook: its sheets, and what is rewritten around them when they are filled."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lxml import etree

from collabkit.engines.excel import around
from collabkit.engines.excel.compiling import Sheet, broken, compiled
from collabkit.engines.excel.origin import SHEET as ORIGIN_SHEET
from collabkit.engines.excel.refs import Shifts, moved
from collabkit.engines.excel.styles import Additions, Styles
from collabkit.engines.excel.tags import has_tag
from collabkit.engines.excel.xml import (
    CONTENT_TYPES,
    PACKAGE_RELATIONS,
    RELATIONS,
    Element,
    clean,
    main,
    parse,
    text_of,
    write,
)
from collabkit.errors import TemplateError
from collabkit.lang import Text

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_WORKSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_ORIGIN_PART = "xl/worksheets/collabkit.xml"
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_PLAIN_STYLES = (
    b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts>'
    b'<cellXfs count="1"><xf/></cellXfs></styleSheet>'
)
_TERMS = "{http://purl.org/dc/terms/}"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A worksheet of the template."""

    name: str
    part: str
    compiled: Sheet
    related: tuple[tuple[str, str], ...]
    """Kind and part of everything the sheet has a relationship to."""


class Book:
    """A template's parts, read once."""

    def __init__(self, name: str, parts: dict[str, bytes]) -> None:
        self._name = name
        self._parts = parts
        self._main = self._workbook_part()
        self._workbook = self._xml(self._main)
        properties = self._workbook.find(main("workbookPr"))
        self.from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        targets = {kind: part for _, kind, part in self._relations(self._main)}
        self._styles_part = targets.get("styles", "")
        try:
            self.styles = Styles(parts.get(self._styles_part, _PLAIN_STYLES))
        except (etree.XMLSyntaxError, ValueError, TypeError) as cause:
            raise broken(name, self._styles_part) from cause
        self._strings_part = targets.get("sharedStrings", "")
        root = self._xml(self._strings_part) if self._strings_part in parts else None
        strings = [] if root is None else list(root.iterchildren(main("si")))
        self.sheets = tuple(self._sheets(strings))
        if not self.sheets:
            raise broken(name, self._main)
        self._tags_elsewhere()
        self._strings = self._without_tags(root, strings)

    # reading

    def _workbook_part(self) -> str:
        part = next((part for _, kind, part in self._relations("") if kind == "officeDocument"), "")
        kind = self._content_type(part)
        if kind == _WORKBOOK and _STRICT not in self._parts[part][:4096]:
            return part
        raise TemplateError(
            Text(
                f"模板 {self._name} 不能用作 Excel 模板：",
                f"template {self._name} cannot be used as an Excel template: ",
            )
            + _what(kind, strict=kind == _WORKBOOK),
            Text(
                "请在 Excel 中打开，另存为「Excel 工作簿 (.xlsx)」",
                "open it in Excel and save it as 'Excel Workbook (.xlsx)'",
            ),
        )

    def _content_type(self, part: str) -> str:
        types = self._xml("[Content_Types].xml")
        for found in types.iterchildren(f"{{{CONTENT_TYPES}}}Override"):
            if found.get("PartName", "").lstrip("/") == part and part in self._parts:
                return str(found.get("ContentType", ""))
        return ""

    def _xml(self, part: str) -> Element:
        try:
            return parse(self._parts[part])
        except (etree.XMLSyntaxError, KeyError) as cause:
            raise broken(self._name, part) from cause

    def _relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        name = _relations_of(part)
        if name not in self._parts:
            return
        for found in self._xml(name).iterchildren(f"{{{PACKAGE_RELATIONS}}}Relationship"):
            if found.get("TargetMode") != "External":
                target = posixpath.join("/", posixpath.dirname(part), found.get("Target", ""))
                kind = found.get("Type", "").rpartition("/")[2]
                yield found.get("Id", ""), kind, posixpath.normpath(target).lstrip("/")

    def _sheets(self, strings: list[Element]) -> Iterator[BookSheet]:
        parts = {key: (kind, part) for key, kind, part in self._relations(self._main)}
        for sheet in self._workbook.iter(main("sheet")):
            kind, part = parts.get(sheet.get(f"{{{RELATIONS}}}id"), ("", ""))
            name = sheet.get("name", "")
            if part not in self._parts:
                raise broken(self._name, part or self._main)
            if kind != "worksheet" or name == ORIGIN_SHEET:
                continue
            if has_tag(name):
                raise self._misplaced(Text(f"工作表名称「{name}」", f"the name of the sheet '{name}'"))
            related = tuple((kind, target) for _, kind, target in self._relations(part) if target in self._parts)
            try:
                found = compiled(name, self._parts[part], strings, self.styles, self._name)
            except (etree.XMLSyntaxError, ValueError, TypeError) as cause:
                raise broken(self._name, part) from cause
            yield BookSheet(name, part, found, related)

    def _tags_elsewhere(self) -> None:
        for name, part in self._parts.items():
            if name.startswith(("xl/drawings/", "xl/charts/", "xl/comments")) and around.has_own_tag(part):
                raise self._misplaced(Text(f"图形、图表或批注（{name}）", f"a shape, chart or comment ({name})"))
            # Excel calls a table damaged whose headings are not what its cells say.
            if name.startswith("xl/tables/") and around.has_own_tag(part):
                raise self._misplaced(Text(f"表格的列标题（{name}）", f"a column heading of a table ({name})"))

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
        return write(root)

    # writing

    def finished(
        self,
        changed: dict[str, bytes],
        shifts: Shifts,
        additions: Additions,
        origin: bytes | None,
    ) -> dict[str, bytes]:
        """Return all parts of the filled workbook, `changed` ones and everything that depends on them replaced."""
        parts = self._parts | changed
        if self._strings is not None:
            parts[self._strings_part] = self._strings
        if additions.added:
            parts[self._styles_part] = self.styles.extended(additions.added)
        parts |= dict(self._followers(shifts))
        self._rewire(parts, shifts, origin)
        return parts

    def _followers(self, shifts: Shifts) -> Iterator[tuple[str, bytes]]:
        for sheet in self.sheets:
            shift = shifts[sheet.name]
            for kind, name in sheet.related if shift else ():
                yield name, around.on_sheet(kind, self._parts[name], shift)
        for name, part in self._parts.items():
            if name.startswith("xl/charts/chart"):
                yield name, around.chart(part, shifts)
            elif name.startswith("xl/pivotCache/pivotCacheDefinition"):
                yield name, around.pivot(part, shifts)

    def properties(self, title: str, author: str, day: date | None) -> dict[str, bytes]:
        """Return the part with the file's properties, those that are given put in."""
        core = next((part for _, kind, part in self._relations("") if kind == "core-properties"), "")
        if core not in self._parts or not (title or author or day):
            return {}
        root = self._xml(core)
        if title:
            _set(root, f"{_DUBLIN}title", clean(title))
        if author:
            _set(root, f"{_DUBLIN}creator", clean(author))
            _set(root, f"{_CORE}lastModifiedBy", clean(author))
        for name in ("created", "modified") if day else ():
            _set(root, f"{_TERMS}{name}", f"{day}T00:00:00Z").set(_TYPE, "dcterms:W3CDTF")
        return {core: write(root)}

    def _rewire(self, parts: dict[str, bytes], shifts: Shifts, origin: bytes | None) -> None:
        book = parse(self._parts[self._main])
        types = self._xml("[Content_Types].xml")
        relations = self._xml(_relations_of(self._main))
        for name in book.iter(main("definedName")):
            name.text = moved(name.text or "", "", shifts)
        if any(sheet.compiled.has_formulas for sheet in self.sheets):
            _calculate_anew(book)
        self._without_chain(parts, types, relations)
        if origin is not None:
            self._add_origin(parts, origin, book, types, relations)
        for part, root in ((self._main, book), ("[Content_Types].xml", types), (_relations_of(self._main), relations)):
            if etree.tostring(root) != etree.tostring(self._xml(part)):
                parts[part] = write(root)

    def _without_chain(self, parts: dict[str, bytes], types: Element, relations: Element) -> None:
        # The chain lists the cells of formulas, which have moved; Excel builds it again.
        for key, kind, part in list(self._relations(self._main)):
            if kind == "calcChain":
                parts.pop(part, None)
                _drop(relations, "Id", key)
                _drop(types, "PartName", f"/{part}")

    def _add_origin(
        self, parts: dict[str, bytes], origin: bytes, book: Element, types: Element, relations: Element
    ) -> None:
        sheets = book.find(main("sheets"))
        known = {key: part for key, _, part in self._relations(self._main)}
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


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _set(root: Element, name: str, text: str) -> Element:
    found = root.find(name)
    if found is None:
        found = root.makeelement(name, {})
        root.append(found)
    found.text = text
    return found


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
