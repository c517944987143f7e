"""Syntax errors of lists and mappings in brackets."""

from __future__ import annotations

from collabkit.lang import Text
from collabkit.problem import TOP, FilePlace, FileProblem
from collabkit.source.parse_error import Trouble

_CLOSING = {"[": "]", "{": "}"}
_OPENED = Text("从这里开始", "opened here")


def in_brackets(trouble: Trouble) -> FileProblem | None:
    """A list or mapping that is not closed, closed by the wrong bracket, or lacks a comma."""
    opened = trouble.opened
    if opened is None or not trouble.context.endswith(("flow sequence", "flow mapping")):
        return None
    bracket = trouble.char(opened)
    if bracket not in _CLOSING:
        return None
    start, line = trouble.line_at(trouble.at)
    if trouble.char(trouble.at) in ("]", "}"):
        return _wrong_bracket(trouble, opened, bracket)
    if opened >= start and line[trouble.at - start :].strip():
        return _lost_comma(trouble, opened)
    return _never_closed(trouble, opened, bracket)


def _never_closed(trouble: Trouble, opened: int, bracket: str) -> FileProblem:
    what = Text("列表", "list") if bracket == "[" else Text("映射", "mapping")
    number, close = trouble.number(opened), _CLOSING[bracket]
    found = FilePlace(TOP, Text("读到这里时还没有结束", "still open here"), at=trouble.visible(trouble.at))
    return FileProblem(
        TOP,
        Text(f"「{bracket}」开头的{what.zh}没有结束", f"the {what.en} opened with '{bracket}' is never closed"),
        label=_OPENED,
        help=Text(f"在第 {number} 行末尾补上「{close}」", f"add '{close}' at the end of line {number}"),
        at=(opened, 1),
        places=(found,),
    )


def _wrong_bracket(trouble: Trouble, opened: int, bracket: str) -> FileProblem:
    char, close = trouble.char(trouble.at), _CLOSING[bracket]
    return FileProblem(
        TOP,
        Text(f"「{bracket}」用「{char}」结束了", f"'{bracket}' is closed by '{char}'"),
        help=Text(f"这里应当是「{close}」", f"write '{close}' here"),
        at=(trouble.at, 1),
        places=(FilePlace(TOP, _OPENED, at=(opened, 1)),),
    )


def _lost_comma(trouble: Trouble, opened: int) -> FileProblem:
    return FileProblem(
        TOP,
        Text("这里前面缺一个逗号", "a comma is missing before this"),
        help=Text(
            "各项用「, 」分隔；含冒号或逗号的文字请加引号",
            "separate items with ', '; put texts that hold ':' or ',' in quotes",
        ),
        at=trouble.visible(trouble.at),
        places=(FilePlace(TOP, _OPENED, at=(opened, 1)),),
    )


def nothing_between_commas(trouble: Trouble) -> FileProblem | None:
    """`[ , ]`, or a `- item` inside of brackets."""
    if trouble.context != "while parsing a flow node":
        return None
    char = trouble.char(trouble.at)
    if char == "-":
        message = Text("方括号里不能再用「- 」", "'- ' has no place inside of brackets")
    elif char == ",":
        message = Text("这个逗号前面没有内容", "there is nothing before this comma")
    else:
        return None
    help_ = Text("写成 [甲, 乙]，项与项之间一个逗号", "write [a, b], with one comma between items")
    return FileProblem(TOP, message, help=help_, at=(trouble.at, 1))


def stray_bracket(trouble: Trouble) -> FileProblem | None:
    """A closing bracket where nothing is open."""
    if not trouble.says("node content", "expected key"):
        return None
    # libyaml gives up behind the bracket when a line break follows it.
    for where in (trouble.at, trouble.at - 1):
        char = trouble.char(where) if where >= 0 else ""
        if char in ("]", "}") and not trouble.char(where + 1).strip():
            message = Text(f"多了一个「{char}」", f"there is a '{char}' too many")
            help_ = Text("删去它；如果是文字，请给值加引号", "delete it, or put the value in quotes if it is text")
            return FileProblem(TOP, message, help=help_, at=(where, 1))
    return None


def behind_bracket(trouble: Trouble) -> FileProblem | None:
    """Text behind a closing bracket: `[x] y`."""
    if not trouble.says("expected key", "mapping values"):
        return None
    start, line = trouble.line_at(trouble.at)
    if not line[: trouble.at - start].rstrip().endswith(("]", "}")):
        return None
    return FileProblem(
        TOP,
        Text("「]」或「}」之后还有文字", "there is text behind the closing bracket"),
        help=Text("删去后面的文字，或给整个值加引号", "delete it, or put the whole value in quotes"),
        at=trouble.visible(trouble.at),
    )
