"""Whether one short text names what another one names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_OUTSIDE = re.compile(
    r"不含|不包括|不包含|不涉及|不做|除外|以外|之外|除了|排除|\b(?:without|except|excluding|excludes?|not|no)\b"
)
_GAP = re.compile(r"[\W_]+")
_LATIN = re.compile(r"[a-z0-9]")
_LEAST_LATIN = 4
_LEAST_CHINESE = 3
_ENDING = 2
"""Characters by which two names of one thing may differ at the end, as in 海外版 and 海外版本."""


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return `text` without case, width, punctuation and blanks, except blanks between Latin words."""
    words = _GAP.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()
    return re.sub(r" (?![a-z0-9])|(?<![a-z0-9]) ", "", words)


def contains(text: str, item: str) -> bool:
    """Return whether `text` names `item` in whole words, unless it says that it leaves something out.

    Items below three Chinese or four Latin characters are too short to tell.
    """
    part = plain(item)
    least = _LEAST_LATIN if part.isascii() else _LEAST_CHINESE
    if len(part.replace(" ", "")) < least or _OUTSIDE.search(text.casefold()):
        return False
    return bool(_pattern(part).search(plain(text)))


def same_thing(one: str, other: str) -> bool:
    """Return whether two texts name one thing: equal, or the longer one only adds an ending."""
    short, long = sorted((plain(one), plain(other)), key=len)
    if not short:
        return False
    return short == long or (len(long) - len(short) <= _ENDING < len(short) and long.startswith(short))


@lru_cache(maxsize=1024)
def _pattern(part: str) -> re.Pattern[str]:
    before = "(?<![a-z0-9])" if _LATIN.match(part[0]) else ""
    after = "(?:e?s)?(?![a-z0-9])" if _LATIN.match(part[-1]) else ""
    return re.compile(before + re.escape(part) + after)
