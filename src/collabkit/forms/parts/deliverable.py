"""Deliverables: what is promised, and what was accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from collabkit.forms.formatter import Formatter, Value
from collabkit.model.acceptance import Acceptance
from collabkit.model.task import Task
from collabkit.model.words import TaskStatus
from collabkit.plan import Plan
from collabkit.plan.acceptances import last_notes


@dataclass(frozen=True, slots=True)
class DeliverableRow:
    """One key deliverable."""

    task: str
    name: Value
    standard: Value
    receiver: Value
    due: Value


@dataclass(frozen=True, slots=True)
class AcceptanceRow:
    """One deliverable and its acceptance."""

    deliverable: Value
    number: Value
    verdict: Value
    date: Value
    accepted_by: Value
    open_points: Value


def delivering(plan: Plan) -> Iterator[tuple[str, Task]]:
    """Yield the tasks with a deliverable that are not cancelled."""
    for key, task in plan.project.tasks.items():
        if task.deliverable and task.status is not TaskStatus.CANCELLED:
            yield key, task


def deliverable_row(page: Formatter, key: str, task: Task) -> DeliverableRow:
    """Return what a task delivers to whom."""
    return DeliverableRow(
        task=key,
        name=page.need(task.deliverable),
        standard=page.need(task.standard),
        receiver=page.maybe(page.party(task.acceptor)),
        due=page.need(page.day(task.end)),
    )


def acceptances(plan: Plan) -> Iterator[Acceptance]:
    """Yield the acceptances, then the deliverables of tasks that nobody has accepted."""
    yield from plan.project.acceptances
    judged = last_notes(plan.project)
    for key, task in delivering(plan):
        if key not in judged:
            yield Acceptance(deliverable=task.deliverable, task=key)


def acceptance_row(page: Formatter, acceptance: Acceptance) -> AcceptanceRow:
    """Return one deliverable and its acceptance."""
    points = page.sentences(each.text for each in acceptance.conditions)
    name = " ".join(part for part in (acceptance.task, acceptance.deliverable) if part)
    return AcceptanceRow(
        deliverable=page.need(name if acceptance.deliverable else None),
        number=page.maybe(acceptance.id),
        verdict=page.need(page.word(acceptance.verdict)),
        date=page.need(page.day(acceptance.accepted)),
        accepted_by=page.need(page.person(acceptance.accepted_by)),
        open_points=page.maybe(points),
    )
