"""A target on the wrong side of its baseline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.goal import Goal
from collabkit.model.quantity import Quantity, parse_each
from collabkit.model.state import is_level
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Path, Place, Problem
from collabkit.rules.goal_text import Direction, direction, every_goal, is_about
from collabkit.rules.wording import entry, message, short


def _check(plan: Plan) -> Iterator[Problem]:
    for path, goal in every_goal(plan):
        wanted = direction(goal.statement)
        if not wanted or not goal.statement or not goal.metric:
            continue
        for metric, baseline, target in _parts(goal.metric, goal.baseline, goal.target):
            if _is_worse(wanted, goal.statement, metric, baseline, target):
                yield _problem(path, goal, wanted)
                break


def _parts(
    metric: str, baseline: str | None, target: str | None
) -> Iterator[tuple[str, Quantity | date | None, Quantity | date | None]]:
    """Yield metric, baseline and target of each part of a goal that measures several things."""
    starts, ends = parse_each(baseline), parse_each(target)
    if len(starts) != len(ends):
        return
    metrics = metric.replace(";", "；").split("；")
    if len(metrics) != len(ends):
        metrics = [metric] * len(ends)
    yield from zip(metrics, starts, ends, strict=True)


def _is_worse(
    wanted: Direction,
    statement: str,
    metric: str,
    baseline: Quantity | date | None,
    target: Quantity | date | None,
) -> bool:
    bound = Direction.UNKNOWN
    if isinstance(baseline, Quantity) and isinstance(target, Quantity) and baseline.unit == target.unit:
        if is_level(target.unit):
            return False
        bound = _BOUNDS.get(target.comparator or "", Direction.UNKNOWN)
        moved = target.number - baseline.number
    elif isinstance(baseline, date) and isinstance(target, date):
        moved = (target - baseline).days
    else:
        return False
    # What is reduced may be something else than what is measured; only the bound or the metric's name tells.
    meant = bound == wanted or (not bound and is_about(statement, metric))
    return meant and moved * wanted < 0


_BOUNDS = {"≥": Direction.UP, ">": Direction.UP, "≤": Direction.DOWN, "<": Direction.DOWN}


def _problem(path: Path, goal: Goal, wanted: Direction) -> Problem:
    named = entry(path)
    baseline, target = short(goal.baseline or "", 20), short(goal.target or "", 20)
    way = Text("升高", "rise") if wanted is Direction.UP else Text("降低", "fall")
    return Problem(
        (*path, "target"),
        message(
            zh(named.zh, f"应当{way.zh}，但目标值「{target}」比基线值「{baseline}」更差"),
            f"{named.en} is to {way.en}, but its target {target} is worse than its baseline {baseline}",
        ),
        label=Text("与目标方向相反", "the wrong way"),
        places=(Place((*path, "baseline"), Text("从这里开始", "it starts from here")),),
    )


RULE = Rule(
    code="CK408",
    name="goal-target-wrong-direction",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("目标值与目标方向相反", "A target is worse than its baseline"),
    why=Text(
        "说要降低，目标值却高于现状：两个数多半写反了，照此考核会奖励退步。",
        "A goal that is to fall and has a higher target rewards getting worse; most likely the two values are swapped.",
    ),
    help=Text(
        "核对 baseline 与 target，写反了就互换",
        "check 'baseline' and 'target', and swap them if they were mixed up",
    ),
    bad=Text(
        """\
goals:
  G1:
    statement: 降低每千次会话崩溃次数
    baseline: 2
    target: 8
""",
        """\
goals:
  G1:
    statement: Reduce crashes per 1000 sessions
    baseline: 2
    target: 8
""",
    ),
    good=Text(
        """\
goals:
  G1:
    statement: 降低每千次会话崩溃次数
    target: 2
    baseline: 8
""",
        """\
goals:
  G1:
    statement: Reduce crashes per 1000 sessions
    target: 2
    baseline: 8
""",
    ),
    check=_check,
)
