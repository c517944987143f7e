"""Long values shortened, so that a message stays a line."""

from __future__ import annotations

import re

from collabkit.lang import Text
from collabkit.unseen import written_out

_INSIDE = r"[A-Za-z0-9À-ÿ'’.\-]{2}"
_LAST_WORD = r"[A-Za-z0-9À-ÿ'’.\-]+$"
_DANGLING = " ,;:，；：、（(「『“‘'\""
_MOST = 100
"""A message has at most this many characters."""


def short(value: str, most: int = 30) -> str:
    """Return `value` on one line, cut to `most` characters; a Latin word stays whole where it can."""
    line = written_out(" ".join(value.split()))
    if len(line) <= most:
        return line
    head = line[: most - 1]
    if re.compile(_INSIDE).match(line, most - 2):
        whole = re.sub(_LAST_WORD, "", head)
        head = whole if len(whole) > most // 2 else head
    return head.rstrip(_DANGLING) + "…"


def fit(message: Text) -> Text:
    """Return `message`, cut to the length of a message."""
    return message.map(lambda text: short(text, _MOST))
