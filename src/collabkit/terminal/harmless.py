"""Printed text without anything that a CI runner would take for a command of its own."""

from __future__ import annotations

import re

# Characters that take no room, behind which a runner may still see the beginning of a line.
_NOTHING = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
)
_LED = rf"(?:[^\S\n]|[{_NOTHING}]|\x1b\[[\d;]*m)*"
# A GitHub runner takes such lines for commands, wherever they come from; so do Azure and TeamCity the second kind.
_COMMAND = rf"(?m)^({_LED}):(?={_LED}:)"
_COMMAND_ANYWHERE = r"(?i)#(?=#(?:vso|teamcity)?\[)"

_CALL = r"(?i)@(?=\s*(?:all|everyone|here|channel|所有人|全体|全员|大家))"


def harmless(text: str) -> str:
    """Return printed `text` without such commands."""
    # The expressions take longer to compile than most output to print.
    if text.count(":") > 1:
        text = re.sub(_COMMAND, r"\1\\x3a", text)
    return re.sub(_COMMAND_ANYWHERE, r"\\x23", text) if "##" in text else text


def harmless_json(text: str) -> str:
    """Return the JSON `text`, in which only strings can hold such a command, without it and still as JSON."""
    return re.sub(_COMMAND_ANYWHERE, r"\\u0023", text)


def calling_nobody(text: str) -> str:
    """Return `text` with a full-width at-sign where a chat group would call everybody."""
    return re.sub(_CALL, "＠", text) if "@" in text else text
