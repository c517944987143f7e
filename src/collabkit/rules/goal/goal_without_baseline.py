"""A change without the value it starts from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.quantity import parse
from collabkit.model.state import is_state
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.goal_text import is_blank, is_relative
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Problem]:
    for key, goal in plan.project.goals.items():
        # Without a target there is nothing yet to compare a baseline with.
        if not is_relative(goal.statement) or is_blank(goal.target) or not is_blank(goal.baseline):
            continue
        if isinstance(parse(goal.target), date) or is_state(goal.target):
            continue
        named = entry(("goals", key), goal.statement)
        yield Problem(
            ("goals", key, "baseline"),
            message(zh(named.zh, "说的是变化，却没有基线值"), f"{named.en} is a change, but has no baseline"),
            label=Text("不知道从多少开始变化", "nothing says what it changes from"),
            many=Text("{}说的是变化，却没有基线值", "{} are changes without a baseline"),
        )


RULE = Rule(
    code="CK404",
    name="goal-without-baseline",
    severity=Severity.WARNING,
    stage=Stage.INITIATING,
    title=Text("相对目标没有基线值", "A goal speaks of a change and has no baseline"),
    why=Text(
        "「提升」「降低」都相对于现状；没有基线，收尾时无法算出变化了多少。",
        "A rise or fall is measured from somewhere; without the present value the change cannot be worked out.",
    ),
    help=Text(
        "补上现状值及单位，如「baseline: 32.0 %」",
        "add the present value with its unit, such as 'baseline: 32.0 %'",
    ),
    bad=Text(
        """\
goals:
  G1:
    statement: 崩溃次数降低到四分之一
    baseline:
""",
        """\
goals:
  G1:
    statement: Reduce crashes to a quarter
    baseline:
""",
    ),
    good=Text(
        """\
goals:
  G1:
    statement: 崩溃次数降低到四分之一
    baseline: 8
""",
        """\
goals:
  G1:
    statement: Reduce crashes to a quarter
    baseline: 8
""",
    ),
    check=_check,
)
