"""How wide texts are in the faces that stand in for one that a machine does not have."""

from __future__ import annotations

from dataclasses import dataclass

# Thousandths of the font size, from the blank to the tilde; the metrics of Arial, Helvetica and Liberation Sans.
_ARIAL = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
)  # fmt: skip
_ARIAL_BOLD = (
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
    556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
    280, 389, 584,
)  # fmt: skip
_ARIAL_OTHERS = {
    "\u00a0": 278, "\u2011": 333, "–": 556, "’": 250, "“": 417, "”": 417, "·": 278, "•": 350, "≥": 549, "≤": 549,
    "●": 604, "−": 584,
}  # fmt: skip
_DEJAVU = (
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
    636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
    748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
    615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
    337, 636, 838,
)  # fmt: skip
_DEJAVU_BOLD = (
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696, 696, 696,
    696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995,
    837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716,
    678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712,
    365, 712, 838,
)  # fmt: skip
_DEJAVU_OTHERS = {
    "\u00a0": 318, "\u2011": 361, "–": 500, "’": 318, "“": 518, "”": 518, "·": 318, "•": 590, "≥": 838, "≤": 838,
    "●": 873, "−": 838, "☐": 896, "☑": 896, "☒": 896, "›": 400, "→": 838,
}  # fmt: skip


@dataclass(frozen=True)
class Face:
    """A typeface: thousandths of its size, from the blank to the tilde, plain and bold, and of some other letters."""

    plain: tuple[int, ...]
    bold: tuple[int, ...]
    others: dict[str, int]

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width of `text` in points; what the face does not have is as wide as it is high."""
        table = self.bold if bold else self.plain
        return (
            sum(table[ord(each) - 32] if " " <= each <= "~" else self.others.get(each, 1000) for each in text)
            * size
            / 1000
        )


ARIAL = Face(_ARIAL, _ARIAL_BOLD, _ARIAL_OTHERS)
"""Also Helvetica and Liberation Sans."""
DEJAVU = Face(_DEJAVU, _DEJAVU_BOLD, _DEJAVU_OTHERS)
"""What a Linux machine takes that knows nothing of Calibri; also Verdana, nearly: the widest face in use."""
