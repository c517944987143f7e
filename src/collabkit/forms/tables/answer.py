"""What stands in one cell that has come back, and which value of the project it is the answer to."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from collabkit.forms.formatter import MISSING
from collabkit.forms.tables.names import Directory
from collabkit.lang import Text
from collabkit.plan import is_something
from collabkit.problem import Path, Problem
from collabkit.source.wording import short

Content: TypeAlias = str | bool | int | float | date | None
"""What a cell holds: a day may carry a time, an empty cell is None."""

_PROMPTS = frozenset((MISSING.zh, MISSING.en))
_CUT = 40


@dataclass(frozen=True, slots=True)
class Answer:
    """The content of one cell, what the column is called, and where the value stands in the project file."""

    content: Content
    header: Text
    path: Path
    directory: Directory

    @property
    def text(self) -> str:
        """Return the content as text, with plain line breaks and without blanks around it.

        A number has no superfluous decimals, a day is ISO 8601; the prompt to fill the cell in is no text.
        """
        text = _text(self.content).replace("\r\n", "\n").replace("\r", "\n").strip()
        return "" if text in _PROMPTS else text

    @property
    def plain(self) -> str:
        """Return the text in half-width letters, without what nobody sees and blanks that stand twice."""
        text = "".join(each for each in unicodedata.normalize("NFKC", self.text) if unicodedata.category(each) != "Cf")
        return re.sub(r"[^\S\n]+", " ", text).strip()

    @property
    def is_blank(self) -> bool:
        """Return whether the cell names nothing: it is empty, or says that there is none."""
        return not is_something(self.text)

    @property
    def shows_error(self) -> bool:
        """Return whether a formula failed: `#N/A`, `#REF!`."""
        return isinstance(self.content, str) and bool(re.fullmatch(r"#[A-Z0-9/]+[!?]?", self.content.strip()))

    def wrong(self, zh: str, en: str, help_: Text | None = None) -> Problem:
        """Return the problem of this cell: its header and content, then what is wrong with it."""
        shown = short(self.text, _CUT)
        return Problem(
            self.path, Text(f"{self.header.zh}「{shown}」{zh}", f"{self.header.en} '{shown}' {en}"), help=help_
        )


def _text(content: Content) -> str:
    if content is None:
        return ""
    if isinstance(content, bool):
        return str(content).upper()
    if isinstance(content, float):
        return f"{content:.15g}" if content.is_integer() else repr(content)
    return content.isoformat() if isinstance(content, date) else str(content)
