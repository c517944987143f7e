"""Which acceptance of a deliverable counts: the last one."""

from __future__ import annotations

from collections.abc import Mapping

from collabkit.model.acceptance import Acceptance
from collabkit.model.project import Project
from collabkit.model.words import TaskStatus
from collabkit.plan.matching import same_thing


def last_notes(project: Project) -> Mapping[str, int]:
    """Return the place of the last acceptance of each task, and of what belongs to no task under its name.

    As with signatures, what stands later in the file was said later.
    """
    found: dict[str, int] = {}
    for index, note in enumerate(project.acceptances):
        of = note.task or _task_that_delivers(project, note.deliverable or "") or note.deliverable or ""
        found[of] = index
    return found


def standing(project: Project) -> Mapping[str, Acceptance]:
    """Return the last acceptance of everything that is still to be delivered or is, by task or by its name."""
    tasks, notes = project.tasks, project.acceptances
    return {
        of: notes[index]
        for of, index in last_notes(project).items()
        if of not in tasks or tasks[of].status is not TaskStatus.CANCELLED
    }


def _task_that_delivers(project: Project, name: str) -> str | None:
    alike = (key for key, task in project.tasks.items() if same_thing(task.deliverable or "", name))
    return next(alike, None)
