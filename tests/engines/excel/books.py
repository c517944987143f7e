"""Small workbooks to test with: built with openpyxl, filled, and read back."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl import Workbook, load_workbook

from collabkit.engines.excel import ExcelTemplate
from collabkit.engines.opc.package import read_package
from collabkit.styled import Styled

_RELATIONS = "xl/_rels/workbook.xml.rels"
_STRINGS = (
    b'<Relationship Id="rId9" Target="sharedStrings.xml" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/>'
)

Cell = str | int | float | Decimal | bool | date | Styled | None


@dataclass(frozen=True, slots=True)
class About:
    name: str = "手环 V2.0"
    code: Cell = "PRJ-1"
    lead: Lead | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    name: str = "王芳"


@dataclass(frozen=True, slots=True)
class Item:
    id: str
    value: Cell = None
    note: Cell = ""


@dataclass(frozen=True, slots=True)
class View:
    project: About = field(default_factory=About)
    tasks: tuple[Item, ...] = ()
    risks: tuple[Item, ...] = ()
    people: tuple[str, ...] = ()


def items(*values: Cell) -> tuple[Item, ...]:
    """Return items T1, T2 … with these values."""
    return tuple(Item(f"T{number}", value) for number, value in enumerate(values, 1))


def packed(build: Callable[[Any], None], *, title: str = "总表") -> dict[str, bytes]:
    """Return the parts of a workbook with one sheet, which `build` has filled with tags."""
    book = Workbook()
    sheet = book.active
    sheet.title = title
    build(sheet)
    buffer = io.BytesIO()
    book.save(buffer)
    return read_package(buffer.getvalue())


def shared(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts as Excel saves them: texts in the part of shared strings."""
    texts: list[str] = []

    def number(cell: re.Match[str]) -> str:
        texts.append(cell[2])
        return f'{cell[1]} t="s"><v>{len(texts) - 1}</v></c>'

    name = "xl/worksheets/sheet1.xml"
    sheet = re.sub(r'(<c [^>]*?) t="inlineStr"><is>(.*?)</is></c>', number, parts[name].decode())
    strings = "".join(f"<si>{text}</si>" for text in texts)
    part = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{strings}</sst>'
    kind = b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument'
    kind += b'.spreadsheetml.sharedStrings+xml"/></Types>'
    types = parts["[Content_Types].xml"].replace(b"</Types>", kind)
    parts = parts | {"[Content_Types].xml": types}
    related = parts[_RELATIONS].replace(b"</Relationships>", _STRINGS + b"</Relationships>")
    return parts | {name: sheet.encode(), "xl/sharedStrings.xml": part.encode(), _RELATIONS: related}


def template(build: Callable[[Any], None], **changes: bytes) -> ExcelTemplate:
    """Return the template that `build` makes."""
    return ExcelTemplate("tasks.xlsx", packed(build) | changes)


def opened(data: bytes) -> Any:
    """Return a filled workbook as openpyxl reads it."""
    return load_workbook(io.BytesIO(data))


def filled(build: Callable[[Any], None], view: View) -> Any:
    """Return the first sheet of the filled workbook."""
    return opened(template(build).fill(view)).worksheets[0]
