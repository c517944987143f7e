"""Items of a list as Word and e-mails have them: behind bullets or numbers instead of YAML's own dash."""

from __future__ import annotations

import re

_SIGN = re.compile(r"[•●·◦▪■□◆‣∙○►▶➢✓√*–—]\s*(?=[^\s*])")
_NUMBER = re.compile(r"(?:[(（]\d{1,2}[)）]|\d{1,2}(?:[)）、．]|\.(?=\s))|[①-⑳])\s*(?=\S)")


def begins(text: str) -> int:
    """Return how many characters the bullet or number at the beginning of `text` takes; 0 when there is none."""
    match = _SIGN.match(text) or _NUMBER.match(text)
    return match.end() if match else 0


def items(text: str) -> list[str]:
    """Return the items of a text that begins with a bullet or number; none when it does not."""
    sign = _SIGN.match(text)
    if not sign and not _NUMBER.match(text):
        return []
    mark = re.compile(r"(?:^|(?<=\s))" + (re.escape(text[0]) + r"\s*" if sign else _NUMBER.pattern))
    return [item.strip() for item in mark.split(text) if item.strip()]
