"""What a package says about itself: title, author and days."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from collabkit.engines.opc import markup
from collabkit.engines.opc.markup import Element
from collabkit.unseen import without_unseen

_CP: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_TERMS: Final = "{http://purl.org/dc/terms/}"
_TYPE: Final = "{http://www.w3.org/2001/XMLSchema-instance}type"

_BREAK: Final = re.compile("\r\n|[\n\r\x0b\x85\u2028\u2029]")


def filled(data: bytes, part: str, *, title: str = "", author: str = "", day: date | None = None) -> bytes:
    """Return the core properties `part` with what is given put in; the rest stays as it is. Raises PartError."""
    if not (title or author or day):
        return data
    root = markup.parse(data, part)
    if title:
        _set(root, f"{_DC}title", _line(title))
    if author:
        _set(root, f"{_DC}creator", _line(author))
        _set(root, f"{_CP}lastModifiedBy", _line(author))
    for name in ("created", "modified") if day else ():
        # W3CDTF in UTC; the day is known, the hour is not.
        _set(root, f"{_TERMS}{name}", f"{day}T00:00:00Z").set(_TYPE, "dcterms:W3CDTF")
    return markup.write(root)


def _set(root: Element, name: str, text: str) -> Element:
    element = root.find(name)
    if element is None:
        element = root.makeelement(name, {})
        root.append(element)
    element.text = text
    return element


def _line(text: str) -> str:
    """Return `text` on one line and without characters that XML forbids."""
    return markup.legal(_BREAK.sub(" ", without_unseen(text)))
