"""A text in { } that its own comma cuts into keys."""

from __future__ import annotations

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage

RULE = Rule(
    code="CK005",
    name="null-key-from-comma",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("花括号里的逗号切断了文字", "A comma inside { } cuts a text"),
    why=Text(
        "花括号里逗号分隔键；一句没加引号的话被逗号切开，后半句就成了没有值的键。",
        "Inside { } a comma separates keys; an unquoted sentence is cut, and its rest becomes a key without a value.",
    ),
    help=Text("给整个值加上引号", "put the whole value in quotes"),
    bad=Text(
        """\
scope:
  in: {S1: 修复 1,200 条崩溃记录}
""",
        """\
scope:
  in: {S1: Crash fixes, also old ones}
""",
    ),
    good=Text(
        """\
scope:
  in: {S1: "修复 1,200 条崩溃记录"}
""",
        """\
scope:
  in: {S1: "Crash fixes, also old ones"}
""",
    ),
    check=None,
)
