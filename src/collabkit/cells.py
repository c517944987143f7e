"""How wide text is in a terminal, and how it is padded, cut and wrapped there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_WIDE = ("W", "F")
_NOTHING = ("Mn", "Me", "Cf")
_CLOSING = "，。；：、！？）】》」』”’…—％%,.;:!?)]}>"
_OPENING = "（【《「『“‘([{<"
_IDEOGRAPHS = "⺀-\u303f\u3040-ヿ\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_PIECE = re.compile(rf" +|\n|[{_IDEOGRAPHS}]|[^ \n{_IDEOGRAPHS}]+")
_QUOTED = re.compile(r"(?<!\w)'[^'\n]{3,40}'(?!\w)|「[^」\n]{3,40}」")
# A private character in place of a blank at which no line may break.
_GLUE = "\ue000"
# C0, DEL and C1 move the cursor or start escape sequences; bidi controls show text in another order than it has.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def width(text: str) -> int:
    """Return how many terminal cells `text` takes: Chinese characters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(_cells(char) for char in text)


def pad(text: str, cells: int) -> str:
    """Return `text` filled with blanks up to `cells`; longer text as it is."""
    return text + " " * (cells - width(text))


def clip(text: str, cells: int) -> str:
    """Return `text` cut to `cells`, with `…` in place of what is missing."""
    if width(text) <= cells:
        return text
    kept, used = [], 1
    for char in text:
        used += _cells(char)
        if used > cells:
            break
        kept.append(char)
    return "".join(kept).rstrip() + "…"


def wrap(text: str, cells: int, indent: str = "") -> list[str]:
    """Return `text` as lines of at most `cells`, all but the first indented; a longer word stays whole.

    Chinese breaks between characters, but no line begins with closing or ends with opening punctuation. What stands in
    quotes, such as a key with its value, is kept on one line when it is short.
    """
    lines: list[str] = []
    line, used = "", 0
    for piece in _pieces(_QUOTED.sub(lambda match: _glued(match[0], cells), text)):
        size = width(piece)
        if piece == "\n" or (used + size > cells and line.strip() and not piece.isspace()):
            lines.append(line.rstrip())
            line, used = indent, width(indent)
        if piece.isspace() and (piece == "\n" or (line == indent and lines)):
            continue
        line += piece
        used += size
    return [whole.replace(_GLUE, " ") for whole in (*lines, line.rstrip())]


def visible(text: str) -> str:
    """Return `text` in one line with control and direction characters written out, as in `\\x1b` and `\\u202e`."""
    return _CONTROL.sub(_escaped, text)


def _glued(quoted: str, cells: int) -> str:
    return quoted.replace(" ", _GLUE) if width(quoted) <= cells // 2 else quoted


def _escaped(match: re.Match[str]) -> str:
    number = ord(match[0])
    known = {9: "\\t", 10: "\\n", 13: "\\r"}.get(number)
    return known or (f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}")


def _cells(char: str) -> int:
    if unicodedata.east_asian_width(char) in _WIDE:
        return 2
    return 0 if unicodedata.category(char) in _NOTHING else 1


def _pieces(text: str) -> Iterator[str]:
    """Yield what must stay together: words, blanks, and characters with the punctuation that clings to them."""
    held = ""
    for piece in _PIECE.findall(text):
        if piece.isspace():
            yield from filter(None, (held,))
            yield piece
            held = ""
        elif held and (held[-1] in _OPENING or piece[0] in _CLOSING):
            held += piece
        else:
            yield from filter(None, (held,))
            held = piece
    yield from filter(None, (held,))
