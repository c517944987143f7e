"""A table of plain cells: what is shown, whatever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from collabkit.lang import Text

Cell = str | int | float | date | StrEnum | Text | None
Kind = Literal["text", "number", "percent", "date", "light", "word"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in JSON, its heading, what its cells are, and whether it gives way when space is short."""

    key: str
    title: Text
    kind: Kind = "text"
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `empty` is what to say when it has no rows."""

    key: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: Text
