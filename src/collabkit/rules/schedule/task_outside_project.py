"""A task before or after the project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.task import Task
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Place, Problem
from collabkit.rules.timing import dated_tasks, is_early, is_late, is_reversed
from collabkit.rules.wording import entry, message, short

MOST = 3
"""Up to this many tasks beyond one end of the project are told one by one, whatever their share."""


def _check(plan: Plan) -> Iterator[Problem]:
    about = plan.project.about
    if is_reversed(about.start, about.end):
        return
    tasks = dated_tasks(plan)
    late = {key: task for key, task in tasks.items() if is_late(plan, task)}
    early = {key: task for key, task in tasks.items() if is_early(plan, task) and key not in late}
    for side, outside in ((_END, late), (_START, early)):
        # When most tasks lie outside, it is the project's date that is wrong.
        if len(outside) > max(MOST, len(tasks) / 2):
            yield _project(plan, side, outside)
        else:
            for key, task in outside.items():
                yield _task(plan, side, key, task)


class _Side(NamedTuple):
    """One end of the project, and how the days beyond it are told."""

    key: str
    keys: tuple[str, str]
    """The keys of a task, the one that lies furthest out first."""
    beyond: Text


_END = _Side("end", ("end", "start"), Text("晚于项目结束日", "after the project ends"))
_START = _Side("start", ("start", "end"), Text("早于项目开始日", "before the project starts"))
_VERBS = {"start": Text("开始", "starts"), "end": Text("完成", "ends")}


def _task(plan: Plan, side: _Side, key: str, task: Task) -> Problem:
    about = plan.project.about
    named = entry(("tasks", key))
    name, day = _outermost(side, task)
    border = about.end if side is _END else about.start
    return Problem(
        ("tasks", key, name),
        message(
            zh(named.zh, f"于 {day} {_VERBS[name].zh}，{side.beyond.zh} {border}"),
            f"{named.en} {_VERBS[name].en} {day}, {side.beyond.en} ({border})",
        ),
        label=side.beyond,
        help=Text(
            f"把日期移到 {about.start} 至 {about.end} 之内，或把项目的 {side.key} 改为 {day}",
            f"move it between {about.start} and {about.end}, or set the project's '{side.key}' to {day}",
        ),
        places=(Place(("project", side.key), Text("项目的边界", "the project's limit")),),
    )


def _project(plan: Plan, side: _Side, outside: Mapping[str, Task]) -> Problem:
    border = plan.project.about.end if side is _END else plan.project.about.start
    days = [_outermost(side, task)[1] for task in outside.values()]
    furthest = max(days) if side is _END else min(days)
    count = len(outside)
    return Problem(
        ("project", side.key),
        message(
            f"项目于 {border} {_VERBS[side.key].zh}，但有 {count} 项任务{side.beyond.zh}，最远到 {furthest}",
            f"the project {_VERBS[side.key].en} {border}, but {count} tasks lie beyond that, as far as {furthest}",
        ),
        label=Text(f"{count} 项任务在此之外", f"{count} tasks lie beyond"),
        help=Text(
            f"核对项目的 {side.key}，如改为 {furthest}；或把这些任务移到项目之内",
            f"check the project's '{side.key}', {furthest} would hold them all, or move the tasks inside",
        ),
        places=tuple(
            Place(("tasks", key, _outermost(side, task)[0]), Text(f"{short(key)} 超出", f"{short(key)} lies beyond"))
            for key, task in list(outside.items())[:MOST]
        ),
    )


def _outermost(side: _Side, task: Task) -> tuple[str, date]:
    """Return the key and the day of a task that lies furthest out on this side."""
    days = {"start": task.start, "end": task.end}
    return next((name, day) for name in side.keys if (day := days[name]))


RULE = Rule(
    code="CK503",
    name="task-outside-project",
    severity=Severity.ERROR,
    stage=Stage.PLANNING,
    title=Text("任务超出项目起止日期", "A task lies outside the project's dates"),
    why=Text(
        "项目开始前、结束后没有资源和授权；超出部分要么是笔误，要么项目工期本身不够。",
        "Outside the project there is neither mandate nor staff: the date is mistyped, or the project is too short.",
    ),
    help=Text(
        "把任务移到项目起止日期之内，或调整项目的 start、end",
        "move the task inside the project, or change the project's 'start' or 'end'",
    ),
    bad="""\
project:
  end: 2026-03-27
""",
    good="""\
project:
  end: 2026-03-31
""",
    check=_check,
)
