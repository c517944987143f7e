"""A number that cannot be, or that nobody expects."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.ranges import Range
from collabkit.model.walk import outside
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Path, Problem
from collabkit.rules.timing import lag_range
from collabkit.rules.wording import entry, field, message, short


def _check(plan: Plan) -> Iterator[Problem]:
    for path, number, allowed in outside(plan.project):
        yield _problem(path, field(path), number, allowed)
    yield from _lags(plan)


def _lags(plan: Plan) -> Iterator[Problem]:
    allowed = lag_range(plan)
    for edge in plan.network.written:
        lag = edge.dependency.lag
        if not allowed.is_possible(lag) or not allowed.is_usual(lag):
            task, other = entry(("tasks", edge.task)), short(edge.dependency.task, 20)
            named = Text(f"{task.zh} 与 {other} 的间隔", f"the lag of {task.en} after {other}")
            yield _problem(edge.path, named, lag, allowed)


def _problem(path: Path, named: Text, number: float, allowed: Range) -> Problem:
    shown, usual = allowed.shown(number), allowed.usual
    impossible = not allowed.is_possible(number)
    said = Text("，应", ", but must be ") + allowed.possible if impossible else Text("，", "; ") + usual
    check = Text("核对数值和单位", "check the number and its unit")
    return Problem(
        path,
        message(zh(named.zh, f"为 {shown.zh}{said.zh}"), f"{named.en} is {shown.en}{said.en}"),
        label=Text("不可能", "cannot be") if impossible else Text("请再核对", "worth a second look"),
        help=check + Text("；", "; ") + usual if impossible and usual.en else check,
        severity=None if impossible else Severity.WARNING,
    )


RULE = Rule(
    code="CK011",
    name="value-out-of-range",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("数值超出范围", "A number is out of range"),
    why=Text(
        "负的工作量、300% 的投入、4,500 分钟的会议多半是多写了零或写错了单位；表单、合计和进度都会跟着算错。",
        "Effort below zero, an allocation of 300% or a meeting of 4,500 minutes is most likely a zero too many or "
        "another unit, and every sum in the forms goes wrong with it.",
    ),
    help=Text("核对数值和单位", "check the number and its unit"),
    bad="""\
tasks:
  T1:
    effort: -5
""",
    good="""\
tasks:
  T1:
    effort: 5
""",
    check=_check,
    also=(Severity.WARNING,),
)
