"""Items of a list as Word and e-mails have them: behind bullets or numbers instead of YAML's own dash."""

from __future__ import annotations

import re

_SIGN = r"[•●·◦▪■□◆‣∙○►▶➢✓√*–—]\s*(?=[^\s*])"
_NUMBER = r"(?:[(（]\d{1,2}[)）]|\d{1,2}(?:[)）、．]|\.(?=\s))|[①-⑳])\s*(?=\S)"


def begins(text: str) -> int:
    """Return how many characters the bullet or number at the beginning of `text` takes; 0 when there is none."""
    match = re.match(_SIGN, text) or re.match(_NUMBER, text)
    return match.end() if match else 0


def items(text: str) -> list[str]:
    """Return the items of a text that begins with a bullet or number; none when it does not."""
    sign = re.match(_SIGN, text)
    if not sign and not re.match(_NUMBER, text):
        return []
    mark = re.compile(r"(?:^|(?<=\s))" + (re.escape(text[0]) + r"\s*" if sign else _NUMBER))
    return [item.strip() for item in mark.split(text) if item.strip()]
