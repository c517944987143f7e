"""How wide text is in a terminal, and how it is padded, cut and wrapped there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_TAB = 4
"""Cells up to the next tab stop."""
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_CONTROLS = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_KEPT = frozenset((_JOINER, "\u200c"))
"""Format characters that shape what stands beside them and cannot turn a line around."""

Cell = tuple[str, int]
"""What is shown for one code point, and how many cells it takes."""

_CLOSING = "，。；：、！？）】》」』”’…—％%,.;:!?)]}>"
_OPENING = "（【《「『“‘([{<"
_IDEOGRAPHS = "⺀-\u303f\u3040-ヿ\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_PIECE = re.compile(rf" +|\n|[{_IDEOGRAPHS}]|[^ \n{_IDEOGRAPHS}]+")
_QUOTED = re.compile(r"(?<!\w)'[^'\n]{3,40}'(?!\w)|「[^」\n]{3,40}」")
# A private character in place of a blank at which no line may break.
_GLUE = "\ue000"
_NAMED = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}


def width(text: str) -> int:
    """Return how many terminal cells `text` takes: Chinese characters two, combining marks none."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(cells for _, cells in glyphs(text))


def pad(text: str, cells: int) -> str:
    """Return `text` filled with blanks up to `cells`; longer text as it is."""
    return text + " " * (cells - width(text))


def clip(text: str, cells: int) -> str:
    """Return `text` cut to `cells`, with `…` in place of what is missing."""
    if width(text) <= cells:
        return text
    kept, used = [], 1
    for char, size in glyphs(text):
        used += size
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


def longest(text: str) -> int:
    """Return how many cells the longest piece of `text` takes that a line cannot break inside."""
    return max((width(piece) for piece in _pieces(text)), default=0)


def chopped(text: str, cells: int) -> list[str]:
    """Return `text` in pieces of at most `cells`, broken anywhere; a character wider than that stays whole."""
    parts, used = [""], 0
    for char, size in glyphs(text):
        if used + size > cells and parts[-1]:
            parts.append("")
            used = 0
        parts[-1] += char
        used += size
    return parts


def visible(text: str) -> str:
    """Return `text` in one line with what moves the cursor, turns the line or is not seen at all written out.

    That is control, direction and zero-width characters: `\\x1b`, `\\u202e`, `\\u200b`.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_NAMED.get(char) or _shown(char)[0] for char in text)


def _glued(quoted: str, cells: int) -> str:
    return quoted.replace(" ", _GLUE) if width(quoted) <= cells // 2 else quoted


def glyphs(line: str) -> list[Cell]:
    """Return what a terminal is to show for each code point of `line`: tabs as blanks, controls written out."""
    cells: list[Cell] = []
    column, joined, base = 0, False, -1
    for char in line:
        if char == "\t":
            shown, cell = " " * (_TAB - column % _TAB), _TAB - column % _TAB
        else:
            shown, cell = _shown(char)
        if joined and cell and len(shown) == 1:
            # What follows a zero-width joiner is drawn into the same glyph.
            cell = 0
        elif char == _EMOJI_STYLE and base >= 0 and cells[base] == (line[base], 1):
            # The selector asks for the wide, coloured form of the character before it.
            cells[base] = (line[base], 2)
            column += 1
        joined = char == _JOINER
        if cell:
            base = len(cells)
        cells.append((shown, cell))
        column += cell
    return cells


@lru_cache(maxsize=4096)
def _shown(char: str) -> Cell:
    category = unicodedata.category(char)
    if category in _CONTROLS and char not in _KEPT:
        code = ord(char)
        text = f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
        return text, len(text)
    if category in ("Mn", "Me") or char in _KEPT or "\u1160" <= char <= "\u11ff":
        return char, 0
    return char, 2 if unicodedata.east_asian_width(char) in "WF" else 1


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
