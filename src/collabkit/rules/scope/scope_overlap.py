"""One thing both in and out of scope."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.plan.matching import overlap
from collabkit.problem import Place, Problem
from collabkit.rules.wording import message, short


def _check(plan: Plan) -> Iterator[Problem]:
    """An out item may narrow an in item (App, App overseas edition), but an in item may not hold an out item."""
    scope = plan.project.scope
    for out, left_out in scope.out.items():
        both = [key for key, text in scope.in_.items() if overlap(text, left_out)]
        if both:
            yield _problem(both, scope.in_[both[0]], out, left_out)


def _problem(keys: Sequence[str], text: str, out: str, left_out: str) -> Problem:
    key = keys[0]
    return Problem(
        ("scope", "out", out),
        message(
            f"{out}「{short(left_out)}」不做，{key}「{short(text)}」却要做",
            f"{out} ({short(left_out)}) is left out, yet {key} ({short(text)}) is in scope",
        ),
        label=Text("这里写着不做", "left out here"),
        help=Text(
            f"从 {key} 和 {out} 中删去一项，或写明两者的区别", f"remove {key} or {out}, or say how the two differ"
        ),
        places=tuple(Place(("scope", "in", each), Text("这里写着要做", "promised here")) for each in keys),
    )


RULE = Rule(
    code="CK304",
    name="scope-overlap",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("同一内容既做又不做", "One thing is both in and out of scope"),
    why=Text(
        "同一件事既写要做又写不做，各部门会各按对自己有利的一条理解。",
        "With one thing on both lists, each department reads the one that suits it.",
    ),
    help=Text("只留一处，或写明两者的区别", "keep one of the two, or say how they differ"),
    bad=Text(
        """\
scope:
  in: {S1: 修复海外版的崩溃}
""",
        """\
scope:
  in: {S1: Crash fixes of the overseas edition}
""",
    ),
    good=Text(
        """\
scope:
  in: {S1: 修复崩溃}
""",
        """\
scope:
  in: {S1: Crash fixes}
""",
    ),
    check=_check,
)
