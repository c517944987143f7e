"""A goal that no department carries."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.goal import Goal
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import EVERY, Problem
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Problem]:
    carried = {subgoal.goal for subgoal in plan.project.subgoals.values()}
    for key, goal in plan.project.goals.items():
        if key in carried:
            continue
        named = entry(("goals", key), goal.statement)
        yield Problem(
            ("goals", key),
            message(zh(named.zh, "没有部门子目标"), f"{named.en} has no sub-goal in any department"),
            label=Text("没有部门承担", "no department carries it"),
            help=_help(plan, key, goal),
            on="key",
            rests_on=(("subgoals", EVERY, "goal"),),
            many=Text("{}没有部门子目标", "{} have no sub-goal in any department"),
        )


def _help(plan: Plan, key: str, goal: Goal) -> Text:
    department = goal.department or next(iter(plan.project.departments), "")
    return Text(
        f"在 subgoals 下为「{department}」等部门写子目标，并注明「goal: {key}」",
        f"add a sub-goal with 'goal: {key}' to 'subgoals', for example one of {department}",
    )


RULE = Rule(
    code="CK410",
    name="goal-without-subgoal",
    severity=Severity.ERROR,
    stage=Stage.PLANNING,
    title=Text("目标没有拆解到部门", "No department carries a goal"),
    why=Text(
        "没有拆解成部门子目标的总目标，没有部门会为它安排工作。",
        "A goal that is broken down to no department gets no department's work.",
    ),
    help=Text(
        "在 subgoals 下为它写出至少一个部门子目标", "add at least one department's sub-goal for it to 'subgoals'"
    ),
    bad=Text(
        """\
goals:
  G2:
    statement: 客服准备就绪
    metric: 已培训人数
    target: 12 人
    due: 2026-03-31
    owner: 赵敏
""",
        """\
goals:
  G2:
    statement: The support desk is ready
    metric: trained staff
    target: 12 people
    due: 2026-03-31
    owner: Zhao Min
""",
    ),
    good=Text(
        """\
goals:
  G2:
    statement: 客服准备就绪
    metric: 已培训人数
    target: 12 人
    due: 2026-03-31
    owner: 赵敏
subgoals:
  SG3:
    goal: G2
    department: 市场部
    statement: 客服培训完成
    metric: 已培训人数
    target: 12 人
    due: 2026-03-31
    owner: 赵敏
""",
        """\
goals:
  G2:
    statement: The support desk is ready
    metric: trained staff
    target: 12 people
    due: 2026-03-31
    owner: Zhao Min
subgoals:
  SG3:
    goal: G2
    department: Marketing
    statement: The support desk is trained
    metric: trained staff
    target: 12 people
    due: 2026-03-31
    owner: Zhao Min
""",
    ),
    check=_check,
)
