"""A key that stands twice in one mapping."""

from __future__ import annotations

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage

RULE = Rule(
    code="CK004",
    name="duplicate-key",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("同一个键写了两次", "A key stands twice in one mapping"),
    why=Text(
        "同一个键有两个值，无法知道哪个算数；许多程序会悄悄丢掉前一个。",
        "With two values for one key nobody knows which counts; many programs silently drop the first.",
    ),
    help=Text("合并成一处；如果本是另一项，换一个编号", "merge the two, or give the other one an id of its own"),
    bad=Text(
        """\
scope:
  out:
    X1: 海外版
    X1: 平板版
""",
        """\
scope:
  out:
    X1: Overseas edition
    X1: Tablet edition
""",
    ),
    good=Text(
        """\
scope:
  out:
    X1: 海外版
""",
        """\
scope:
  out:
    X1: Overseas edition
""",
    ),
    check=None,
)
