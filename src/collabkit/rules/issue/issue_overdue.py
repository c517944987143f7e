"""An issue that should have been solved by now."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text, same
from collabkit.model import Stage
from collabkit.model.issue import Issue
from collabkit.phrases import working_days, zh
from collabkit.plan import Plan
from collabkit.plan.escalation import HEADS, decider
from collabkit.problem import Problem
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Problem]:
    for key, issue in plan.open_issues.items():
        if not issue.due or issue.due >= plan.today:
            continue
        named = entry(("issues", key), issue.title)
        late = working_days(plan.calendar.between(issue.due, plan.today))
        yield Problem(
            ("issues", key, "due"),
            message(
                zh(named.zh, f"应于 {issue.due} 解决，已超期 {late.zh}"),
                f"{named.en} was due {issue.due} and is {late.en} late",
            ),
            label=Text("已经过了这一天", "this day has passed"),
            help=_help(plan, issue),
            rests_on=(("issues", key, "status"),),
            many=Text("{}已超期，仍未解决", "{} are past their target date"),
        )


def _help(plan: Plan, issue: Issue) -> Text | None:
    """Name who decides now, by the escalation ladder."""
    who = decider(plan, issue).who
    if who is None or issue.grade is None:
        return None
    name = HEADS if who == "heads" else same(plan.person(who) or who)
    return Text(
        f"解决了写「status: resolved」；没解决就提请{name.zh}决策，并写明新的 due",
        f"set 'status: resolved' if it is, else have it decided by {_the(name.en)} and give a new 'due'",
    )


def _the(name: str) -> str:
    return "the department heads" if name == HEADS.en else name


RULE = Rule(
    code="CK804",
    name="issue-overdue",
    severity=Severity.WARNING,
    stage=Stage.EXECUTING,
    title=Text("问题超过目标解决日仍未解决", "An issue is past its target date"),
    why=Text(
        "拖着不决的问题会变成延期；超期就该升级，而不是再等一周。",
        "An issue that drags on becomes a delay; past its date it is escalated, not left for another week.",
    ),
    help=Text(
        "解决了写「status: resolved」；没解决就升级，并写明新的 due",
        "set 'status: resolved' if it is, else escalate it and give a new 'due'",
    ),
    bad=Text(
        """\
issues:
  I1:
    title: 测试手机到货晚
    grade: general
    owner: 王芳
    due: 2026-03-19
""",
        """\
issues:
  I1:
    title: The test phones are late
    grade: general
    owner: Wang Fang
    due: 2026-03-19
""",
    ),
    good=Text(
        """\
issues:
  I1:
    title: 测试手机到货晚
    grade: general
    owner: 王芳
    due: 2026-03-19
    status: resolved
""",
        """\
issues:
  I1:
    title: The test phones are late
    grade: general
    owner: Wang Fang
    due: 2026-03-19
    status: resolved
""",
    ),
    check=_check,
    dated=True,
    last=Stage.EXECUTING,
)
