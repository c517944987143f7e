"""When a project really began and ended."""

from __future__ import annotations

from datetime import date

from collabkit.model.closeout import Closeout
from collabkit.plan import lights
from collabkit.plan.lights import finished_on
from collabkit.plan.plan import Plan


def actual_start(plan: Plan, end: Closeout) -> date | None:
    """Return when the project began: as the report says, else with its first task."""
    began = [task.actual_start for task in plan.project.tasks.values() if task.actual_start]
    return end.actual_start or min(began, default=None)


def actual_end(plan: Plan, end: Closeout) -> date | None:
    """Return when the project ended: as the report says, else with its last task or milestone.

    None while a task or milestone is open.
    """
    tasks = plan.project.tasks.values()
    if end.actual_end or any(lights.is_open(task) for task in tasks) or plan.open_milestones:
        return end.actual_end
    finished = [finished_on(task, plan.today) for task in tasks]
    reached = [milestone.actual for milestone in plan.project.milestones.values()]
    return max((day for day in (*finished, *reached) if day), default=None)
