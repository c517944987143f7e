"""A task that waits for itself."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Problem]:
    for edge in plan.network.written:
        if edge.dependency.task == edge.task:
            named = entry(("tasks", edge.task))
            yield Problem(
                edge.path,
                message(zh(named.zh, "依赖自己"), f"{named.en} waits for itself"),
                label=Text("就是这项任务自己", "this is the task itself"),
            )


RULE = Rule(
    code="CK505",
    name="dependency-on-self",
    severity=Severity.ERROR,
    stage=Stage.PLANNING,
    title=Text("任务依赖自己", "A task depends on itself"),
    why=Text(
        "等待自己的任务永远无法开始，多半是编号写错了。",
        "A task that waits for itself can never start; most likely another id was meant.",
    ),
    help=Text("改成真正的前置任务，或删去这一项", "name the task that was meant, or remove this dependency"),
    bad="""\
tasks:
  T2:
    after: [T1, T2]
""",
    good="""\
tasks:
  T2:
    after: [T1]
""",
    check=_check,
)
