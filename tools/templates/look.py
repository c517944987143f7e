"""Measures, colours and fonts of the house."""

from __future__ import annotations

from dataclasses import dataclass

from collabkit.lang import Lang

# Twentieths of a point, Word's unit: 1 mm is 56.7.
PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
MARGIN_SIDE = 1134


@dataclass(frozen=True, slots=True)
class Density:
    """How closely pages are set: text in half-points, all else in twentieths of a point.

    `line` is the height of a Chinese line, 240 being that of the face; `row` and `box` are least heights.
    """

    text: int
    around: int
    cell: int
    row: int
    section: int
    box: int
    line: int
    margin_top: int
    margin_bottom: int


USUAL = Density(
    text=19, around=8, cell=16, row=300, section=150, box=567, line=240, margin_top=1134, margin_bottom=1077
)
DENSE = Density(text=18, around=4, cell=12, row=0, section=120, box=0, line=221, margin_top=907, margin_bottom=907)


def text_width(wide: bool) -> int:
    """Return the width between the margins of an upright or a wide page."""
    return (PAGE_HEIGHT if wide else PAGE_WIDTH) - 2 * MARGIN_SIDE


ACCENT = "1F3A5F"
GREY = "7F7F7F"
LINE = "A6A6A6"
LABEL_FILL = "F2F4F6"
HEAD_FILL = "E3E9F0"
URGENT_FILL = "FFF4DC"

SIGNATURE_HEIGHT = 635  # 11 mm: room for a signature, and for part of a stamp
FEW_SIGNERS = 6
"""So many sign on one page, whatever room is left on the page before it."""
APPROVAL_HEIGHT = 1134  # 20 mm: room for a stamp


@dataclass(frozen=True, slots=True)
class Fonts:
    """The typefaces of one language: running text and headings, Latin and East Asian each."""

    text: str
    text_asia: str
    head: str
    head_asia: str
    east_asia: str = "zh-CN"
    latin: str = "en-US"


FONTS = {
    Lang.ZH: Fonts("Times New Roman", "宋体", "Arial", "黑体"),
    # English forms still name an East-Asian face, so that Chinese names and terms print right.
    Lang.EN: Fonts("Calibri", "宋体", "Calibri", "黑体"),
}
