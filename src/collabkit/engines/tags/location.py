"""Where in a template something stands; each engine has its own words for it."""

from __future__ import annotations

from typing import Protocol

from collabkit.lang import Text


class Location(Protocol):
    """A place that a person can find."""

    def text(self) -> Text:
        """Return the place as a phrase: `正文第 3 段` / `body, paragraph 3`."""
