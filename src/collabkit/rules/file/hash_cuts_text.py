"""A text that ends at # and goes on behind it."""

from __future__ import annotations

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage

RULE = Rule(
    code="CK014",
    name="hash-cuts-text",
    severity=Severity.WARNING,
    stage=Stage.INITIATING,
    title=Text("「#」切断了文字", "A # cuts a text short"),
    why=Text(
        "空格后面的「#」开始一段注释；「产线 #2」没加引号，表单上就只剩「产线」。",
        "Behind a blank, # begins a comment; of an unquoted 'Line #2' forms print only 'Line'.",
    ),
    help=Text("给整个值加上引号", "put the whole value in quotes"),
    bad=Text(
        """\
tasks:
  T2:
    name: 发布候选版本 #2
""",
        """\
tasks:
  T2:
    name: Publish release candidate #2
""",
    ),
    good=Text(
        """\
tasks:
  T2:
    name: "发布候选版本 #2"
""",
        """\
tasks:
  T2:
    name: "Publish release candidate #2"
""",
    ),
    check=None,
)
