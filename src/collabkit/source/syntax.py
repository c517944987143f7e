"""libyaml's complaints in the user's words: what is wrong, where a person would mend it, and how."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from yaml import MarkedYAMLError

from collabkit.lang import Text
from collabkit.problem import At, Fault, Path, Place, Problem

ILLEGAL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML, and every Office file after it, cannot hold."""
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)
_TAB_INDENT = re.compile(r"[ ]*\t")
_KEY_LINE = re.compile(r"\s*(?:- +)?[^\s\"'#\[{][^\"':]*:(?:\s|$)")
_CLOSED_UP = re.compile(r"\s*(?:- +)?([^\s:：\"'\[{#]+)\s*(：|:)\s*(\S.*)$")
_QUOTED_PART = re.compile(r"(\"[^\"]*\"|'[^']*')\s*(\S.*)$")


@dataclass(frozen=True, slots=True)
class _Trouble:
    """What libyaml said, where, and the text around it."""

    text: str
    context: str
    problem: str
    at: int
    opened: int | None
    last: At

    def line_at(self, offset: int) -> tuple[int, str]:
        """Return the offset at which the line of `offset` begins, and the line."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        return start, self.text[start : end if end >= 0 else None].rstrip("\r")

    def number(self, offset: int) -> int:
        """Return the number of the line of `offset`, from 1."""
        return self.text.count("\n", 0, offset) + 1


def explain(error: MarkedYAMLError, text: str, last: At) -> Fault:
    """Return the fault of `error`; `last` is the stretch of the last scalar that could be read."""
    mark, opened = error.problem_mark, error.context_mark
    size = len(text)
    trouble = _Trouble(
        text,
        error.context or "",
        error.problem or "",
        min(mark.index if mark else 0, size),
        min(opened.index, size) if opened else None,
        last,
    )
    found = next((problem for cause in _CAUSES if (problem := cause(trouble)) is not None), None)
    return Fault("yaml-syntax", found or _unknown(trouble))


def bad_character(text: str, position: int) -> Fault:
    """Return the fault of the first character that a YAML file cannot hold."""
    match = ILLEGAL.search(text)
    offset = match.start() if match else min(position, len(text))
    code = f"U+{ord(match[0]):04X}" if match else "?"
    message = Text(f"不允许的控制字符 {code}", f"control character {code} is not allowed")
    help_ = Text("删去这个看不见的字符", "delete this invisible character")
    return Fault("yaml-syntax", Problem((), message, help=help_, at=(offset, 1)))


def escaped_control(value: str, path: Path, at: At) -> Fault:
    """Return the fault of a double-quoted text that escapes a character no form can hold."""
    match = ILLEGAL.search(value)
    code = f"U+{ord(match[0]):04X}" if match else "?"
    message = Text(
        f"文字里有控制字符 {code}，表单写不下", f"the text holds control character {code}, which no form can hold"
    )
    help_ = Text("删去这个转义字符；换行用 \\n", "delete this escape; a line break is \\n")
    return Fault("yaml-syntax", Problem(path, message, help=help_, at=at))


def bad_alias(name: str, path: Path, at: At, *, known: bool) -> Fault:
    """Return the fault of `*name` without an anchor, or inside its own anchor."""
    if known:
        message = Text(f"「*{name}」包含了它自己", f"'*{name}' contains itself")
        help_ = Text("直接写出内容，不要引用自己", "write the content out; a value cannot repeat itself")
    else:
        message = Text(f"「*{name}」引用的「&{name}」不存在", f"'*{name}' refers to '&{name}', which does not exist")
        help_ = Text(f'如果是文字，请加引号："*{name}"', f'if it is text, put it in quotes: "*{name}"')
    return Fault("yaml-syntax", Problem(path, message, help=help_, at=at))


def _conflict(trouble: _Trouble) -> Problem | None:
    marks = list(_CONFLICT.finditer(trouble.text))
    if not any(mark[1] == "<<<<<<<" for mark in marks):
        return None
    first, last = marks[0], marks[-1]
    lines = trouble.number(first.start()), trouble.number(last.start())
    return Problem(
        (),
        Text(
            f"第 {lines[0]} 行到第 {lines[1]} 行有没解决的合并冲突",
            f"unresolved merge conflict between lines {lines[0]} and {lines[1]}",
        ),
        help=Text("选定一边的内容，删去三行标记", "keep one side and delete the three marker lines"),
        at=(first.start(), first.end() - first.start()),
        places=(
            Place((), Text("冲突到这里为止", "the conflict ends here"), at=(last.start(), last.end() - last.start())),
        ),
    )


def _tab(trouble: _Trouble) -> Problem | None:
    for offset in (trouble.at, trouble.last[0] + trouble.last[1]):
        start, line = trouble.line_at(offset)
        match = _TAB_INDENT.match(line)
        if match and offset <= start + match.end() + len(line[match.end() :]) and "tab" in _kind(trouble):
            number = trouble.number(start)
            return Problem(
                (),
                Text(
                    f"第 {number} 行用制表符（Tab）缩进；YAML 只能用空格",
                    f"line {number} is indented with a tab; YAML allows only spaces",
                ),
                help=Text("把制表符换成两个空格", "replace each tab by two spaces"),
                at=(start + match.end() - 1, 1),
            )
    return None


def _kind(trouble: _Trouble) -> str:
    """Return `tab` when the complaint can come from a tab, else an empty text."""
    says_tab = "tab" in trouble.problem
    at_tab = trouble.text[trouble.at : trouble.at + 1] == "\t"
    return "tab" if says_tab or at_tab or "mapping values" in trouble.problem else ""


def _open_quote(trouble: _Trouble) -> Problem | None:
    if "quoted scalar" not in trouble.context or trouble.opened is None:
        return None
    if "end of stream" not in trouble.problem and "document indicator" not in trouble.problem:
        return None
    return _unclosed_quote(trouble, trouble.opened, trouble.at)


def _quote_over_lines(trouble: _Trouble) -> Problem | None:
    """A quote closed only by the opening quote of a later value: the line that misses its quote is the first."""
    start, length = trouble.last
    value = trouble.text[start : start + length]
    if value[:1] not in ("'", '"') or "\n" not in value or not trouble.at >= start + length:
        return None
    later = value.split("\n")[1:]
    if trouble.at - start - length > 1 or not any(_KEY_LINE.match(line) for line in later):
        return None
    return _unclosed_quote(trouble, start, start + length - 1)


def _unclosed_quote(trouble: _Trouble, opened: int, found: int) -> Problem:
    quote = trouble.text[opened]
    number = trouble.number(opened)
    return Problem(
        (),
        Text(f"第 {number} 行的引号 {quote} 没有配对", f"the quote {quote} on line {number} is never closed"),
        label=Text("从这里开始", "opened here"),
        help=Text(f"在第 {number} 行的值末尾补上 {quote}", f"add {quote} at the end of the value on line {number}"),
        at=(opened, 1),
        places=(Place((), Text("到这里才发现没有配对", "found out here"), at=_visible(trouble, found)),),
    )


def _open_bracket(trouble: _Trouble) -> Problem | None:
    if trouble.opened is None or not trouble.context.endswith(("flow sequence", "flow mapping")):
        return None
    bracket = trouble.text[trouble.opened : trouble.opened + 1]
    if bracket not in ("[", "{"):
        return None
    if trouble.number(trouble.opened) == trouble.number(trouble.at) and not _at_line_end(trouble):
        return _lost_comma(trouble, bracket)
    close = "]" if bracket == "[" else "}"
    what = Text("列表", "list") if bracket == "[" else Text("映射", "mapping")
    number = trouble.number(trouble.opened)
    return Problem(
        (),
        Text(f"「{bracket}」开头的{what.zh}没有结束", f"the {what.en} opened with '{bracket}' is never closed"),
        label=Text("从这里开始", "opened here"),
        help=Text(f"在第 {number} 行末尾补上「{close}」", f"add '{close}' at the end of line {number}"),
        at=(trouble.opened, 1),
        places=(Place((), Text("读到这里时还没有结束", "still open here"), at=_visible(trouble, trouble.at)),),
    )


def _at_line_end(trouble: _Trouble) -> bool:
    _, line = trouble.line_at(trouble.at)
    start, _ = trouble.line_at(trouble.at)
    return not line[trouble.at - start :].strip()


def _lost_comma(trouble: _Trouble, bracket: str) -> Problem:
    at = _visible(trouble, trouble.at)
    char = trouble.text[at[0] : at[0] + 1]
    if char in "]}":
        close = "]" if bracket == "[" else "}"
        message = Text(f"「{bracket}」用「{char}」结束了", f"'{bracket}' is closed by '{char}'")
        help_ = Text(f"这里应当是「{close}」", f"write '{close}' here")
    else:
        message = Text("这里前面缺一个逗号", "a comma is missing before this")
        help_ = Text(
            "用「, 」分隔各项；含冒号或逗号的文字请加引号", "separate with ', '; quote texts that hold ':' or ','"
        )
    places = () if trouble.opened is None else (Place((), Text("从这里开始", "opened here"), at=(trouble.opened, 1)),)
    return Problem((), message, help=help_, at=at, places=places)


def _stray_bracket(trouble: _Trouble) -> Problem | None:
    char = trouble.text[trouble.at : trouble.at + 1]
    bracket = char in ("]", "}")
    if trouble.text[trouble.at - 1 : trouble.at] in ("]", "}") and not char.strip():
        char, bracket = trouble.text[trouble.at - 1], True
    if not bracket or not ("node content" in trouble.problem or "expected key" in trouble.problem):
        return None
    where = trouble.at if trouble.text[trouble.at : trouble.at + 1] == char else trouble.at - 1
    message = Text(f"多了一个「{char}」", f"there is a '{char}' too many")
    help_ = Text("删去它；如果是文字，请给值加引号", "delete it, or put the value in quotes if it is text")
    return Problem((), message, help=help_, at=(where, 1))


def _special_start(trouble: _Trouble) -> Problem | None:
    """A value that begins with a character YAML keeps for itself."""
    where = trouble.at if trouble.opened is None else trouble.opened
    char = trouble.text[where : where + 1]
    if char not in tuple("@`%*&!,|>") or "quoted" in trouble.context or "directive" in trouble.context:
        return None
    if char in "|>" and "block scalar" not in trouble.context:
        return None
    value = _value_from(trouble, where)
    return Problem(
        (),
        Text(f"值不能以「{char}」开头", f"a value cannot begin with '{char}'"),
        help=Text(f"给值加上引号：{_quoted(value)}", f"put the value in quotes: {_quoted(value)}"),
        at=(where, max(len(value), 1)),
    )


def _after_alias(trouble: _Trouble) -> Problem | None:
    """`*ana b`: libyaml has read an alias and stumbles over what follows."""
    start, line = trouble.line_at(trouble.at)
    before = line[: trouble.at - start]
    match = re.search(r"(?:^|[:\-\[,] )\s*(\*\S+\s+)$", before)
    if not match or "expected" not in trouble.problem:
        return None
    where = start + match.start(1)
    value = _value_from(trouble, where)
    return Problem(
        (),
        Text("值不能以「*」开头", "a value cannot begin with '*'"),
        help=Text(f"给值加上引号：{_quoted(value)}", f"put the value in quotes: {_quoted(value)}"),
        at=(where, len(value)),
    )


def _backslash(trouble: _Trouble) -> Problem | None:
    if trouble.context != "while parsing a quoted scalar" or trouble.opened is None:
        return None
    where = trouble.text.rfind("\\", trouble.opened, trouble.at + 1)
    where = where if where >= 0 else trouble.at
    end = trouble.text.find('"', trouble.at)
    value = trouble.text[trouble.opened + 1 : end] if end >= 0 else ""
    simple = value and "\n" not in value and "'" not in value and len(value) <= 40
    return Problem(
        (),
        Text("双引号里的反斜杠「\\」不是有效的转义", "the backslash in double quotes is no valid escape"),
        help=Text(f"改用单引号：'{value}'", f"use single quotes: '{value}'")
        if simple
        else Text("改用单引号，或写成「\\\\」", "use single quotes, or write \\\\"),
        at=(where, max(trouble.at - where + 1, 1)),
    )


def _quote_inside(trouble: _Trouble) -> Problem | None:
    """Text goes on behind a closing quote or bracket: `'don't'`, `"say "hi""`, `[x] y`."""
    start, length = trouble.last
    if "expected key" not in trouble.problem and "mapping values" not in trouble.problem:
        return None
    line_start, line = trouble.line_at(trouble.at)
    value = trouble.text[start : start + length]
    if value[:1] in ("'", '"') and start >= line_start and trouble.at >= start + length:
        rest = trouble.text[start : line_start + len(line)]
        return Problem(
            (),
            Text("引号结束之后还有文字", "there is text behind the closing quote"),
            help=Text(
                f"值里的引号要写两遍，或换另一种引号：{_quoted(rest.strip(value[0]))}",
                f"double the quote inside, or use the other kind: {_quoted(rest.strip(value[0]))}",
            ),
            at=_visible(trouble, trouble.at),
            places=(Place((), Text("引号里的文字到此为止", "the quoted text is only this"), at=(start, length)),),
        )
    if line[: trouble.at - line_start].rstrip().endswith(("]", "}")):
        message = Text("「]」或「}」之后还有文字", "there is text behind the closing bracket")
        help_ = Text("删去后面的文字，或给整个值加引号", "delete it, or put the whole value in quotes")
        return Problem((), message, help=help_, at=_visible(trouble, trouble.at))
    return None


def _colon(trouble: _Trouble) -> Problem | None:
    """`name:App`, `name：App` or a line that is no `key: value` at all."""
    if "expected ':'" not in trouble.problem or trouble.opened is None:
        return None
    return _line_without_colon(trouble, trouble.opened)


def _line_without_colon(trouble: _Trouble, offset: int) -> Problem:
    start, line = trouble.line_at(offset)
    number = trouble.number(offset)
    whole = (start + len(line) - len(line.lstrip()), max(len(line.strip()), 1))
    match = _CLOSED_UP.match(line)
    if match and match[2] == "：":
        return Problem(
            (),
            Text(f"第 {number} 行用了全角冒号「：」", f"line {number} has a full-width colon '：'"),
            help=Text(f"改成半角冒号加空格：{match[1]}: …", f"write a plain colon and a blank: {match[1]}: …"),
            at=(start + match.start(2), 1),
        )
    if match:
        return Problem(
            (),
            Text(f"第 {number} 行的冒号后面缺空格", f"line {number} lacks a blank after the colon"),
            help=Text(f"写成「{match[1]}: {_cut(match[3])}」", f"write '{match[1]}: {_cut(match[3])}'"),
            at=(start + match.start(2), 1),
        )
    if line.lstrip().startswith("-"):
        return Problem(
            (),
            Text(f"第 {number} 行的「-」后面缺空格", f"line {number} lacks a blank after '-'"),
            help=Text("写成「- 值」", "write '- value'"),
            at=(whole[0], 1),
        )
    return Problem(
        (),
        Text(f"第 {number} 行不是「键: 值」", f"line {number} is not 'key: value'"),
        help=Text("补上键和冒号，或并入上一行的值", "add a key and a colon, or join it to the value above"),
        at=whole,
    )


def _colon_in_value(trouble: _Trouble) -> Problem | None:
    """`a: b: c`, or a line that is indented as if it belonged to the text above."""
    if "mapping values" not in trouble.problem:
        return None
    start, line = trouble.line_at(trouble.at)
    before = line[: trouble.at - start]
    first = re.match(r"\s*(?:- +)*[^\s:][^:]*:\s+(?=\S)", before)
    if first:
        value = line[first.end() :].split(" #", 1)[0].rstrip()
        return Problem(
            (),
            Text("值里有没加引号的冒号", "the value holds a colon that is not in quotes"),
            help=Text(f"给值加上引号：{_quoted(value)}", f"put the value in quotes: {_quoted(value)}"),
            at=(start + first.end(), len(value)),
        )
    above = trouble.last[0]
    if trouble.number(above) < trouble.number(trouble.at) and ":" not in trouble.text[above : sum(trouble.last)]:
        above_line = trouble.line_at(above)[1]
        if not _KEY_LINE.match(above_line):
            return _line_without_colon(trouble, above)
    return _indent(trouble, start, line)


def _indent(trouble: _Trouble, start: int, line: str) -> Problem:
    number = trouble.number(start)
    blanks = len(line) - len(line.lstrip())
    return Problem(
        (),
        Text(f"第 {number} 行的缩进对不上", f"the indentation of line {number} fits nothing above it"),
        help=Text(
            "同一层的键左对齐，下一层多缩进两个空格", "align keys of one level; indent the next level by two spaces"
        ),
        at=(start + blanks, max(len(line.strip().split(":")[0]), 1)),
    )


def _layout(trouble: _Trouble) -> Problem | None:
    """Keys and dashes that stand in a column where nothing is open."""
    expected = ("expected key", "'-' indicator", "<document start>")
    if not any(part in trouble.problem for part in expected):
        return None
    start, line = trouble.line_at(trouble.at)
    if "<document start>" in trouble.problem and trouble.text[:start].rstrip().endswith("..."):
        message = Text("「...」之后不能再有内容", "nothing may follow '...'")
        return Problem(
            (), message, help=Text("删去「...」这一行", "delete the line '...'"), at=_visible(trouble, trouble.at)
        )
    if "'-' indicator" in trouble.problem and not line.lstrip().startswith("- "):
        message = Text(
            f"第 {trouble.number(start)} 行与列表项对齐，却没有「- 」",
            f"line {trouble.number(start)} stands where a list item '- ' is expected",
        )
        help_ = Text("补上「- 」，或调整缩进使它属于别的键", "add '- ', or change the indentation to leave the list")
        return Problem((), message, help=help_, at=_visible(trouble, start + len(line) - len(line.lstrip())))
    return _indent(trouble, start, line)


def _dash_in_line(trouble: _Trouble) -> Problem | None:
    if "block sequence entries" not in trouble.problem and "mapping keys" not in trouble.problem:
        return None
    value = _value_from(trouble, trouble.at)
    char = value[:1]
    message = Text(f"「{char} 」不能写在键的同一行", f"'{char} ' cannot follow a key on its line")
    help_ = Text(
        f"换行再写；如果是文字，请加引号：{_quoted(value)}",
        f"start a new line, or put text in quotes: {_quoted(value)}",
    )
    return Problem((), message, help=help_, at=(trouble.at, max(len(value), 1)))


def _directive(trouble: _Trouble) -> Problem | None:
    start, line = trouble.line_at(trouble.at)
    if "directive" not in trouble.context + trouble.problem and "incompatible" not in trouble.problem:
        return None
    message = Text("「%」开头的指令行读不懂", "this line begins with '%', a directive that is not understood")
    help_ = Text("删去这一行；如果是文字，请加引号", "delete the line, or put the value in quotes if it is text")
    return Problem((), message, help=help_, at=(start, max(len(line), 1)))


def _block_text(trouble: _Trouble) -> Problem | None:
    if trouble.context != "while scanning a block scalar" or trouble.opened is None:
        return None
    value = _value_from(trouble, trouble.opened)
    message = Text("「|」或「>」后面只能换行写文字", "after '|' or '>' the text starts on the next line")
    help_ = Text(
        f"换行并缩进，或给值加引号：{_quoted(value)}", f"break the line and indent, or use quotes: {_quoted(value)}"
    )
    return Problem((), message, help=help_, at=(trouble.opened, max(len(value), 1)))


def _tag(trouble: _Trouble) -> Problem | None:
    if "tag" not in trouble.context + trouble.problem:
        return None
    return _special_start(trouble) or _unknown(trouble)


def _unknown(trouble: _Trouble) -> Problem:
    message = Text("这里不是有效的 YAML", "this is not valid YAML")
    help_ = Text(
        "检查缩进、引号和括号；有特殊字符的值请加引号", "check indentation, quotes and brackets; quote special values"
    )
    return Problem((), message, help=help_, at=_visible(trouble, trouble.at))


_CAUSES: tuple[Callable[[_Trouble], Problem | None], ...] = (
    _conflict,
    _tab,
    _directive,
    _open_quote,
    _backslash,
    _quote_over_lines,
    _block_text,
    _special_start,
    _after_alias,
    _open_bracket,
    _stray_bracket,
    _quote_inside,
    _colon,
    _colon_in_value,
    _dash_in_line,
    _layout,
    _tag,
)


def _visible(trouble: _Trouble, offset: int) -> At:
    """Return the word at `offset`; at the end of the text, the end of the last line that says something."""
    if not trouble.text[offset:].strip():
        offset = max(len(trouble.text.rstrip()) - 1, 0)
        return offset, min(1, len(trouble.text) - offset)
    start, line = trouble.line_at(offset)
    rest = line[offset - start :]
    if not rest.strip():
        return offset, 0
    blanks = len(rest) - len(rest.lstrip())
    word = re.match(r"[^\s:,\]}]+|\S", rest[blanks:])
    return offset + blanks, len(word[0]) if word else 1


def _value_from(trouble: _Trouble, offset: int) -> str:
    start, line = trouble.line_at(offset)
    return line[offset - start :].split(" #", 1)[0].rstrip()


def _quoted(value: str) -> str:
    short = _cut(value)
    if '"' not in short and "\\" not in short:
        return f'"{short}"'
    return "'" + short.replace("'", "''") + "'"


def _cut(value: str) -> str:
    return value if len(value) <= 30 else value[:29] + "…"
