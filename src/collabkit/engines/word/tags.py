"""Finds the tags of a template, however Word has split them over runs, and puts markers in their places."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from collabkit.engines.word.ooxml import SPACE, Element, above, mark, w
from collabkit.engines.word.place import Place, Places
from collabkit.errors import TemplateError
from collabkit.lang import Text

Level = Literal["", "p", "tr", "tc"]
"""What a statement governs: runs of one paragraph, or whole paragraphs, rows or cells."""

_TAG = re.compile(r"\{\{(?P<print>.*?)\}\}|\{%(?P<statement>.*?)%\}|\{#.*?#\}", re.DOTALL)
# Two braces, also with blanks between them as some editors of Chinese text set them.
STRAY = re.compile("[{｛][^\\S\n]*[{｛]|[}｝][^\\S\n]*[}｝]|[{｛][%％]|[%％][}｝]")
_LEVEL = re.compile(r"(tr|tc|p|r)\s+(.*)", re.DOTALL)
# Word's autocorrection turns straight quotes into curly ones; pasting brings characters nobody sees.
_QUOTES = str.maketrans(dict(zip("“”‘’", "\"\"''", strict=True)) | dict.fromkeys("\u200b\u200c\u200d\ufeff"))
_MOST_SHOWN = 80
_BLANKS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_NOTHING = {w("lastRenderedPageBreak"), w("softHyphen"), w("delText")}


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: what it prints or governs, as written and where."""

    kind: Literal["print", "statement"]
    level: Level
    code: str
    written: str
    place: Place
    format: int = -1

    @property
    def keyword(self) -> str:
        """The first word of a statement."""
        return self.code.split(maxsplit=1)[0] if self.code else ""

    def error(self, message: Text, hint: Text | None = None) -> TemplateError:
        """Return an error about this tag; the template adds its own name in front."""
        return TemplateError(_at(self.place, self.written) + message, hint)


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


_Span = tuple[int, int, int | None]
"""Start and end of a tag in the paragraph's text, and its number; a comment has none."""


def read_tags(root: Element, part: str, add_format: Callable[[Element | None], int]) -> list[Tag]:
    """Return the tags of a part in document order, each replaced by a marker with its number in the list.

    `add_format` is given the run properties of a tag that prints and returns the number to keep with it.
    """
    places, tags, near = Places(part, root), list[Tag](), ""
    for paragraph in list(root.iter(w("p"))):
        pieces = list(_pieces(paragraph))
        text = "".join(piece.text for piece in pieces)
        if STRAY.search(text) or "{#" in text:
            place = places.of(paragraph, near)
            spans = list(_spans(text, place, pieces, tags, add_format))
            _mark(pieces, spans)
        near = _TAG.sub("", text).replace("\ufffc", "").strip() or near
    return tags


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


def _spans(
    text: str,
    place: Place,
    pieces: list[_Piece],
    tags: list[Tag],
    add_format: Callable[[Element | None], int],
) -> Iterator[_Span]:
    outside, before = [], 0
    for match in _TAG.finditer(text):
        outside.append(text[before : match.start()])
        before = match.end()
        if match["print"] is None and match["statement"] is None:
            yield match.start(), match.end(), None
            continue
        tag = _tag(match, place)
        if tag.kind == "print":
            run = next(piece.run for piece in pieces if piece.end > match.start())
            tag = Tag(tag.kind, tag.level, tag.code, tag.written, place, add_format(run.find(w("rPr"))))
        tags.append(tag)
        yield match.start(), match.end(), len(tags) - 1
    outside.append(text[before:])
    for rest in outside:
        if stray := STRAY.search(rest):
            raise _stray(rest[stray.start() :], place)


def _at(place: Place, written: str) -> Text:
    shown = written if len(written) <= _MOST_SHOWN else written[: _MOST_SHOWN - 1] + "…"
    return place.text() + Text(f"的 {shown}：", f", {shown}: ")


def _stray(rest: str, place: Place) -> TemplateError:
    shown = " ".join(rest.split())[:30]
    where = _at(place, shown)
    if re.search("[｛｝％]", shown):
        return TemplateError(
            where + Text("用了全角括号", "full-width braces"),
            Text("请改用半角的 {{ }} 和 {% %}", "write them half-width: {{ }} and {% %}"),
        )
    if re.match(r"([{}])\s+\1", shown):
        return TemplateError(
            where + Text("两个括号之间有空格", "there is a blank between the braces"),
            Text("请写成 {{ 名称 }}", "write {{ name }}"),
        )
    return TemplateError(
        where + Text("括号没有配对", "the braces do not match"),
        Text(
            "一个标签须在同一段落内写完：{{ 名称 }} 或 {% … %}",
            "a tag begins and ends in one paragraph: {{ name }} or {% … %}",
        ),
    )


def _tag(match: re.Match[str], place: Place) -> Tag:
    printed = match["print"]
    raw = match["statement"] if printed is None else printed
    written = " ".join(match[0].split())
    code = raw.translate(_QUOTES).strip("-+ \t\n\xa0\u3000")
    if code.startswith("{"):
        raise _stray(match[0], place)
    if STRAY.search(raw):
        raise _stray(match[0][2:][_first_stray(match[0][2:]) :], place)
    if printed is not None:
        if printed.startswith("p ") and len(code.split()) > 1:
            hint = Text("请写成 {{ 名称 }}", "write {{ name }}")
            raise Tag("print", "", code, written, place).error(
                Text("不支持插入子文档", "subdocuments are not supported"), hint
            )
        return Tag("print", "", code.removeprefix("r ").lstrip() if raw[:2] == "r " else code, written, place)
    level: Level = ""
    if found := _LEVEL.match(code):
        code = found[2]
        level = "p" if found[1] == "p" else "tr" if found[1] == "tr" else "tc" if found[1] == "tc" else ""
    return Tag("statement", level, code, written, place)


def _first_stray(text: str) -> int:
    found = STRAY.search(text)
    return found.start() if found else 0


def _mark(pieces: list[_Piece], spans: list[_Span]) -> None:
    """Split every run that a tag touches, so that each tag's marker stands between runs."""
    runs: dict[Element, list[_Piece]] = {}
    for piece in pieces:
        runs.setdefault(piece.run, []).append(piece)
    for run, own in runs.items():
        touching = [span for span in spans if span[0] < own[-1].end and span[1] > own[0].start]
        if touching:
            for node in _split(run, own, touching):
                run.addprevious(node)
            parent = run.getparent()
            assert parent is not None, "a run stands in a paragraph"
            parent.remove(run)


def _split(run: Element, pieces: list[_Piece], spans: list[_Span]) -> list[Element]:
    nodes: list[Element] = []
    current: Element | None = None
    for piece in pieces:
        for part in _cut(piece, spans):
            if isinstance(part, int):
                nodes.append(mark(str(part)))
                current = None
                continue
            if current is None:
                current = _like(run)
                nodes.append(current)
            current.append(part)
    return nodes


def _cut(piece: _Piece, spans: list[_Span]) -> Iterator[Element | int]:
    """Yield what is left of a piece outside the tags, and the number of each tag that begins in it."""
    if piece.child.tag != w("t"):
        inside = any(start < piece.end and piece.start < end for start, end, _ in spans)
        if not inside:
            yield piece.child
        return
    position = piece.start
    for start, end, number in spans:
        if end <= piece.start or start >= piece.end:
            continue
        if start > position:
            yield _words(piece.text[position - piece.start : start - piece.start])
        if start >= piece.start and number is not None:
            yield number
        position = min(end, piece.end)
    if position < piece.end:
        yield _words(piece.text[position - piece.start :])


def _words(text: str) -> Element:
    element = etree.Element(w("t"))
    element.text = text
    element.set(SPACE, "preserve")
    return element


def _like(run: Element) -> Element:
    twin = copy.copy(run)
    for child in list(twin):
        if child.tag != w("rPr"):
            twin.remove(child)
    twin.text = twin.tail = None
    return twin
