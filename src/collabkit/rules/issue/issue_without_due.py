"""An issue without a day by which it is to be solved."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.issue import Issue
from collabkit.phrases import working_days
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.lacking import lacks


def _check(plan: Plan) -> Iterator[Problem]:
    for key, issue in plan.open_issues.items():
        if issue.due:
            continue
        label = Text("没有说明何时解决", "nothing says by when")
        what = Text("目标解决日", "target date")
        yield lacks(("issues", key, "due"), issue.title, what, label, _help(plan, issue))


def _help(plan: Plan, issue: Issue) -> Text | None:
    """Propose a day by the escalation ladder's time limit for the issue's grade."""
    limits = [step.within for step in plan.project.escalation if step.within and step.grade is issue.grade]
    if not limits or issue.grade is None:
        return None
    within = min(limits)
    day = plan.calendar.add(max(issue.raised or plan.today, plan.today), within)
    limit = working_days(within)
    return Text(
        f"补上「due: {day}」（升级机制规定 {limit.zh}内）",
        f"add 'due: {day}', within the {limit.en} of the escalation ladder",
    )


RULE = Rule(
    code="CK803",
    name="issue-without-due",
    severity=Severity.ERROR,
    stage=Stage.EXECUTING,
    title=Text("问题没有目标解决日", "An issue has no target date"),
    why=Text(
        "没有期限的问题不会被催办，也不会触发升级。", "An issue without a date is never chased and never escalated."
    ),
    help=Text(
        "补上目标解决日，如「due: 2026-03-24」",
        "add the day by which it is to be solved, such as 'due: 2026-03-24'",
    ),
    bad=Text(
        """\
issues:
  I1:
    title: 测试手机到货晚
    grade: general
    owner: 王芳
""",
        """\
issues:
  I1:
    title: The test phones are late
    grade: general
    owner: Wang Fang
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
