"""Syntax errors of lines: tabs, indentation, lines without a key, merge conflicts."""

from __future__ import annotations

import re

from collabkit.lang import Text
from collabkit.model import Project
from collabkit.model.fields import models_under
from collabkit.problem import TOP, FilePlace, FileProblem
from collabkit.source import bullets
from collabkit.source.parse_error import KEY_LINE, Trouble
from collabkit.source.shape import known_keys
from collabkit.source.wording import short

_CONFLICT = r"(?m)^(?:<{7}|={7}|>{7})(?: [^\r\n]*)?(?=\r?$)"
_TAB_INDENT = r" *\t"
WIDE_BLANKS = ("\u00a0", "\u2002", "\u2003", "\u2009", "\u202f", "\u3000")
"""Blanks that look like spaces, as Chinese input methods and web pages make them."""
_WIDE_INDENT = rf"(?m)^ *([{''.join(WIDE_BLANKS)}]+)(?=[^\r\n]*\S)"
_ENTRY = r"([^\s:\"'{}\[\]#-][^:\"'{}\[\]#]*?)\s*(\{[^{}]*\}|\[[^\[\]]*\])"
"""An entry in brackets on one line whose key has no colon."""
_LONGEST_KEY = 40
_CLOSED_UP = r"\s*(?:- +)?([^\s:：\"'\[{#]+)\s*(：|:)\s*(\S.*)$"


def merge_conflict(trouble: Trouble) -> FileProblem | None:
    """Lines that git left in the file."""
    marks = list(re.finditer(_CONFLICT, trouble.text))
    if not any(mark[0].startswith("<") for mark in marks):
        return None
    first, last = marks[0], marks[-1]
    above, below = trouble.number(first.start()), trouble.number(last.start())
    return FileProblem(
        TOP,
        Text(
            f"第 {above} 行到第 {below} 行有没解决的合并冲突",
            f"unresolved merge conflict between lines {above} and {below}",
        ),
        help=Text("选定一边的内容，删去标记行", "keep one side and delete the marker lines"),
        at=(first.start(), len(first[0])),
        places=(FilePlace(TOP, Text("冲突到这里为止", "the conflict ends here"), at=(last.start(), len(last[0]))),),
    )


def tab(trouble: Trouble) -> FileProblem | None:
    """A line that is indented with a tab: the one libyaml names, or the first below the last value."""
    if not (trouble.says("tab", "mapping values") or trouble.char(trouble.at) == "\t"):
        return None
    for offset in (trouble.at, sum(trouble.last)):
        start, line = trouble.line_at(offset)
        match = re.match(_TAB_INDENT, line)
        if match:
            number = trouble.number(start)
            return FileProblem(
                TOP,
                Text(
                    f"第 {number} 行用制表符（Tab）缩进；YAML 只能用空格",
                    f"line {number} is indented with a tab; YAML allows only spaces",
                ),
                help=Text("把制表符换成两个空格", "replace each tab by two spaces"),
                at=(start + match.end() - 1, 1),
            )
    return None


def wide_indent(trouble: Trouble) -> FileProblem | None:
    """A line that is indented with full-width or no-break spaces, between the last value and the trouble."""
    if not trouble.says("expected key", "mapping values", "expected ':'", "'-' indicator", "cannot start"):
        return None
    first, (start, line) = trouble.line_at(min(trouble.last[0], trouble.at))[0], trouble.line_at(trouble.at)
    match = re.compile(_WIDE_INDENT).search(trouble.text, first, start + len(line))
    return _wide_blanks(trouble.text, match.span(1)) if match else None


def wide_key(text: str, key: str) -> FileProblem | None:
    """Return the problem of `key` when it begins with blanks that were meant to indent it; None when it does not."""
    if key[:1] not in WIDE_BLANKS:
        return None
    match = re.search(rf"^ *({re.escape(key)})[ \t]*:", text, re.MULTILINE)
    blanks = len(key) - len(key.lstrip())
    return _wide_blanks(text, (match.start(1), match.start(1) + blanks)) if match else None


def bullet_key(text: str, key: str) -> FileProblem | None:
    """Return the problem of `key` when it begins with a bullet and a blank; None when it does not."""
    taken = bullets.begins(key)
    match = re.search(rf"^ *({re.escape(key)})[ \t]*:.*$", text, re.MULTILINE) if key[1:2].isspace() and taken else None
    return _bullet(text, match.start(1), match[0].strip(), taken) if match else None


def _wide_blanks(text: str, stretch: tuple[int, int]) -> FileProblem:
    start, end = stretch
    number = text.count("\n", 0, start) + 1
    return FileProblem(
        TOP,
        Text(
            f"第 {number} 行的缩进里有全角空格或不间断空格",
            f"line {number} is indented with full-width or no-break spaces",
        ),
        help=Text("删去这些空格，用半角空格重新缩进", "delete them and indent with plain spaces"),
        at=(start, end - start),
    )


def bullet(trouble: Trouble) -> FileProblem | None:
    """`• item` or `1. item`, where YAML has `- item`."""
    start, line = trouble.line_at(trouble.at)
    text = line.strip()
    taken = bullets.begins(text)
    if not taken or not trouble.says("'-' indicator", "mapping values", "expected alphabetic", "alias", "expected key"):
        return None
    return _bullet(trouble.text, start + len(line) - len(line.lstrip()), text, taken)


def _bullet(text: str, at: int, line: str, taken: int) -> FileProblem:
    number, mark, right = text.count("\n", 0, at) + 1, line[:taken].strip(), short(f"- {line[taken:]}", 80)
    return FileProblem(
        TOP,
        Text(f"第 {number} 行用「{mark}」作列表符号", f"line {number} begins with '{mark}' instead of '- '"),
        help=Text(f"列表项以「- 」开头：{right}", f"begin the items of a list with '- ': {right}"),
        at=(at, len(mark)),
    )


def directive(trouble: Trouble) -> FileProblem | None:
    """A line that begins with `%`."""
    if "directive" not in trouble.context + trouble.problem and not trouble.says("incompatible"):
        return None
    start, line = trouble.line_at(trouble.at)
    return FileProblem(
        TOP,
        Text("「%」开头的指令行读不懂", "this line begins with '%', a directive that is not understood"),
        help=Text("删去这一行；如果是文字，请加引号", "delete the line, or put the value in quotes if it is text"),
        at=(start, max(len(line), 1)),
    )


def no_key(trouble: Trouble) -> FileProblem | None:
    """`name:App`, `name：App`, `-item`, or a line that is no `key: value` at all."""
    if trouble.says("expected ':'") and trouble.opened is not None:
        return _line_without_colon(trouble, trouble.opened)
    start, line = trouble.line_at(trouble.at)
    before = line[: trouble.at - start]
    if trouble.char(trouble.at) == ":" and not before.strip():
        message = Text("冒号前面没有键", "there is no key before the colon")
        return FileProblem(TOP, message, help=Text("在冒号前面写上键", "write a key before it"), at=(trouble.at, 1))
    if not trouble.says("mapping values") or start == 0:
        return None
    above_start, above = trouble.line_at(start - 1)
    if above.rstrip().endswith("：") and not KEY_LINE.match(above):
        return _wide_colon(trouble, above_start, above)
    if not above.strip() or KEY_LINE.match(above) or above.lstrip()[0] in "-#":
        return None
    # A heading right below another one, with its lines below it, is no second line of a text.
    heads = _level(above) < _level(line) and _opens(_line_above(trouble, above_start)[1], _level(above))
    return _line_without_colon(trouble, above_start) if heads or _level(above) == _level(line) else None


def _opens(line: str, level: int) -> bool:
    """Return whether `line` opens a block, the first line of which stands at `level`."""
    return _level(line) < level and line.split(" #")[0].rstrip().endswith(":")


def _line_without_colon(trouble: Trouble, offset: int) -> FileProblem:
    start, line = trouble.line_at(offset)
    number, text = trouble.number(offset), line.strip()
    indent = len(line) - len(line.lstrip())
    match = re.compile(_CLOSED_UP).match(line, offset - start)
    if match:
        return _closed_up(number, match, start)
    if text.startswith("-"):
        message = Text(f"第 {number} 行的「-」后面缺空格", f"line {number} lacks a blank after '-'")
        shown = short(text.lstrip("-"))
        help_ = Text(f"写成「- {shown}」", f"write '- {shown}'")
        return FileProblem(TOP, message, help=help_, at=(start + indent, 1))
    if "\t" in text:
        return _row(number, text, start + indent)
    if text.endswith("："):
        return _wide_colon(trouble, start, line)
    right = _with_colon(trouble, start + len(line), text, indent)
    if right:
        message = Text(f"第 {number} 行缺少冒号", f"line {number} lacks a colon")
        help_ = Text(f"写成「{right}」", f"write '{right}'")
        return FileProblem(TOP, message, help=help_, at=(start + indent, max(len(text), 1)))
    message = Text(f"第 {number} 行不是「键: 值」", f"line {number} is not 'key: value'")
    help_ = Text("补上键和冒号，或并入上一行的值", "add a key and a colon, or join it to the value above")
    return FileProblem(TOP, message, help=help_, at=(start + indent, max(len(text), 1)))


def _with_colon(trouble: Trouble, end: int, text: str, indent: int) -> str | None:
    """Return `text` with the colon it lacks: with lines below it, a known key before a value, an entry in braces."""
    braces = re.fullmatch(_ENTRY, text)
    if braces:
        return _entry(braces)
    first, _, rest = text.partition(" ")
    if rest and any(first in known_keys(model) for model in models_under(Project)):
        return f"{first}: {short(rest, 60)}"
    below = trouble.line_at(end + 1)[1] if end < len(trouble.text) else ""
    heads = below.strip() and (_level(below) > indent or below.lstrip().startswith("- "))
    return f"{text}:" if heads and len(text) <= _LONGEST_KEY else None


def _entry(braces: re.Match[str]) -> str:
    inside = braces[2] if len(braces[2]) <= 60 else f"{braces[2][0]} … {braces[2][-1]}"
    return f"{braces[1]}: {inside}"


def entry_without_colon(trouble: Trouble) -> FileProblem | None:
    """`Tom Becker {department: x}` among entries."""
    if not trouble.says("mapping values", "expected key", "expected ':'"):
        return None
    start, line = trouble.line_at(trouble.at if trouble.opened is None else trouble.opened)
    match = re.fullmatch(_ENTRY, line.strip())
    if not match or trouble.context.startswith("while parsing a flow"):
        return None
    return _line_without_colon(trouble, start + _level(line))


def key_without_colon(text: str, key: str) -> FileProblem | None:
    """Return the problem of `key` when it holds the brace of its entry, the first colon of which made it a key."""
    match = re.search(rf"^ *({re.escape(key)}[ \t]*:.*)$", text, re.MULTILINE) if "{" in key else None
    if not match or not (braces := re.fullmatch(_ENTRY, match[1].rstrip())):
        return None
    number = text.count("\n", 0, match.start(1)) + 1
    right = _entry(braces)
    message = Text(f"第 {number} 行缺少冒号", f"line {number} lacks a colon")
    help_ = Text(f"写成「{right}」", f"write '{right}'")
    return FileProblem(TOP, message, help=help_, at=(match.start(1), len(match[1].rstrip())))


def _row(number: int, text: str, at: int) -> FileProblem:
    """A row of a table, its cells apart by tabs."""
    first, second, *_ = [short(cell) for cell in text.split("\t") if cell.strip()] + ["…", "…"]
    right = f"{first}: {{name: {second}, …}}"
    message = Text(f"第 {number} 行像是从表格粘贴来的", f"line {number} looks like a row pasted from a table")
    help_ = Text(f"每格写成「键: 值」，如 {right}", f"write every cell as 'key: value', such as {right}")
    return FileProblem(TOP, message, help=help_, at=(at, max(len(text), 1)))


def _wide_colon(trouble: Trouble, start: int, line: str) -> FileProblem:
    """`T03：`, with its lines below it."""
    number, text = trouble.number(start), line.rstrip()
    message = Text(f"第 {number} 行用了全角冒号「：」", f"line {number} has a full-width colon '：'")
    right = short(text[:-1].strip()) + ":"
    help_ = Text(f"改成半角冒号：{right}", f"write a plain colon: {right}")
    return FileProblem(TOP, message, help=help_, at=(start + len(text) - 1, 1))


def _closed_up(number: int, match: re.Match[str], start: int) -> FileProblem:
    right = f"{match[1]}: {short(match[3])}"
    if match[2] == "：":
        message = Text(f"第 {number} 行用了全角冒号「：」", f"line {number} has a full-width colon '：'")
        help_ = Text(f"改成半角冒号加空格：{right}", f"write a plain colon and a blank: {right}")
    else:
        message = Text(f"第 {number} 行的冒号后面缺空格", f"line {number} lacks a blank after the colon")
        help_ = Text(f"写成「{right}」", f"write '{right}'")
    return FileProblem(TOP, message, help=help_, at=(start + match.start(2), 1))


def misplaced(trouble: Trouble) -> FileProblem | None:
    """Keys and dashes that stand in a column where nothing is open."""
    if not trouble.says("expected key", "'-' indicator", "<document start>", "mapping values"):
        return None
    start, line = trouble.line_at(trouble.at)
    if trouble.says("<document start>") and trouble.text[:start].rstrip().endswith("..."):
        message = Text("「...」之后不能再有内容", "nothing may follow '...'")
        help_ = Text("删去「...」这一行", "delete the line '...'")
        return FileProblem(TOP, message, help=help_, at=trouble.visible(trouble.at))
    if trouble.says("'-' indicator") and not line.lstrip().startswith("- "):
        return _no_dash(trouble, start, line)
    if line.lstrip().startswith("- ") and (problem := _dash_among_keys(trouble, start, line)) is not None:
        return problem
    return _indent(trouble, start, line)


def _no_dash(trouble: Trouble, start: int, line: str) -> FileProblem:
    number = trouble.number(start)
    return FileProblem(
        TOP,
        Text(
            f"第 {number} 行与列表项对齐，却没有「- 」",
            f"line {number} stands where a list item '- ' is expected",
        ),
        help=Text("补上「- 」，或调整缩进使它属于别的键", "add '- ', or change the indentation to leave the list"),
        at=trouble.visible(start + len(line) - len(line.lstrip())),
    )


def _dash_among_keys(trouble: Trouble, start: int, line: str) -> FileProblem | None:
    """`- T3:` on the level of `T2:`."""
    above_start, above = _line_above(trouble, start)
    while above and _level(above) > _level(line):
        above_start, above = _line_above(trouble, above_start)
    if _level(above) != _level(line) or not KEY_LINE.match(above) or above.lstrip().startswith("- "):
        return None
    number = trouble.number(start)
    return FileProblem(
        TOP,
        Text(
            f"第 {number} 行以「- 」开头，同一层却是「键: 值」",
            f"line {number} begins with '- ' among lines 'key: value'",
        ),
        help=Text("删去「- 」，或增加缩进使它属于上面的键", "remove '- ', or indent it below the key it belongs to"),
        at=(start + _level(line), 1),
        places=(
            FilePlace(TOP, Text("同一层的键", "a key of this level"), at=trouble.visible(above_start + _level(above))),
        ),
    )


def _indent(trouble: Trouble, start: int, line: str) -> FileProblem:
    above_start, above = _line_above(trouble, start)
    if 0 < _level(above) < _level(line) and not _fits(trouble, above_start, _level(above)):
        start, line = above_start, above
    number = trouble.number(start)
    return FileProblem(
        TOP,
        Text(f"第 {number} 行的缩进对不上", f"the indentation of line {number} fits nothing around it"),
        help=Text(
            "同一层的键左对齐，下一层多缩进两个空格", "align keys of one level; indent the next level by two spaces"
        ),
        at=(start + _level(line), max(len(line.strip().split(":")[0]), 1)),
    )


def _level(line: str) -> int:
    return len(line) - len(line.lstrip())


def _line_above(trouble: Trouble, start: int) -> tuple[int, str]:
    """Return offset and text of the nearest line above `start` that says something; an empty one at the top."""
    while start > 0:
        start, line = trouble.line_at(start - 1)
        if line.strip() and not line.lstrip().startswith("#"):
            return start, line
    return 0, ""


def _fits(trouble: Trouble, start: int, level: int) -> bool:
    """Return whether a line at `level` opens the first level below the line above it, or continues one."""
    start, line = _line_above(trouble, start)
    if _level(line) <= level:
        return True
    while line and _level(line) > level:
        start, line = _line_above(trouble, start)
    return bool(line) and _level(line) == level
