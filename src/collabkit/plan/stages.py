"""How far a project is by the calendar, whatever stage its file says."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from collabkit.model.words import Stage, TaskStatus
from collabkit.plan.lights import is_open
from collabkit.plan.plan import Plan
from collabkit.problem import Path


class Lag(NamedTuple):
    """The stage that a project should be in by now: since `day`, which is written at `path`."""

    stage: Stage
    day: date
    path: Path


def reached(plan: Plan) -> Stage:
    """Return the project's own stage, `executing` at least once it has begun: planned days pass in any stage."""
    declared, begun = plan.project.about.stage, plan.project.about.start <= plan.today
    return Stage.EXECUTING if begun and not declared.reaches(Stage.EXECUTING) else declared


def lag(plan: Plan) -> Lag | None:
    """Return where the project should be when the calendar has overtaken its stage; None while it has not.

    An end before which its own open tasks do not end is not taken for the end.
    """
    about = plan.project.about
    if about.end < about.start or plan.today < about.start:
        return None
    work = _first_work(plan)
    if plan.today > about.end and not _lies_beyond(plan):
        due = Lag(Stage.CLOSING, about.end, ("project", "end"))
    elif plan.calendar.between(work.day, plan.today) > plan.policy.planned_within:
        due = work
    elif plan.calendar.between(about.start, plan.today) > plan.policy.initiated_within:
        due = Lag(Stage.PLANNING, about.start, ("project", "start"))
    else:
        return None
    return None if about.stage.reaches(due.stage) else due


def _lies_beyond(plan: Plan) -> bool:
    """Return whether an open task is planned to end after the project."""
    return any(is_open(task) and task.end and task.end > plan.project.about.end for task in plan.project.tasks.values())


def _first_work(plan: Plan) -> Lag:
    """Return when work was to begin: with the first task, with the project while no task has a day."""
    about = plan.project.about
    starts = [
        (task.start, key)
        for key, task in plan.project.tasks.items()
        if task.start and task.status is not TaskStatus.CANCELLED
    ]
    day, key = min(starts, default=(about.start, ""))
    if day <= about.start:
        return Lag(Stage.EXECUTING, about.start, ("project", "start"))
    return Lag(Stage.EXECUTING, day, ("tasks", key, "start"))
