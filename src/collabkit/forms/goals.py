"""F03, the goal agreement: what each department contributes, what gives way to what, who promises what to whom."""

from __future__ import annotations

from dataclasses import dataclass

from collabkit.forms.form import Form, Item
from collabkit.forms.formatter import DASH, Formatter, Value, rows
from collabkit.forms.parts.goal import GoalRow, goal_row
from collabkit.forms.parts.handover import PromiseRow, promises
from collabkit.forms.parts.head import View, head
from collabkit.forms.parts.meeting import MeetingHead, alignment_meeting
from collabkit.forms.parts.point import Point, needed_points
from collabkit.forms.parts.reservation import ReservationRow, reservation_rows
from collabkit.forms.parts.resource import CommitmentRow, commitment_row
from collabkit.forms.parts.signature import Signature, signatures
from collabkit.lang import Lang, Text
from collabkit.model.goal import Goal, Subgoal
from collabkit.model.tradeoffs import Conflict
from collabkit.phrases import FORM_TITLES
from collabkit.plan import Plan


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
class Goals(View):
    """The agreement. Empty means none: conflicts, resources, dependencies, reservations."""

    meeting: MeetingHead
    goals: tuple[GoalRow, ...]
    subgoals: tuple[SubgoalRow, ...]
    priority: Value
    conflicts: tuple[ConflictRow, ...]
    resources: tuple[CommitmentRow, ...]
    dependencies: tuple[PromiseRow, ...]
    agreements: tuple[Point, ...]
    reservations: tuple[ReservationRow, ...]
    signatures: tuple[Signature, ...]


def build(plan: Plan, lang: Lang, item: Item) -> Goals:
    """Return the goal agreement."""
    page, project = Formatter(plan, lang), plan.project
    return Goals(
        *head(page, FORM),
        meeting=alignment_meeting(page),
        goals=tuple(goal_row(page, key, goal) for key, goal in rows(project.goals.items(), (DASH, Goal()))),
        subgoals=tuple(_subgoal(page, key, each) for key, each in rows(project.subgoals.items(), (DASH, Subgoal()))),
        priority=page.need(" > ".join(page.word(aspect) or "" for aspect in project.tradeoffs.priority)),
        conflicts=tuple(_conflict(page, each) for each in project.tradeoffs.conflicts),
        resources=tuple(commitment_row(page, each) for each in project.resources),
        dependencies=tuple(promises(page)),
        agreements=needed_points(page, project.agreements),
        reservations=tuple(reservation_rows(page)),
        signatures=signatures(page, FORM),
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
