"""How a value becomes text wherever a tag prints it, and what is said of one that has no text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from jinja2 import Undefined
from jinja2.runtime import LoopContext

from collabkit.lang import Text, listing
from collabkit.styled import Styled, Tone
from collabkit.unseen import without_unseen

_MOST_NAMED = 24


class UnfitError(Exception):
    """A value is not what a tag can do something with; who knows the place tells it with `message` and `hint`."""

    def __init__(self, message: Text, hint: Text | None = None) -> None:
        super().__init__(message.en)
        self.message = message
        self.hint = hint


def lines(value: object) -> Iterator[tuple[str, Tone | None]]:
    """Yield the texts of a value with their tones: one, or one for each entry of a list. Raises UnfitError.

    Marks that turn a line around are left out. None is empty, a truth is a ticked or empty box, a date is ISO 8601.
    """
    if isinstance(value, str):
        # A filter may return a kind of text that escapes itself; here all text is escaped once.
        yield without_unseen(str.__str__(value)), None
    elif isinstance(value, Styled):
        yield without_unseen(value.text), value.tone
    elif isinstance(value, (list, tuple)):
        for entry in value:
            yield from lines(entry)
    elif isinstance(value, bool):
        yield "☑" if value else "☐", None
    elif isinstance(value, date):
        yield value.isoformat(), None
    elif value is not None:
        yield _single(value), None


def plain(value: object) -> str:
    """Return the text of a value, one line for each entry of a list. Raises UnfitError."""
    return without_unseen(value) if type(value) is str else "\n".join(text for text, _ in lines(value))


def as_list(value: Any) -> Any:
    """Return a value that has entries. Raises UnfitError for any other."""
    if isinstance(value, (str, list, tuple, Mapping)):
        return value
    if isinstance(value, Undefined):
        return iter(value)
    raise UnfitError(Text("这不是列表", "this is not a list"))


def _single(value: object) -> str:
    if is_dataclass(value) or isinstance(value, (Mapping, LoopContext)):
        names = [field.name for field in fields(value)] if is_dataclass(value) else []
        raise UnfitError(
            Text("这是一组字段，须写明其中一个", "this is a group; name one of its fields"),
            Text("可用：", "known: ") + listing(names, most=_MOST_NAMED) if names else None,
        )
    return str(value)
