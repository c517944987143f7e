"""A field without which its entry says nothing."""

from __future__ import annotations

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage

RULE = Rule(
    code="CK007",
    name="missing-field",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("缺少必填的键", "A needed key is missing"),
    why=Text(
        "没有名称的任务、没有日期的项目，在表单里说明不了任何事。",
        "A task without a name or a project without dates says nothing in a form.",
    ),
    help=Text("补上这个键", "add the key"),
    bad="""\
milestones:
  M1: {date: 2026-03-31}
""",
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
