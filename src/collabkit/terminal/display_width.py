"""How wide text is in a terminal, and how it is padded, cut and wrapped there."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

_TAB = 4
"""Cells up to the next tab stop."""
_CONTROLS = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_KEPT = frozenset(("\u200d", "\u200c"))
"""Format characters that shape what stands beside them and cannot turn a line around: joiner and non-joiner."""

Cell = tuple[str, int]
"""What is shown for one code point, and how many cells it takes."""

_CLOSING = "，。；：、！？）】》」』”’…—％%,.;:!?)]}>"
_OPENING = "（【《「『“‘([{<"
_IDEOGRAPHS = "⺀-\u303f\u3040-ヿ\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
# Controls, Latin, punctuation, arrows, boxes, Chinese, Japanese, Korean: drawn by themselves, as wide as Python says.
# Where such characters begin, end, begin again; as a regular expression they cost every command 2 ms.
_ALONE = (
    "\x00\u00ad\u00ae\u0300\u2010\u2028\u2030\u205f\u20a0\u20b5\u2100\u2300\u2460\u25fd\u2e80\u2e9a\u3000\u302a\u3030\u303f"
    "\u3041\u3097\u309b\u3100\u3200\u4dc0\u4e00\ua000\uac00\ud7a4\ue000\ue001\uf900\ufa6e\ufe30\ufe53\uff01\uff61\uffe0\uffe7"
    "\U00020000\U0002a6e0"
)
_PIECE = rf" +|\n|[{_IDEOGRAPHS}]|[^ \n{_IDEOGRAPHS}]+"
_QUOTED = r"(?<!\w)'[^'\n]{3,40}'(?!\w)|「[^」\n]{3,40}」"
# A private character in place of a blank at which no line may break; _ALONE knows it.
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
    for piece in _pieces(re.sub(_QUOTED, lambda match: _glued(match[0], cells), text)):
        size = width(piece)
        if piece == "\n" or (used + size > cells and line.strip() and not piece.isspace()):
            lines.append(line.rstrip())
            line, used = indent, width(indent)
        if piece.isspace() and (piece == "\n" or (line == indent and lines)):
            continue
        line += piece
        used += size
    return [whole.replace(_GLUE, " ") for whole in (*lines, line.rstrip())]


def wrap_painted(parts: list[str], cells: int) -> list[str]:
    """Return `parts` in lines of at most `cells`, parts kept whole; colour takes no room."""
    lines: list[str] = []
    line, used = "", 0
    for part in parts:
        size = width(_plain(part)) + 3
        if line and used + size > cells:
            lines.append(line)
            line, used = "", 0
        line += ("   " if line else "  ") + part
        used += size
    return [*lines, line]


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
    return "".join(_shown(char)[0] for char in text)


def _plain(text: str) -> str:
    return text if "\x1b" not in text else "".join(part.partition("m")[2] for part in ("m" + text).split("\x1b"))


def _glued(quoted: str, cells: int) -> str:
    return quoted.replace(" ", _GLUE) if width(quoted) <= cells // 2 else quoted


def glyphs(line: str) -> list[Cell]:
    """Return what a terminal is to show for each code point of `line`: tabs as blanks, controls written out.

    What is drawn as one, such as a letter with its accent or a family of emoji, has its width at its first character.
    """
    cells: list[Cell] = []
    column = 0
    for cluster in _clusters(line):
        room = _TAB - column % _TAB
        drawn = [(" " * room, room)] if cluster == "	" else _drawn(cluster)
        column += sum(size for _, size in drawn)
        cells += drawn
    return cells


def _clusters(line: str) -> Iterable[str]:
    """Return the parts of `line` that are drawn as one each, mostly its characters."""
    if all(map(_is_alone, line)):
        return line
    # Loaded when it is needed: that takes three times as long as Python takes to start.
    from wcwidth import iter_graphemes

    return iter_graphemes(line)


@lru_cache(maxsize=4096)
def _is_alone(char: str) -> bool:
    return bisect_right(_ALONE, char) % 2 == 1


def _drawn(cluster: str) -> list[Cell]:
    if len(cluster) == 1:
        return [_shown(cluster)]
    cells = [_written_out(char) or (char, 0) for char in cluster]
    seen = [number for number, (_, size) in enumerate(cells) if not size]
    if seen:
        cells[seen[0]] = (cluster[seen[0]], _measured("".join(cluster[number] for number in seen)))
    return cells


@lru_cache(maxsize=4096)
def _shown(char: str) -> Cell:
    if written := _written_out(char):
        return written
    if _is_alone(char):
        return char, 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return char, _measured(char)


def _measured(text: str) -> int:
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def _written_out(char: str) -> Cell | None:
    """Return a character that a terminal would obey or not show, as its code; None for others."""
    if unicodedata.category(char) not in _CONTROLS or char in _KEPT:
        return None
    code = ord(char)
    text = f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    text = _NAMED.get(char, text)
    return text, len(text)


def _pieces(text: str) -> Iterator[str]:
    """Yield what must stay together: words, blanks, and characters with the punctuation that clings to them."""
    held = ""
    for piece in re.findall(_PIECE, text):
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
