"""Texts that `#` cuts short: behind a blank it begins a comment, though what follows looks like part of the value."""

from __future__ import annotations

import re

from collabkit.lang import Text
from collabkit.phrases import zh
from collabkit.problem import At, Fault, FilePath, FileProblem
from collabkit.source.parse_error import quoted
from collabkit.source.shape import field_name
from collabkit.source.wording import fit, short

_NUMBER = r"(?m)#\d{1,6}[)）」』》”\]}。，,；;]*(?=[ \t]*\r?$)"
"""`#1` at the end of a line: nobody writes a comment that is a bare number."""
_UNIT = (
    r"[\d.]*(?:天|日|周|月|年|人|台|个|次|套|万|元|小时|分钟|工作日|%"
    r"|(?:day|week|month|year|hour|minute|people|time)s?\b)"
)
_OTHER = (
    r"(?m)#[A-Z]{1,3}-?\d{1,4}[a-z]?[)）」』》”]?(?=[ \t]*\r?$)"
    rf"|#(?!(?:19|20)\d\d\b)\d{{1,4}}(?:[、&+/~-]#?\d{{1,4}})*[ \t]+(?!{_UNIT})[^\s#][^\r\n]*"
)
"""`#A3` at the end of a line, `#2 cooling`: text, unless comments of this file stand close to their `#`."""
_OF_EXCEL = (
    r"(?m)#(?:(?:REF|VALUE|NUM|NULL|DIV/0|SPILL|CALC|BUSY|FIELD|WERT|BEZUG|ZAHL)!|N/A|NAME\?|#{3,}(?=[ \t]*\r?$))"
)
"""What a cell shows whose formula has no result, or whose column is too narrow."""
_CLOSE_COMMENT = r"(?m)(?:^|[ \t])#[^\s#!\dA-Z]"


def lost(text: str) -> dict[int, At]:
    """Return where comments stand that look like the end of a text, by the offset at which that text ends."""
    found: dict[int, At] = {}
    close: bool | None = None
    offset = text.find("#")
    while offset >= 0:
        following = text[offset + 1 : offset + 2]
        if text[offset - 1 : offset] in (" ", "\t") and (following.isalnum() or following == "#"):
            match = re.compile(_OF_EXCEL).match(text, offset) or re.compile(_NUMBER).match(text, offset)
            if match is None:
                close = bool(re.search(_CLOSE_COMMENT, text)) if close is None else close
                match = None if close else re.compile(_OTHER).match(text, offset)
            if match is not None:
                line = text.rfind("\n", 0, offset) + 1
                found[line + len(text[line:offset].rstrip(" \t"))] = (offset, len(match[0].rstrip()))
        offset = text.find("#", offset + 1)
    return found


def of_excel(comment: str) -> str | None:
    """Return the error value of a spreadsheet that a comment begins with; None when it does not."""
    match = re.match(_OF_EXCEL, comment)
    return match[0] if match else None


def error_value(path: FilePath, shown: str, at: At) -> Fault:
    """Return the fault of a value or part of a text that is `#REF!`, as a spreadsheet shows what has no result."""
    where = field_name(path)
    message = Text(
        zh(where.zh, f"写的是表格里的错误值「{shown}」"), f"{where.en} holds '{shown}', an error value of a spreadsheet"
    )
    label = Text("表格没有算出结果", "the sheet had no result here")
    return Fault("hash-cuts-text", FileProblem(path, fit(message), label, told_of_error(shown)[1], at=at))


def told_of_error(shown: str) -> tuple[Text, Text]:
    """Return what is said of a spreadsheet's error value of which nobody knows whose value it is, and the help."""
    message = Text(f"「{shown}」是表格里的错误值", f"'{shown}' is an error value of a spreadsheet")
    return message, Text("到原表中找到正确的值，写在这里", "find the right value in the sheet, and write it here")


def cut(path: FilePath, value: str | None, comment: str, at: At) -> Fault:
    """Return the fault of a text at `path` that ends where `comment` begins."""
    shown, where = short(comment), field_name(path)
    message = Text(
        zh(where.zh, f"丢了「{shown}」：它成了注释"), f"'{shown}' is lost from {where.en}: it became a comment"
    )
    whole = quoted(f"{value} {comment}" if value else comment)
    help_ = Text(
        f"给整个值加上引号：{whole}；如果是注释，「#」后面空一格",
        f"put the whole value in quotes: {whole}; if it is a comment, put a blank behind '#'",
    )
    label = Text("空格后面的「#」开始一段注释", "behind a blank '#' begins a comment")
    return Fault("hash-cuts-text", FileProblem(path, fit(message), label, help_, at=at))
