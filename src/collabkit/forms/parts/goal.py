"""Goals: as agreed, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from collabkit.forms.formatter import Formatter, Value
from collabkit.model.goal import Goal
from collabkit.plan.measuring import latest


@dataclass(frozen=True, slots=True)
class GoalRow:
    """One core goal."""

    id: str
    statement: Value
    metric: Value
    baseline: Value
    target: Value
    due: Value
    source: Value
    department: Value
    owner: Value


@dataclass(frozen=True, slots=True)
class GoalProgressRow:
    """A goal, with the value it has reached so far; `measured` is the day of that value, blank when unknown."""

    id: str
    statement: Value
    metric: Value
    baseline: Value
    current: Value
    measured: str
    target: Value
    due: Value


def goal_row(page: Formatter, key: str, goal: Goal) -> GoalRow:
    """Return a goal as the initiation sheet and the goal agreement print it."""
    return GoalRow(
        id=key,
        statement=page.need(goal.statement),
        metric=page.need(goal.metric),
        baseline=page.need(goal.baseline),
        target=page.need(goal.target),
        due=page.need(page.day(goal.due)),
        source=page.maybe(goal.source),
        department=page.need(page.department(goal.department)),
        owner=page.need(page.person(goal.owner)),
    )


def goal_progress(page: Formatter) -> tuple[GoalProgressRow, ...]:
    """Return the project's goals and where they stand."""
    return tuple(
        GoalProgressRow(
            id=key,
            statement=page.need(goal.statement),
            metric=page.need(goal.metric),
            baseline=page.maybe(goal.baseline),
            current=page.maybe(_current(page, goal)),
            measured=_measured(page, goal),
            target=page.need(goal.target),
            due=page.need(page.day(goal.due)),
        )
        for key, goal in page.plan.project.goals.items()
    )


def _current(page: Formatter, goal: Goal) -> str | None:
    measured = latest(goal, page.plan.today)
    return goal.actual or (measured.value if measured else None)


def _measured(page: Formatter, goal: Goal) -> str:
    measured = latest(goal, page.plan.today)
    return (page.day(measured.date) or "") if measured and not goal.actual else ""
