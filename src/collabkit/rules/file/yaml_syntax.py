"""Text that is not valid YAML."""

from __future__ import annotations

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage

RULE = Rule(
    code="CK001",
    name="yaml-syntax",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("文件不是有效的 YAML", "The text is not valid YAML"),
    why=Text(
        "一个没有闭合的引号或括号、一处错位的缩进，会让后面的内容读不出来，检查和出表都无从做起。",
        "An open quote or bracket or a wrong indentation makes the rest unreadable: nothing can be checked.",
    ),
    help=Text("按提示改好标出的位置，再检查一次", "mend the marked place, then check again"),
    bad=Text(
        """\
agreements: [每周四冻结需求清单
""",
        """\
agreements: [The list is frozen on Thursdays
""",
    ),
    good=Text(
        """\
agreements: [每周四冻结需求清单]
""",
        """\
agreements: [The list is frozen on Thursdays]
""",
    ),
    check=None,
)
