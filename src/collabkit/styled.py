"""A text with a tone: what a reader of a form should notice about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["missing", "red", "amber", "green", "strong", "muted"]
"""`missing`: required and not filled in; `red`, `amber`, `green`: a light; `strong`, `muted`: weight."""


@dataclass(frozen=True, slots=True)
class Styled:
    """A finished text and how it should stand out; the engines decide what that looks like."""

    text: str
    tone: Tone

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)
