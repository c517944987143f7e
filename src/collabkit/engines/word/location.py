"""Where in a Word template something stands, in words a person can find it by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from collabkit.engines.word.ooxml import Element, above, w
from collabkit.lang import Text

_PARTS = {
    "document": Text("正文", "body"),
    "header": Text("页眉", "header"),
    "footer": Text("页脚", "footer"),
    "footnotes": Text("脚注", "footnotes"),
    "endnotes": Text("尾注", "endnotes"),
}


@dataclass(frozen=True, slots=True)
class ParagraphLocation:
    """A paragraph of a template: its part, its table, row and cell or its number, and the text before it."""

    part: str
    table: int = 0
    row: int = 0
    cell: int = 0
    paragraph: int = 0
    near: str = ""

    def part_text(self) -> Text:
        """Return the part as a word: `正文` / `body`."""
        return _PARTS.get(self.part, Text(self.part, self.part))

    def text(self) -> Text:
        """Return the place as a phrase: `正文表格 3 第 2 行第 1 格` / `body, table 3, row 2, cell 1`."""
        text = self.part_text()
        if self.table:
            text += Text(
                f"表格 {self.table} 第 {self.row} 行第 {self.cell} 格",
                f", table {self.table}, row {self.row}, cell {self.cell}",
            )
        else:
            text += Text(f"第 {self.paragraph} 段", f", paragraph {self.paragraph}")
        return text + Text(f"（「{self.near}」之后）", f" (after '{self.near}')") if self.near else text


class ParagraphLocations:
    """Finds the location of each paragraph of one part, asked in document order before anything is moved."""

    def __init__(self, part: str, root: Element) -> None:
        self._part = part
        self._root = root

    @cached_property
    def _numbers(self) -> tuple[dict[Element, int], ...]:
        """The numbers of all tables, rows, cells and paragraphs, counted once, when the first is asked for."""
        root = self._root
        tables = {table: number for number, table in enumerate(root.iter(w("tbl")), 1)}
        paragraphs = {paragraph: number for number, paragraph in enumerate(root.iter(w("p")), 1)}
        return tables, _numbered(root, "tr", "tbl"), _numbered(root, "tc", "tr"), paragraphs

    def of(self, paragraph: Element, near: str) -> ParagraphLocation:
        """Return the place of `paragraph`, with the last words of the text `near` it."""
        tables, rows, cells, paragraphs = self._numbers
        number = paragraphs[paragraph]
        words = " ".join(near.split())[-24:]
        cell, row = above(paragraph, w("tc")), above(paragraph, w("tr"))
        table = None if row is None else above(row, w("tbl"))
        if cell is None or row is None or table is None:
            return ParagraphLocation(self._part, paragraph=number, near=words)
        return ParagraphLocation(self._part, tables[table], rows[row], cells[cell], number, words)


def _numbered(root: Element, name: str, holder: str) -> dict[Element, int]:
    """Return the number of each row or cell within what holds it."""
    numbers, last = dict[Element, int](), dict[Element | None, int]()
    for element in root.iter(w(name)):
        within = above(element, w(holder))
        numbers[element] = last[within] = last.get(within, 0) + 1
    return numbers
