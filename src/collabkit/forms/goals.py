"""F03, the goal agreement: what each department contributes, what gives way to what, who promises what to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from collabkit.forms import reservations
from collabkit.forms.charter import GoalRow, goal_row
from collabkit.forms.common import Row, Signature, View, head, needed, signatures
from collabkit.forms.form import Form, Item
from collabkit.forms.formatter import DASH, Formatter, Value, rows
from collabkit.forms.progress import task_text
from collabkit.lang import Lang, Text
from collabkit.model.dependency import Link
from collabkit.model.goal import Goal, Subgoal
from collabkit.model.handover import Handover
from collabkit.model.meeting import Meeting
from collabkit.model.resource import Resource
from collabkit.model.tradeoffs import Conflict, Reservation
from collabkit.model.words import Commitment, MeetingKind, TaskStatus
from collabkit.phrases import FORM_TITLES
from collabkit.plan import Plan, signing
from collabkit.plan.network import Edge


@dataclass(frozen=True, slots=True)
class MeetingHead:
    """The alignment meeting."""

    date: Value
    place: Value
    chair: Value
    attendees: Value


@dataclass(frozen=True, slots=True)
class SubgoalRow:
    """What one department contributes to a goal."""

    id: str
    department: Value
    statement: Value
    goal: Value
    metric: Value
    baseline: Value
    target: Value
    due: Value
    weight: Value
    owner: Value
    appraisal: Value


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A known conflict and the rule agreed for it."""

    conflict: Value
    rule: Value


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A resource that one department needs and another promises; `status` is a row of tick boxes."""

    department: Value
    kind: Value
    need: Value
    quantity: Value
    period: Value
    provider: Value
    status: str
    gap_plan: Value


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
class ReservationRow:
    """What a department holds against the agreement."""

    department: Value
    text: Value
    follow_up: Value
    due: Value


@dataclass(frozen=True, slots=True)
class Goals(View):
    """The agreement. Empty means none: conflicts, resources, dependencies, reservations."""

    meeting: MeetingHead
    goals: tuple[GoalRow, ...]
    subgoals: tuple[SubgoalRow, ...]
    priority: Value
    conflicts: tuple[ConflictRow, ...]
    resources: tuple[CommitmentRow, ...]
    dependencies: tuple[PromiseRow, ...]
    agreements: tuple[Row, ...]
    reservations: tuple[ReservationRow, ...]
    signatures: tuple[Signature, ...]


def build(plan: Plan, lang: Lang, item: Item) -> Goals:
    """Return the goal agreement."""
    page, project = Formatter(plan, lang), plan.project
    return Goals(
        *head(page, FORM),
        meeting=_meeting(page),
        goals=tuple(goal_row(page, key, goal) for key, goal in rows(project.goals.items(), (DASH, Goal()))),
        subgoals=tuple(_subgoal(page, key, each) for key, each in rows(project.subgoals.items(), (DASH, Subgoal()))),
        priority=page.need(" > ".join(page.word(aspect) or "" for aspect in project.tradeoffs.priority)),
        conflicts=tuple(_conflict(page, each) for each in project.tradeoffs.conflicts),
        resources=tuple(_resource(page, each) for each in project.resources),
        dependencies=tuple(_promises(page)),
        agreements=needed(page, project.agreements),
        reservations=tuple(_reservations(page)),
        signatures=signatures(page, "goals", signing.signers(plan, "goals")),
    )


def _meeting(page: Formatter) -> MeetingHead:
    held = [each for each in page.plan.project.meetings if each.kind is MeetingKind.ALIGNMENT]
    meeting = held[-1] if held else Meeting()
    when = " ".join(part for part in (page.day(meeting.date), meeting.time) if part)
    if meeting.date and meeting.date > page.plan.today:
        when += page.say(Text("（计划）", " (planned)"))
    return MeetingHead(
        date=page.need(when),
        place=page.need(meeting.place),
        chair=page.need(page.person(meeting.chair)),
        attendees=page.need(page.people(meeting.attendees)),
    )


def _subgoal(page: Formatter, key: str, goal: Subgoal) -> SubgoalRow:
    return SubgoalRow(
        id=key,
        department=page.need(page.department(goal.department)),
        statement=page.need(goal.statement),
        goal=page.need(goal.goal),
        metric=page.need(goal.metric),
        baseline=page.maybe(goal.baseline),
        target=page.need(goal.target),
        due=page.need(page.day(goal.due)),
        weight=page.maybe(f"{page.number(goal.weight)}%" if goal.weight is not None else None),
        owner=page.need(page.person(goal.owner)),
        appraisal=page.maybe(goal.appraisal),
    )


def _conflict(page: Formatter, conflict: Conflict) -> ConflictRow:
    return ConflictRow(page.need(conflict.conflict), page.need(conflict.rule))


def _resource(page: Formatter, resource: Resource) -> CommitmentRow:
    settled = resource.status is Commitment.COMMITTED
    return CommitmentRow(
        department=page.need(page.department(resource.department)),
        kind=page.need(page.word(resource.kind)),
        need=page.need(page.sentences([resource.need, page.person(resource.person)])),
        quantity=page.need(page.sentences([resource.quantity, page.share(resource.allocation)])),
        period=page.need(page.period(resource.from_, resource.to)),
        provider=page.need(page.party(resource.provider)),
        status=page.boxes(Commitment, {resource.status}),
        gap_plan=page.maybe(resource.gap_plan) if settled else page.need(resource.gap_plan),
    )


def _promises(page: Formatter) -> Iterator[PromiseRow]:
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


def task_line(page: Formatter, task: str | None) -> str | None:
    """Return a task as `研发部：T03 核心功能 Demo`; an unknown one as its id."""
    known = page.plan.project.tasks.get(task) if task else None
    if task is None or known is None:
        return task
    return page.colon(page.department(known.department), task_text(task, known))


def _latest(plan: Plan, edge: Edge | None) -> date | None:
    """Return the last day on which a hand-over does not delay the downstream task; None when no start waits for it."""
    start = plan.project.tasks[edge.task].start if edge else None
    if edge is None or start is None or edge.dependency.link is not Link.FS:
        return None
    return plan.calendar.add(start, -1 - edge.dependency.lag)


def _reservations(page: Formatter) -> Iterator[ReservationRow]:
    """Yield what the file holds against the agreement, then what people signed with that is not said there."""
    written = page.plan.project.reservations
    yield from (_reservation(page, each) for each in written)
    # Who signs with one refers to what the own department has written down.
    homes = {each.department for each in written}
    for signoff in reservations.signed_with(page, "goals"):
        home = page.plan.department_of(signoff.person)
        if home not in homes:
            yield replace(_reservation(page, Reservation(department=home)), text=reservations.in_words(page, signoff))


def _reservation(page: Formatter, reservation: Reservation) -> ReservationRow:
    return ReservationRow(
        department=page.need(page.department(reservation.department)),
        text=page.need(reservation.text),
        follow_up=page.need(reservation.follow_up),
        due=page.need(page.day(reservation.due)),
    )


FORM = Form(
    key="goals",
    number="F03",
    title=FORM_TITLES["goals"],
    purpose=Text(
        "让部门目标与项目目标一致，锁定资源与跨部门承诺",
        "Aligns departmental goals with the project's, locks resources and promises between departments",
    ),
    suffix="docx",
    view=Goals,
    build=build,
    has_data=lambda plan: bool(plan.project.goals or plan.project.subgoals),
)
