"""A tag of a template: what it prints or governs, as written and where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from collabkit.engines.tags.location import Location
from collabkit.errors import TemplateError
from collabkit.lang import Text

STRAY: Final = re.compile("[{｛][^\\S\n]*[{｛]|[}｝][^\\S\n]*[}｝]|[{｛][%％]|[%％][}｝]")
"""Two braces that are no whole tag, also with blanks between them as some editors of Chinese text set them."""

_MOST_SHOWN: Final = 80


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of a template."""

    kind: Literal["print", "statement"]
    code: str
    written: str
    place: Location

    @property
    def keyword(self) -> str:
        """The first word of a statement."""
        return self.code.split(maxsplit=1)[0] if self.code else ""

    @property
    def ending(self) -> str:
        """The tag that ends this loop or condition."""
        return f"{{% end{self.keyword} %}}"

    def error(self, message: Text, hint: Text | None = None) -> TemplateError:
        """Return an error about this tag; the template adds its own name in front."""
        return TemplateError(at(self.place, self.written) + message, hint)


def at(place: Location, written: str) -> Text:
    """Return the beginning of a sentence about what is `written` at a place, shortened."""
    return place.text() + Text(f"的 {shortened(written)}：", f", {shortened(written)}: ")


def shortened(written: str) -> str:
    """Return a tag as a message shows it: 80 characters at most."""
    return written if len(written) <= _MOST_SHOWN else written[: _MOST_SHOWN - 1] + "…"
