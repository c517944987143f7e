"""A percentage that is to change by some per cent."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.goal import Goal
from collabkit.model.quantity import Quantity, parse
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.goal_text import Direction, direction, every_goal, is_rate, percent_change
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Problem]:
    for path, goal in every_goal(plan):
        change = percent_change(goal.statement)
        if change is None or not _is_percentage(goal) or _is_settled(goal, change):
            continue
        named = entry(path)
        yield Problem(
            (*path, "statement"),
            message(
                zh(named.zh, f"的指标本身是百分比，「{change:g}%」指相对值还是百分点不清楚"),
                f"the metric of {named.en} is a percentage: is {change:g} % relative or in points?",
            ),
            label=Text("相对值，还是百分点？", "relative, or percentage points?"),
            help=_help(goal, change),
        )


def _is_percentage(goal: Goal) -> bool:
    baseline = parse(goal.baseline)
    if isinstance(baseline, Quantity):
        return baseline.is_percent
    return is_rate(goal.metric or "")


def _readings(goal: Goal, change: float) -> tuple[float, float] | None:
    """Return what the change leads to when it is relative, and when it is in points; None without a baseline."""
    baseline = parse(goal.baseline)
    if not isinstance(baseline, Quantity):
        return None
    sign = direction(goal.statement) or Direction.UP
    return baseline.number * (1 + sign * change / 100), baseline.number + sign * change


def _is_settled(goal: Goal, change: float) -> bool:
    """Return whether the target is what one of the readings leads to from the baseline: then both know which."""
    target, readings = parse(goal.target), _readings(goal, change)
    if readings is None or not isinstance(target, Quantity) or not target.is_percent:
        return False
    return any(abs(target.number - reading) < _CLOSE for reading in readings)


def _help(goal: Goal, change: float) -> Text | None:
    baseline, readings = parse(goal.baseline), _readings(goal, change)
    if readings is None or not isinstance(baseline, Quantity):
        return None
    relative, points = readings
    return Text(
        f"写明「相对」（{baseline.number:g}% → {relative:.4g}%）或「{change:g} 个百分点」（→ {points:.4g}%）",
        f"say 'relative' ({baseline.number:g} % → {relative:.4g} %) or '{change:g} points' (→ {points:.4g} %)",
    )


_CLOSE = 0.06
"""Percentage points within which a rounded target still is the value worked out."""


RULE = Rule(
    code="CK407",
    name="goal-percent-ambiguous",
    severity=Severity.WARNING,
    stage=Stage.INITIATING,
    title=Text("百分比指标的变化幅度有歧义", "A percentage changes by an ambiguous per cent"),
    why=Text(
        "「留存率提升 15%」可以是 32% 到 36.8%（相对），也可以是 32% 到 47%（百分点）。",
        "'Raise retention by 15 %' may mean 32 % to 36.8 % (relative) or 32 % to 47 % (points).",
    ),
    help=Text("写明「相对提升」或「提升 … 个百分点」", "say 'by ... % (relative)' or 'by ... percentage points'"),
    bad=Text(
        """\
goals:
  G1:
    statement: 安装率提升 15 %
    baseline: 40 %
""",
        """\
goals:
  G1:
    statement: Raise the install rate by 15 %
    baseline: 40 %
""",
    ),
    good=Text(
        """\
goals:
  G1:
    statement: 安装率相对提升 15 %
    baseline: 40 %
""",
        """\
goals:
  G1:
    statement: Raise the install rate by 15 % (relative)
    baseline: 40 %
""",
    ),
    check=_check,
)
