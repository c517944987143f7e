"""Sentences put together: blanks between Chinese and Latin, long values shortened."""

from __future__ import annotations

import re

from collabkit.lang import Text

_MEETING = re.compile("[A-Za-z0-9%_][\u4e00-\u9fff]|[\u4e00-\u9fff][A-Za-z0-9%_]")
_MOST = 100
"""A message has at most this many characters."""


def zh(*parts: str) -> str:
    """Return `parts` as one Chinese text, with a blank where a Latin letter or digit meets a Chinese character."""
    text = ""
    for part in parts:
        meet = text[-1:] + part[:1]
        text += f" {part}" if _MEETING.fullmatch(meet) else part
    return text


def short(value: str, most: int = 30) -> str:
    """Return `value` on one line, cut to `most` characters."""
    line = " ".join(value.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def fit(message: Text) -> Text:
    """Return `message`, cut to the length of a message."""
    return message.map(lambda text: text if len(text) <= _MOST else text[: _MOST - 1] + "…")
