"""The tasks and people that rules look at."""

from __future__ import annotations

from collections.abc import Mapping

from collabkit.model.task import Task
from collabkit.plan import Plan


def active_tasks(plan: Plan) -> Mapping[str, Task]:
    """Return the tasks that are not cancelled, by id."""
    return plan.active


def staff(plan: Plan, department: str | None) -> list[str]:
    """Return the ids of the people of a department, its head first."""
    if department is None:
        return []
    known = plan.project.departments.get(department)
    head = known.head if known else None
    people = [key for key, person in plan.project.people.items() if person.department == department]
    return sorted(people, key=lambda key: key != head)
