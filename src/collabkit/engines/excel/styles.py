"""The cell formats of a workbook: what the engine must know of them, and the few it adds while filling."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from typing import Literal

from collabkit.engines.excel.xml import main, number
from collabkit.engines.opc.markup import Element, parse, write

FormatNeed = Literal["text", "date"]
"""`text`: a text that would read as a formula when edited; `date`: a day in a cell without a date format."""

_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_ISO_DAY = "yyyy\\-mm\\-dd"
_FIRST_CUSTOM = 164
_USUAL_SIZE = 11.0
_EVEN_FONTS = frozenset(("宋体", "黑体", "仿宋", "楷体", "SimSun", "NSimSun", "SimHei", "FangSong", "KaiTi"))


@dataclass(frozen=True, slots=True)
class CellFormat:
    """What a cell format says about how a value shows; `even` is a font whose letters are as wide as its digits."""

    wraps: bool
    size: float
    even: bool
    dated: bool


class Styles:
    """The formats of a template."""

    def __init__(self, part: bytes, name: str) -> None:
        self._part, self._name = part, name
        root = parse(part, name)
        formats = root.find(main("cellXfs"))
        self.count = 0 if formats is None else len(formats)
        codes = {int(code.get("numFmtId")): code.get("formatCode", "") for code in root.iter(main("numFmt"))}
        fonts = [_font(font) for font in root.findall(f"{main('fonts')}/{main('font')}")] or [(_USUAL_SIZE, True)]
        self.looks = tuple(_look(xf, codes, fonts) for xf in (() if formats is None else formats))
        self.size = fonts[min(_normal_font(root), len(fonts) - 1)][0]
        """The size in points of the font that column widths are counted in."""

    def look(self, style: int) -> CellFormat:
        """Return how the format numbered `style` shows; a plain one when there is none."""
        return self.looks[style] if style < len(self.looks) else CellFormat(False, self.size, True, False)

    def extended(self, added: dict[tuple[int, FormatNeed], int]) -> bytes:
        """Return the styles part with the formats `added`, each a copy of the format it stands for."""
        if not added:
            return self._part
        root = parse(self._part, self._name)
        formats = root.find(main("cellXfs"))
        day = _day_format(root) if any(need == "date" for _, need in added) else ""
        for style, need in added:
            found = copy.deepcopy(formats[style])
            if need == "text":
                found.set("quotePrefix", "1")
            else:
                found.set("numFmtId", day)
                found.set("applyNumberFormat", "1")
            formats.append(found)
        formats.set("count", str(len(formats)))
        return write(root)


class Additions:
    """The formats one filled workbook needs beyond its template's, numbered in order of first use."""

    def __init__(self, first: int) -> None:
        self._first = first
        self.added: dict[tuple[int, FormatNeed], int] = {}

    def number(self, style: int, need: FormatNeed) -> int:
        """Return the number of the format that is `style` but for `need`; `style` itself when there is none."""
        if style >= self._first:
            return style
        return self.added.setdefault((style, need), self._first + len(self.added))


def _normal_font(root: Element) -> int:
    normal = root.find(f"{main('cellStyleXfs')}/{main('xf')}")
    return int(normal.get("fontId", "0")) if normal is not None else 0


def _font(font: Element) -> tuple[float, bool]:
    size, name = font.find(main("sz")), font.find(main("name"))
    even = name is not None and name.get("val") in _EVEN_FONTS
    return (number(size, "val", _USUAL_SIZE) if size is not None else 0) or _USUAL_SIZE, even


def _look(xf: Element, codes: dict[int, str], fonts: list[tuple[float, bool]]) -> CellFormat:
    alignment = xf.find(main("alignment"))
    wraps = alignment is not None and alignment.get("wrapText") in ("1", "true")
    font, number = int(xf.get("fontId", "0")), int(xf.get("numFmtId", "0"))
    code = _LITERAL.sub("", codes.get(number, "")).lower()
    dated = number in _BUILT_IN_DATES or any(letter in code for letter in "ymd")
    size, even = fonts[font] if font < len(fonts) else fonts[0]
    return CellFormat(wraps, size, even, dated)


def _day_format(root: Element) -> str:
    formats = root.find(main("numFmts"))
    if formats is None:
        formats = root.makeelement(main("numFmts"), {})
        root.insert(0, formats)
    numbers = [int(code.get("numFmtId")) for code in formats.iterchildren(main("numFmt"))]
    number = str(max([_FIRST_CUSTOM - 1, *numbers]) + 1)
    formats.append(formats.makeelement(main("numFmt"), {"numFmtId": number, "formatCode": _ISO_DAY}))
    formats.set("count", str(len(formats)))
    return number
