"""A task without its planned days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Gap, Lacking, Problem
from collabkit.rules.active import active_tasks
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Lacking]:
    for key, task in active_tasks(plan).items():
        given = {"start": task.start, "end": task.end}
        gaps = tuple(Gap(("tasks", key, name), _WORDS[name]) for name, day in given.items() if day is None)
        yield Lacking(gaps, partial(_problem, plan, key))


_WORDS = {"start": Text("计划开始日", "planned start"), "end": Text("计划完成日", "planned finish")}


def _problem(plan: Plan, key: str, gaps: Sequence[Gap]) -> Problem:
    named = entry(("tasks", key), plan.project.tasks[key].name)
    return Problem(
        gaps[0].path,
        message(
            zh(named.zh, "没有", "和".join(gap.name.zh for gap in gaps)),
            f"{named.en} has no {' and no '.join(gap.name.en for gap in gaps)}",
        ),
        label=Text("没有排期", "not scheduled"),
        help=_help(plan, key, [gap.key for gap in gaps]),
        many=Text("{}没有起止日期", "{} have no start or no finish"),
    )


def _help(plan: Plan, key: str, missing: list[str]) -> Text | None:
    """Propose the day the predecessors allow."""
    demands = [plan.network.demand(edge, plan.calendar) for edge in plan.network.predecessors(key)]
    for name in missing:
        days = [demand.earliest for demand in demands if demand and demand.field == name]
        if days:
            return Text(
                f"补上「{name}: {max(days)}」或更晚的日期（前置任务允许的最早一天）",
                f"add '{name}: {max(days)}', the earliest day its predecessors allow, or a later one",
            )
    return None


RULE = Rule(
    code="CK502",
    name="task-dates-missing",
    severity=Severity.ERROR,
    stage=Stage.PLANNING,
    title=Text("任务没有起止日期", "A task has no start or finish"),
    why=Text(
        "没有起止日期的任务排不进计划，也永远不会被发现逾期。",
        "A task without dates has no place in the plan, and nobody ever sees that it is late.",
    ),
    help=Text("补上 start 和 end，如「start: 2026-03-16」", "add 'start' and 'end', such as 'start: 2026-03-16'"),
    bad="""\
tasks:
  T1:
    start:
""",
    good="""\
tasks:
  T1:
    start: 2026-03-16
""",
    check=_check,
)
