"""Goals that are measured after the project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from collabkit.forms.formatter import Formatter, Value
from collabkit.forms.parts.result import closing_day
from collabkit.model.goal import Goal


@dataclass(frozen=True, slots=True)
class BenefitRow:
    """A goal that can only be measured after the project."""

    id: str
    metric: Value
    target: Value
    measured: Value
    department: Value
    owner: Value


def benefits(page: Formatter) -> Iterator[BenefitRow]:
    """Yield the goals and sub-goals that are due after the project has closed and still to be measured then."""
    project, closed = page.plan.project, closing_day(page)
    goals: dict[str, Goal] = {**project.goals, **project.subgoals}
    for key, goal in goals.items():
        if goal.due and goal.due > closed and (goal.actual is None or goal.due > page.plan.today):
            yield BenefitRow(
                id=key,
                metric=page.need(goal.metric or goal.statement),
                target=page.need(goal.target),
                measured=page.need(page.day(goal.due)),
                department=page.need(page.department(goal.department)),
                owner=page.need(page.person(goal.owner)),
            )
