"""A goal without a day on which it is due."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.goal_text import every_goal
from collabkit.rules.lacking import lacks


def _check(plan: Plan) -> Iterator[Problem]:
    end = plan.project.about.end
    for path, goal in every_goal(plan):
        if goal.due:
            continue
        label = Text("没有说明何时达成", "nothing says by when")
        help_ = Text(
            f"补上「due: {end}」（项目结束日）或更早的日期",
            f"add 'due: {end}', the end of the project, or an earlier day",
        )
        yield lacks((*path, "due"), goal.statement, Text("达成日期", "due date"), label, help_)


RULE = Rule(
    code="CK405",
    name="goal-without-deadline",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("目标没有达成日期", "A goal has no due date"),
    why=Text(
        "没有期限的目标永远不会逾期，也永远不会被检查。", "A goal without a deadline is never late and never looked at."
    ),
    help=Text("补上达成日期，如「due: 2026-05-29」", "add the day on which it is due, such as 'due: 2026-05-29'"),
    bad="""\
goals:
  G1:
    due:
""",
    good="""\
goals:
  G1:
    due: 2026-03-31
""",
    check=_check,
)
