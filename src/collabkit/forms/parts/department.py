"""A department's part in the project, and what it asked for."""

from __future__ import annotations

from dataclasses import dataclass

from collabkit.forms.formatter import Formatter, Value
from collabkit.model.department import Department, Need
from collabkit.plan import Plan


@dataclass(frozen=True, slots=True)
class NeedRow:
    """What a department asked for, and the answer."""

    need: Value
    reply: Value


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """One department; `needs` is empty when it asked for nothing."""

    name: str
    head: Value
    contact: Value
    executors: Value
    responsibility: Value
    needs: tuple[NeedRow, ...]


def department_row(page: Formatter, key: str, department: Department) -> DepartmentRow:
    """Return one department's part in the project."""
    return DepartmentRow(
        name=page.department(key) or key,
        head=page.need(page.person(department.head)),
        contact=page.maybe(page.person(department.contact)),
        executors=page.need(page.people(_executors(page.plan, key))),
        responsibility=page.need(department.responsibility),
        needs=tuple(_need(page, each) for each in department.needs),
    )


def _executors(plan: Plan, department: str) -> list[str]:
    """Return who works on the department's tasks; its people when it has no tasks yet."""
    tasks = plan.tasks_of(department).values()
    working = dict.fromkeys(person for task in tasks for person in (task.owner, *task.team) if person)
    people = plan.project.people
    return list(working) or [person for person in people if people[person].department == department]


def _need(page: Formatter, need: Need) -> NeedRow:
    unsaid = [task for task in need.tasks if task not in (need.note or "")]
    note = page.sentences([need.note, page.join(unsaid)])
    return NeedRow(page.need(need.need), page.need(page.colon(page.word(need.reply), note) if need.reply else None))
