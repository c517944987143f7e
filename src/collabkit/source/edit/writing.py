"""Fresh values as YAML, in the style of their siblings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from collabkit.model.fields import Value, fields_of
from collabkit.source.edit import style as styles
from collabkit.source.edit.style import Style
from collabkit.source.edit.tree import Node, as_read
from collabkit.source.loader import load
from collabkit.source.shape import step as inner_shape
from collabkit.source.yaml_scalar import is_plain, quoted, scalar, single_quoted
from collabkit.terminal.display_width import width

_ONE_LINE = 96
"""A list of texts is written on one line up to this width, when no other list shows how."""
_LONG = 60
"""A text from this width on is written on lines of its own where its siblings are."""
_FOLD = 100


@dataclass(frozen=True, slots=True)
class Written:
    """A value as YAML: what stands behind the colon or dash, and the lines below that."""

    inline: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes values of the file `text`; `quotes_keys` and `quotes_texts` where all around is quoted as in JSON."""

    text: str
    quotes_keys: str = ""
    quotes_texts: str = ""

    def value(self, node: Node, shape: Value | None, style: Style, indent: int, *, flow: bool) -> Written:
        """Return a fresh value whose key or dash stands in column `indent`; `flow`: inside brackets."""
        if node.written is not None and _reads_as(node.written, node.data(), flow=flow):
            return Written(node.written)
        if node.children is None:
            return self._single(node, shape, style, indent, flow=flow)
        if not node.children:
            return Written("{}" if node.is_mapping else "[]")
        if flow or self._in_brackets(node, shape, style):
            return Written(self.brackets(node, shape, style))
        column = indent + (styles.step(self.text) if node.is_mapping else styles.dash_step(self.text))
        return Written("", tuple(self.block(node, shape, style, column)))

    def _in_brackets(self, node: Node, shape: Value | None, style: Style) -> bool:
        if style.is_flow is not None:
            return style.is_flow
        if node.is_mapping or any(child.children for _, child in node.entries()):
            return False
        line = self.brackets(node, shape, style)
        return width(line) <= _ONE_LINE and "\\n" not in line

    def key(self, name: str, *, flow: bool) -> str:
        """Return a key as YAML."""
        if self.quotes_keys:
            return single_quoted(name) if self.quotes_keys == "'" and name.isprintable() else quoted(name)
        return scalar(name, flow=flow)

    def brackets(self, node: Node, shape: Value | None, style: Style) -> str:
        """Return a mapping or list on one line."""
        parts = [
            (f"{self.key(key, flow=True)}: " if key is not None else "")
            + (self.value(child, inner, below, 0, flow=True).inline or "null")
            for key, child, inner, below in _parts(node, shape, style)
        ]
        return "{" + ", ".join(parts) + "}" if node.is_mapping else "[" + ", ".join(parts) + "]"

    def block(self, node: Node, shape: Value | None, style: Style, column: int) -> Iterator[str]:
        """Yield the lines of a mapping or list whose keys or dashes stand in `column`."""
        for key, child, inner, below in _parts(node, shape, style):
            yield from self.entry(key, child, inner, below, column)

    def entry(self, key: str | None, node: Node, shape: Value | None, style: Style, column: int) -> Iterator[str]:
        """Yield the lines of a key with its value, or of an item."""
        margin = " " * column
        written = self.value(node, shape, style, column, flow=False)
        if key is None and written.below and not written.inline:
            inside = list(self.block(node, shape, style, column + 2))
            yield f"{margin}- {inside[0][column + 2 :]}"
            yield from inside[1:]
            return
        head = "-" if key is None else f"{self.key(key, flow=False)}:"
        yield f"{margin}{head} {written.inline}".rstrip()
        yield from written.below

    def _single(self, node: Node, shape: Value | None, style: Style, indent: int, *, flow: bool) -> Written:
        value = node.value
        if value is None:
            return Written("null" if flow else "")
        text = as_read(value)
        if not isinstance(value, str):
            return Written(text)
        block = style.quote if style.quote in ("|", ">") else ""
        if not flow and ("\n" in text or (block and width(text) >= _LONG)):
            found = text_block(text, block or "|", indent + styles.step(self.text))
            if found is not None:
                return found
        quote = style.quote if style.quote not in ("|", ">") else ""
        loose = style.is_loose or is_no_text(shape)
        return Written(texts(text, quote or self.quotes_texts, flow=flow, loose=loose))


def texts(text: str, quote: str, *, flow: bool, loose: bool = False) -> str:
    """Return a text on one line, in these quotes if it can be; `loose`: it may look like a number or date."""
    if quote == "'" and text.isprintable():
        return single_quoted(text)
    if quote == '"':
        return quoted(text)
    return text if loose and is_plain(text, flow=flow, typed=True) else scalar(text, flow=flow)


def text_block(text: str, sign: str, indent: int) -> Written | None:
    """Return a text on lines of its own behind `|` or `>`; None when it cannot stand so."""
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    parts = body.split("\n")
    odd = not body or parts[0][:1] in (" ", "\t") or any(part != part.rstrip() or not _prints(part) for part in parts)
    if odd or ends > 1 or not parts[0]:
        return None
    head = sign + ("" if ends else "-")
    if sign == ">":
        if any(part[:1] in (" ", "\t") or "  " in part or not part for part in parts):
            head, rows = "|" + head[1:], parts
        else:
            rows = [row for part in parts for row in ("", *_folded(part))][1:]
    else:
        rows = parts
    return Written(head, tuple(" " * indent + row if row else "" for row in rows))


def _prints(text: str) -> bool:
    return text.replace("\t", " ").isprintable()


def _folded(text: str) -> Iterator[str]:
    row = ""
    for word in text.split(" "):
        if row and width(row) + 1 + width(word) > _FOLD:
            yield row
            row = word
        else:
            row = f"{row} {word}" if row else word
    yield row


def is_no_text(shape: Value | None) -> bool:
    """Return whether a number, a date, a truth value or one of fixed words is expected, which nobody quotes."""
    kind = shape.type if shape else None
    return isinstance(kind, type) and (kind in (int, float, bool, date) or issubclass(kind, Enum))


def _reads_as(written: str, data: object, *, flow: bool) -> bool:
    """Return whether `written` stands for `data` where it is put."""
    if "\n" in written or "\r" in written:
        return False
    loaded = load(f"[{written}]" if flow else f"k: {written}")
    if not loaded.complete or loaded.faults or not loaded.data:
        return False
    found = loaded.data if flow else loaded.data["k"]
    return bool(found == ([data] if flow else data))


def _parts(node: Node, shape: Value | None, style: Style) -> Iterator[tuple[str | None, Node, Value | None, Style]]:
    """Yield key, value, shape and style of every child; keys that the model knows in its order."""
    model = shape.model if shape else None
    children = list(node.entries())
    if model is not None and node.is_mapping:
        rank = {name: number for number, name in enumerate(fields_of(model))}
        children.sort(key=lambda child: rank.get(child[0] or "", len(rank)))
    entries = style.of_entries() if model is None or not node.is_mapping else None
    for number, (key, child) in enumerate(children):
        inner = inner_shape(shape, key if key is not None else number) if shape else None
        yield key, child, inner, style.of(key) if entries is None and key is not None else entries or style
