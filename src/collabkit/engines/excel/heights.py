"""How high a row must be to show its wrapped texts, since office programs do not work it out for a finished file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import ceil

from collabkit.engines.excel.styles import CellFormat
from collabkit.engines.excel.xml import main, number
from collabkit.engines.opc.markup import Element

HIGHEST = 409.0
"""What Excel allows, in points; a longer text is whole in its cell and scrolls there."""

# Line height over font size that neither Excel's SimSun nor LibreOffice's Noto exceeds.
_LEADING = 1.42
_PADDING = 4.0
_ENDLESS = 1e6
"""The width of a column in which no text ever wraps."""
_LAST = 512
"""The last column that is looked at; a template may set one width for all columns there are."""
# A column's width counts digits of the workbook's font, of which some pixels are margin.
_MARGIN = 0.9
# Running text of a proportional font is narrower than its digits, which columns are measured in.
_NARROW_LETTERS = 1.08


def capacity(width: float, usual: float, look: CellFormat) -> float:
    """Return how many half-width characters in `look` fit a column `width` digits of the `usual` size wide."""
    return max(1.0, (width - _MARGIN) * usual / look.size * (1.0 if look.even else _NARROW_LETTERS))


@lru_cache(maxsize=8192)
def lines(text: str, room: float) -> int:
    """Return over how many lines `text` runs when a line has room for so many half-width characters."""
    return sum(_wrapped(line, room) for line in text.split("\n"))


def _wrapped(line: str, room: float) -> int:
    wide = _width(line)
    if wide <= room:
        return 1
    if " " not in line:
        return _broken(line, wide, room)
    count, used = 1, 0.0
    for word in line.split(" "):
        length = _width(word)
        if used + length <= room:
            used += length + 1
        elif length <= room:
            count, used = count + 1, length + 1
        elif len(word.encode()) > len(word):
            # Chinese breaks anywhere, so the word goes on where the line stands.
            total = used + length * _waste(room)
            count, used = count + int(total // room), total % room
        else:
            count += ceil(length / room) - (used == 0)
            used = length % room
    return count


def _broken(line: str, wide: float, room: float) -> int:
    return ceil(wide * _waste(room) / room) if len(line.encode()) > len(line) else ceil(wide / room)


def _waste(room: float) -> float:
    # A full-width character that does not fit leaves half a column empty, punctuation takes another with it.
    return room / max(1.0, room - 1.0)


def _width(text: str) -> float:
    # UTF-8 is 1 byte for half-width and 3 for full-width characters, so this is 1 and 2 without a table.
    return (len(text) + len(text.encode("utf-8", "replace"))) / 2


def height(texts: Iterable[tuple[str, float, float]], least: float) -> float:
    """Return the height in points of a row with `texts` (text, room, font size), at least `least`."""
    needed = (lines(text, room) * size * _LEADING + _PADDING for text, room, size in texts)
    return min(HIGHEST, max(least, *needed, least))


def widths(root: Element) -> Iterator[tuple[int, float]]:
    """Yield the number and width, in characters, of each column whose width a sheet sets."""
    for column in root.iter(main("col")):
        # What nobody sees needs no height.
        hidden = column.get("hidden") in ("1", "true")
        if hidden or column.get("width"):
            width = _ENDLESS if hidden else number(column, "width", _ENDLESS)
            for letter in range(max(1, int(column.get("min"))), min(int(column.get("max")), _LAST) + 1):
                yield letter, width


def setting(root: Element, name: str, key: str, default: float) -> float:
    """Return a number that a sheet sets in its element `name`, else `default`."""
    found = root.find(main(name))
    return number(found, key, default) if found is not None else default
