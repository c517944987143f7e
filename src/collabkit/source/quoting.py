"""Syntax errors that quotes mend: quotes left open, and values that need them."""

from __future__ import annotations

import re

from collabkit.lang import Text
from collabkit.problem import TOP, FilePlace, FileProblem
from collabkit.source.parse_error import KEY_LINE, Trouble, quoted

_BEFORE_VALUE = r"\s*(?:- +)*[^\s:][^:]*:\s+(?=\S)"
_BEHIND = r"[ \t]*[^\s\"',:\]}][^\n\"':,\]}]*(?=[,\]}])"
"""Text between a closing quote and the end of the item."""
_ALIAS_BEFORE = r"(?:^|[:\-\[,] )\s*(\*\S+\s+)$"


def open_quote(trouble: Trouble) -> FileProblem | None:
    """A quote that the file ends in."""
    if "quoted scalar" not in trouble.context or trouble.opened is None:
        return None
    if not trouble.says("end of stream", "document indicator"):
        return None
    return _unclosed(trouble, trouble.opened, trouble.at)


def quote_over_lines(trouble: Trouble) -> FileProblem | None:
    """A quote closed only by the opening quote of a later value: the line that misses its quote is the first."""
    value, end = trouble.last_text(), sum(trouble.last)
    if value[:1] not in ("'", '"') or "\n" not in value or not end <= trouble.at <= end + 1:
        return None
    if not any(KEY_LINE.match(line) for line in value.split("\n")[1:]):
        return None
    return _unclosed(trouble, trouble.last[0], end - 1)


def _unclosed(trouble: Trouble, opened: int, found: int) -> FileProblem:
    quote, number = trouble.text[opened], trouble.number(opened)
    end = FilePlace(TOP, Text("到这里才发现没有配对", "found out here"), at=trouble.visible(found))
    other = next((char for char in trouble.value_from(opened) if char in "“”‘’〝〞＂"), None)
    if other is not None:
        help_ = Text(f"把「{other}」改成半角引号 {quote}", f"replace {other} by the plain quote {quote}")
    else:
        help_ = Text(f"在第 {number} 行的值末尾补上 {quote}", f"add {quote} at the end of the value on line {number}")
    return FileProblem(
        TOP,
        Text(f"第 {number} 行的引号 {quote} 没有配对", f"the quote {quote} on line {number} is never closed"),
        label=Text("从这里开始", "opened here"),
        help=help_,
        at=(opened, 1),
        places=(end,),
    )


def special_start(trouble: Trouble) -> FileProblem | None:
    """A value that begins with a character YAML keeps for itself."""
    where = trouble.at if trouble.opened is None else trouble.opened
    char = trouble.char(where)
    if char not in tuple("@`%*&!,") or "quoted" in trouble.context:
        return None
    return _needs_quotes(trouble, where)


def after_alias(trouble: Trouble) -> FileProblem | None:
    """`*ana b`: libyaml has read an alias and stumbles over what follows."""
    start, line = trouble.line_at(trouble.at)
    match = re.search(_ALIAS_BEFORE, line[: trouble.at - start])
    return _needs_quotes(trouble, start + match.start(1)) if match and trouble.says("expected") else None


def _needs_quotes(trouble: Trouble, where: int) -> FileProblem:
    char, value = trouble.char(where), trouble.value_from(where)
    if _is_in_brackets(trouble, where):
        value = re.split(r"[,\]}]", value, maxsplit=1)[0].rstrip()
    return FileProblem(
        TOP,
        Text(f"值不能以「{char}」开头", f"a value cannot begin with '{char}'"),
        help=Text(f"给值加上引号：{quoted(value)}", f"put the value in quotes: {quoted(value)}"),
        at=(where, max(len(value), 1)),
    )


def _is_in_brackets(trouble: Trouble, where: int) -> bool:
    """Return whether a bracket that its line opens before `where` is still open there."""
    start, line = trouble.line_at(where)
    before = re.sub(r"\"[^\"]*\"|'[^']*'", "", line[: where - start])
    return sum(map(before.count, "[{")) > sum(map(before.count, "]}"))


def backslash(trouble: Trouble) -> FileProblem | None:
    """A Windows path in double quotes, where `\\` begins an escape."""
    if trouble.context != "while parsing a quoted scalar" or trouble.opened is None:
        return None
    where = trouble.text.rfind("\\", trouble.opened, trouble.at + 1)
    where = where if where >= 0 else trouble.at
    end = trouble.text.find('"', trouble.at)
    value = trouble.text[trouble.opened + 1 : end] if end >= 0 else ""
    if value and "\n" not in value and "'" not in value and len(value) <= 40:
        help_ = Text(f"改用单引号：'{value}'", f"use single quotes: '{value}'")
    else:
        help_ = Text("改用单引号，或写成「\\\\」", "use single quotes, or write \\\\")
    return FileProblem(
        TOP,
        Text("双引号里的反斜杠「\\」不是有效的转义", "the backslash in double quotes is not a valid escape"),
        help=help_,
        at=(where, max(trouble.at - where + 1, 1)),
    )


def quote_inside(trouble: Trouble) -> FileProblem | None:
    """Text goes on behind a closing quote: `'don't'`, `"say "hi""`."""
    value, (start, length) = trouble.last_text(), trouble.last
    line_start, _ = trouble.line_at(trouble.at)
    if not trouble.says("expected key", "mapping values") or value[:1] not in ("'", '"'):
        return None
    if not line_start <= start <= trouble.at - length:
        return None
    return _goes_on(trouble, trouble.value_from(start))


def quote_inside_brackets(trouble: Trouble) -> FileProblem | None:
    """The same inside of brackets: `{name: "New" hall}`; another quoted text or a key behind it lacks a comma only."""
    value, (start, length) = trouble.last_text(), trouble.last
    if not trouble.context.endswith(("flow sequence", "flow mapping")) or value[:1] not in ("'", '"'):
        return None
    behind = re.compile(_BEHIND).match(trouble.text, start + length)
    if not behind or not start + length <= trouble.at <= behind.end():
        return None
    return _goes_on(trouble, trouble.text[start : behind.end()].rstrip())


def _goes_on(trouble: Trouble, whole: str) -> FileProblem:
    value, (start, length) = trouble.last_text(), trouble.last
    # 'don't' is quoted as a whole, "V2.0" launch is not.
    inner = whole[1:-1] if whole.endswith(value[0]) else whole
    return FileProblem(
        TOP,
        Text("引号结束之后还有文字", "there is text behind the closing quote"),
        help=Text(f"整个值换一种引号：{quoted(inner)}", f"put the whole value in the other quotes: {quoted(inner)}"),
        at=trouble.visible(trouble.at) if trouble.char(trouble.at) != ":" else (trouble.at, 1),
        places=(FilePlace(TOP, Text("引号里的文字到此为止", "the quoted text is only this"), at=(start, length)),),
    )


def colon_in_value(trouble: Trouble) -> FileProblem | None:
    """`a: b: c`."""
    if not trouble.says("mapping values"):
        return None
    start, line = trouble.line_at(trouble.at)
    first = re.match(_BEFORE_VALUE, line[: trouble.at - start])
    if not first:
        return None
    value = trouble.value_from(start + first.end())
    return FileProblem(
        TOP,
        Text("值里有没加引号的冒号", "the value holds a colon that is not in quotes"),
        help=Text(f"给值加上引号：{quoted(value)}", f"put the value in quotes: {quoted(value)}"),
        at=(start + first.end(), len(value)),
    )


def dash_in_line(trouble: Trouble) -> FileProblem | None:
    """`a: - b`, `a: ? b`."""
    if not trouble.says("block sequence entries", "mapping keys"):
        return None
    value = trouble.value_from(trouble.at)
    mark = value[:1]
    if not value.strip("-—?"):
        message = Text(f"「{value}」不能作值", f"'{value}' is no value")
        help_ = Text("没有就留空，或删去这一行", "leave it empty, or delete the line")
        return FileProblem(TOP, message, help=help_, at=(trouble.at, max(len(value), 1)))
    return FileProblem(
        TOP,
        Text(f"「{mark} 」不能写在键的同一行", f"'{mark} ' cannot follow a key on its line"),
        help=Text(
            f"换行再写；如果是文字，请加引号：{quoted(value)}",
            f"start a new line, or put text in quotes: {quoted(value)}",
        ),
        at=(trouble.at, max(len(value), 1)),
    )


def block_text(trouble: Trouble) -> FileProblem | None:
    """Text on the line of `|` or `>`."""
    if trouble.context != "while scanning a block scalar" or trouble.opened is None:
        return None
    value = trouble.value_from(trouble.opened)
    return FileProblem(
        TOP,
        Text("「|」或「>」后面只能换行写文字", "after '|' or '>' the text starts on the next line"),
        help=Text(
            f"换行并缩进，或给值加引号：{quoted(value)}", f"break the line and indent, or use quotes: {quoted(value)}"
        ),
        at=(trouble.opened, max(len(value), 1)),
    )
