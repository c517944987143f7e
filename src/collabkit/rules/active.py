"""The tasks that rules look at."""

from __future__ import annotations

from collections.abc import Mapping

from collabkit.model.words import TaskStatus
from collabkit.model.work import Task
from collabkit.plan import Plan


def active_tasks(plan: Plan) -> Mapping[str, Task]:
    """Return the tasks that are not cancelled, by id."""
    return {key: task for key, task in plan.project.tasks.items() if task.status is not TaskStatus.CANCELLED}
