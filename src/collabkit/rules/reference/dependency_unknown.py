"""A predecessor that is no task."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage, dependency
from collabkit.model.dependency import Dependency
from collabkit.plan import Plan
from collabkit.plan.network import Edge
from collabkit.problem import Place, Problem
from collabkit.rules.unknown_ids import MOST_PLACES, Guide, apart, declared, did_you_mean, unknown_predecessors
from collabkit.rules.wording import entry, message, short

_MANY = 2000
"""Tasks, beyond which it takes too long to look for what another notation means."""


def _check(plan: Plan) -> Iterator[Problem]:
    # What else refers to the same task tells of these edges as well.
    told = {reference.id for reference in plan.dangling if "tasks" in reference.ref.sections}
    guide = Guide(plan)
    for name, edges in unknown_predecessors(plan).items():
        if name not in told:
            first = edges[0]
            text = plan.project.tasks[first.task].after[first.index]
            others = [key for key in plan.project.tasks if key != first.task] if len(plan.project.tasks) < _MANY else []
            edge = dependency.meant(text, others)
            yield _notation(text, edges, edge) if edge else _problem(guide, name, edges)


def _notation(text: str, edges: list[Edge], meant: Dependency) -> Problem:
    """Tell a dependency in the notation of another tool."""
    first, *others = edges
    task, shown, right = entry(("tasks", first.task)), short(text), str(meant)
    return Problem(
        first.path,
        message(
            f"{task.zh} 的依赖「{shown}」读不懂", f"task {short(first.task)} waits for '{shown}', which does not exist"
        ),
        label=did_you_mean(right),
        help=Text(f"写成「{right}」", f"write '{right}'"),
        places=(
            declared(("tasks", meant.task)),
            *(Place(edge.path, Text("这里也用到", "also used here")) for edge in others[:MOST_PLACES]),
        ),
    )


def _problem(guide: Guide, name: str, edges: list[Edge]) -> Problem:
    first, *others = edges
    meant = guide.meant(name, "tasks", but=first.task)
    places = [Place(edge.path, Text("这里也用到", "also used here")) for edge in others[:MOST_PLACES]]
    if meant:
        places.insert(0, declared(("tasks", meant)))
    task, shown = entry(("tasks", first.task)), short(name)
    return Problem(
        first.path,
        message(f"{task.zh} 依赖「{shown}」，但没有这个任务", f"{task.en} waits for '{shown}', which does not exist"),
        label=did_you_mean(meant) if meant else None,
        help=_help(guide, name, meant, but=first.task),
        places=tuple(places),
        about=("tasks", name),
    )


def _help(guide: Guide, name: str, meant: str | None, *, but: str) -> Text | None:
    if names := guide.several(name, "tasks"):
        return apart(names, "tasks", in_list=True)
    if meant:
        return Text(f"改成「{meant}」，或删去这一项依赖", f"write '{meant}', or remove this dependency")
    ids = guide.ids("tasks", but=but)
    if not ids.en:
        return None
    return Text(f"改用已有的任务：{ids.zh}；或删去这一项", f"use one of {ids.en}, or remove this dependency")


RULE = Rule(
    code="CK103",
    name="dependency-unknown",
    severity=Severity.ERROR,
    stage=Stage.PLANNING,
    title=Text("前置任务不存在", "A predecessor does not exist"),
    why=Text(
        "依赖指向不存在的任务，排期就少了一段等待，下游会按过早的日期安排人手。",
        "A dependency on nothing drops a wait from the schedule, and people downstream are planned too early.",
    ),
    help=Text("改成已有任务的编号，或删去这一项依赖", "use the id of a task, or remove this dependency"),
    bad="""\
tasks:
  T2:
    after: [T1, T9]
""",
    good="""\
tasks:
  T2:
    after: [T1]
""",
    check=_check,
)
