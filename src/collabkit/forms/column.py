"""A column of a table form: what it is called, what it shows of an entry, and whether it comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, Literal, TypeVar

from collabkit.forms.formatter import Formatter
from collabkit.lang import Text
from collabkit.styled import Styled

Kind = Literal["text", "date", "number", "percent", "choice", "person", "people", "department"]
"""What the column's cells hold: `choice` is a word of `choices`, `people` several names."""

Content = str | Styled | date | int | float | None
"""What stands in a cell: dates and numbers as themselves, so that a sheet can sort and add them."""

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Column(Generic[Entry]):
    """One column of a table of entries, the same for writing a workbook and for reading it back.

    `field` is the name in the view and so in the template's tag; `key` is the entry's key in the project file, None
    when the column is computed and does not come back.
    """

    field: str
    key: str | None
    header: Text
    help: Text
    kind: Kind
    read: Callable[[Formatter, str, Entry], Content]
    required: bool = False
    choices: type[StrEnum] | None = None

    @property
    def comes_back(self) -> bool:
        """Whether what a reader changes in this column can go into the project file."""
        return self.key is not None
