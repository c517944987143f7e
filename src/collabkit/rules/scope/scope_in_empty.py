"""A project that does not say what it delivers."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan, is_something
from collabkit.problem import Problem


def _check(plan: Plan) -> Iterator[Problem]:
    if any(is_something(text) for text in plan.project.scope.in_.values()):
        return
    yield Problem(
        ("scope", "in"),
        Text("范围里没有列出要做的内容（scope.in）", "the scope lists nothing that is delivered (scope.in)"),
        label=Text("要做什么没有写", "what is delivered is not said"),
        on="key",
        rests_on=(("scope", "in"),),
    )


RULE = Rule(
    code="CK302",
    name="scope-in-empty",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("没有写明包含的范围", "Nothing is in scope"),
    why=Text(
        "不列出要做的内容，任务是否齐全就无从核对，验收时各说各话。",
        "Without a list of what is delivered nobody can tell whether the tasks are complete, or what to accept.",
    ),
    help=Text(
        "在 scope.in 中逐项写出要交付的内容，如「S1: 用户登录模块」",
        "list what is delivered under scope.in, such as 'S1: Login module'",
    ),
    bad="""\
scope:
  in: {}
tasks:
  T1:
    covers: []
""",
    good=Text(
        """\
scope:
  in: {S1: 修复崩溃}
tasks:
  T1:
    covers: [S1]
""",
        """\
scope:
  in: {S1: Crash fixes}
tasks:
  T1:
    covers: [S1]
""",
    ),
    check=_check,
)
