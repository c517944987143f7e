"""Finds the tags of a template, however Word has split them over runs, and puts markers in their places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from collabkit.engines.tags.allowance import Allowance, OverdrawnError
from collabkit.engines.tags.braces import TagSpan, outside, spans
from collabkit.engines.tags.tag import STRAY, Tag, at
from collabkit.engines.word.location import ParagraphLocation, ParagraphLocations
from collabkit.engines.word.ooxml import Element, w
from collabkit.engines.word.paragraph import Marked, Paragraph
from collabkit.errors import TemplateError
from collabkit.lang import Text

TagLevel = Literal["", "p", "tr", "tc"]
"""What a statement governs: runs of one paragraph, or whole paragraphs, rows or cells."""

_LEVEL = re.compile(r"(tr|tc|p|r)\s+(.*)", re.DOTALL)
# Word's autocorrection turns straight quotes into curly ones; pasting brings characters nobody sees.
_QUOTES = str.maketrans(dict(zip("“”‘’", "\"\"''", strict=True)) | dict.fromkeys("\u200b\u200c\u200d\ufeff"))


@dataclass(frozen=True, slots=True)
class WordTag(Tag):
    """A tag of a Word template; `format` numbers the run format that it prints in."""

    level: TagLevel = ""
    format: int = -1

    @property
    def ending(self) -> str:
        """The tag that ends this loop or condition at its level."""
        return f"{{%{self.level} end{self.keyword} %}}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading the tags of a template needs: a number for the format of a run, and an end to what it may take."""

    add_format: Callable[[Element | None], int]
    allowance: Allowance


def read_tags(root: Element, part: str, reading: Reading) -> list[WordTag]:
    """Return the tags of a part in document order, each replaced by a marker with its number in the list.

    Raises TemplateError for one that is none, or when there are more of them than any template has.
    """
    places, tags, near = ParagraphLocations(part, root), list[WordTag](), ""
    for element in list(root.iter(w("p"))):
        paragraph = Paragraph(element)
        text = paragraph.text
        found = list(spans(text))
        if found or STRAY.search(text):
            place = places.of(element, near)
            try:
                paragraph.mark(list(_numbered(paragraph, found, place, tags, reading)), reading.allowance)
            except OverdrawnError as cause:
                raise TemplateError(place.text() + Text("：", ": ") + cause.message, cause.hint) from cause
        rest = "".join(stretch for _, stretch in outside(text, found))
        near = rest.replace("\ufffc", "").strip() or near
    return tags


def _numbered(
    paragraph: Paragraph,
    found: list[TagSpan],
    place: ParagraphLocation,
    tags: list[WordTag],
    reading: Reading,
) -> Iterator[Marked]:
    text, formats = paragraph.text, dict[Element, int]()
    for span in found:
        if span.kind == "#":
            yield Marked(span.start, span.end, None)
            continue
        tag = _tag(span, text, place)
        reading.allowance.tag(len(tag.code))
        if tag.kind == "print":
            run = paragraph.run_at(span.start)
            if run not in formats:
                formats[run] = reading.add_format(run.find(w("rPr")))
            tag = replace(tag, format=formats[run])
        tags.append(tag)
        yield Marked(span.start, span.end, len(tags) - 1)
    for _, rest in outside(text, found):
        if stray := STRAY.search(rest):
            raise _stray(rest[stray.start() :], place)


def _stray(rest: str, place: ParagraphLocation) -> TemplateError:
    shown = " ".join(rest.split())[:30]
    where = at(place, shown)
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


def _tag(span: TagSpan, text: str, place: ParagraphLocation) -> WordTag:
    raw, whole = span.inside(text), text[span.start : span.end]
    written = " ".join(whole.split())
    code = raw.translate(_QUOTES).strip("-+ \t\n\xa0\u3000")
    if code.startswith("{"):
        raise _stray(whole, place)
    if STRAY.search(raw):
        raise _stray(whole[2:][_first_stray(whole[2:]) :], place)
    if span.kind == "{":
        if raw.startswith("p ") and len(code.split()) > 1:
            hint = Text("请写成 {{ 名称 }}", "write {{ name }}")
            raise Tag("print", code, written, place).error(
                Text("不支持插入子文档", "subdocuments are not supported"), hint
            )
        return WordTag("print", code.removeprefix("r ").lstrip() if raw[:2] == "r " else code, written, place)
    level: TagLevel = ""
    if found := _LEVEL.match(code):
        code = found[2]
        level = "p" if found[1] == "p" else "tr" if found[1] == "tr" else "tc" if found[1] == "tc" else ""
    return WordTag("statement", code, written, place, level)


def _first_stray(text: str) -> int:
    found = STRAY.search(text)
    return found.start() if found else 0
