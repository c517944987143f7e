"""How a report is to look: its language, its width, and what the terminal can show."""

from __future__ import annotations

from typing import Literal, NamedTuple

from collabkit.lang import Lang, Text

Style = Literal["error", "warning", "info", "help", "dim", "bold", "green"]
_CODES: dict[Style, str] = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "help": "1;36",
    "dim": "1;34",
    "bold": "1",
    "green": "1;32",
}


class OutputStyle(NamedTuple):
    """The language, how many cells a line has, whether colour and more than ASCII may be used, and how many findings
    are told before the rest is only counted (0: all)."""

    lang: Lang = Lang.EN
    width: int = 80
    colour: bool = False
    unicode: bool = True
    most: int = 50

    def paint(self, text: str, style: Style) -> str:
        """Return `text` in the colour of `style`, or as it is without colour."""
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.colour and text else text

    def say(self, text: Text) -> str:
        """Return `text` in the language of the report."""
        return text.to(self.lang)
