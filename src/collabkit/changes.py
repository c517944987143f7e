"""What can be done to a value of the project file: set it, add it, remove it, rename its key, append to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Set:
    """The value is this one; what leads to it and is not there yet is added.

    A value is a text, number, truth value, date, None, or a list or dict of such. `written` is how YAML writes it, for
    one that stood so before; it counts where it reads back as the value.
    """

    value: Any
    written: str | None = None


@dataclass(frozen=True, slots=True)
class Add:
    """A key or id that is not there yet has this value."""

    value: Any


@dataclass(frozen=True, slots=True)
class Remove:
    """The key, id or item is gone, with the comments that belong to it."""


@dataclass(frozen=True, slots=True)
class Rename:
    """The key or id is this one, at the same place with the same value."""

    to: str


@dataclass(frozen=True, slots=True)
class Append:
    """The list has this further item at its end; one that is not there yet is added."""

    value: Any


Change = Set | Add | Remove | Rename | Append
