"""An issue that is neither general nor key."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.words import IssueStatus
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.lacking import lacks


def _check(plan: Plan) -> Iterator[Problem]:
    for key, issue in plan.project.issues.items():
        if issue.grade or issue.status is IssueStatus.CLOSED:
            continue
        label = Text("一般，还是关键？", "general or key?")
        yield lacks(("issues", key, "grade"), issue.title, Text("分级", "grade"), label)


RULE = Rule(
    code="CK801",
    name="issue-without-grade",
    severity=Severity.ERROR,
    stage=Stage.EXECUTING,
    title=Text("问题没有分级", "An issue is not graded"),
    why=Text(
        "不分级就不知道由谁决策：一般问题由项目经理协调，关键问题要开专项会议。",
        "The grade decides who decides: the project manager, or the department heads in a special meeting.",
    ),
    help=Text(
        "补上「grade: general」（项目经理可协调）或「grade: key」（需部门负责人或更高层决策）",
        "add 'grade: general' (the project manager settles it) or 'grade: key' (heads or above decide)",
    ),
    bad=Text(
        """\
issues:
  I1:
    title: 测试手机到货晚
    owner: 王芳
    due: 2026-03-24
""",
        """\
issues:
  I1:
    title: The test phones are late
    owner: Wang Fang
    due: 2026-03-24
""",
    ),
    good=Text(
        """\
issues:
  I1:
    title: 测试手机到货晚
    grade: general
    owner: 王芳
    due: 2026-03-24
""",
        """\
issues:
  I1:
    title: The test phones are late
    grade: general
    owner: Wang Fang
    due: 2026-03-24
""",
    ),
    check=_check,
)
