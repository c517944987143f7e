"""How wide texts are in Arial, which is what stands in for a face that a machine does not have."""

from __future__ import annotations

# Thousandths of the font size, from the blank to the tilde; the metrics of Arial, Helvetica and Liberation Sans.
_PLAIN = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
)  # fmt: skip
_BOLD = (
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
    556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
    280, 389, 584,
)  # fmt: skip
_OTHERS = {
    "\u00a0": 278, "\u2011": 333, "–": 556, "’": 250, "“": 417, "”": 417, "·": 278, "•": 350, "≥": 549, "≤": 549,
    "●": 604,
}  # fmt: skip


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of `text` in points; what Arial does not have is as wide as it is high."""
    table = _BOLD if bold else _PLAIN
    return sum(table[ord(each) - 32] if " " <= each <= "~" else _OTHERS.get(each, 1000) for each in text) * size / 1000
