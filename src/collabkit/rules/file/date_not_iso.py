"""A readable date in another notation than YYYY-MM-DD."""

from __future__ import annotations

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage

RULE = Rule(
    code="CK010",
    name="date-not-iso",
    severity=Severity.INFO,
    stage=Stage.INITIATING,
    title=Text("日期没有写成 YYYY-MM-DD", "A date is not written YYYY-MM-DD"),
    why=Text(
        "同一个文件里日期写法统一，查找、排序和比较版本才不会出错。",
        "With one notation in the file, searching, sorting and comparing versions work.",
    ),
    help=Text("写成 2026-03-02 这样的日期", "write a date like 2026-03-02"),
    bad=Text(
        """\
milestones:
  M1: {name: 发布, date: 2026/3/31}
""",
        """\
milestones:
  M1: {name: Release, date: 2026/3/31}
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
