"""Syntax errors of full-width punctuation, which Chinese input methods type where YAML needs the plain signs."""

from __future__ import annotations

import re

from collabkit.lang import Text
from collabkit.problem import TOP, FileProblem
from collabkit.source.parse_error import Trouble
from collabkit.source.wording import short

_PLAIN = str.maketrans(
    {"｛": "{", "｝": "}", "［": "[", "］": "]", "【": "[", "】": "]", "，": ", ", "：": ": ", "；": ", "}
)
OPENING = "｛［【"
"""Full-width brackets that stand, at the beginning of a value, where YAML has its own."""
_NO_COMMA = Text("花括号里用分号隔开了键", "in { } a semicolon separates nothing")
_CLOSING = "｝］】"
_BEFORE = rf"\s*(?:- +)*(?:[^\s:][^:]*:\s+)?(?=[{OPENING}])"
_COMMA = r"[，；、;](?=\s*[A-Za-z_]+$)"


def plain(text: str) -> str:
    """Return `text` with plain brackets, commas and colons."""
    return re.sub(r"([,:]) +", r"\1 ", text.translate(_PLAIN))


def brackets(trouble: Trouble) -> FileProblem | None:
    """`｛name: x｝`, `【a: b】`."""
    if not trouble.says("mapping values"):
        return None
    start, line = trouble.line_at(trouble.at)
    before = re.match(_BEFORE, line)
    if not before or start + before.end() > trouble.at:
        return None
    return _bracket(start + before.end(), trouble.value_from(start + before.end()))


def key(text: str, name: str) -> FileProblem | None:
    """Return the problem of a key that begins with a bracket it does not close; None when it does not."""
    if name[0] not in OPENING or _CLOSING[OPENING.index(name[0])] in name:
        return None
    match = re.search(rf"({re.escape(name)})[ \t]*:.*$", text, re.MULTILINE)
    return _bracket(match.start(1), match[0].split(" #")[0].rstrip()) if match else None


def _bracket(where: int, value: str) -> FileProblem:
    right = short(plain(value), 80)
    return FileProblem(
        TOP,
        Text(f"用了全角括号「{value[0]}」", f"a full-width bracket '{value[0]}'"),
        help=Text(f"改成半角括号：{right}", f"write plain brackets: {right}"),
        at=(where, max(len(value), 1)),
    )


def comma(trouble: Trouble) -> FileProblem | None:
    """`{a: x，b: y}`: the text runs on up to the next key."""
    if not trouble.context.endswith("flow mapping") or not trouble.says("expected ','"):
        return None
    match = re.search(_COMMA, trouble.last_text())
    if not match or trouble.char(trouble.at) != ":":
        return None
    return FileProblem(
        TOP,
        _NO_COMMA
        if match[0] == ";"
        else Text(f"花括号里用了全角标点「{match[0]}」", f"a full-width '{match[0]}' in {{ }}"),
        help=Text("改成半角逗号加空格「, 」", "write a plain comma and a blank: ', '"),
        at=(trouble.last[0] + match.start(), 1),
    )
