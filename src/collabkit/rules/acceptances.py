"""Which acceptance of a deliverable counts."""

from __future__ import annotations

from collections.abc import Mapping

from collabkit.plan import Plan
from collabkit.rules.matching import same_thing


def last_notes(plan: Plan) -> Mapping[str, int]:
    """Return the place of the last acceptance of each task, and of what belongs to no task under its name."""
    tasks = plan.project.tasks
    found: dict[str, int] = {}
    for index, note in enumerate(plan.project.acceptances):
        alike = (key for key, task in tasks.items() if same_thing(task.deliverable or "", note.deliverable or ""))
        found[note.task or next(alike, note.deliverable or "")] = index
    return found
