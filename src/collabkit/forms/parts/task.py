"""A task in one line."""

from __future__ import annotations

from collabkit.forms.formatter import Formatter
from collabkit.model.task import Task


def task_line(page: Formatter, task: str | None) -> str | None:
    """Return a task as `研发部：T03 核心功能 Demo`; an unknown one as its id."""
    known = page.plan.project.tasks.get(task) if task else None
    if task is None or known is None:
        return task
    return page.colon(page.department(known.department), task_text(task, known))


def task_text(key: str, task: Task) -> str:
    """Return a task as `T03 核心功能 Demo`."""
    return f"{key} {task.name}" if task.name else key
