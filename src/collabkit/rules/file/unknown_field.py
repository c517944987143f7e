"""A key that the format does not know."""

from __future__ import annotations

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage

RULE = Rule(
    code="CK006",
    name="unknown-field",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("有不认识的键", "A key is unknown"),
    why=Text(
        "写错的键如果被忽略，里面的内容就会从所有表单中消失，而没有人察觉。",
        "If a mistyped key were ignored, what it holds would vanish from every form without anybody noticing.",
    ),
    help=Text("改成格式中已有的键", "use a key that the format knows"),
    bad=Text(
        """\
departments:
  开发部: {haed: 李雷}
""",
        """\
departments:
  Development: {haed: Li Lei}
""",
    ),
    good=Text(
        """\
departments:
  开发部: {head: 李雷}
""",
        """\
departments:
  Development: {head: Li Lei}
""",
    ),
    check=None,
)
