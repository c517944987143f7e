"""A department that carries no part of any goal."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text, listing
from collabkit.model import Stage
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import EVERY, Problem
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Problem]:
    subgoals = plan.project.subgoals.values()
    # Without any sub-goal it is the goals that are carried by nobody.
    if not subgoals:
        return
    busy = {subgoal.department for subgoal in subgoals}
    for key, department in plan.project.departments.items():
        if key in busy:
            continue
        named = entry(("departments", key), department.name)
        goals = listing(plan.project.goals, most=5)
        yield Problem(
            ("departments", key),
            message(zh(named.zh, "没有子目标"), f"{named.en} has no sub-goal"),
            label=Text("没有承担任何目标", "carries no part of any goal"),
            help=Text(
                f"在 subgoals 下加一个「department: {key}」的子目标，对应目标 {goals.zh}",
                f"add a sub-goal with 'department: {key}' for one of {goals.en}",
            ),
            on="key",
            rests_on=(("subgoals", EVERY, "department"),),
            many=Text("{}没有子目标", "{} have no sub-goal"),
        )


RULE = Rule(
    code="CK411",
    name="department-without-subgoal",
    severity=Severity.WARNING,
    stage=Stage.PLANNING,
    title=Text("参与部门没有子目标", "A department has no sub-goal"),
    why=Text(
        "没有子目标的部门只剩任务、没有方向，容易按本部门的利益行事。",
        "A department with tasks but no aim of its own follows its own interest when time is short.",
    ),
    help=Text("在 subgoals 下为它写一个子目标，说明它对总目标的贡献", "add a sub-goal that says what it contributes"),
    bad=Text(
        """\
subgoals:
  SG2:
    department: 开发部
    owner: 李雷
""",
        """\
subgoals:
  SG2:
    department: Development
    owner: Li Lei
""",
    ),
    good=Text(
        """\
subgoals:
  SG2:
    department: 市场部
    owner: 赵敏
""",
        """\
subgoals:
  SG2:
    department: Marketing
    owner: Zhao Min
""",
    ),
    check=_check,
)
