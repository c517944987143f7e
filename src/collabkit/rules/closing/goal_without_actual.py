"""A goal that nobody has measured."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.goal import Goal, Measurement
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.plan.measuring import latest
from collabkit.problem import Path, Problem
from collabkit.rules.active import staff
from collabkit.rules.goal_text import every_goal, is_blank
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Problem]:
    for path, goal in every_goal(plan):
        if goal.due is None or not is_blank(goal.actual):
            continue
        if goal.due <= plan.today:
            yield _unmeasured(path, goal, latest(goal, plan.today))
        # One that is due after the project is goal-due-after-project-end, one that is nobody's goal-without-owner.
        elif goal.due <= plan.project.about.end and goal.department and not goal.owner:
            yield _left_to_nobody(plan, path, goal)


def _unmeasured(path: Path, goal: Goal, last: Measurement | None) -> Problem:
    help_ = None
    if last and last.date:
        help_ = Text(
            f"补上 actual 和 evidence；最近一次（{last.date}）测得 {last.value}",
            f"add 'actual' and 'evidence'; the last measurement, on {last.date}, was {last.value}",
        )
    named = entry(path, goal.statement)
    return Problem(
        (*path, "actual"),
        message(zh(named.zh, "没有实际值"), f"{named.en} has no actual value"),
        label=Text(f"应于 {goal.due} 衡量", f"to be measured on {goal.due}"),
        help=help_,
        rests_on=((*path, "due"),),
        many=Text("{}已到衡量日，还没有实际值", "{} should be measured by now and have no actual value"),
    )


def _left_to_nobody(plan: Plan, path: Path, goal: Goal) -> Problem:
    named, people = entry(path), staff(plan, goal.department)
    name = people[0] if people else "…"
    return Problem(
        (*path, "owner"),
        message(
            zh(named.zh, f"在结项后（{goal.due}）才衡量，没有责任人"),
            f"{named.en} is measured after closing ({goal.due}) and has no owner",
        ),
        label=Text("结项后没有人衡量", "nobody measures it then"),
        help=Text(
            f"补上结项后负责衡量的人，如「owner: {name}」",
            f"name who measures it after closing, such as 'owner: {name}'",
        ),
        rests_on=((*path, "due"),),
    )


RULE = Rule(
    code="CK602",
    name="goal-without-actual",
    severity=Severity.ERROR,
    stage=Stage.CLOSING,
    title=Text("目标到了衡量日还没有实际值", "A goal has no actual value"),
    why=Text(
        "没有实际值就说不清目标是否达成，结项报告和部门考核都没有依据。",
        "Without actual values nobody can say what was reached, and the close-out report proves nothing.",
    ),
    help=Text(
        "补上 actual 和 evidence；未达成的再写 variance_reason",
        "add 'actual' and 'evidence', and a 'variance_reason' where the target was missed",
    ),
    bad="""\
goals:
  G1:
    actual:
""",
    good="""\
goals:
  G1:
    actual: 1.4
""",
    check=_check,
)
