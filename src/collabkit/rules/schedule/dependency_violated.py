"""A task planned earlier than what it waits for allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.dependency import Link
from collabkit.model.task import Task
from collabkit.phrases import working_days, zh
from collabkit.plan import Plan
from collabkit.plan.network import DateConstraint, Edge
from collabkit.problem import Place, Problem
from collabkit.rules.timing import lag_range, tasks_within
from collabkit.rules.wording import entry, message, short


class _Breach(NamedTuple):
    """An edge that asks for a later day than `planned`."""

    edge: Edge
    demand: DateConstraint
    planned: date


def _check(plan: Plan) -> Iterator[Problem]:
    tasks, possible = tasks_within(plan), lag_range(plan)
    worst: dict[tuple[str, str], _Breach] = {}
    for edge in plan.network.edges:
        if edge.task not in tasks or edge.dependency.task not in tasks or plan.network.is_knotted(edge):
            continue
        # Dates cannot be planned around a lag that is itself a mistake.
        if not possible.is_possible(edge.dependency.lag):
            continue
        breach = _breach(plan, tasks[edge.task], edge)
        if breach:
            key = (edge.task, breach.demand.field)
            if key not in worst or breach.demand.earliest > worst[key].demand.earliest:
                worst[key] = breach
    for breach in worst.values():
        yield _problem(plan, tasks, breach)


def _breach(plan: Plan, task: Task, edge: Edge) -> _Breach | None:
    demand = plan.network.demand(edge, plan.calendar)
    planned = (task.start if demand.field == "start" else task.end) if demand else None
    return _Breach(edge, demand, planned) if demand and planned and planned < demand.earliest else None


def _problem(plan: Plan, tasks: Mapping[str, Task], breach: _Breach) -> Problem:
    name, other = breach.edge.task, breach.edge.dependency.task
    field, earliest = breach.demand.field, breach.demand.earliest
    before = tasks[other]
    by_end = breach.edge.dependency.link in (Link.FS, Link.FF)
    source, day = ("end", before.end) if by_end else ("start", before.start)
    named, link = entry(("tasks", name)), _link(breach.edge)
    return Problem(
        ("tasks", name, field),
        message(
            zh(
                named.zh,
                f"于 {breach.planned} {_VERBS[field].zh}，但 {short(other)}（{link}）{day} {_VERBS[source].zh}",
                f"：最早 {earliest}",
            ),
            f"{named.en} {_VERBS[field].en} {breach.planned}, but {short(other)} ({link}) {_VERBS[source].en} {day}: "
            f"earliest {earliest}",
        ),
        label=Text(f"最早 {earliest}", f"earliest {earliest}"),
        help=_help(plan, tasks[name], breach),
        rests_on=(("calendar",),),
        places=(
            Place(("tasks", other, source), Text(f"{short(other)} 的日期", f"the date of {short(other)}")),
            Place(breach.edge.path, Text("依赖写在这里", "the dependency is written here")),
        ),
    )


_VERBS = {"start": Text("开始", "starts"), "end": Text("完成", "ends")}


def _link(edge: Edge) -> str:
    lag = edge.dependency.lag
    return f"{edge.dependency.link}{lag:+d}" if lag else str(edge.dependency.link)


def _help(plan: Plan, task: Task, breach: _Breach) -> Text:
    earliest, other = breach.demand.earliest, short(breach.edge.dependency.task)
    duration = plan.duration(task)
    if breach.demand.field == "start" and duration:
        first = plan.calendar.next(earliest)
        last = plan.calendar.nth(first, duration)
        days = working_days(duration)
        return Text(
            f"改为 {first} 至 {last}（仍是 {days.zh}），或让 {other} 提前",
            f"plan it from {first} to {last}, which keeps its {days.en}, or bring {other} forward",
        )
    return Text(
        f"把 {breach.demand.field} 改为 {earliest} 或更晚，或让 {other} 提前",
        f"set '{breach.demand.field}' to {earliest} or later, or bring {other} forward",
    )


RULE = Rule(
    code="CK506",
    name="dependency-violated",
    severity=Severity.ERROR,
    stage=Stage.PLANNING,
    title=Text("任务早于前置任务允许的日期", "A task is planned earlier than its predecessor allows"),
    why=Text(
        "上游还没完成，下游就排了开工：到那一天只能干等，或者拿半成品返工。",
        "Work that starts before its input is there waits, or is done twice.",
    ),
    help=Text("推迟这项任务，或让前置任务提前", "move the task, or finish its predecessor earlier"),
    bad="""\
tasks:
  T2:
    start: 2026-03-23
""",
    good="""\
tasks:
  T2:
    start: 2026-03-25
""",
    check=_check,
)
