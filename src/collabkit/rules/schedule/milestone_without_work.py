"""A milestone all of whose work is cancelled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.milestone import Milestone
from collabkit.model.task import Task
from collabkit.model.words import TaskStatus
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import EVERY, Place, Problem
from collabkit.rules.wording import entry, message, short


def _check(plan: Plan) -> Iterator[Problem]:
    for key, milestone in plan.project.milestones.items():
        tasks = plan.tasks_to(key)
        dropped = bool(tasks) and all(task.status is TaskStatus.CANCELLED for task in tasks.values())
        if dropped and not milestone.actual and not _has_passed(plan, milestone):
            yield _problem(key, milestone, tasks)


def _has_passed(plan: Plan, milestone: Milestone) -> bool:
    """Return whether its day is over; that is milestone-passed-without-actual."""
    expected = max((day for day in (milestone.date, milestone.forecast) if day), default=None)
    return expected is not None and expected < plan.today


def _problem(key: str, milestone: Milestone, tasks: Mapping[str, Task]) -> Problem:
    named = entry(("milestones", key), milestone.name)
    return Problem(
        ("milestones", key),
        message(zh(named.zh, "的任务已全部取消"), f"all tasks of {named.en} are cancelled"),
        label=Text("没有任务通向它", "no work leads to it"),
        on="key",
        places=tuple(
            Place(("tasks", task, "status"), Text(f"{short(task)} 已取消", f"{short(task)} is cancelled"))
            for task in list(tasks)[:3]
        ),
        rests_on=(("tasks", EVERY, "milestone"), ("milestones", key, "actual")),
    )


RULE = Rule(
    code="CK520",
    name="milestone-without-work",
    severity=Severity.WARNING,
    stage=Stage.PLANNING,
    title=Text("里程碑的任务已全部取消", "All work of a milestone is cancelled"),
    why=Text(
        "通向里程碑的任务都取消了，它还挂在计划上，看计划的人会以为照常达成。",
        "No work leads to the milestone any more, yet readers of the plan still expect it on its day.",
    ),
    help=Text(
        "删去这个里程碑，或用 milestone 指出由哪些任务达成它",
        "remove the milestone, or give it work with 'milestone' of the tasks that reach it",
    ),
    bad=Text(
        """\
milestones:
  M2: {name: 海报上线, date: 2026-03-27}
tasks:
  T3: {name: 海报设计, status: cancelled, milestone: M2}
""",
        """\
milestones:
  M2: {name: Poster out, date: 2026-03-27}
tasks:
  T3: {name: Design the poster, status: cancelled, milestone: M2}
""",
    ),
    good=Text(
        """\
milestones:
  M2: {name: 海报上线, date: 2026-03-27}
tasks:
  T3: {name: 海报设计, status: cancelled, milestone: M2}
  T1:
    milestone: M2
""",
        """\
milestones:
  M2: {name: Poster out, date: 2026-03-27}
tasks:
  T3: {name: Design the poster, status: cancelled, milestone: M2}
  T1:
    milestone: M2
""",
    ),
    check=_check,
    last=Stage.EXECUTING,
)
