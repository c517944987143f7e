"""A project that does not say what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan, is_something
from collabkit.problem import Problem


def _check(plan: Plan) -> Iterator[Problem]:
    if any(is_something(text) for text in plan.project.scope.out.values()):
        return
    yield Problem(
        ("scope", "out"),
        Text("范围里没有列出不做的内容（scope.out）", "the scope lists nothing that is left out (scope.out)"),
        label=Text("不做什么没有写", "what is left out is not said"),
        on="key",
        rests_on=(("scope", "out"),),
    )


RULE = Rule(
    code="CK303",
    name="scope-out-empty",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("没有写明不包含的范围", "Nothing is out of scope"),
    why=Text(
        "不写明不做什么，需求会一项项加进来，工期和预算却不变：这就是范围蔓延。",
        "What is not excluded gets added bit by bit while dates and budget stay: that is scope creep.",
    ),
    help=Text(
        "在 scope.out 中至少写一项不做的内容，如「X1: 海外版本」",
        "list at least one thing that is not delivered, such as 'X1: Overseas edition'",
    ),
    bad=Text(
        """\
scope:
  out: {X1: 无}
""",
        """\
scope:
  out: {X1: none}
""",
    ),
    good=Text(
        """\
scope:
  out: {X1: 海外版}
""",
        """\
scope:
  out: {X1: Overseas edition}
""",
    ),
    check=_check,
)
