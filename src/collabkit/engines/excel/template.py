"""An Excel template: compiled once, filled as often as needed, everything without tags left byte for byte."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from collabkit.engines.excel import filling
from collabkit.engines.excel.book import Book
from collabkit.engines.excel.cells import Pen
from collabkit.engines.excel.damage import whole
from collabkit.engines.excel.location import CellLocation
from collabkit.engines.excel.origin import Notes, Stamp
from collabkit.engines.excel.refs import Shift, shift_on, shifts_of
from collabkit.engines.excel.slots import Filling
from collabkit.engines.excel.styles import Additions
from collabkit.engines.excel.tags import TagField, check_field
from collabkit.engines.opc.package import read_package, write_package
from collabkit.engines.tags.allowance import Allowance, enough_memory
from collabkit.engines.tags.view_fields import ViewFields, view_fields


class ExcelTemplate:
    """A workbook with tags."""

    def __init__(self, name: str, parts: dict[str, bytes]) -> None:
        self.name = name
        with enough_memory(name), whole(name):
            self._book = Book(name, parts)
        self._checked: set[ViewFields] = set()

    def fields(self) -> frozenset[str]:
        """Return the dotted names of all fields the template prints, such as `tasks[].owner`."""
        return frozenset(field.name for field, _ in self._fields())

    def _fields(self) -> list[tuple[TagField, CellLocation]]:
        return [found for sheet in self._book.sheets for found in sheet.compiled.fields]

    def check(self, offered: ViewFields) -> None:
        """Raise TemplateError at the first tag that is not a single value that is `offered`."""
        if offered not in self._checked:
            for field, place in self._fields():
                check_field(field, offered, place)
            self._checked.add(offered)

    def fill(
        self,
        view: object,
        *,
        title: str = "",
        author: str = "",
        modified: date | None = None,
        stamp: Stamp | None = None,
    ) -> bytes:
        """Return the workbook filled from the dataclass `view`: same arguments, same bytes.

        `title`, `author` and `modified` go to the file's properties; what is left out stays as it is. With `stamp`
        the workbook carries the hidden sheet that origin.py describes. Raises TemplateError for a tag the view
        cannot fill and OutputError for a text or a list that Excel cannot hold.
        """
        kind: Any = type(view)
        self.check(view_fields(kind))
        with enough_memory(self.name), whole(self.name):
            parts = self._filled(view, stamp)
            parts |= self._book.properties(title, author, modified or (stamp.day if stamp else None))
            return write_package(parts)

    def _filled(self, view: object, stamp: Stamp | None) -> dict[str, bytes]:
        book = self._book
        shifts = shifts_of((sheet.name, Shift.of(filling.counts(sheet.compiled, view))) for sheet in book.sheets)
        moves = any(shifts.values())
        additions = Additions(book.styles.count)
        notes, allowance = Notes(stamp) if stamp else None, Allowance()
        changed: dict[str, bytes] = {}
        for sheet in book.sheets:
            shift = shift_on(shifts, sheet.name)
            if sheet.compiled.changes or shift or (moves and sheet.compiled.follows):
                pen = Pen(sheet.compiled.prefix, additions, from_1904=book.from_1904)
                context = Filling(view, sheet.name, shifts, shift, pen, allowance)
                changed[sheet.part] = filling.filled(self.name, sheet.compiled, context, notes)
        return book.finished(changed, shifts, additions, notes.part() if notes else None)


def load(path: Path) -> ExcelTemplate:
    """Return the template at `path`, compiled; TemplateError when it is not a workbook or its tags cannot be read."""
    try:
        found = path.stat()
        stamp = (found.st_mtime_ns, found.st_size)
    except OSError:
        stamp = (0, 0)
    return _load(path, *stamp)


@lru_cache(maxsize=16)
def _load(path: Path, changed: int, size: int) -> ExcelTemplate:
    return ExcelTemplate(str(path), read_package(path))
