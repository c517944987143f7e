"""What must be unique in a document and would not be when a loop repeats it: numbers, anchors, marks."""

from __future__ import annotations

import re
from typing import Final

from collabkit.engines.word.ooxml import W14, Element, w

NUMBER: Final = "\ufdd0"
"""Stands in a part for a number that is given at every filling; a noncharacter is legal in XML and never text."""

_PICTURE: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_VML: Final = "{urn:schemas-microsoft-com:vml}"
_EMBEDDED: Final = "{urn:schemas-microsoft-com:office:office}OLEObject"
# A bookmark or a comment belongs to one place.
_ANCHORS: Final = {
    w(name) for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference")
}
_IDS: Final = re.compile(r'\bid="(?:_x0000_s)?(\d{1,9})"')


def make_repeatable(element: Element) -> None:
    """Drop or number what must not be there twice in `element`, one of those that a loop repeats."""
    # An embedded object names its shape, so the two would lose each other.
    shapes = not any(True for _ in element.iter(_EMBEDDED))
    for node in list(element.iter()):
        if node.tag in _ANCHORS or _is_control_number(node):
            _drop(node)
        elif isinstance(node.tag, str):
            for name in (f"{{{W14}}}paraId", f"{{{W14}}}textId"):
                node.attrib.pop(name, "")
            _number(node, shapes=shapes)


def after(xml: str) -> int:
    """Return the first number that nothing in a part has."""
    return max((int(found) for found in _IDS.findall(xml)), default=0) + 1


def _is_control_number(node: Element) -> bool:
    parent = node.getparent()
    # Word gives a content control without a number one of its own.
    return node.tag == w("id") and parent is not None and parent.tag == w("sdtPr")


def _drop(node: Element) -> None:
    parent = node.getparent()
    assert parent is not None, "what a loop repeats has a parent"
    parent.remove(node)


def _number(node: Element, *, shapes: bool) -> None:
    if node.tag == _PICTURE:
        node.set("id", NUMBER)
    elif node.get(w("id")) and node.get(w("author")) is not None:
        node.set(w("id"), NUMBER)
    elif shapes and node.get("id") and str(node.tag).startswith(_VML) and node.tag != f"{_VML}shapetype":
        node.set("id", f"_x0000_s{NUMBER}")
