"""The few names of WordprocessingML that the engine needs, and what is said of a damaged part."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree

from collabkit.engines.opc.markup import PartError
from collabkit.errors import TemplateError
from collabkit.lang import Text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element = etree._Element

MARKER: Final = "ck"
"""The target of the processing instructions that stand for tags."""


def w(name: str) -> str:
    """Return the qualified name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def damaged(cause: PartError) -> TemplateError:
    """Return the error for a part that cannot be used."""
    return TemplateError(
        Text(f"其中的 {cause.part} 已损坏：", f"its part {cause.part} is damaged: it ") + cause.reason,
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
    # Its limits are for what comes from outside; this is what the engine has written.
    return etree.fromstring(f"{opening[:-2]}>{xml}</part>", etree.XMLParser(huge_tree=True))


def mark(name: str) -> Element:
    """Return what stands for a tag while a part is compiled."""
    return etree.ProcessingInstruction(MARKER, name)


def is_marker(node: Element) -> bool:
    """Return whether a node is a marker; parts are parsed without any instructions of their own."""
    return isinstance(node, etree._ProcessingInstruction)


def above(element: Element, name: str) -> Element | None:
    """Return the nearest ancestor called `name`, or None."""
    return next(element.iterancestors(name), None)
