"""A goal without a number or date to reach."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.goal import Goal
from collabkit.model.state import is_state, is_vague
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Path, Problem
from collabkit.rules.goal_text import every_goal, is_blank, names_number
from collabkit.rules.wording import entry, message, short


def _check(plan: Plan) -> Iterator[Problem]:
    for path, goal in every_goal(plan):
        problem = _problem(path, goal)
        if problem:
            yield problem


def _problem(path: Path, goal: Goal) -> Problem | None:
    named = entry(path)
    where = (*path, "target")
    if goal.target is None or is_blank(goal.target):
        text = message(zh(named.zh, "没有目标值"), f"{named.en} has no target")
        label = Text("没有说明达到多少", "nothing says how much is enough")
        return Problem(where, text, label=label, many=Text("{}没有目标值", "{} have no target"))
    if names_number(goal.target) or is_state(goal.target):
        return None
    target = short(goal.target)
    text = message(
        zh(named.zh, f"的目标值「{target}」没有数字或日期"),
        f"the target of {named.en}, '{target}', holds no number or date",
    )
    # A state that we do not know the word of may be clear to those who agreed on it.
    severity = None if is_vague(goal.target) else Severity.WARNING
    return Problem(
        where, text, label=Text("无法判断是否达到", "nobody can tell when this is reached"), severity=severity
    )


RULE = Rule(
    code="CK403",
    name="goal-without-target",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("目标没有可衡量的目标值", "A goal has no target in numbers"),
    why=Text(
        "没有数字或日期，「提升」多少才算达成没有标准，考核时必有争议。",
        "Without a number or date nobody can say how much is enough, and the review ends in dispute.",
    ),
    help=Text(
        "写成「比较符 数值 单位」、日期或能当场判定的状态，如「target: ≥ 36.8 %」「target: 取得证书」",
        "write a number such as '≥ 36.8 %', a date, or a state that is plainly reached or not, such as 'certified'",
    ),
    bad=Text(
        """\
goals:
  G1:
    target: 明显减少
""",
        """\
goals:
  G1:
    target: clearly fewer
""",
    ),
    good="""\
goals:
  G1:
    target: ≤ 2
""",
    check=_check,
    also=(Severity.WARNING,),
)
