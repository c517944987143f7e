"""A syntax error as libyaml tells it, with the text around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from collabkit.problem import At
from collabkit.source.wording import short

KEY_LINE = re.compile(r"\s*(?:- +)?[^\s\"'#\[{][^\"':]*:(?:\s|$)")
"""A line that begins with a key."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What libyaml was doing (`context`) and found (`problem`), and where.

    `at` is the offset at which it gave up, `opened` that of the beginning of what it was reading, and `last` the
    stretch of the last value it could read.
    """

    text: str
    context: str
    problem: str
    at: int
    opened: int | None
    last: At

    def line_at(self, offset: int) -> tuple[int, str]:
        """Return the offset at which the line of `offset` begins, and the line."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        return start, self.text[start : end if end >= 0 else None].rstrip("\r")

    def number(self, offset: int) -> int:
        """Return the number of the line of `offset`, from 1."""
        return self.text.count("\n", 0, offset) + 1

    def says(self, *parts: str) -> bool:
        """Return whether what libyaml found is worded with one of `parts`."""
        return any(part in self.problem for part in parts)

    def char(self, offset: int) -> str:
        """Return the character at `offset`; empty at the end."""
        return self.text[offset : offset + 1]

    def last_text(self) -> str:
        """Return the last value that could be read, as written."""
        return self.text[self.last[0] : sum(self.last)]

    def value_from(self, offset: int) -> str:
        """Return the rest of the line from `offset`, without a comment."""
        start, line = self.line_at(offset)
        return line[offset - start :].split(" #", 1)[0].rstrip()

    def visible(self, offset: int) -> At:
        """Return the word at `offset`; at the end of the text, its last character; at a colon, the key before it."""
        if not self.text[offset:].strip():
            offset = max(len(self.text.rstrip()) - 1, 0)
            return offset, min(1, len(self.text) - offset)
        start, line = self.line_at(offset)
        if self.char(offset) == ":" and sum(self.last) == offset and offset > start:
            begin = max(self.last[0], start + len(line) - len(line.lstrip()))
            return begin, offset - begin
        rest = line[offset - start :]
        if not rest.strip():
            return offset, 0
        blanks = len(rest) - len(rest.lstrip())
        word = re.match(r"[^\s:,\]}]+|\S", rest[blanks:])
        return offset + blanks, len(word[0]) if word else 1


def quoted(value: str) -> str:
    """Return `value`, cut only when it is very long, in the quotes it needs."""
    shown = short(value, 80)
    if '"' not in shown and "\\" not in shown:
        return f'"{shown}"'
    return "'" + shown.replace("'", "''") + "'"
