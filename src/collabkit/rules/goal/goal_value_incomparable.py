"""A measured value that cannot be held against the target."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.goal import Goal
from collabkit.model.quantity import Quantity
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.plan.comparing import incomparable, number
from collabkit.problem import Path, Place, Problem
from collabkit.rules.goal_text import every_goal, is_blank
from collabkit.rules.wording import entry, message, short


def _check(plan: Plan) -> Iterator[Problem]:
    for path, goal in every_goal(plan):
        values = [(("current", index, "value"), each.value) for index, each in enumerate(goal.current)]
        for where, value in (*values, (("actual",), goal.actual)):
            pair = None if is_blank(value) else incomparable(goal.target, value)
            if pair:
                # The same slip in every measurement is one mistake: the first is told.
                yield _problem(path, (*path, *where), goal, pair)
                break


def _problem(path: Path, where: Path, goal: Goal, pair: tuple[str, str]) -> Problem:
    named, target, value = entry(path), short(pair[0], 20), short(pair[1], 20)
    return Problem(
        where,
        message(
            zh(named.zh, f"的测量值「{value}」与目标值「{target}」无法比较"),
            f"the value {value} of {named.en} cannot be compared with its target {target}",
        ),
        label=Text("单位与目标值不同或不明", "another unit than the target's, or none"),
        help=_help(pair),
        places=(Place((*path, "target"), Text("目标值", "the target")),),
        rests_on=((*path, "target"),),
    )


def _help(pair: tuple[str, str]) -> Text | None:
    """Return what the value may mean where a share or a percentage is meant; None for the rule's own advice."""
    target, value = (number(text) for text in pair)
    if not isinstance(target, Quantity) or not isinstance(value, Quantity):
        return None
    if target.is_percent and not value.unit:
        share, points = f"{value.number * 100:.6g} %", f"{value.number:.6g} %"
        return Text(f"写明单位：{share} 还是 {points}", f"add the unit: {share}, or is it {points}?")
    return None


RULE = Rule(
    code="CK413",
    name="goal-value-incomparable",
    severity=Severity.WARNING,
    stage=Stage.EXECUTING,
    title=Text("测量值与目标值无法比较", "A measured value cannot be compared with its target"),
    why=Text(
        "单位不同或不明，达成率就算不出来：0.372 是 37.2 % 还是 0.372 %，差一百倍。表单因此不印达成率。",
        "Without a common unit no attainment can be worked out (0.372 may be 37.2 % or 0.372 %), and forms print none.",
    ),
    help=Text(
        "用目标值的单位只写数值，如「37.2 %」「11,400 台」；出处写在 evidence 或 note",
        "write the number alone, in the target's unit, such as '37.2 %'; its source belongs in 'evidence' or 'note'",
    ),
    bad="""\
subgoals:
  SG2:
    target: ≥ 60 %
    current: [{date: 2026-03-18, value: 0.41}]
""",
    good="""\
subgoals:
  SG2:
    target: ≥ 60 %
    current: [{date: 2026-03-18, value: 41 %}]
""",
    check=_check,
)
