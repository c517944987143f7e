"""The XML of a workbook's parts: names, and texts that Excel reads back as they were written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from collabkit.engines.opc.markup import Element, escaped, legal
from collabkit.unseen import without_unseen

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_SPECIAL = re.compile("[\x00-\x08\x0b-\x1f&<>\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
_BREAK = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ENDLESS = 1e7
_CODED = re.compile("_x([0-9A-Fa-f]{4})_")


def main(name: str) -> str:
    """Return the qualified name of an element of the spreadsheet vocabulary."""
    return f"{{{MAIN}}}{name}"


def clean(text: str) -> str:
    """Return `text` with line feeds for breaks, U+FFFD for what XML forbids, and without marks that nobody sees."""
    return legal(_BREAK.sub("\n", without_unseen(text)))


def escape(text: str) -> str:
    """Return `text` as the inside of an element that Excel reads back as this text."""
    text = without_unseen(text)
    if not _SPECIAL.search(text):
        return text
    # Excel reads `_x0041_` as an escaped A, so such a text escapes its own first character.
    return escaped(_ESCAPE.sub("_x005F_", clean(text)))


def unescape(text: str) -> str:
    """Return what Excel shows for the text of a part: `_x000D_` and its kin resolved."""
    return _CODED.sub(lambda code: chr(int(code[1], 16)), text) if "_x" in text else text


def runs(holder: Element) -> Iterator[tuple[Element | None, str]]:
    """Yield the runs of a string item (`si`, `is`): their properties element, None when plain, and their text."""
    for child in holder:
        if child.tag == main("t"):
            yield None, unescape(child.text or "")
        elif child.tag == main("r"):
            text = "".join(part.text or "" for part in child.iterchildren(main("t")))
            yield child.find(main("rPr")), unescape(text)


def text_of(holder: Element) -> str:
    """Return the text of a string item without its phonetic hints."""
    return "".join(text for _, text in runs(holder))


def number(element: Element, key: str, default: float) -> float:
    """Return the number in an attribute; `default` when there is none, or none that measures anything."""
    found = float(element.get(key, default))
    return found if 0 <= found < _ENDLESS else default
