"""Syntax errors of `#` behind a blank: what follows became a comment, with the bracket or colon that is missed."""

from __future__ import annotations

import re

from collabkit.lang import Text
from collabkit.problem import TOP, FileProblem
from collabkit.source import hashes
from collabkit.source.parse_error import KEY_LINE, Trouble, quoted

_BEHIND_BLANK = r"[ \t,\[{](#[^\s,\[\]{}][^,\[\]{}\n]*)"
"""A `#…` behind a blank or at the beginning of an item, up to the end of that."""
_KEY = r"\s*(?:- +)?([^\s\"'#:][^\"'#:]*?[ \t]+#[^\s:][^:]*):(?:\s|$)"


def bracket(trouble: Trouble) -> FileProblem | None:
    """`{name: line #2, owner: x}`: the closing bracket is part of the comment."""
    opened = sum(trouble.last) if trouble.context == "while parsing a flow node" else trouble.opened
    if opened is None or not trouble.context.endswith(("flow sequence", "flow mapping", "flow node")):
        return None
    start, line = trouble.line_at(opened)
    for match in re.compile(_BEHIND_BLANK).finditer(line, opened - start):
        before = line[: match.start()]
        if before.count('"') % 2 or before.count("'") % 2 or not set("]}") & set(line[match.start() :]):
            continue
        if hashes.of_excel(match[1]):
            return _no_value(start + match.start(1), match[1].rstrip())
        value = re.split(r"[,\[{]|:\s", before + " ")[-1].strip() + " " + match[1].rstrip()
        help_ = Text(f"给文字加上引号：{quoted(value.strip())}", f"put the text in quotes: {quoted(value.strip())}")
        return _swallowed(start + match.start(1), len(line) - match.start(1), help_)
    return None


def colon(trouble: Trouble) -> FileProblem | None:
    """`line #2: x`: the colon is part of the comment."""
    if trouble.says("mapping values", "expected key"):
        opened: int | None = trouble.last[0]
    else:
        opened = trouble.opened if trouble.says("expected ':'") else None
    start, line = trouble.line_at(opened or 0)
    match = re.match(_KEY, line) if opened is not None else None
    if not match:
        return None
    where = match.start(1) + match[1].index("#")
    help_ = Text(f"给键加上引号：{quoted(match[1])}: …", f"put the key in quotes: {quoted(match[1])}: …")
    return _swallowed(start + where, len(line) - where, help_)


def continuation(trouble: Trouble) -> FileProblem | None:
    """A text over several lines, one of them with ` #…`: the text ends there."""
    end = sum(trouble.last)
    start, line = trouble.line_at(end)
    behind = line[end - start :]
    found, text = trouble.line_at(trouble.at)
    if not behind.lstrip(" \t").startswith("#") or behind[:1] not in (" ", "\t") or trouble.last_text()[:1] in "\"'":
        return None
    if found != start + len(line) + 1 or KEY_LINE.match(text) or text.lstrip().startswith(("- ", "#")):
        return None
    where = start + line.index("#", end - start)
    help_ = Text(
        "属于文字就给整段加引号；是注释就移到这段文字的上面", "quote the whole text, or move a comment above it"
    )
    return _swallowed(where, start + len(line) - where, help_)


def _no_value(at: int, shown: str) -> FileProblem:
    message, help_ = hashes.told_of_error(shown)
    return FileProblem(TOP, message, help=help_, at=(at, len(shown)))


def _swallowed(at: int, length: int, help_: Text) -> FileProblem:
    return FileProblem(
        TOP,
        Text("空格后面的「#」使这一行余下的部分成了注释", "'#' behind a blank makes the rest of the line a comment"),
        help=help_,
        at=(at, length),
    )
