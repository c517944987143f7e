"""A file beyond the limits of size, nesting and kind."""

from __future__ import annotations

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage

RULE = Rule(
    code="CK003",
    name="file-limit",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("文件超出限度", "The file exceeds a limit"),
    why=Text(
        "过大、嵌套过深、含标签或别名爆炸的文件，不是手写的项目文件；读它可能耗尽内存，甚至执行别人的代码。",
        "Huge, deeply nested, tagged or exploding files are not written by people; reading one could exhaust memory.",
    ),
    help=Text("写成一个不含标签的普通文件", "write one plain file without tags"),
    bad="""\
agreements: !include agreements.yaml
""",
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
