"""Which parts of a package make up the Word document, and whether it is one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from collabkit.engines.opc.package import CONTENT_TYPES
from collabkit.engines.opc.parts import Parts
from collabkit.engines.word.ooxml import W
from collabkit.engines.word.unfilled import check_beside
from collabkit.errors import TemplateError
from collabkit.lang import Text

_DOCUMENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_WITH_TEXT: Final = ("header", "footer", "footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class DocumentParts:
    """The names of the parts that hold text, the styles and the properties; empty where there are none."""

    content: tuple[str, ...]
    styles: str
    core: str


# What has texts in which no tag is filled, by the end of its content type.
_UNFILLED: Final = (
    ("comments+xml", Text("批注", "a comment")),
    ("drawingml.chart+xml", Text("图表", "a chart")),
    ("diagramData+xml", Text("SmartArt 图形", "a SmartArt graphic")),
    ("core-properties+xml", Text("文件属性", "the file's properties")),
    ("custom-properties+xml", Text("文件属性", "the file's properties")),
)


def find_document(parts: Parts) -> DocumentParts:
    """Return where the text of a Word document is; TemplateError when the package holds none."""
    main = next((found.part for found in parts.relationships("") if found.kind == "officeDocument"), "")
    if CONTENT_TYPES not in parts.data or main not in parts.data:
        raise TemplateError(Text("它不是 Word 文档", "it is not a Word document"), _SAVE_AS)
    root = parts.xml(main)
    if parts.kind(main) != _DOCUMENT or root.tag != f"{{{W}}}document":
        raise TemplateError(*_other(parts.kind(main), str(root.tag)))
    beside = [found for found in parts.relationships(main) if found.part in parts.data]
    texts = [found.part for found in beside if found.kind in _WITH_TEXT]
    for end, where in _UNFILLED:
        for name in parts.of_kind(end):
            check_beside(parts.xml(name), where)
    return DocumentParts(
        content=(main, *dict.fromkeys(texts)),
        styles=next((found.part for found in beside if found.kind == "styles"), ""),
        core=parts.core_properties(),
    )


_SAVE_AS = Text("请在 Word 中另存为 .docx", "save it as .docx in Word")


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
