"""A scenario's texts in one language and on real days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from collabkit.lang import Lang
from collabkit.model.scalars import week_of
from collabkit.plan.calendar import Calendar

_BETWEEN = " | "
_WORKDAY = re.compile(r"WD(\d+)(?:\+(\d+)d)?")
_IN_TEXT = re.compile(r"\{WD(\d+)\}")


def half(text: str, lang: Lang) -> str:
    """Return the half of `中文 | English` in `lang`; a text without halves is the same in both."""
    parts = text.split(_BETWEEN)
    return parts[0] if lang is Lang.ZH or len(parts) == 1 else parts[1]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a scenario's tokens stand for: names by `$name`, the language, first and last day, the calendar."""

    lang: Lang
    names: Mapping[str, str]
    start: date
    end: str
    today: date
    calendar: Calendar

    def resolve(self, value: Any) -> Any:
        """Return `value` with every text in the language and every token replaced, keys included."""
        if isinstance(value, dict):
            return {self._text(key): self.resolve(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.resolve(inner) for inner in value]
        return self._text(value) if isinstance(value, str) else value

    def _text(self, text: str) -> str | date:
        if text.startswith("$"):
            return self.names[text[1:]]
        if text == "TODAY":
            return self.today
        if text == "END":
            text = self.end
        if text == "WEEK1":
            return week_of(self._day(1))
        if match := _WORKDAY.fullmatch(text):
            day = self._day(int(match[1]))
            return self.calendar.next(day + timedelta(days=int(match[2]))) if match[2] else day
        return _IN_TEXT.sub(lambda found: self._day(int(found[1])).isoformat(), half(text, self.lang))

    def _day(self, number: int) -> date:
        return self.calendar.nth(self.start, number)
