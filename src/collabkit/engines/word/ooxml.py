"""The few names of WordprocessingML that the engine needs, and its guarded parser."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree

from collabkit.errors import TemplateError
from collabkit.lang import Text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"

Element = etree._Element

MARKER: Final = "ck"
"""The target of the processing instructions that stand for tags."""


def w(name: str) -> str:
    """Return the qualified name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def parse(data: bytes, name: str) -> Element:
    """Return the root of the part called `name`, reading nothing outside it; TemplateError when it is damaged."""
    # Comments and instructions go, so that every instruction found later is the engine's own.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as cause:
        raise TemplateError(*_damaged(name)) from cause
    # No office program writes a document type; one could make a small file expand without end.
    if root.getroottree().docinfo.internalDTD is not None:
        raise TemplateError(*_damaged(name))
    return root


def _damaged(name: str) -> tuple[Text, Text]:
    return (
        Text(f"其中的 {name} 已损坏", f"its part {name} is damaged"),
        Text("请在 Word 中另存为 .docx", "save it as .docx in Word"),
    )


def serialize(root: Element) -> str:
    """Return a part's XML with its declaration."""
    body = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{body}'


Namespaces = Mapping[str | None, str]


def namespaces(element: Element) -> Namespaces:
    """Return what the root of an element's part declares."""
    return element.getroottree().getroot().nsmap


def fragment(elements: Iterable[Element], declared: Namespaces) -> str:
    """Return the XML of elements as it stands inside a part that declares these namespaces."""
    part = etree.Element("part", nsmap=dict(declared))  # type: ignore[arg-type]  # the stubs forget the default namespace
    part.extend(copy.deepcopy(element) for element in elements)
    text = etree.tostring(part, encoding="unicode")
    return text[text.index(">") + 1 : text.rindex("<")] if len(part) else ""


def reparsed(xml: str, declared: Namespaces) -> Element:
    """Return an element with the children that `xml` describes inside such a part."""
    part = etree.Element("part", nsmap=dict(declared))  # type: ignore[arg-type]  # as above
    opening: str = etree.tostring(part, encoding="unicode")
    return etree.fromstring(f"{opening[:-2]}>{xml}</part>")


def mark(name: str) -> Element:
    """Return what stands for a tag while a part is compiled."""
    return etree.ProcessingInstruction(MARKER, name)


def is_marker(node: Element) -> bool:
    """Return whether a node is a marker; parts are parsed without any instructions of their own."""
    return isinstance(node, etree._ProcessingInstruction)


def above(element: Element, name: str) -> Element | None:
    """Return the nearest ancestor called `name`, or None."""
    return next(element.iterancestors(name), None)
