"""A project file: its text, its data, what is wrong with its text, and the place of everything in it."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from collabkit.lang import Lang
from collabkit.problem import At, Fault, FilePath, FilePlace, FileProblem, On
from collabkit.source import text as files
from collabkit.source.comments import Comment, comments
from collabkit.source.loader import Loaded, load
from collabkit.source.positions import at_of, own
from collabkit.source.span import Lines, Span

_LANGUAGE = rf"(?m)^language:[ \t]*[\"']?({'|'.join(Lang)})\b"


class Source:
    """One file as read: `data` holds dict, list, str and None only, or is None when the text cannot be read."""

    def __init__(self, document: files.Document) -> None:
        self.name = document.name
        self.text = document.text
        self.encoding = document.encoding
        loaded = Loaded() if document.faults else load(document.text)
        self.data: Any = loaded.data
        self.faults: list[Fault] = [*document.faults, *loaded.faults]
        self.complete = loaded.complete
        self.tainted = frozenset(loaded.tainted)
        self.dates: Sequence[FilePath] = tuple(loaded.dates)
        self.hashes: Sequence[tuple[FilePath, At]] = tuple(loaded.hashes)
        self.spots: Any = loaded.spots
        self.own = loaded.own
        self._lines = Lines(document.text)
        self._indexes: dict[int, dict[str, int]] = {}

    @classmethod
    def from_text(cls, text: str, name: str = "project.yaml") -> Source:
        """Return the source of `text`."""
        return cls(files.Document(name, text, "utf-8"))

    @classmethod
    def read(cls, path: pathlib.Path) -> Source:
        """Return the source of the file at `path`; raise InputError when there is nothing to read."""
        return cls(files.read(path))

    @property
    def language(self) -> Lang | None:
        """Return the language that a line of the text asks for, which broken text shows too; None without one."""
        match = re.search(_LANGUAGE, self.text)
        return Lang(match[1]) if match else None

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """Return the comments with their places; none of a text that could not be read to its end."""
        return tuple(comments(self.text, self.spots)) if self.complete else ()

    def span(self, path: FilePath, on: On = "value") -> Span:
        """Return where the key or the value of `path` stands.

        Steps that do not lead anywhere are skipped, so a missing key means the key of the mapping above it, and a
        value that is empty means its key; without any key above it, the first key of the file, else the first line.
        """
        return self._lines.span(*self.at(path, on))

    def where(self, marked: FileProblem | FilePlace) -> Span:
        """Return where a problem or one of its places stands."""
        return self._lines.span(*(marked.at or self.at(marked.path, marked.on)))

    def line(self, number: int) -> str:
        """Return line `number`, from 1, without its line break."""
        return self._lines.line(number)

    def at(self, path: FilePath, on: On = "value") -> At:
        """Return offset and length in code points of what `span` describes."""
        key_spot, value_spot, whole = self._find(path)
        if key_spot is None and value_spot is None:
            return self._beginning()
        if key_spot is not None and (on == "key" or not whole or at_of(own(value_spot))[1] == 0):
            return at_of(key_spot)
        start, length = at_of(own(value_spot))
        if length == 0:
            return self._dash_before(start)
        return start, len(self.text[start : start + length].rstrip())

    def _beginning(self) -> At:
        if isinstance(self.data, dict) and self.data:
            return at_of(self.spots[1])
        return 0, len(self.line(1).rstrip())

    def _dash_before(self, offset: int) -> At:
        """Return the place of the `-` that an empty list item consists of."""
        dash = self.text.rfind("-", 0, offset)
        return (dash, 1) if dash >= 0 and not self.text[dash + 1 : offset].strip() else (offset, 0)

    def _find(self, path: FilePath) -> tuple[int | None, Any, bool]:
        """Return the spots of key and value that `path` leads to, and whether its last step did lead there."""
        data, spots = self.data, self.spots
        key_spot: int | None = None
        value_spot: Any = None
        whole = False
        for step in path:
            whole = False
            if isinstance(data, dict) and isinstance(step, str) and step in data:
                index = 1 + 2 * self._index(data)[step]
                key_spot, value_spot, data = spots[index], spots[index + 1], data[step]
            elif isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
                key_spot, value_spot, data = None, spots[1 + step], data[step]
            else:
                continue
            spots, whole = value_spot, True
        return key_spot, value_spot, whole

    def _index(self, data: dict[str, Any]) -> dict[str, int]:
        index = self._indexes.get(id(data))
        if index is None:
            index = self._indexes[id(data)] = {key: number for number, key in enumerate(data)}
        return index
