"""A Word template, compiled once and filled many times."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import is_dataclass
from datetime import date
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any, Final
from xml.parsers import expat

import jinja2
from jinja2.runtime import Context
from lxml import etree
from markupsafe import Markup

from collabkit.engines.opc import core_properties, markup
from collabkit.engines.opc.package import read_package, write_package
from collabkit.engines.opc.parts import Parts
from collabkit.engines.tags.allowance import Allowance, enough_memory
from collabkit.engines.tags.bounds import allowance as allowance_of
from collabkit.engines.tags.compiled import Compiled, compiled
from collabkit.engines.tags.language import (
    BLOCK,
    VARIABLE,
    Language,
    check_tag,
    source_of,
)
from collabkit.engines.tags.uses import check_use
from collabkit.engines.tags.view_fields import ViewFields, names_of, view_fields
from collabkit.engines.word.breaking import breakable
from collabkit.engines.word.grid import fit
from collabkit.engines.word.layout import arrange
from collabkit.engines.word.ooxml import MARKER, Element, Namespaces, W, damaged, namespaces, serialize, w
from collabkit.engines.word.parts import DocumentParts, find_document
from collabkit.engines.word.tags import Reading, WordTag, read_tags
from collabkit.engines.word.text import Runs
from collabkit.engines.word.tones import run_formats, style_ids, with_tones
from collabkit.engines.word.unfilled import check_unfilled
from collabkit.engines.word.unique import NUMBER, after
from collabkit.errors import TemplateError
from collabkit.lang import Text

_MARKER: Final = re.compile(rf"<\?{MARKER} (\w+)\?>")
_ROOTS: Final = {w(name) for name in ("document", "hdr", "ftr", "footnotes", "endnotes")}
_NUMBERS: Final = "_numbers"
_NEXT: Final = f"{VARIABLE[0]} 0|_next {VARIABLE[1]}"


def load(path: Path) -> WordTemplate:
    """Return the template at `path`, compiled once while the file stays the same; else TemplateError."""
    try:
        state = path.stat()
    except OSError as cause:
        raise TemplateError(Text(f"找不到模板 {path}", f"there is no template {path}")) from cause
    return _load(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=64)
def _load(path: Path, _modified: int, _size: int) -> WordTemplate:
    return WordTemplate(str(path), read_package(path))


class WordTemplate:
    """A Word template whose tags are known to be sound; `name` is what messages call it."""

    def __init__(self, name: str, parts: Mapping[str, bytes]) -> None:
        self.name = name
        self._parts = dict(parts)
        self._checked: set[type] = set()
        with enough_memory(name), _named(name):
            self._document: DocumentParts = find_document(Parts(self._parts))
            self._compile()

    def fields(self) -> frozenset[str]:
        """Return the dotted names of all fields the template uses, such as `tasks[].name`."""
        return frozenset(use.name for part in self._compiled.values() for use in part.uses if not use.is_counter)

    def check(self, offered: ViewFields) -> None:
        """Raise a located TemplateError when the template uses a field that is not `offered`."""
        with _named(self.name):
            for part in self._compiled.values():
                for use in part.uses:
                    check_use(use, offered)

    def fill(self, view: object, *, title: str = "", author: str = "", modified: date | None = None) -> bytes:
        """Return the filled document; same view and properties, same bytes.

        `view` is a dataclass instance, checked against all fields of the template, or a mapping. `title`,
        `author` and `modified` go to the document's properties; what is left out stays as it is.
        """
        kind = type(view)
        if is_dataclass(kind) and kind not in self._checked:
            self.check(view_fields(kind))
            self._checked.add(kind)
        with enough_memory(self.name), _named(self.name):
            names, allowance = names_of(view), Allowance()
            filled = {part: self._fill(part, names, allowance) for part in self._compiled}
            core = self._document.core
            if core:
                filled[core] = core_properties.filled(self._parts[core], core, title=title, author=author, day=modified)
            return write_package(self._parts | filled)

    def _compile(self) -> None:
        styles = self._parts.get(self._document.styles)
        self._language, runs, ids = Language(), Runs(), style_ids(styles)
        self._language.filters |= {
            "_run": _writing(runs),
            "_table": _table,
            "_rows": _rows,
            "_cell": _cell,
            "_grid": self._fitting(),
            "_next": _next,
        }
        self._declared: list[Namespaces] = []
        self._firsts: dict[str, int] = {}

        def add_format(found: Element | None) -> int:
            return runs.add(run_formats(found, ids))

        reading = Reading(add_format, Allowance())
        parts = ((name, self._compile_part(name, reading)) for name in self._document.content)
        self._compiled = {name: part for name, part in parts if part is not None}
        if styles is not None and self._compiled:
            self._parts[self._document.styles] = with_tones(styles)

    def _compile_part(self, name: str, reading: Reading) -> Compiled | None:
        root = self._root(name)
        # A comment leaves no tag, but it is not printed either.
        has_comment = "{#" in "".join(found.text or "" for found in root.iter(w("t")))
        short = re.sub(r"^.*/|\d*\.xml$", "", name)
        tags = read_tags(root, short, reading)
        check_unfilled(root, short)
        if not tags and not has_comment:
            return None
        for tag in tags:
            check_tag(self._language, tag)
        arrange(root, tags)
        self._declared.append(namespaces(root))
        xml = serialize(root)
        self._firsts[name] = after(xml)
        source, lines = _source(xml, tags, f"_grid({len(self._declared) - 1})")
        return compiled(self._language, source, lines, name)

    def _root(self, name: str) -> Element:
        root: Element = markup.parse(self._parts[name], name)
        if root.tag not in _ROOTS:
            raise markup.PartError(name, markup.DAMAGED)
        markup.check_root(root, name)
        if root.nsmap.get("w") != W:
            etree.cleanup_namespaces(root, top_nsmap={"w": W}, keep_ns_prefixes=["w"])
        return root

    def _fitting(self) -> Callable[[Context, Markup, int], Markup]:
        @jinja2.pass_context
        def grid(context: Context, xml: Markup, number: int) -> Markup:
            allowance_of(context).look(xml)
            return Markup(fit(xml, self._declared[number]))

        return grid

    def _fill(self, part: str, names: dict[str, Any], allowance: Allowance) -> bytes:
        numbered = names | {_NUMBERS: count(self._firsts[part])}
        data = self._compiled[part].run(numbered, allowance).encode()
        # Text is escaped and statements pair up, so this never fails; a damaged file would be worse.
        expat.ParserCreate(namespace_separator=" ").Parse(data, True)
        return data


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Put the template's name in front of the errors raised inside."""
    try:
        yield
    except (TemplateError, markup.PartError) as cause:
        error = cause if isinstance(cause, TemplateError) else damaged(cause)
        raise TemplateError(Text(f"模板 {name}，", f"template {name}: ") + error.message, error.hint) from cause


def _source(xml: str, tags: list[WordTag], grid: str) -> tuple[str, dict[int, WordTag]]:
    """Return a part as jinja source, and the tag on each line where one begins; `grid` fits a table's columns."""
    guards = {
        "table": "filter _table",
        "rows": "filter _rows",
        "cell": "filter _cell",
        "grid": f"filter {grid}",
        "end": "endfilter",
    }
    lines: dict[int, WordTag] = {}
    line, before = 1, 0
    chunks: list[str] = []
    for match in _MARKER.finditer(xml):
        text = xml[before : match.start()].replace(NUMBER, _NEXT)
        before = match.end()
        if match[1].isdigit():
            tag = tags[int(match[1])]
            snippet = source_of(tag, f"_run({tag.format})")
            lines.update(_lines_of(snippet, line + text.count("\n"), tag))
        else:
            snippet = f"{BLOCK[0]} {guards[match[1]]} {BLOCK[1]}"
        chunks += (text, snippet)
        line += text.count("\n") + snippet.count("\n")
    return "".join([*chunks, xml[before:].replace(NUMBER, _NEXT)]), lines


def _lines_of(snippet: str, line: int, tag: WordTag) -> Iterator[tuple[int, WordTag]]:
    # What a tag says begins after the first line break of its snippet.
    for offset in range(1, snippet.count("\n") + 1):
        yield line + offset, tag


@jinja2.pass_context
def _next(context: Context, _: int) -> int:
    """Return a number that nothing else in the part has."""
    number: int = next(context.parent[_NUMBERS])
    return number


def _writing(runs: Runs) -> Callable[[Context, object, int], Markup]:
    @jinja2.pass_context
    def write(context: Context, value: object, number: int) -> Markup:
        written = runs.write(value, number)
        allowance_of(context).write(len(written))
        return written

    return write


@jinja2.pass_context
def _table(context: Context, xml: Markup) -> Markup:
    """Return a table, or a paragraph in its place when it lost all rows: Word takes no table without rows."""
    allowance_of(context).look(xml)
    return xml if "<w:tr>" in xml or "<w:tr " in xml else Markup("<w:p/>")


@jinja2.pass_context
def _rows(context: Context, xml: Markup) -> Markup:
    """Return a table that office programs break over pages without losing rows."""
    allowance_of(context).look(xml)
    return Markup(breakable(str(xml)))


@jinja2.pass_context
def _cell(context: Context, xml: Markup) -> Markup:
    """Return the content of a cell, ended by a paragraph: Word calls a cell without one damaged."""
    allowance_of(context).look(xml)
    return xml if xml.rstrip().endswith(("</w:p>", "<w:p/>")) else xml + Markup("<w:p/>")
