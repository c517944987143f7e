"""Which parts of a package make up the Word document, and whether it is one."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from collabkit.engines.opc import markup
from collabkit.engines.opc.package import CONTENT_TYPES
from collabkit.engines.word.ooxml import RELATIONSHIPS, W, damaged, parse
from collabkit.engines.word.unfilled import check_beside
from collabkit.errors import TemplateError
from collabkit.lang import Text

_DOCUMENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_CORE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_WITH_TEXT: Final = ("header", "footer", "footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class DocumentParts:
    """The names of the parts that hold text, the styles and the properties."""

    content: tuple[str, ...]
    styles: str | None
    core: str | None


# What has texts in which no tag is filled, by the end of its content type.
_UNFILLED: Final = (
    ("comments+xml", Text("批注", "a comment")),
    ("drawingml.chart+xml", Text("图表", "a chart")),
    ("diagramData+xml", Text("SmartArt 图形", "a SmartArt graphic")),
    ("core-properties+xml", Text("文件属性", "the file's properties")),
    ("custom-properties+xml", Text("文件属性", "the file's properties")),
)


def check_parts(parts: Mapping[str, bytes]) -> None:
    """Raise TemplateError when a part of the package is no XML as Word writes it."""
    try:
        markup.check_parts(parts)
    except markup.PartError as cause:
        raise damaged(cause) from cause


def find_document(parts: Mapping[str, bytes]) -> DocumentParts:
    """Return where the text of a Word document is; TemplateError when the package holds none."""
    if CONTENT_TYPES not in parts:
        raise TemplateError(Text("它不是 Word 文档", "it is not a Word document"), _SAVE_AS)
    types = {
        (node.get("PartName") or "").lstrip("/"): node.get("ContentType") or ""
        for node in parse(parts.get(CONTENT_TYPES, b""), CONTENT_TYPES).iter(f"{_TYPES}Override")
    }
    top = dict(_targets(parts, ""))
    main = next((name for kind, name in _targets(parts, "") if kind == "officeDocument"), None)
    if main is None or main not in parts:
        raise TemplateError(Text("它不是 Word 文档", "it is not a Word document"), _SAVE_AS)
    root = parse(parts[main], main)
    if types.get(main) != _DOCUMENT or root.tag != f"{{{W}}}document":
        raise TemplateError(*_other(types.get(main, ""), str(root.tag)))
    beside = list(_targets(parts, main))
    texts = [name for kind, name in beside if kind in _WITH_TEXT and name in parts]
    cores = [name for name, kind in types.items() if kind == _CORE]
    core = next((name for name in (*cores, top.get("core-properties")) if name in parts), None)
    for name, kind in types.items():
        if name in parts and (where := next((text for end, text in _UNFILLED if kind.endswith(end)), None)):
            check_beside(parse(parts[name], name), where)
    return DocumentParts(
        content=(main, *dict.fromkeys(texts)),
        styles=next((name for kind, name in beside if kind == "styles" and name in parts), None),
        core=core,
    )


_SAVE_AS = Text("请在 Word 中另存为 .docx", "save it as .docx in Word")


def _targets(parts: Mapping[str, bytes], source: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and part name of each relationship of a part; `""` is the package."""
    folder, name = posixpath.split(source)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    data = parts.get(relations)
    for node in parse(data, relations).iter(f"{{{RELATIONSHIPS}}}Relationship") if data is not None else ():
        if node.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, node.get("Target") or ""))
            yield (node.get("Type") or "").rpartition("/")[2], target.lstrip("/")


def _other(kind: str, root: str) -> tuple[Text, Text]:
    if "macroEnabled" in kind:
        return Text("它含有宏", "it contains macros"), _SAVE_AS
    if "template" in kind:
        return Text("它是 Word 模板（.dotx）", "it is a Word .dotx template"), _SAVE_AS
    if "spreadsheetml" in kind:
        return Text("它是 Excel 工作簿", "it is an Excel workbook"), _SAVE_AS
    if root.startswith("{http://purl.oclc.org/"):
        return Text("它是「严格 Open XML」文档", "it is a 'Strict Open XML' document"), Text(
            "请在 Word 中另存为普通的 .docx", "save it as an ordinary .docx in Word"
        )
    return Text("它不是 Word 文档", "it is not a Word document"), _SAVE_AS
