"""How a report is to look: its language, its width, and what the terminal can show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

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
# Characters that take no room, behind which a runner may still see the beginning of a line.
_NOTHING = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
)
_LED = rf"(?:[^\S\n]|[{_NOTHING}]|\x1b\[[\d;]*m)*"
# A GitHub runner takes such lines for commands, wherever they come from; so do Azure and TeamCity the second kind.
_COMMAND = re.compile(rf"^({_LED}):(?={_LED}:)", re.MULTILINE)
_COMMAND_ANYWHERE = re.compile(r"#(?=#(?:vso|teamcity)?\[)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OutputStyle:
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


def harmless(text: str) -> str:
    """Return printed `text` without anything that a CI runner would take for a command of its own."""
    return _COMMAND_ANYWHERE.sub(r"\\x23", _COMMAND.sub(r"\1\\x3a", text))


def harmless_json(text: str) -> str:
    """Return the JSON `text`, in which only strings can hold such a command, without it and still as JSON."""
    return _COMMAND_ANYWHERE.sub(r"\\u0023", text)
