"""A project on a given day: what the file says, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from collabkit.lang import Text
from collabkit.model import Light, Project
from collabkit.model.issue import Issue
from collabkit.model.milestone import Milestone
from collabkit.model.placeholder import is_placeholder
from collabkit.model.resource import Resource
from collabkit.model.risk import Risk
from collabkit.model.scalars import week_of
from collabkit.model.task import Task
from collabkit.model.words import Grade, IssueStatus, RiskStatus, TaskStatus
from collabkit.plan import lights
from collabkit.plan.acceptances import standing
from collabkit.plan.calendar import Calendar
from collabkit.plan.network import Network
from collabkit.plan.policy import POLICY, Policy
from collabkit.plan.progress import task_progress
from collabkit.problem import Path
from collabkit.references import Reference, known, unknown


@dataclass(frozen=True)
class Plan:
    """A project, the day on which it is looked at, and the paths whose values could not be read (`tainted`)."""

    project: Project
    today: date
    tainted: frozenset[Path] = field(default=frozenset(), repr=False)
    policy: Policy = POLICY

    @cached_property
    def calendar(self) -> Calendar:
        """Return the project's working calendar."""
        return Calendar(self.project.calendar)

    @cached_property
    def network(self) -> Network:
        """Return the tasks' dependencies."""
        return Network(self.project.tasks)

    @cached_property
    def _unknown(self) -> tuple[Reference, ...]:
        return unknown(self.project)

    @cached_property
    def dangling(self) -> tuple[Reference, ...]:
        """Return the references to entries that do not exist and have to."""
        return tuple(reference for reference in self._unknown if not reference.ref.open)

    @cached_property
    def outsiders(self) -> tuple[Reference, ...]:
        """Return the references to people and departments outside the project, where that is allowed."""
        return tuple(reference for reference in self._unknown if reference.ref.open)

    @cached_property
    def mixed_up(self) -> frozenset[str]:
        """Return the sections in which an entry stands twice: an id that is missed may be the one meant there."""
        return frozenset(
            section
            for section, entries in known(self.project).items()
            if any((*section.split("."), key) in self.tainted for key in entries)
        )

    def person(self, name: str | None) -> str | None:
        """Return the name of the person with this id, the id itself when it is not in the file.

        None for a placeholder, which names nobody.
        """
        if name is None:
            return None
        entry = self.project.people.get(name)
        called = (entry.name if entry else None) or name
        return None if is_placeholder(called) else called

    def department(self, name: str | None) -> str | None:
        """Return the name of the department with this id, the id itself when it is not in the file."""
        if name is None:
            return None
        entry = self.project.departments.get(name)
        return (entry.name if entry else None) or name

    def party(self, name: str | None) -> str | None:
        """Return the name of a person or department."""
        return self.person(name) if name in self.project.people else self.department(name)

    def department_of(self, person: str | None) -> str | None:
        """Return the id of a person's department; None above the departments."""
        entry = self.project.people.get(person) if person else None
        return entry.department if entry else None

    # Tasks

    def tasks_of(self, department: str | None) -> Mapping[str, Task]:
        """Return the tasks a department is responsible for, cancelled ones too; None: those of no known department."""
        known = self.project.departments
        return {
            key: task
            for key, task in self.project.tasks.items()
            if (task.department if task.department in known else None) == department
        }

    @cached_property
    def active(self) -> Mapping[str, Task]:
        """Return the tasks that are not cancelled, by id."""
        return {key: task for key, task in self.project.tasks.items() if task.status is not TaskStatus.CANCELLED}

    @cached_property
    def responsible(self) -> tuple[str | None, ...]:
        """Return the departments, and None behind them when there are tasks of no known department."""
        return (*self.project.departments, *((None,) if self.tasks_of(None) else ()))

    def duration(self, task: Task) -> int | None:
        """Return a task's planned length in working days; None without dates."""
        return self.calendar.count(task.start, task.end) if task.start and task.end else None

    def is_overdue(self, task: Task) -> bool:
        """Return whether the task should have been finished before today."""
        return lights.is_overdue(task, self.today)

    def days_late(self, task: Task) -> int:
        """Return by how many working days an unfinished task is past its planned finish; 0 when it is not."""
        return self.calendar.between(task.end, self.today) if task.end and self.is_overdue(task) else 0

    @cached_property
    def due_soon(self) -> Mapping[str, Task]:
        """Return the open tasks that are due today or soon, the earliest first."""
        tasks = self.project.tasks.items()
        soon = [(key, task) for key, task in tasks if lights.is_due_soon(task, self.today, self.calendar, self.policy)]
        return dict(sorted(soon, key=lambda item: item[1].end or date.max))

    @cached_property
    def overdue(self) -> Mapping[str, Task]:
        """Return the tasks that should have been finished before today, in the order of the file."""
        return {key: task for key, task in self.project.tasks.items() if self.is_overdue(task)}

    @cached_property
    def blocked(self) -> frozenset[str]:
        """Return the tasks that an open key issue affects."""
        return frozenset(
            task for issue in self.open_issues.values() if issue.grade is Grade.KEY for task in issue.tasks
        )

    def task_light(self, key: str) -> Light | None:
        """Return the computed light of a task; None for a cancelled one or one without dates."""
        task = self.project.tasks[key]
        return lights.task_light(task, self.today, self.calendar, self.policy, blocked=key in self.blocked)

    def current_light(self, keys: Iterable[str]) -> Light:
        """Return the worst light of the tasks that are still open; one that was finished late is the past."""
        return lights.worst(self.task_light(key) for key in keys if lights.is_open(self.project.tasks[key]))

    @cached_property
    def milestone_lights(self) -> Mapping[str, Light | None]:
        """Return the light of every milestone; None without a date.

        One that is not reached is at least as red as the worst of its own unfinished tasks and of the milestones
        planned before it: what it waits for is late already. Only where a person has forecast by how much it will be
        late does that forecast count instead.
        """
        found: dict[str, Light | None] = {}
        before: list[Light | None] = []
        for key, milestone in sorted(self.project.milestones.items(), key=lambda item: item[1].date or date.max):
            light = lights.milestone_light(milestone, self.today, self.calendar, self.policy)
            if key in self.open_milestones and light is not None:
                if not self._delay_is_forecast(milestone):
                    light = lights.worst([light, self.current_light(self.tasks_to(key)), *before])
                before.append(light)
            found[key] = light
        return {key: found[key] for key in self.project.milestones}

    def _delay_is_forecast(self, milestone: Milestone) -> bool:
        """Return whether a forecast that has not passed says that the milestone will be late."""
        expected = lights.standing_forecast(milestone, self.today)
        return expected is not None and milestone.date is not None and expected > milestone.date

    def tasks_to(self, milestone: str) -> Mapping[str, Task]:
        """Return the tasks that belong to a milestone."""
        return {key: task for key, task in self.project.tasks.items() if task.milestone == milestone}

    @cached_property
    def progress(self) -> float | None:
        """Return the project's progress, 0 to 100; None without tasks.

        Weighted by effort when every task that counts has one, else by duration in working days, else evenly.
        """
        return self.progress_of(self.project.tasks)

    def progress_of(self, tasks: Mapping[str, Task]) -> float | None:
        """Return the weighted progress of `tasks`, 0 to 100; cancelled tasks do not count; None when none is left."""
        counted = [task for task in tasks.values() if task.status is not TaskStatus.CANCELLED]
        if not counted:
            return None
        efforts = [task.effort for task in counted]
        weights = [float(effort or 0) for effort in efforts] if all(efforts) else None
        if weights is None:
            weights = [float(self.duration(task) or 1) for task in counted]
        done = sum(weight * (task_progress(task) or 0.0) for weight, task in zip(weights, counted, strict=True))
        return done / sum(weights) if sum(weights) else 0.0

    # Risks and issues

    @cached_property
    def open_risks(self) -> Mapping[str, Risk]:
        """Return the risks that are not closed, the reddest and then the highest first."""
        risks = [(key, risk) for key, risk in self.project.risks.items() if risk.status is not RiskStatus.CLOSED]
        return dict(
            sorted(
                risks,
                key=lambda item: (
                    lights.rank(lights.risk_light(item[1])),
                    -(lights.risk_level(item[1]) or 0),
                ),
            )
        )

    @cached_property
    def open_issues(self) -> Mapping[str, Issue]:
        """Return the issues that are neither resolved nor closed."""
        done = (IssueStatus.RESOLVED, IssueStatus.CLOSED)
        return {key: issue for key, issue in self.project.issues.items() if issue.status not in done}

    @cached_property
    def open_milestones(self) -> Mapping[str, Milestone]:
        """Return the milestones that are not reached by today; one reached late is the past, not where things stand."""
        return {
            key: milestone
            for key, milestone in self.project.milestones.items()
            if milestone.actual is None or milestone.actual > self.today
        }

    @cached_property
    def gaps(self) -> tuple[Resource, ...]:
        """Return the resources that are not fully committed, in the order of the file."""
        late = (Light.RED, Light.AMBER)
        return tuple(each for each in self.project.resources if lights.resource_light(each, self.today) in late)

    # Weeks

    @property
    def week(self) -> str:
        """Return the ISO week of today, such as `2026-W12`."""
        return week_of(self.today)

    # Lights of what is made of parts

    def department_light(self, department: str | None, week: str | None = None) -> Light:
        """Return the worst of a department's tasks and open key issues; amber when it asked for help in `week`.

        None stands for the tasks of no known department.
        """
        parts: list[Light | None] = [self.current_light(self.tasks_of(department))]
        parts += [
            Light.RED
            for issue in self.open_issues.values()
            if issue.grade is Grade.KEY and department in issue.departments
        ]
        if week and department and self.help_for(department, week):
            parts.append(Light.AMBER)
        return lights.worst(parts)

    def help_for(self, department: str, week: str) -> Sequence[str]:
        """Return what a department asked for in `week`."""
        report = self.project.weeks.get(week)
        added = report.departments.get(department) if report else None
        return [text for text in added.help if is_something(text)] if added else []

    @cached_property
    def dimensions(self) -> Mapping[str, Light]:
        """Return the computed light of schedule, cost, quality, resources and risk, in this order."""
        return {
            "schedule": self._schedule_light(),
            "cost": lights.worst([lights.cost_light(self.project.budget, self.policy)]),
            "quality": lights.worst(lights.verdict_light(note.verdict) for note in standing(self.project).values()),
            "resources": lights.worst(lights.resource_light(need, self.today) for need in self.gaps),
            "risk": self._risk_light(),
        }

    @cached_property
    def light(self) -> Light:
        """Return the project's computed light: its worst dimension."""
        return lights.worst(self.dimensions.values())

    def _schedule_light(self) -> Light:
        milestones = (self.milestone_lights[key] for key in self.open_milestones)
        return lights.worst([*milestones, self.current_light(self.project.tasks)])

    def _risk_light(self) -> Light:
        risks = [lights.risk_light(risk) for risk in self.open_risks.values()]
        return lights.worst([*risks, *(lights.issue_light(issue, self.today) for issue in self.open_issues.values())])


NO_DEPARTMENT = Text("未指定部门", "No department")
"""What stands for the department of tasks that have none."""


def is_something(text: str) -> bool:
    """Return whether a text says more than "none"."""
    return text.strip().strip("。.").lower() not in ("", "无", "暂无", "没有", "none", "no", "n/a", "-", "—")
