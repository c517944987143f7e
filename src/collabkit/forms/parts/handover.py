"""What one department hands over to another, and what stays when the project closes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from collabkit.forms.formatter import DASH, Formatter, Value
from collabkit.forms.parts.task import task_line
from collabkit.model.dependency import Link
from collabkit.model.handover import Handover, HandoverItem
from collabkit.model.words import TaskStatus
from collabkit.plan import Plan
from collabkit.plan.network import Edge


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A hand-over between two departments; `confirmed` is a tick box for each side."""

    upstream: Value
    downstream: Value
    item: Value
    standard: Value
    needed_by: Value
    confirmed: str


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """What a line department takes over."""

    item: Value
    receiver: Value
    owner: Value
    due: Value
    received: Value


def promises(page: Formatter) -> Iterator[PromiseRow]:
    """Yield the hand-overs of the file, then the dependencies between departments that nobody has written down."""
    edges = {(edge.dependency.task, edge.task): edge for edge in page.plan.network.edges}
    written: set[tuple[str | None, str | None]] = set()
    for handover in page.plan.project.handovers:
        pair = (handover.from_, handover.to)
        written.add(pair)
        yield _promise(page, handover, _latest(page.plan, edges.get((pair[0] or "", pair[1] or ""))))
    for edge in crossing(page.plan):
        pair = (edge.dependency.task, edge.task)
        if pair not in written:
            written.add(pair)
            yield _promise(page, Handover(from_=pair[0], to=pair[1]), _latest(page.plan, edge))


def crossing(plan: Plan) -> Iterator[Edge]:
    """Yield the dependencies between tasks of two departments."""
    tasks = plan.project.tasks
    for edge in plan.network.edges:
        before, after = tasks[edge.dependency.task], tasks[edge.task]
        gone = TaskStatus.CANCELLED in (before.status, after.status)
        if not gone and before.department and after.department and before.department != after.department:
            yield edge


def _promise(page: Formatter, handover: Handover, latest: date | None) -> PromiseRow:
    sides = [_department_of(page.plan, task) for task in (handover.from_, handover.to)]
    boxes = [
        page.box(side in handover.confirmed, page.department(side) or side) for side in dict.fromkeys(sides) if side
    ]
    return PromiseRow(
        upstream=page.need(task_line(page, handover.from_)),
        downstream=page.need(task_line(page, handover.to)),
        item=page.need(handover.item),
        standard=page.maybe(handover.standard),
        needed_by=page.need(page.day(handover.needed_by or latest)),
        confirmed="  ".join(boxes) or DASH,
    )


def _department_of(plan: Plan, task: str | None) -> str | None:
    known = plan.project.tasks.get(task) if task else None
    return known.department if known else None


def _latest(plan: Plan, edge: Edge | None) -> date | None:
    """Return the last day on which a hand-over does not delay the downstream task; None when no start waits for it."""
    start = plan.project.tasks[edge.task].start if edge else None
    if edge is None or start is None or edge.dependency.link is not Link.FS:
        return None
    return plan.calendar.add(start, -1 - edge.dependency.lag)


def handover_row(page: Formatter, item: HandoverItem) -> HandoverRow:
    """Return what a line department takes over."""
    return HandoverRow(
        item=page.need(item.item),
        receiver=page.need(page.department(item.receiver)),
        owner=page.need(page.person(item.owner)),
        due=page.need(page.day(item.due)),
        received=page.day(item.received) or "",
    )
