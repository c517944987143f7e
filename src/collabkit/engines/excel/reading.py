"""Reads back what a filled workbook remembers, also after Excel, WPS or LibreOffice has saved it again."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from collabkit.engines.excel.origin import SHEET, VERSION, Block, Origin, OriginCell, OriginRow, digest
from collabkit.engines.excel.xml import RELATIONS, main, text_of, unescape
from collabkit.engines.opc.markup import Element, PartError
from collabkit.engines.opc.package import read_package
from collabkit.engines.opc.parts import Parts
from collabkit.errors import InputError
from collabkit.lang import Lang, Text

_ABOUT = 7


def read_origin(data: bytes, name: str = "") -> Origin:
    """Return what the workbook `data` remembers; InputError when it is no workbook that collabkit has filled.

    `name` is what messages call the workbook.
    """
    parts = read_package(data, name=name, error=InputError)
    try:
        return _origin(_lines(Parts(parts)))
    except PartError as cause:
        raise InputError(
            Text(f"{name} 已损坏：{cause.part} ", f"{name} is damaged: {cause.part} ") + cause.reason,
            Text("请在 Excel 中打开并重新另存为 .xlsx", "open it in Excel and save it as .xlsx again"),
        ) from cause
    except (LookupError, ValueError, TypeError, RecursionError, StopIteration) as cause:
        raise InputError(
            Text(f"{name} 不是 collabkit 生成的工作簿", f"{name} is not a workbook that collabkit has written"),
            Text("请使用 collabkit render 生成的文件", "use a file that collabkit render has written"),
        ) from cause


def _lines(parts: Parts) -> list[list[str]]:
    main_part = next(found.part for found in parts.relationships("") if found.kind == "officeDocument")
    book, related = parts.xml(main_part), list(parts.relationships(main_part))
    key = next(s.get(f"{{{RELATIONS}}}id") for s in book.iter(main("sheet")) if s.get("name") == SHEET)
    sheet = parts.xml(next(found.part for found in related if found.key == key))
    texts = next((found.part for found in related if found.kind == "sharedStrings"), "")
    strings = [text_of(item) for item in parts.xml(texts).iterchildren(main("si"))] if texts in parts.data else []
    rows = ([_value(cell, strings) for cell in row] for row in sheet.iter(main("row")))
    return [row for row in rows if row]


def _value(cell: Element, strings: list[str]) -> str:
    inline, value = cell.find(main("is")), cell.find(main("v"))
    if inline is not None:
        return text_of(inline)
    text = "" if value is None else value.text or ""
    return strings[int(text)] if cell.get("t") == "s" else unescape(text)


def _origin(lines: list[list[str]]) -> Origin:
    about: dict[str, str] = {line[0]: line[1] if len(line) > 1 else "" for line in lines[:_ABOUT]}
    if int(about["collabkit"]) != VERSION:
        raise ValueError("another version of the layout")
    facts = [_joined(line) for line in lines[_ABOUT:]]
    return Origin(
        version=VERSION,
        form=about["form"],
        project=about["project"],
        code=about["code"],
        language=Lang(about["language"]),
        day=date.fromisoformat(about["day"]),
        fingerprint=about["fingerprint"],
        cells=tuple(OriginCell(*fact[1:]) for fact in facts if fact[0] == "cell"),
        blocks=tuple(_block(fact, facts) for fact in facts if fact[0] == "block"),
        intact=digest(text for fact in facts for text in fact) == about["fingerprint"],
    )


_LENGTHS = {"cell": 5, "block": 4, "column": 4, "row": 5}


def _joined(line: list[str]) -> list[str]:
    last = _LENGTHS[line[0]] - 1
    padded = line + [""] * (last + 1 - len(line))
    return [*padded[:last], "".join(padded[last:])]


def _block(block: list[str], facts: list[list[str]]) -> Block:
    number = block[1]
    columns = {fact[2]: fact[3] for fact in facts if fact[0] == "column" and fact[1] == number}
    rows = (fact for fact in facts if fact[0] == "row" and fact[1] == number)
    fields = list(columns.values())
    return Block(block[2], block[3], columns, tuple(_row(fact, fields) for fact in rows))


def _row(fact: list[str], fields: list[str]) -> OriginRow:
    base: Any = json.loads(fact[4])
    return OriginRow(int(fact[2]), fact[3], dict(zip(fields, base, strict=True)))
