"""Fills text templates: the tag language of the Word templates, for messages that go to a chat group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, is_dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import jinja2
from jinja2.runtime import Context

from collabkit.engines.tags.allowance import Allowance, OverdrawnError, enough_memory
from collabkit.engines.tags.bounds import allowance as allowance_of
from collabkit.engines.tags.braces import spans
from collabkit.engines.tags.compiled import compiled
from collabkit.engines.tags.language import (
    Language,
    check_depth,
    check_pair,
    check_tag,
    source_of,
    unended,
)
from collabkit.engines.tags.tag import STRAY, Tag
from collabkit.engines.tags.uses import check_use
from collabkit.engines.tags.values import lines
from collabkit.engines.tags.view_fields import ViewFields, names_of, view_fields
from collabkit.errors import TemplateError, refusal
from collabkit.lang import Text
from collabkit.terminal.harmless import calling_nobody

# Control characters but tab and newline: a chat client shows them as anything, or not at all.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_MOST_BYTES: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class LineLocation:
    """A line of a text template, counted from 1."""

    line: int

    def text(self) -> Text:
        return Text(f"第 {self.line} 行", f"line {self.line}")


class _PlainLanguage(Language):
    """The language of the templates, its values written as they are; a line with only a statement leaves none."""

    def __init__(self) -> None:
        super().__init__()
        self.autoescape = False
        self.trim_blocks = self.lstrip_blocks = True
        self.filters["_run"] = _shown


class TextTemplate:
    """A text template whose tags are known to be sound; `name` is what messages call it."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        language, allowance = _PlainLanguage(), Allowance()
        # Also inside a tag: there they would begin and end tags for jinja.
        self._tags = _Tags(_CONTROL.sub("", text))
        with enough_memory(name), _named(name):
            source = self._tags.source(language, allowance)
            _check_pairs(self._tags.all())
            self._compiled = compiled(language, source, self._tags.lines, name)

    def fields(self) -> frozenset[str]:
        """Return the dotted names of all fields the template uses, such as `overdue[].text`."""
        return frozenset(use.name for use in self._compiled.uses if not use.is_counter)

    def check(self, offered: ViewFields) -> None:
        """Raise a located TemplateError when the template uses a field that is not `offered`."""
        with _named(self.name):
            for use in self._compiled.uses:
                check_use(use, offered)

    def fill(self, view: Any) -> bytes:
        """Return the filled text in UTF-8; same view, same bytes. `view` is a dataclass instance."""
        assert is_dataclass(view) and not isinstance(view, type), "a view is a dataclass instance"
        self.check(view_fields(type(view)))
        with enough_memory(self.name), _named(self.name):
            return (self._compiled.run(names_of(view), Allowance()).strip() + "\n").encode()


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Put the template's name in front of the errors raised inside."""
    try:
        yield
    except TemplateError as error:
        raise TemplateError(Text(f"{name}：", f"{name}: ") + error.message, error.hint) from error


class _Tags:
    """The tags of a text; in the source for jinja each begins a line, by which it is found again."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.lines: dict[int, Tag] = {}
        """The tag on each line of the source where one begins."""

    def all(self) -> list[Tag]:
        """Return the tags in their order."""
        return list(self.lines.values())

    def source(self, language: Language, allowance: Allowance) -> str:
        """Return the text as jinja source; raise a located TemplateError for a tag that says too much."""
        parts, line = list[str](), 1
        for part in self._parts(language, allowance):
            if isinstance(part, Tag):
                line += 1
                self.lines[line] = part
                written = source_of(part, "_run")
                line += written.count("\n") - 1
                parts.append(written)
            else:
                line += part.count("\n")
                parts.append(part)
        return "".join(parts)

    def _parts(self, language: Language, allowance: Allowance) -> Iterator[str | Tag]:
        end, line = 0, 1
        for span in spans(self._text):
            plain = self._text[end : span.start]
            yield _without_braces(plain, line)
            line += plain.count("\n")
            whole = self._text[span.start : span.end]
            if span.kind != "#":
                tag = _tag(span.kind, span.inside(self._text), whole, line)
                _take(allowance, tag)
                check_tag(language, tag)
                yield tag
            end, line = span.end, line + whole.count("\n")
        yield _without_braces(self._text[end:], line)


def _tag(kind: str, code: str, written: str, line: int) -> Tag:
    says: Any = "print" if kind == "{" else "statement"
    return Tag(says, " ".join(code.split()), written, LineLocation(line))


def _take(allowance: Allowance, tag: Tag) -> None:
    try:
        allowance.tag(len(tag.code))
    except OverdrawnError as cause:
        raise tag.error(cause.message, cause.hint) from cause


def _without_braces(text: str, line: int) -> str:
    """Return a stretch between tags; a located TemplateError when it has what was meant as one."""
    if stray := STRAY.search(text):
        place = LineLocation(line + text.count("\n", 0, stray.start()))
        raise Tag("print", "", stray[0], place).error(
            Text("不是完整的标签", "this is not a whole tag"),
            Text("标签请用半角花括号：{{ 名称 }}", "write {{ name }}, with plain braces"),
        )
    return text


def _check_pairs(tags: list[Tag]) -> None:
    opened: list[Tag] = []
    for tag in tags:
        if tag.kind != "statement":
            continue
        if tag.keyword in ("for", "if"):
            opened.append(tag)
            check_depth(len(opened), tag)
            continue
        check_pair(opened[-1] if opened else None, tag)
        if tag.keyword.startswith("end"):
            opened.pop()
    if opened:
        raise unended(opened[-1])


@jinja2.pass_context
def _shown(context: Context, value: object) -> str:
    """Return a value as one line, a list as one for each of its entries: a message has one line for one thing."""
    text = "\n".join(calling_nobody(_CONTROL.sub("\ufffd", " ".join(line.split()))) for line, _ in lines(value))
    allowance_of(context).write(len(text))
    return text


def load(path: Path) -> TextTemplate:
    """Return the template at `path`, compiled once while the file stays the same; else TemplateError."""
    try:
        state = path.stat()
        if state.st_size > _MOST_BYTES:
            raise TemplateError(Text(f"{path} 太大，不像文本模板", f"{path} is too big for a text template"))
        return _load(path, state.st_mtime_ns, state.st_size)
    except OSError as cause:
        message = Text(f"无法读取模板 {path}：", f"cannot read the template {path}: ")
        raise TemplateError(message + refusal(cause)) from cause
    except UnicodeDecodeError as cause:
        raise TemplateError(
            Text(f"{path} 不是 UTF-8 文本", f"{path} is not UTF-8 text"),
            Text("请用文本编辑器另存为 UTF-8", "save it as UTF-8 in a text editor"),
        ) from cause


@lru_cache(maxsize=16)
def _load(path: Path, _modified: int, _size: int) -> TextTemplate:
    data = path.read_bytes()
    if b"\0" in data:
        raise UnicodeDecodeError("utf-8", data, data.index(b"\0"), data.index(b"\0") + 1, "no character of a text")
    return TextTemplate(str(path), data.decode("utf-8-sig").replace("\r\n", "\n"))
