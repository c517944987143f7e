"""libyaml's complaints in the user's words: what is wrong, where a person would mend it, and how."""

from __future__ import annotations

import re
from collections.abc import Callable

from yaml import MarkedYAMLError

from collabkit.lang import Text
from collabkit.problem import TOP, At, Fault, FilePath, FileProblem
from collabkit.source import brackets, full_width, headings, indentation, margins, quoting, swallowed
from collabkit.source.parse_error import Trouble

ILLEGAL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML, and every Office file after it, cannot hold."""

# The first that knows the trouble speaks, so the particular causes stand before the general ones.
_CAUSES: tuple[Callable[[Trouble], FileProblem | None], ...] = (
    indentation.merge_conflict,
    indentation.tab,
    indentation.wide_indent,
    indentation.directive,
    quoting.open_quote,
    quoting.backslash,
    quoting.quote_over_lines,
    quoting.block_text,
    indentation.bullet,
    full_width.brackets,
    full_width.comma,
    swallowed.bracket,
    swallowed.colon,
    swallowed.continuation,
    brackets.nothing_between_commas,
    quoting.special_start,
    quoting.after_alias,
    quoting.quote_inside_brackets,
    brackets.in_brackets,
    brackets.stray_bracket,
    quoting.quote_inside,
    brackets.behind_bracket,
    indentation.entry_without_colon,
    quoting.colon_in_value,
    margins.too_far_left,
    margins.too_far_right,
    headings.missing,
    indentation.no_key,
    quoting.dash_in_line,
    indentation.misplaced,
)


def explain(error: MarkedYAMLError, text: str, last: At) -> Fault:
    """Return the fault of `error`; `last` is the stretch of the last value that could be read."""
    mark, opened, size = error.problem_mark, error.context_mark, len(text)
    trouble = Trouble(
        text,
        error.context or "",
        error.problem or "",
        min(mark.index if mark else 0, size),
        min(opened.index, size) if opened else None,
        last,
    )
    found = next((problem for cause in _CAUSES if (problem := cause(trouble)) is not None), None)
    return Fault("yaml-syntax", found or _unknown(trouble))


def odd_beginning(text: str, key: str) -> Fault | None:
    """Return the fault of a key that begins with a wide blank, a bullet or a bracket, or holds a brace, else None."""
    if key[:1].isascii() and "{" not in key:
        return None
    for find in (indentation.wide_key, indentation.bullet_key, full_width.key, indentation.key_without_colon):
        problem = find(text, key)
        if problem is not None:
            return Fault("yaml-syntax", problem)
    return None


def _unknown(trouble: Trouble) -> FileProblem:
    return FileProblem(
        TOP,
        Text("这里不是有效的 YAML", "this is not valid YAML"),
        help=Text(
            "检查缩进、引号和括号；有特殊字符的值请加引号",
            "check indentation, quotes and brackets; put values with special characters in quotes",
        ),
        at=trouble.visible(trouble.at),
    )


def bad_character(text: str, position: int) -> Fault:
    """Return the fault of the first character that a YAML file cannot hold."""
    match = ILLEGAL.search(text)
    offset = match.start() if match else min(position, len(text))
    code = f"U+{ord(match[0]):04X}" if match else "?"
    message = Text(f"不允许的控制字符 {code}", f"control character {code} is not allowed")
    help_ = Text("删去这个看不见的字符", "delete this invisible character")
    return Fault("yaml-syntax", FileProblem(TOP, message, help=help_, at=(offset, 1)))


def escaped_control(value: str, path: FilePath, at: At) -> Fault:
    """Return the fault of a double-quoted text that escapes a character no form can hold."""
    match = ILLEGAL.search(value)
    code = f"U+{ord(match[0]):04X}" if match else "?"
    message = Text(
        f"文字里有控制字符 {code}，表单写不下", f"the text holds control character {code}, which no form can hold"
    )
    help_ = Text("删去这个转义字符；换行用 \\n", "delete this escape; a line break is \\n")
    return Fault("yaml-syntax", FileProblem(path, message, help=help_, at=at))


def bad_alias(name: str, path: FilePath, at: At, *, known: bool) -> Fault:
    """Return the fault of `*name` without an anchor, or inside its own anchor."""
    if known:
        message = Text(f"「*{name}」包含了它自己", f"'*{name}' contains itself")
        help_ = Text("直接写出内容，不要引用自己", "write the content out; a value cannot repeat itself")
    else:
        message = Text(f"「*{name}」引用的「&{name}」不存在", f"'*{name}' refers to '&{name}', which does not exist")
        help_ = Text(f'如果是文字，请加引号："*{name}"', f'if it is text, put it in quotes: "*{name}"')
    return Fault("yaml-syntax", FileProblem(path, message, help=help_, at=at))
