"""The XML in a package: read within limits, in the encoding it declares, never with a document type."""

from __future__ import annotations

import codecs
import contextlib
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from lxml import etree

from collabkit.lang import Text

Element = Any
"""An lxml element; lxml carries no types of its own."""

DAMAGED: Final = Text("无法解析", "cannot be read")
_DOCTYPE: Final = Text("含有文档类型声明（DTD）", "declares a document type (DTD)")
_ENCODING: Final = Text("使用了无法识别的编码", "is written in an unknown encoding")
_EXCESS: Final = Text("嵌套过深，或有一项内容过长", "nests too deeply, or one of its values is too long")
_TOO_MUCH: Final = Text("超出正常 Office 文件的内容量", "holds more than any real Office file")
_RESERVED: Final = Text(
    "含有不是文字的字符（U+FDD0 至 U+FDD3）", "holds characters that are no text (U+FDD0 to U+FDD3)"
)

# The numbers of libxml2, whose limits are 256 levels and 10 million bytes in one text or attribute.
_ENCODING_CODES: Final = {etree.ErrorTypes.ERR_UNKNOWN_ENCODING, etree.ErrorTypes.ERR_UNSUPPORTED_ENCODING}
_EXCESS_CODES: Final = {etree.ErrorTypes.ERR_INTERNAL_ERROR, 114}

MOST_MARKS: Final = 12_000_000
"""Elements and attributes in the XML of a package, about; each takes a hundred bytes of memory when it is parsed."""
_MOST_NAMESPACES: Final = 500

_XML_NAMES: Final = (".xml", ".rels", ".vml")
_BEGINNING: Final = 65_536
_RESERVED_CHARACTERS: Final = re.compile("[\ufdd0-\ufdd3]")


class PartError(ValueError):
    """A part of a package cannot be used; `reason` goes on after the part's name."""

    def __init__(self, part: str, reason: Text) -> None:
        super().__init__(f"{part} {reason.en}")
        self.part = part
        self.reason = reason


def parse(data: bytes, part: str) -> Element:
    """Return the root of `part`, without comments and instructions; PartError when it is no XML as Office writes it."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as cause:
        raise PartError(part, _reason(cause)) from cause
    except ValueError as cause:
        raise PartError(part, DAMAGED) from cause
    if root.getroottree().docinfo.internalDTD is not None:
        raise PartError(part, _DOCTYPE)
    return root


def _reason(cause: etree.XMLSyntaxError) -> Text:
    code: int = getattr(cause, "code", 0)
    if code in _ENCODING_CODES:
        return _ENCODING
    return _EXCESS if code in _EXCESS_CODES else DAMAGED


def check_parts(parts: Mapping[str, bytes]) -> None:
    """Raise PartError when an XML part of a package, read or not, declares a document type, or there is too much."""
    left = MOST_MARKS
    for name, data in parts.items():
        # Pictures are left alone: an SVG may have a document type, and no Office program reads it.
        if not name.casefold().endswith(_XML_NAMES):
            continue
        if _has_document_type(data):
            raise PartError(name, _DOCTYPE)
        left -= data.count(b"<") + data.count(b"=")
        if left < 0:
            raise PartError(name, _TOO_MUCH)


def _has_document_type(data: bytes) -> bool:
    # A parser rather than a search, because the part may be in any encoding; mostly its beginning is enough.
    for stretch in (data[:_BEGINNING], data):
        prolog = _Prolog()
        parser = etree.XMLParser(target=prolog, resolve_entities=False, no_network=True, load_dtd=False)
        # Whoever reads a damaged part says so; what nobody reads comes out as it came in.
        with contextlib.suppress(_Seen, etree.XMLSyntaxError):
            etree.fromstring(stretch, parser)
        if prolog.is_over:
            return prolog.has_document_type
    return False


class _Seen(Exception):  # noqa: N818  (it ends the parsing and reports nothing)
    """Enough of a part has been parsed."""


class _Prolog:
    """Takes what stands before the first element."""

    is_over = has_document_type = False

    def doctype(self, *_: object) -> None:
        """Note the declaration; what it declares is not read."""
        self.is_over = self.has_document_type = True
        raise _Seen

    def start(self, *_: object) -> None:
        """End at the first element."""
        self.is_over = True
        raise _Seen

    def end(self, *_: object) -> None:
        """Take nothing: parsing has ended before."""

    def data(self, *_: object) -> None:
        """Take nothing."""

    def comment(self, *_: object) -> None:
        """Take nothing."""

    def close(self) -> None:
        """Return nothing; the parser wants the method."""


def check_root(root: Element, part: str) -> None:
    """Raise PartError when a part holds the characters that the engines mark places with, or endless namespaces."""
    if len(root.nsmap) > _MOST_NAMESPACES:
        raise PartError(part, _EXCESS)
    if _RESERVED_CHARACTERS.search(etree.tostring(root, encoding="unicode")):
        raise PartError(part, _RESERVED)


def write(root: Element) -> bytes:
    """Return a part's bytes, in UTF-8."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def texts(root: Element) -> Iterator[str]:
    """Yield every text and attribute of a part."""
    for element in root.iter():
        yield element.text or ""
        yield element.tail or ""
        yield from element.attrib.values()


_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(text: str) -> str:
    """Return `text` with the characters that XML forbids as U+FFFD, visible and in their place."""
    return _FORBIDDEN.sub("\ufffd", text)


def escaped(text: str) -> str:
    """Return `text` as the inside of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


_DECLARED: Final = re.compile(rb"""\A<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_DECLARATION: Final = re.compile(r"\A<\?xml[^>]{0,200}\?>\s*")
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)


def text_of_part(data: bytes, part: str) -> str:
    """Return the text of a part that need not be well-formed, in the encoding it declares. Raises PartError."""
    declared = _DECLARED.match(data)
    encoding = declared[1].decode("ascii") if declared else "utf-8"
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), encoding)
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError) as cause:
        raise PartError(part, _ENCODING) from cause


def as_utf8(text: str) -> bytes:
    """Return the text of a part as UTF-8, which it needs not declare."""
    return _DECLARATION.sub("", text).encode("utf-8")
