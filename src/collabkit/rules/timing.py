"""Dates that rules can reason with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from collabkit.model.ranges import LAG, Range
from collabkit.model.task import Task
from collabkit.model.words import TaskStatus
from collabkit.plan import Plan
from collabkit.plan.lights import is_open
from collabkit.rules.active import active_tasks


def is_reversed(start: date | None, end: date | None) -> bool:
    """Return whether something ends before it starts."""
    return start is not None and end is not None and end < start


def dated_tasks(plan: Plan) -> Mapping[str, Task]:
    """Return the tasks that are not cancelled and do not end before they start.

    What follows from a mistyped date would only repeat `end-before-start`.
    """
    return {key: task for key, task in active_tasks(plan).items() if not is_reversed(task.start, task.end)}


def is_contradictory(task: Task) -> bool:
    """Return whether an open task has ended, or one that is to do has begun: its status is not where it stands.

    What follows from such a status would only repeat `status-contradicts-progress`.
    """
    if not is_open(task):
        return False
    ended = task.actual_end is not None or task.progress == 100
    return ended or (task.status is TaskStatus.TODO and bool(task.actual_start or task.progress))


def is_late(plan: Plan, task: Task) -> bool:
    """Return whether the task reaches beyond the end of the project."""
    last = plan.project.about.end
    return (task.start is not None and task.start > last) or (task.end is not None and task.end > last)


def is_early(plan: Plan, task: Task) -> bool:
    """Return whether the task begins before the project."""
    first = plan.project.about.start
    return (task.start is not None and task.start < first) or (task.end is not None and task.end < first)


def lag_range(plan: Plan) -> Range:
    """Return what the lag of a dependency can be: no longer than the project, where that has a length."""
    about = plan.project.about
    days = None if is_reversed(about.start, about.end) else plan.calendar.count(about.start, about.end)
    return LAG if days is None else Range(-days, days, LAG.low, LAG.high, LAG.unit)


def tasks_within(plan: Plan) -> Mapping[str, Task]:
    """Return the tasks of `dated_tasks` that lie inside the project.

    What follows from a date outside would only repeat `task-outside-project`; a project that is itself reversed
    has no inside, and all tasks count.
    """
    tasks, about = dated_tasks(plan), plan.project.about
    if is_reversed(about.start, about.end):
        return tasks
    return {key: task for key, task in tasks.items() if not is_late(plan, task) and not is_early(plan, task)}


def work_after_milestones(plan: Plan) -> Mapping[str, Sequence[tuple[date, str]]]:
    """Return the milestones whose own tasks end later, with those days and tasks."""
    found: dict[str, list[tuple[date, str]]] = {}
    milestones = plan.project.milestones
    for key, task in tasks_within(plan).items():
        milestone = milestones.get(task.milestone) if task.milestone else None
        if task.milestone and milestone and milestone.date and task.end and task.end > milestone.date:
            found.setdefault(task.milestone, []).append((task.end, key))
    return {key: found[key] for key in milestones if key in found}


def open_work_of_reached(plan: Plan) -> Mapping[str, Sequence[str]]:
    """Return the milestones that are reached by today while tasks of theirs are open, with those tasks."""
    found: dict[str, list[str]] = {}
    for key, task in plan.project.tasks.items():
        milestone = plan.project.milestones.get(task.milestone) if task.milestone else None
        reached = milestone is not None and milestone.actual is not None and milestone.actual <= plan.today
        if task.milestone and reached and is_open(task) and not is_contradictory(task):
            found.setdefault(task.milestone, []).append(key)
    return {key: found[key] for key in plan.project.milestones if key in found}


def left_behind(plan: Plan) -> frozenset[str]:
    """Return the open tasks of reached milestones; that is `milestone-reached-with-open-work`."""
    return frozenset(task for tasks in open_work_of_reached(plan).values() for task in tasks)
