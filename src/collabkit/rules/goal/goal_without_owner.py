"""A goal that no department and no person answers for."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text, listing
from collabkit.model import Stage
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.goal_text import every_goal
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Problem]:
    for path, goal in every_goal(plan):
        if goal.owner or goal.department:
            continue
        named = entry(path, goal.statement)
        yield Problem(
            (*path, "owner"),
            message(zh(named.zh, "没有责任部门和责任人"), f"{named.en} has neither a department nor an owner"),
            label=Text("没有人对结果负责", "nobody answers for the result"),
            help=_help(plan),
            rests_on=((*path, "department"),),
            many=Text("{}没有责任部门和责任人", "{} have neither a department nor an owner"),
        )


def _help(plan: Plan) -> Text | None:
    departments = plan.project.departments.values()
    heads = list(dict.fromkeys(each.head for each in departments if each.head in plan.project.people and each.head))
    if not heads:
        return None
    names = listing(heads)
    return Text(
        f"补上「owner: {heads[0]}」；各部门负责人：{names.zh}",
        f"add 'owner: {heads[0]}'; heads of department: {names.en}",
    )


RULE = Rule(
    code="CK406",
    name="goal-without-owner",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("目标没有责任部门和责任人", "A goal has neither a department nor an owner"),
    why=Text(
        "没有人对结果负责的目标，执行中无人推动，考核时无人认领。",
        "A goal that is nobody's own is pushed by nobody, and nobody is there when it is missed.",
    ),
    help=Text("补上「department: 部门」和「owner: 姓名」", "add 'department:' and 'owner:'"),
    bad="""\
goals:
  G1:
    department:
    owner:
""",
    good=Text(
        """\
goals:
  G1:
    department: 开发部
    owner: 李雷
""",
        """\
goals:
  G1:
    department: Development
    owner: Li Lei
""",
    ),
    check=_check,
)
