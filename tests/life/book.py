"""The project file in the hands of the person who keeps it: where things are looked up and written down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from collabkit.lang import Lang, Text
from collabkit.model import calendar as written
from collabkit.plan.calendar import Calendar
from tests.life.fates import Fate, fates


@dataclass
class Book:
    """A project file as data, the day on which somebody edits it, and what will have become of every task."""

    data: dict[str, Any]
    lang: Lang
    today: date = date.min
    calendar: Calendar = field(default_factory=Calendar)
    fates: Mapping[str, Fate] = field(default_factory=dict)

    @classmethod
    def opened(cls, data: dict[str, Any], lang: Lang) -> Book:
        """Return the file that `init` wrote, before anybody has changed it."""
        calendar = Calendar(written.Calendar.model_validate(data["calendar"]))
        return cls(data, lang, data["project"]["start"], calendar, fates(data["tasks"], calendar))

    def __getitem__(self, section: str) -> Any:
        return self.data.setdefault(section, {})

    def in_order(self) -> list[str]:
        """Return the tasks that the scenario came with, those first that are due first."""
        return sorted(self.fates, key=lambda key: (self["tasks"][key]["end"], key))

    def said(self, value: Any) -> Any:
        """Return `value` as it is written on this day: texts in the language, what is looked up found."""
        if isinstance(value, Text):
            return value.to(self.lang)
        if isinstance(value, Mapping):
            return {self.said(key): self.said(inner) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self.said(inner) for inner in value]
        return self.said(value(self)) if callable(value) else value


Edit = Callable[[Book], None]
"""One thing that somebody does to the file."""
OutputStyle = Callable[[Book], Any]
"""What somebody looks up in the file, or in the calendar, before writing it down."""
