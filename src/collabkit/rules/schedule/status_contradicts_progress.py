"""A status that the progress or the actual dates deny."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.task import Task
from collabkit.model.words import TaskStatus
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Place, Problem
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Problem]:
    for key, task in plan.project.tasks.items():
        match task.status:
            case TaskStatus.DONE:
                problem = _done(plan, key, task)
            case TaskStatus.DOING | TaskStatus.TODO:
                problem = _finished(key, task) or _begun(key, task)
            case TaskStatus.CANCELLED:
                problem = None
        if problem:
            yield replace(problem, rests_on=tuple(("tasks", key, name) for name in _KEYS))


_KEYS = ("status", "progress", "actual_start", "actual_end")


def _done(plan: Plan, key: str, task: Task) -> Problem | None:
    named = entry(("tasks", key))
    if task.progress is not None and task.progress < 100:
        return Problem(
            ("tasks", key, "progress"),
            message(
                zh(named.zh, f"状态为 done，完成率却是 {task.progress}%"),
                f"{named.en} is done, but its progress is {task.progress} %",
            ),
            label=Text("已完成的任务应为 100", "a task that is done is at 100"),
            help=Text(
                "做完了写「progress: 100」，没做完写「status: doing」",
                "write 'progress: 100', or 'status: doing' if it is not",
            ),
        )
    if task.actual_end is None:
        day = min(plan.today, task.end) if task.end else plan.today
        return Problem(
            ("tasks", key, "actual_end"),
            message(zh(named.zh, "状态为 done，却没有实际完成日"), f"{named.en} is done, but has no 'actual_end'"),
            label=Text("哪一天完成的？", "on which day was it done?"),
            help=Text(
                f"补上实际完成日，如「actual_end: {day}」", f"add the day it was done, such as 'actual_end: {day}'"
            ),
        )
    return None


def _finished(key: str, task: Task) -> Problem | None:
    if task.actual_end:
        sign = Text(f"已于 {task.actual_end} 完成", f"ended on {task.actual_end}")
        other = "actual_end"
    elif task.progress == 100:
        sign = Text("完成率为 100%", "is at 100 %")
        other = "progress"
    else:
        return None
    return _denied(
        key,
        task,
        sign,
        other,
        Text("完成了写「status: done」并注明 actual_end", "write 'status: done' with its 'actual_end'"),
    )


def _begun(key: str, task: Task) -> Problem | None:
    if task.status is not TaskStatus.TODO:
        return None
    advice = Text("已经开始的写「status: doing」", "write 'status: doing' for a task that has begun")
    if task.actual_start:
        sign = Text(f"已于 {task.actual_start} 开始", f"began on {task.actual_start}")
        return _denied(key, task, sign, "actual_start", advice)
    if task.progress:
        sign = Text(f"完成率为 {task.progress}%", f"is at {task.progress} %")
        return _denied(key, task, sign, "progress", advice)
    return None


def _denied(key: str, task: Task, sign: Text, other: str, advice: Text) -> Problem:
    """Say that the status is denied by the value of the key `other`."""
    named = entry(("tasks", key))
    return Problem(
        ("tasks", key, "status"),
        message(
            zh(named.zh, sign.zh, f"，状态却是 {task.status}"), f"{named.en} {sign.en}, but its status is {task.status}"
        ),
        label=Text(f"状态是 {task.status}", f"the status is {task.status}"),
        help=advice,
        places=(Place(("tasks", key, other), Text("与这里矛盾", "this says otherwise")),),
    )


RULE = Rule(
    code="CK512",
    name="status-contradicts-progress",
    severity=Severity.ERROR,
    stage=Stage.EXECUTING,
    title=Text("状态与完成率或实际日期矛盾", "A status contradicts the progress or the actual dates"),
    why=Text(
        "状态、完成率、实际日期互相矛盾时，周报和红黄绿灯总有一个是错的。",
        "When status, progress and actual dates disagree, one of the report's figures is wrong.",
    ),
    help=Text(
        "让 status、progress、actual_start、actual_end 说同一件事",
        "make 'status', 'progress', 'actual_start' and 'actual_end' say the same",
    ),
    bad="""\
tasks:
  T1:
    status: done
    progress: 60
    actual_start: 2026-03-16
    actual_end: 2026-03-20
""",
    good="""\
tasks:
  T1:
    status: done
    progress: 100
    actual_start: 2026-03-16
    actual_end: 2026-03-20
""",
    check=_check,
)
