"""How far work has come, and how that is rounded."""

from __future__ import annotations

from collabkit.model.task import Task
from collabkit.model.words import TaskStatus


def task_progress(task: Task) -> float | None:
    """Return how far a task has come, 0 to 100; None for a cancelled one of which the file does not say."""
    if task.status is TaskStatus.DONE:
        return 100.0
    if task.progress is not None:
        return float(task.progress)
    return None if task.status is TaskStatus.CANCELLED else 0.0


def whole(progress: float) -> int:
    """Return a progress in whole per cent; what is not complete is at most 99."""
    return min(round(progress), 99) if progress < 100 else round(progress)


def tenths(progress: float) -> float:
    """Return a progress in tenths of a per cent; what is not complete is at most 99.9."""
    return min(round(progress, 1), 99.9) if progress < 100 else round(progress, 1)
