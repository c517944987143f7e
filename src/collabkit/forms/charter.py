"""F01, the project initiation sheet: why, what, by when, with whom; what the kick-off signs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from collabkit.forms.form import Form, Item
from collabkit.forms.formatter import DASH, Formatter, Value, rows
from collabkit.forms.parts.communication import CommunicationRow, communication_rows
from collabkit.forms.parts.deliverable import DeliverableRow, deliverable_row, delivering
from collabkit.forms.parts.department import DepartmentRow, department_row
from collabkit.forms.parts.escalation import EscalationRow, escalation_row
from collabkit.forms.parts.goal import GoalRow, goal_row
from collabkit.forms.parts.head import View, head
from collabkit.forms.parts.milestone import MilestoneRow, milestone_row
from collabkit.forms.parts.point import Point, needed_points, points
from collabkit.forms.parts.resource import ResourceRow, resource_row
from collabkit.forms.parts.risk import RiskRow, highest_risks, more_risks
from collabkit.forms.parts.signature import Signature, signature, signatures
from collabkit.lang import Lang, Text
from collabkit.model.escalation import Escalation
from collabkit.model.goal import Goal
from collabkit.model.milestone import Milestone
from collabkit.model.task import Task
from collabkit.phrases import FORM_TITLES
from collabkit.plan import Plan, signing


@dataclass(frozen=True, slots=True)
class Basics:
    """What stands beside the project's head."""

    level: Value
    authority: Value
    budget: Value


@dataclass(frozen=True, slots=True)
class Background:
    """Why the project is done; `opportunity` to `legal_basis` are blank when not given."""

    situation: Value
    opportunity: str
    strategy: str
    cost_of_inaction: str
    legal_basis: str


@dataclass(frozen=True, slots=True)
class ScopeLists:
    """What is delivered and what is not; `statement` is blank when not given."""

    statement: str
    inside: tuple[Point, ...]
    outside: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class AssumptionRow:
    """Something taken for granted, and who validates it by when."""

    text: Value
    owner: Value
    due: Value


@dataclass(frozen=True, slots=True)
class Charter(View):
    """The sheet. Empty, and then not printed: resources, assumptions, constraints, success_criteria, exit_criteria.

    `risks_shown` says which part of the open risks `risks` is; blank when it is all of them.
    """

    basics: Basics
    background: Background
    goals: tuple[GoalRow, ...]
    scope: ScopeLists
    deliverables: tuple[DeliverableRow, ...]
    milestones: tuple[MilestoneRow, ...]
    departments: tuple[DepartmentRow, ...]
    resources: tuple[ResourceRow, ...]
    assumptions: tuple[AssumptionRow, ...]
    constraints: tuple[Point, ...]
    risks: tuple[RiskRow, ...]
    risks_shown: str
    communication: tuple[CommunicationRow, ...]
    escalation: tuple[EscalationRow, ...]
    success_criteria: tuple[Point, ...]
    exit_criteria: tuple[Point, ...]
    signatures: tuple[Signature, ...]
    approval: Signature


def build(plan: Plan, lang: Lang, item: Item) -> Charter:
    """Return the project initiation sheet."""
    page, project, sponsor = Formatter(plan, lang), plan.project, signing.sponsor(plan)
    return Charter(
        *head(page, FORM),
        basics=_basics(page),
        background=_background(page),
        goals=tuple(_goal(page, key, goal) for key, goal in rows(project.goals.items(), (DASH, Goal()))),
        scope=ScopeLists(
            project.scope.statement or "",
            tuple(Point(key, text) for key, text in project.scope.in_.items()) or needed_points(page, ()),
            tuple(Point(key, text) for key, text in project.scope.out.items()) or needed_points(page, ()),
        ),
        deliverables=tuple(deliverable_row(page, key, task) for key, task in rows(delivering(plan), (DASH, Task()))),
        milestones=tuple(
            milestone_row(page, key, each) for key, each in rows(project.milestones.items(), (DASH, Milestone()))
        ),
        departments=tuple(department_row(page, key, each) for key, each in project.departments.items()),
        resources=tuple(resource_row(page, each) for each in project.resources),
        assumptions=tuple(
            AssumptionRow(page.need(each.text), page.maybe(page.person(each.owner)), page.maybe(page.day(each.due)))
            for each in project.about.assumptions
        ),
        constraints=points(page, project.about.constraints),
        risks=tuple(highest_risks(page)),
        risks_shown=more_risks(page),
        communication=tuple(communication_rows(page)),
        escalation=tuple(escalation_row(page, each) for each in rows(project.escalation, Escalation())),
        success_criteria=points(page, project.about.success_criteria),
        exit_criteria=points(page, project.about.exit_criteria),
        # Everybody signs at the kick-off; the sponsor approves instead.
        signatures=signatures(page, FORM, without=sponsor),
        approval=signature(page, FORM, sponsor),
    )


def _basics(page: Formatter) -> Basics:
    about, budget = page.plan.project.about, page.plan.project.budget
    return Basics(
        level=page.maybe(page.word(about.level)),
        authority=page.maybe(about.manager_authority),
        budget=page.maybe(page.money(budget.approved if budget else None)),
    )


def _background(page: Formatter) -> Background:
    about = page.plan.project.about
    return Background(
        situation=page.need(about.background),
        opportunity=about.opportunity or "",
        strategy=about.strategy or "",
        cost_of_inaction=about.cost_of_inaction or "",
        legal_basis=about.legal_basis or "",
    )


def _goal(page: Formatter, key: str, goal: Goal) -> GoalRow:
    """Return a goal whose metric says where its data come from; the sheet has no column for that."""
    row = goal_row(page, key, goal)
    if not (goal.metric and goal.source) or goal.source in goal.metric:
        return row
    return replace(row, metric=page.say(Text(f"{goal.metric}（{goal.source}）", f"{goal.metric} ({goal.source})")))


FORM = Form(
    key="charter",
    number="F01",
    title=FORM_TITLES["charter"],
    purpose=Text(
        "统一各部门对“为什么做、做什么”的认知，正式立项", "One shared statement of why and what; authorises the project"
    ),
    suffix="docx",
    view=Charter,
    build=build,
)
