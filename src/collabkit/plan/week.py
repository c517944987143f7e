"""A week of work, computed from the tasks: what was done, what was missed, what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from collabkit.model.scalars import monday_of
from collabkit.model.task import Task
from collabkit.model.words import TaskStatus
from collabkit.plan.lights import finished_on, is_open
from collabkit.plan.plan import Plan


def days_after(day: date, number: int) -> date:
    """Return the day `number` days after `day`; the last day there is when that lies beyond it."""
    return date.fromordinal(min(day.toordinal() + number, date.max.toordinal()))


class WorkWeek(NamedTuple):
    """An ISO week, Monday to Sunday."""

    name: str
    monday: date

    @property
    def sunday(self) -> date:
        """Return the last day of the week."""
        return days_after(self.monday, 6)

    @property
    def number(self) -> int:
        """Return the number of the week in its ISO year."""
        return self.monday.isocalendar().week

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.monday <= day <= self.sunday

    def done(self, plan: Plan) -> Iterator[str]:
        """Yield the tasks finished in the week."""
        for key, task in plan.project.tasks.items():
            if finished_on(task, plan.today) in self:
                yield key

    def missed(self, plan: Plan) -> Iterator[str]:
        """Yield the tasks that should be finished by now, or by the end of the week once it is over, and are not."""
        for key, task in plan.project.tasks.items():
            if is_open(task) and task.end is not None and task.end <= self.due_by(plan):
                yield key

    def due_by(self, plan: Plan) -> date:
        """Return the day up to which planned work counts as due: today, once the week is over its last day."""
        return min(self.sunday, plan.today)

    def next(self, plan: Plan) -> Iterator[str]:
        """Yield the tasks to work on in the week after: running, starting, due or carried over."""
        for key, task in plan.project.tasks.items():
            if is_open(task) and self._is_next(task):
                yield key

    def _is_next(self, task: Task) -> bool:
        last = days_after(self.sunday, 7)
        begun = task.status is TaskStatus.DOING or task.actual_start is not None
        return begun or any(day is not None and day <= last for day in (task.start, task.end))


def workweek(name: str) -> WorkWeek | None:
    """Return the ISO week with this name, such as `2026-W12`; None when there is no such week."""
    monday = monday_of(name)
    return WorkWeek(name, monday) if monday else None


def by_department(plan: Plan, tasks: Iterator[str]) -> Mapping[str | None, list[str]]:
    """Return the tasks of each department; those without a department that exists under None."""
    found: dict[str | None, list[str]] = {}
    for key in tasks:
        department = plan.project.tasks[key].department
        known = department if department in plan.project.departments else None
        found.setdefault(known, []).append(key)
    return found
