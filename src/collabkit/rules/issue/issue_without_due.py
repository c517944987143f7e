"""An issue without a day by which it is to be solved."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.issue import Issue
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.wording import entry, message
from collabkit.source.wording import zh


def _check(plan: Plan) -> Iterator[Problem]:
    for key, issue in plan.open_issues.items():
        if issue.due:
            continue
        named = entry(("issues", key), issue.title)
        yield Problem(
            ("issues", key, "due"),
            message(zh(named.zh, "没有目标解决日"), f"{named.en} has no target date"),
            label=Text("没有说明何时解决", "nothing says by when"),
            help=_help(plan, issue),
            many=Text("{}没有目标解决日", "{} have no target date"),
        )


def _help(plan: Plan, issue: Issue) -> Text | None:
    """Propose a day by the escalation ladder's time limit for the issue's grade."""
    limits = [step.within for step in plan.project.escalation if step.within and step.grade is issue.grade]
    if not limits or issue.grade is None:
        return None
    within = min(limits)
    day = plan.calendar.add(max(issue.raised or plan.today, plan.today), within)
    return Text(
        f"补上「due: {day}」（升级机制规定 {within} 个工作日内）",
        f"add 'due: {day}', within the {within} working days of the escalation ladder",
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
