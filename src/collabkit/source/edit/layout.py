"""How a mapping or list is laid out in the text: block or flow, where each entry begins and ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from collabkit.source.edit import lines
from collabkit.source.positions import Spots, at_of, own

_PROPERTIES = re.compile(r"[&!][^\s,\[\]{}]*[ \t]*")
_BLOCK_TEXT = re.compile(r"[|>][-+0-9]*")
_COLON = re.compile(r"[ \t]*:")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A value in the text, from its first character to the place behind its last one.

    `head` is the place behind the colon, dash or properties that it follows; one that is not written is empty there.
    """

    head: int
    start: int
    end: int

    @property
    def is_written(self) -> bool:
        """Return whether the value has any character."""
        return self.end > self.start


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, or an item; `begin` is where its key or its dash stands, `key_end` is behind the key."""

    begin: int
    key_end: int
    value: Stretch
    is_block: bool
    """Whether the value is a mapping or list without brackets."""


class OddLayoutError(Exception):
    """The entries are not laid out in a way that can be edited; `offset` is where that shows."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


class Layout:
    """A mapping (with `keys`) or list whose own entries, the first `number`, stand at `spots` of `text`."""

    def __init__(self, text: str, spots: Spots, *, keys: bool, number: int) -> None:
        self.text = text
        self.start, length = at_of(own(spots))
        self.end = self.start + length
        self.is_flow = text[self.start : self.start + 1] in ("{", "[")
        self.keys = keys
        make = self._pair if keys else self._item
        step = 2 if keys else 1
        self.entries = tuple(make(spots, 1 + step * index) for index in range(number))
        for before, behind in pairwise(self.entries):
            if behind.begin < before.value.end:
                raise OddLayoutError(behind.begin)
        if self.entries and keys and not self.start <= self.entries[0].begin <= self.end:
            raise OddLayoutError(self.entries[0].begin)

    @cached_property
    def column(self) -> int:
        """Return the column in which the entries of a block begin."""
        return lines.column(self.text, self.entries[0].begin if self.entries else self.start)

    def _pair(self, spots: Spots, at: int) -> Entry:
        begin, length = at_of(own(spots[at]))
        match = _COLON.match(self.text, begin + length)
        if not match or (not self.is_flow and not self._may_begin(begin)):
            raise OddLayoutError(begin)
        return self._entry(begin, begin + length, spots[at + 1], match.end())

    def _item(self, spots: Spots, at: int) -> Entry:
        start = at_of(own(spots[at]))[0]
        begin = start
        if not self.is_flow:
            before = self.text[self.start : start].rstrip()
            while before and not before.endswith("-"):
                line = lines.start(before, len(before))
                cut = self._without_properties(before, line)
                if cut == len(before):
                    raise OddLayoutError(start)
                before = before[:cut].rstrip()
            begin = self.start + len(before) - 1
            if begin < self.start:
                raise OddLayoutError(start)
        return self._entry(begin, begin, spots[at], begin + 1 if not self.is_flow else start)

    def _entry(self, begin: int, key_end: int, spot: int | Spots, head: int) -> Entry:
        value = self.stretch(spot, head)
        first = self.text[value.start : value.start + 1]
        return Entry(begin, key_end, value, not isinstance(spot, int) and first not in ("{", "[", "*"))

    def _without_properties(self, before: str, line: int) -> int:
        """Return where the last word of `before` begins, if that is an anchor."""
        word = max(before.rfind(" "), before.rfind("\t"), line - 1) + 1
        return word if before[word : word + 1] in ("&", "!") else len(before)

    def _may_begin(self, begin: int) -> bool:
        """Return whether a key at `begin` has only blanks and dashes before it on its line."""
        before = self.text[lines.start(self.text, begin) : begin]
        return not before.strip(" \t-") and (not before.strip(" \t") or before.endswith((" ", "\t")))

    def stretch(self, spot: int | Spots, head: int) -> Stretch:
        """Return where the value of `spot` stands, which follows `head`."""
        start, length = at_of(own(spot))
        if length == 0:
            return Stretch(self._behind_properties(head, start), start, start)
        written = self.text[start : start + length]
        match = _BLOCK_TEXT.match(written) if isinstance(spot, int) else None
        if match and "+" in match[0]:
            end = len(written) - (2 if written.endswith("\r\n") else 1 if written.endswith(("\n", "\r")) else 0)
        else:
            end = len(written.rstrip())
        return Stretch(self._behind_properties(head, start), start, start + end)

    def _behind_properties(self, head: int, start: int) -> int:
        """Return the place behind the anchor between `head` and `start`, without blanks."""
        place = head
        blank = re.compile(r"[ \t]*").match(self.text, head)
        after_blank = blank.end() if blank else head
        while after_blank < start and (match := _PROPERTIES.match(self.text, after_blank)):
            place = after_blank + len(match[0].rstrip())
            after_blank = match.end()
        return place

    def block_text(self, value: Stretch) -> int | None:
        """Return the place behind the `|` or `>` of a text that stands on lines of its own; None for another value."""
        match = _BLOCK_TEXT.match(self.text, value.start) if value.is_written else None
        return match.end() if match else None
