"""The text of a paragraph, however Word has split it over runs, and markers put in the place of its tags."""

from __future__ import annotations

import copy
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from collabkit.engines.tags.allowance import Allowance
from collabkit.engines.word.ooxml import SPACE, Element, above, mark, w

_BLANKS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_NOTHING = {w("lastRenderedPageBreak"), w("softHyphen"), w("delText")}


@dataclass(frozen=True, slots=True)
class Marked:
    """A tag of a paragraph's text, and the number of its marker; a comment has none."""

    start: int
    end: int
    number: int | None


@dataclass(frozen=True, slots=True)
class _Piece:
    """One child of a run with its span in the paragraph's text."""

    run: Element
    child: Element
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Paragraph:
    """A paragraph of a template."""

    def __init__(self, element: Element) -> None:
        self._pieces = list(_pieces(element))
        self._ends = [piece.end for piece in self._pieces]
        self.text = "".join(piece.text for piece in self._pieces)

    def run_at(self, position: int) -> Element:
        """Return the run that the character at `position` of the text stands in."""
        return self._pieces[bisect_right(self._ends, position)].run

    def mark(self, tags: list[Marked], allowance: Allowance) -> None:
        """Split every run that a tag touches, so that each tag's marker stands between runs. Raises OverdrawnError."""
        runs: dict[Element, list[_Piece]] = {}
        for piece in self._pieces:
            runs.setdefault(piece.run, []).append(piece)
        marks = _Marks(tags)
        for run, own in runs.items():
            if marks.over(own[0].start, own[-1].end):
                for node in _split(run, own, marks, allowance):
                    run.addprevious(node)
                parent = run.getparent()
                assert parent is not None, "a run stands in a paragraph"
                parent.remove(run)


class _Marks:
    """The tags of a paragraph, found by where they stand."""

    def __init__(self, tags: list[Marked]) -> None:
        self._tags = tags
        self._starts = [tag.start for tag in tags]
        self._ends = [tag.end for tag in tags]

    def over(self, start: int, end: int) -> list[Marked]:
        """Return the tags that share a character with this stretch, or hold the place when it has no length."""
        return self._tags[bisect_right(self._ends, start) : bisect_left(self._starts, end)]


def _pieces(paragraph: Element) -> Iterator[_Piece]:
    position = 0
    for run in paragraph.iter(w("r")):
        if above(run, w("p")) is not paragraph:
            continue
        for child in run:
            if child.tag == w("rPr"):
                continue
            piece = _Piece(run, child, position, _text(child))
            position = piece.end
            yield piece


def _text(child: Element) -> str:
    if child.tag == w("t"):
        return child.text or ""
    if child.tag in _NOTHING:
        return ""
    # Anything else, such as a picture, is one character that no tag contains.
    return _BLANKS.get(str(child.tag), "\ufffc")


def _split(run: Element, pieces: list[_Piece], marks: _Marks, allowance: Allowance) -> Iterator[Element]:
    current: Element | None = None
    properties = run.find(w("rPr"))
    size = 0 if properties is None else len(etree.tostring(properties))
    for piece in pieces:
        for part in _cut(piece, marks):
            if isinstance(part, int):
                if current is not None:
                    yield current
                yield mark(str(part))
                current = None
                continue
            if current is None:
                allowance.write(size)
                current = _like(run, properties)
            current.append(part)
    if current is not None:
        yield current


def _cut(piece: _Piece, marks: _Marks) -> Iterator[Element | int]:
    """Yield what is left of a piece outside the tags, and the number of each tag that begins in it."""
    touching = marks.over(piece.start, piece.end)
    if piece.child.tag != w("t"):
        if not touching:
            yield piece.child
        return
    position = piece.start
    for tag in touching:
        if tag.start > position:
            yield _words(piece.text[position - piece.start : tag.start - piece.start])
        if tag.start >= piece.start and tag.number is not None:
            yield tag.number
        position = min(tag.end, piece.end)
    if position < piece.end:
        yield _words(piece.text[position - piece.start :])


def _words(text: str) -> Element:
    element = etree.Element(w("t"))
    element.text = text
    element.set(SPACE, "preserve")
    return element


def _like(run: Element, properties: Element | None) -> Element:
    """Return an empty run with the properties of `run`; what it holds is not copied, it may be long."""
    twin = etree.Element(w("r"), {str(name): str(value) for name, value in run.attrib.items()})
    if properties is not None:
        twin.append(copy.deepcopy(properties))
    return twin
