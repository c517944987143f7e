"""One value as YAML writes it: plain where every parser reads the same text back, quoted elsewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date

from collabkit.source import bullets
from collabkit.source.full_width import OPENING

# The words that YAML 1.1 or 1.2 resolves to null, a truth value, a number, a time or a date, and the merge key.
_OTHER_TYPE = (
    r"(?i)~|null|y|n|yes|no|true|false|on|off|=|<<"
    r"|[-+]?\.(inf|nan)"
    r"|[-+]?(\.[0-9_]+|[0-9][0-9_]*(\.[0-9_]*)?)(e[-+]?[0-9]+)?"
    r"|[-+]?0[box][0-9a-f_]+"
    r"|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([t \t].*)?"
)
_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`=~<")
_NEVER = frozenset(("~", "null", "<<", "="))
# PyYAML takes a ? inside a word for the sign of a key, in lists only.
_FLOW = frozenset(",[]{}:?")


def scalar(value: str | int | float | date | None, *, flow: bool = False) -> str:
    """Return `value` as a YAML scalar on one line; `flow`: inside `[ ]`."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return str(value)
    return value if is_plain(value, flow=flow) else quoted(value)


def flow_list(values: Iterable[str | int | float | date | None]) -> str:
    """Return `values` as a YAML list on one line."""
    return "[" + ", ".join(scalar(value, flow=True) for value in values) + "]"


def quoted(text: str) -> str:
    """Return `text` in double quotes, with an escape for every character that does not print."""
    return "".join(
        char if char == " " or char.isprintable() else _escape(char) for char in json.dumps(text, ensure_ascii=False)
    )


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def single_quoted(text: str) -> str:
    """Return `text`, which has no line break, in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def is_plain(text: str, *, flow: bool, typed: bool = False) -> bool:
    """Return whether `text` needs no quotes; `typed`: it may look like a number, a truth value or a date."""
    return (
        bool(text)
        and text == text.strip()
        and text[0] not in _FIRST
        # A reader of ours takes these, unquoted, for slips of the keyboard.
        and text[0] not in OPENING
        and not bullets.begins(text)
        and not text.startswith("...")
        and ": " not in text
        and not text.endswith(":")
        and " #" not in text
        and text.isprintable()
        and not (flow and _FLOW.intersection(text))
        and not (text.casefold() in _NEVER if typed else re.fullmatch(_OTHER_TYPE, text))
    )
