"""A table that people fill in: from one list of columns follow its rows, its template, its guide and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, make_dataclass
from typing import Any, Generic

from collabkit.forms.formatter import Formatter
from collabkit.forms.tables.answer import Answer, Content
from collabkit.forms.tables.column import Column, Entry
from collabkit.forms.tables.names import Directory


@dataclass(frozen=True, slots=True)
class TableForm(Generic[Entry]):
    """The entries of one section of the project file, a row for each; `id` is the column that holds an entry's id.

    `name` is the list's name in the view and in the tags of the template, `section` the section of the project file.
    """

    name: str
    section: str
    id: str
    columns: tuple[Column[Entry], ...]
    row: type = field(init=False)
    """What the view has for each entry: a dataclass with a field for each column."""

    def __post_init__(self) -> None:
        """Make the row of the columns."""
        shown = [(column.field, Any) for column in self.columns]
        object.__setattr__(self, "row", make_dataclass(f"{self.name.title()}Row", shown, frozen=True, slots=True))

    def rows(self, page: Formatter, entries: Mapping[str, Entry]) -> tuple[Any, ...]:
        """Return what the table shows of `entries`."""
        return tuple(
            self.row(*(column.show(page, key, entry) for column in self.columns)) for key, entry in entries.items()
        )

    def tag(self, column: Column[Entry]) -> str:
        """Return what stands in the template for a column."""
        return f"{{{{ {self.origin(column)} }}}}"

    def origin(self, column: Column[Entry]) -> str:
        """Return what a filled workbook calls a column in its memory."""
        return f"{self.name}[].{column.field}"

    def column(self, origin: str) -> Column[Entry] | None:
        """Return the column that a filled workbook remembers as `origin`; None for one that is not this table's."""
        return next((column for column in self.columns if self.origin(column) == origin), None)

    def ids(self) -> Mapping[str, str]:
        """Return the list whose rows can come back, with the field that identifies a row."""
        return {self.name: self.id}

    def parse(self, directory: Directory, key: str, column: Column[Entry], content: Content) -> Any:
        """Return the project's value for what a cell of the row `key` holds, or the Problem of what shows none.

        Raises ValueError for a column that is computed.
        """
        if column.parse is None:
            raise ValueError(f"{column.field} is computed and does not come back")
        return column.parse(Answer(content, column.header, (self.section, key, column.field), directory))
