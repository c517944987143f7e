"""A column of a table form: what it is called, what it shows of an entry, and how it is read when it comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, Literal, TypeAlias, TypeVar

from collabkit.forms.formatter import Formatter
from collabkit.forms.tables.answer import Answer
from collabkit.lang import Text
from collabkit.styled import Styled

Holds: TypeAlias = Literal["text", "date", "number", "percent", "choice", "person", "people", "department", "party"]
"""What the cells of a column hold: `choice` is a word of `choices`, `people` several names, `party` one of either."""
Shown: TypeAlias = str | Styled | date | int | float | None
"""What stands in a cell: dates and numbers as themselves, so that a sheet can sort and add them."""
Parse: TypeAlias = Callable[[Answer], object]
"""Returns the project's value for what stands in a cell, or the Problem of what does not show one."""

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Column(Generic[Entry]):
    """One column of a table of entries, the same for writing a workbook and for reading it back.

    `field` is the name in the view and so in the template's tag. `parse` is left out where the column is computed and
    does not come back. `width` is in letters of the sheet, for Chinese and for English; `letters` is how many
    half-width letters of a long text a line shows at least.
    """

    field: str
    header: Text
    help: Text
    holds: Holds
    show: Callable[[Formatter, str, Entry], Shown]
    parse: Parse | None
    width: tuple[float, float]
    required: bool = False
    choices: type[StrEnum] | None = None
    centred: bool = False
    folded: bool = False
    """Whether it is folded away until somebody opens it, so that the sheet prints at a readable size."""
    tracked: bool = False
    """Whether it is about how the work goes, and not about the plan."""
    letters: int = 18

    @property
    def comes_back(self) -> bool:
        """Whether what a reader changes in this column can go into the project file."""
        return self.parse is not None
