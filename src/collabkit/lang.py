"""The two languages the product speaks, and a text in both."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

NO_BREAK = "\u00a0"
"""A space at which no line ends."""
MINUS = "\u2212"
"""The sign before a negative number; a hyphen would end a line."""


class Lang(StrEnum):
    """A language of forms, findings and help."""

    ZH = "zh-CN"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages; leaving one out is a type error."""

    zh: str
    en: str

    def to(self, lang: Lang) -> str:
        """Return the text in `lang`."""
        return self.zh if lang == Lang.ZH else self.en

    def map(self, change: Callable[[str], str]) -> Text:
        """Return this text with `change` applied in both languages."""
        return Text(change(self.zh), change(self.en))

    def __add__(self, other: Text) -> Text:
        return Text(self.zh + other.zh, self.en + other.en)


def same(text: str) -> Text:
    """Return a text that reads the same in both languages, such as an id or a number."""
    return Text(text, text)


def listing(items: Iterable[str], *, most: int = 8) -> Text:
    """Return `items` as an enumeration (`甲、乙` / `a, b`), the ones after `most` only counted."""
    names = list(items)
    shown, rest = names[:most], len(names) - most
    text = Text("、".join(shown), ", ".join(shown))
    return text if rest <= 0 else text + Text(f"……等 {len(names)} 项", f" … {rest} more")
