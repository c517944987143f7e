"""Tasks that wait for each other in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text, same
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.plan.network import Edge
from collabkit.problem import Place, Problem
from collabkit.rules.wording import message, short

MOST = 8
"""The longest loop whose tasks are all named in the message."""


def _check(plan: Plan) -> Iterator[Problem]:
    for loop in plan.network.cycles:
        names = _names(loop)
        yield Problem(
            loop[0].path,
            message(f"任务循环依赖：{names.zh}", f"tasks wait for each other: {names.en}"),
            label=_label(loop, 0),
            help=Text(
                f"删去这 {len(loop)} 条依赖中的一条，或把其中一项任务拆成先后两项",
                f"remove one of these {len(loop)} dependencies, or split one of the tasks in two",
            ),
            places=tuple(Place(edge.path, _label(loop, number)) for number, edge in enumerate(loop) if number),
        )


def _names(loop: tuple[Edge, ...]) -> Text:
    names = [short(edge.task, 20) for edge in loop]
    names.append(names[0])
    if len(names) <= MOST:
        return same(" → ".join(names))
    head, tail, more = " → ".join(names[:4]), " → ".join(names[-2:]), len(names) - 6
    return Text(f"{head} → …（另 {more} 项）… → {tail}", f"{head} → … {more} more … → {tail}")


def _label(loop: tuple[Edge, ...], number: int) -> Text:
    edge = loop[number]
    task, other = short(edge.task), short(edge.dependency.task)
    closing = Text("，回到起点", ", which closes the circle") if number == len(loop) - 1 else same("")
    return Text(f"{number + 1}. {task} 等待 {other}", f"{number + 1}. {task} waits for {other}") + closing


RULE = Rule(
    code="CK504",
    name="dependency-cycle",
    severity=Severity.ERROR,
    stage=Stage.PLANNING,
    title=Text("任务循环依赖", "Tasks wait for each other in a circle"),
    why=Text(
        "互相等待的任务谁也开始不了，排期、浮动时间和关键路径全都没有意义。",
        "A circle has no possible start: the schedule of every task in it means nothing.",
    ),
    help=Text(
        "删去其中一条依赖，或把其中一项任务拆成先后两项",
        "remove one of these dependencies, or split one of the tasks in two",
    ),
    bad=Text(
        """\
tasks:
  T1:
    after: [T2 SS]
handovers:
  - {from: T1, to: T2, confirmed: [开发部, 市场部]}
  - {from: T2, to: T1, confirmed: [开发部, 市场部]}
""",
        """\
tasks:
  T1:
    after: [T2 SS]
handovers:
  - {from: T1, to: T2, confirmed: [Development, Marketing]}
  - {from: T2, to: T1, confirmed: [Development, Marketing]}
""",
    ),
    good="""\
tasks:
  T1:
    after: []
  T2:
    after: [T1]
""",
    check=_check,
)
