"""A date that is unreadable or does not exist."""

from __future__ import annotations

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage

RULE = Rule(
    code="CK009",
    name="date-invalid",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("日期无效", "A date is invalid"),
    why=Text(
        "不存在或读不懂的日期无法排期，也无法判断是否逾期。",
        "A day that does not exist or cannot be read can neither be scheduled nor be overdue.",
    ),
    help=Text("写成 2026-03-02 这样的日期", "write a date like 2026-03-02"),
    bad=Text(
        """\
milestones:
  M1: {name: 发布, date: 2026-02-30}
""",
        """\
milestones:
  M1: {name: Release, date: 2026-02-30}
""",
    ),
    good=Text(
        """\
milestones:
  M1: {name: 发布, date: 2026-03-31}
""",
        """\
milestones:
  M1: {name: Release, date: 2026-03-31}
""",
    ),
    check=None,
)
