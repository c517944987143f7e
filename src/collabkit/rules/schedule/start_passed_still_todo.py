"""A task that should have begun long ago."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.dependency import Link
from collabkit.model.task import Task
from collabkit.model.words import TaskStatus
from collabkit.phrases import working_days, zh
from collabkit.plan import Plan
from collabkit.plan.lights import is_open
from collabkit.plan.policy import POLICY
from collabkit.problem import Problem
from collabkit.rules.goal_text import is_blank
from collabkit.rules.timing import dated_tasks, is_contradictory, left_behind
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Problem]:
    told = left_behind(plan)
    for key, task in dated_tasks(plan).items():
        if key in told or not _is_left(plan, key, task):
            continue
        named = entry(("tasks", key), task.name)
        yield Problem(
            ("tasks", key, "status"),
            message(
                zh(named.zh, f"应于 {task.start} 开始，状态还是 todo"),
                f"{named.en} was to start {task.start} and is still todo",
            ),
            label=Text(f"应于 {task.start} 开始", f"to start on {task.start}"),
            many=Text("{}早该开始，状态还是 todo", "{} should have begun and are still todo"),
        )


def _is_left(plan: Plan, key: str, task: Task) -> bool:
    """Return whether a task has not begun, waits for nothing, and nobody says why; an overdue one is told as such."""
    if task.status is not TaskStatus.TODO or task.start is None or plan.is_overdue(task) or is_contradictory(task):
        return False
    slipped = task.start < plan.today and plan.calendar.between(task.start, plan.today) > plan.policy.start_slip
    return slipped and is_blank(task.delay_reason) and not _waits(plan, key)


def _waits(plan: Plan, key: str) -> bool:
    """Return whether a task that must come first is not done yet; that one has a finding of its own."""
    return any(
        edge.dependency.link is Link.FS and is_open(plan.project.tasks[edge.dependency.task])
        for edge in plan.network.predecessors(key)
    )


_SLIP = working_days(POLICY.start_slip)

RULE = Rule(
    code="CK517",
    name="start-passed-still-todo",
    severity=Severity.WARNING,
    stage=Stage.EXECUTING,
    title=Text(
        f"任务过了计划开始日 {_SLIP.zh}还没有开始",
        f"A task has not begun {_SLIP.en} after its start",
    ),
    why=Text(
        "该开始而没有开始的任务，到期才会变成逾期；现在追还来得及。状态每周更新一次，所以过了 "
        f"{_SLIP.zh}才提示；灯从计划开始的次日起变黄。",
        "A task that has not begun shows as late on its last day only; now there is still time to help. Statuses are "
        f"updated once a week, so this is told after {_SLIP.en}; the light is amber from the day "
        "after the planned start.",
    ),
    help=Text(
        "开始了写「status: doing」；没开始就在 delay_reason 中写明原因和新的开始日",
        "set 'status: doing' if it has begun, else say in 'delay_reason' why not and when it will",
    ),
    bad="""\
tasks:
  T1:
    start: 2026-03-09
""",
    good="""\
tasks:
  T1:
    start: 2026-03-09
    status: doing
""",
    check=_check,
    dated=True,
    last=Stage.EXECUTING,
)
