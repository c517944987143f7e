"""A scenario's texts in one language, with real names and on real days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from collabkit.lang import Lang
from collabkit.model.prompts import PROMPTS
from collabkit.model.scalars import week_of
from collabkit.scaffold.days import Days

_BETWEEN = " | "
_DAY = re.compile(r"(WD|AHEAD)(\d+)(?:\+(\d+)d)?")
_IN_TEXT = re.compile(r"\{(?:WD(?P<number>\d+)|(?P<name>[a-z]\w*(?:\.head)?))\}")


def half(text: str, lang: Lang) -> str:
    """Return the half of `中文 | English` in `lang`; a text without halves is the same in both."""
    parts = text.split(_BETWEEN)
    return parts[0] if lang is Lang.ZH or len(parts) == 1 else parts[1]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a scenario's tokens stand for: the language, names by `$name`, days by number, the day of writing."""

    lang: Lang
    names: Mapping[str, str]
    days: Days
    end: str
    today: date

    def resolve(self, value: Any, key: str = "") -> Any:
        """Return `value` with every text in the language and every token replaced, keys included.

        `key` is where the value stands. What stands in a list twice after that, such as somebody with two roles, comes
        once.
        """
        if isinstance(value, dict):
            return {self._text(name, ""): self.resolve(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            items = [self.resolve(inner, key) for inner in value]
            return list(dict.fromkeys(items)) if all(isinstance(item, str) for item in items) else items
        return self._text(value, key) if isinstance(value, str) else value

    def _text(self, text: str, key: str) -> str | date | None:
        if text.startswith("$"):
            return self.names[text[1:]]
        if text.startswith("?"):
            return PROMPTS[text[1:]].to(self.lang)
        if text == "TODAY":
            return self.today
        if text == "END":
            text = self.end
        if text == "WEEK1":
            return week_of(self.days.of(1))
        if match := _DAY.fullmatch(text):
            if match[1] == "AHEAD":
                return self.days.ahead(int(match[2]), self.today)
            day = self.days.of(int(match[2]), key)
            return self.days.calendar.next(day + timedelta(days=int(match[3]))) if match[3] else day
        return _IN_TEXT.sub(self._inside, half(text, self.lang))

    def _inside(self, match: re.Match[str]) -> str:
        if match["name"]:
            return self.names[match["name"]]
        return self.days.of(int(match["number"])).isoformat()
