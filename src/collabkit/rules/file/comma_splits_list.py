"""A number in [ ] that its own thousands comma cuts in two."""

from __future__ import annotations

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage

RULE = Rule(
    code="CK013",
    name="comma-splits-list",
    severity=Severity.WARNING,
    stage=Stage.INITIATING,
    title=Text("方括号里的逗号切断了数字", "A comma inside [ ] cuts a number"),
    why=Text(
        "方括号里逗号分隔各项；「20,000 套」没加引号，别的程序读到的就是「20」和「000 套」两项。",
        "Inside [ ] a comma separates items; to other programs an unquoted 20,000 is the two items 20 and 000.",
    ),
    help=Text("给整个值加上引号", "put the whole value in quotes"),
    bad=Text(
        """\
agreements: [首周邀请 20,000 名用户]
""",
        """\
agreements: [Invite 20,000 users in the first week]
""",
    ),
    good=Text(
        """\
agreements: ["首周邀请 20,000 名用户"]
""",
        """\
agreements: ["Invite 20,000 users in the first week"]
""",
    ),
    check=None,
)
