"""A goal that nothing measures."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.goal_text import every_goal, is_blank
from collabkit.rules.lacking import lacks


def _check(plan: Plan) -> Iterator[Problem]:
    for path, goal in every_goal(plan):
        if is_blank(goal.metric):
            label = Text("没有说明用什么衡量", "nothing says how it is measured")
            yield lacks((*path, "metric"), goal.statement, Text("衡量指标", "metric"), label)


RULE = Rule(
    code="CK402",
    name="goal-without-metric",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("目标没有衡量指标", "A goal has no metric"),
    why=Text(
        "没有指标的目标只是愿望，收尾时各说各话，谁也无法判断是否达成。",
        "A goal that nothing measures is a wish; at closing everybody has their own view of whether it was reached.",
    ),
    help=Text(
        "补上「metric: 指标（口径）」，如「metric: 次月留存率（数据平台口径）」",
        "add 'metric:' with its definition, such as 'metric: retention after 30 days (data platform)'",
    ),
    bad="""\
goals:
  G1:
    metric:
""",
    good=Text(
        """\
goals:
  G1:
    metric: 每千次会话崩溃次数
""",
        """\
goals:
  G1:
    metric: crashes per 1000 sessions
""",
    ),
    check=_check,
)
