"""Weights of sub-goals that do not make a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from collabkit.finding import Rule, Severity
from collabkit.lang import Text, listing
from collabkit.model import Stage
from collabkit.model.ranges import WEIGHT
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import EVERY, Place, Problem
from collabkit.rules.wording import entry, message

TOLERANCE = 0.01
"""By how much the sum may differ from 100, for thirds."""


def _check(plan: Plan) -> Iterator[Problem]:
    groups: dict[str | None, dict[str, float | None]] = {}
    for key, subgoal in plan.project.subgoals.items():
        groups.setdefault(subgoal.goal, {})[key] = subgoal.weight
    for goal, weights in groups.items():
        given = {key: weight for key, weight in weights.items() if weight is not None}
        if not all(map(WEIGHT.is_possible, given.values())):
            continue
        total = sum(given.values())
        if goal is not None and given and abs(total - 100) > TOLERANCE:
            yield _problem(goal, given, total, [key for key in weights if key not in given])


def _problem(goal: str, given: Mapping[str, float], total: float, without: Sequence[str]) -> Problem:
    first, *others = given
    named = entry(("goals", goal))
    places = [
        Place(("subgoals", key, "weight"), Text(f"{key} 占 {given[key]:g}", f"{key} weighs {given[key]:g}"))
        for key in others
    ]
    return Problem(
        ("subgoals", first, "weight"),
        message(
            zh(named.zh, f"的子目标权重合计为 {total:g}，不是 100"),
            f"the weights of the sub-goals of {named.en} add up to {total:g}, not 100",
        ),
        label=Text(f"{first} 占 {given[first]:g}", f"{first} weighs {given[first]:g}"),
        help=_help(total, without),
        places=tuple(places),
        rests_on=(("subgoals", EVERY, "weight"), ("subgoals", EVERY, "goal")),
    )


def _help(total: float, without: Sequence[str]) -> Text:
    rest = 100 - total
    if without and rest > 0:
        names = listing(without)
        return Text(f"把余下的 {rest:g} 分给没有权重的 {names.zh}", f"give the remaining {rest:g} to {names.en}")
    if rest > 0:
        return Text(f"再分配 {rest:g}", f"distribute {rest:g} more")
    return Text(f"共减去 {-rest:g}", f"take {-rest:g} away")


RULE = Rule(
    code="CK412",
    name="subgoal-weights-not-100",
    severity=Severity.WARNING,
    stage=Stage.PLANNING,
    title=Text("子目标权重合计不是 100", "The weights of a goal's sub-goals do not add up to 100"),
    why=Text(
        "权重是考核依据；合计不是 100，就有一部分功劳没有归属，或被算了两次。",
        "Weights decide how the result is shared; if they do not add up, some of it is nobody's or counted twice.",
    ),
    help=Text(
        "调整各子目标的 weight，使同一目标下合计为 100", "change the weights so that they add up to 100 for each goal"
    ),
    bad="""\
subgoals:
  SG1:
    weight: 60
  SG2:
    weight: 30
""",
    good="""\
subgoals:
  SG1:
    weight: 60
  SG2:
    weight: 40
""",
    check=_check,
)
