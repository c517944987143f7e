"""The document's properties: title, author and date."""

from __future__ import annotations

from datetime import date
from typing import Final

from lxml import etree

from collabkit.engines.word.ooxml import Element, parse
from collabkit.engines.word.text import plain

_CP: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_TERMS: Final = "{http://purl.org/dc/terms/}"
_TYPE: Final = "{http://www.w3.org/2001/XMLSchema-instance}type"


def fill(core: bytes, title: str, author: str, modified: date | None) -> bytes:
    """Return the core properties with what is given put in; the rest stays as it is."""
    root = parse(core, "core.xml")
    if title:
        _set(root, f"{_DC}title", title)
    if author:
        _set(root, f"{_DC}creator", author)
        _set(root, f"{_CP}lastModifiedBy", author)
    if modified is not None:
        for name in ("created", "modified"):
            # W3CDTF in UTC; the day is known, the hour is not.
            _set(root, f"{_TERMS}{name}", f"{modified.isoformat()}T00:00:00Z").set(_TYPE, "dcterms:W3CDTF")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _set(root: Element, name: str, text: str) -> Element:
    element = root.find(name)
    if element is None:
        element = etree.SubElement(root, name)
    element.text = plain(text)
    return element
