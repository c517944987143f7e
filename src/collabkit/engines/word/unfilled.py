"""Tags where none is filled: told, because they would be printed as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from collabkit.engines.tags.braces import spans
from collabkit.engines.word.location import ParagraphLocation
from collabkit.engines.word.ooxml import Element, w
from collabkit.errors import TemplateError
from collabkit.lang import Text

_HINT: Final = Text(
    "请把标签写在正文、表格、页眉或页脚的普通文字里", "write tags into ordinary text, tables, headers and footers"
)
_MOST_SHOWN: Final = 40
# Filling sets these itself, and a deleted text is not printed.
_REPLACED: Final = {
    "{http://purl.org/dc/elements/1.1/}title",
    "{http://purl.org/dc/elements/1.1/}creator",
    "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy",
}
_NOT_PRINTED: Final = {w("delText"), w("delInstrText")}


def check_unfilled(root: Element, part: str) -> None:
    """Raise TemplateError when a tag is left in a part whose paragraphs have been read."""
    for text in _texts(root, _NOT_PRINTED):
        if found := _tag(text):
            raise TemplateError(
                ParagraphLocation(part).part_text()
                + Text(
                    f"的公式、域代码、图片说明或控件属性里有标签 {found}",
                    f", {found}: it stands in an equation, a field code, or the settings of a picture or control",
                ),
                _HINT,
            )


def check_beside(root: Element, where: Text) -> None:
    """Raise TemplateError when a part that is not filled has a tag; `where` says what the part is."""
    if found := _tag("".join(_texts(root, _REPLACED))):
        message = Text(
            f"{where.zh}里有标签 {found}，那里不会填写", f"{found} stands in {where.en}, where no tag is filled"
        )
        raise TemplateError(message, _HINT)


def _texts(root: Element, but: set[str]) -> Iterator[str]:
    for element in root.iter():
        if element.tag not in but:
            yield element.text or ""
        yield from (str(value) for value in element.attrib.values())


def _tag(text: str) -> str:
    """Return the first tag of a text, empty when there is none."""
    span = next(spans(text, "{%"), None)
    if span is None:
        return ""
    written = " ".join(text[span.start : span.end].split())
    return written if len(written) <= _MOST_SHOWN else written[: _MOST_SHOWN - 1] + "…"
