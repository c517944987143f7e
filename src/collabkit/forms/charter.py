"""F01, the project initiation sheet: why, what, by when, with whom; what the kick-off signs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from collabkit.forms import talk
from collabkit.forms.common import Row, Signature, View, head, listed, needed, signature, signatures
from collabkit.forms.form import Form, Item
from collabkit.forms.formatter import DASH, Formatter, Value, rows
from collabkit.forms.talk import EscalationRow, TalkRow
from collabkit.lang import Lang, Text
from collabkit.model.department import Department, Need
from collabkit.model.escalation import Escalation
from collabkit.model.goal import Goal
from collabkit.model.milestone import Milestone
from collabkit.model.resource import Resource
from collabkit.model.risk import Risk
from collabkit.model.task import Task
from collabkit.model.words import TaskStatus
from collabkit.phrases import FORM_TITLES
from collabkit.plan import Plan, lights, signing

MOST_RISKS = 5
"""How many of the highest risks the sheet shows."""


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
class ScopeLists:
    """What is delivered and what is not; `statement` is blank when not given."""

    statement: str
    inside: tuple[Row, ...]
    outside: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class DeliverableRow:
    """One key deliverable."""

    task: str
    name: Value
    standard: Value
    receiver: Value
    due: Value


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """One milestone."""

    id: str
    name: Value
    date: Value
    evidence: Value
    department: Value


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


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """One resource; `need` names the person when one is named."""

    department: Value
    kind: Value
    need: Value
    quantity: Value
    period: Value
    provider: Value
    status: Value


@dataclass(frozen=True, slots=True)
class AssumptionRow:
    """Something taken for granted, and who validates it by when."""

    text: Value
    owner: Value
    due: Value


@dataclass(frozen=True, slots=True)
class RiskRow:
    """One of the highest risks."""

    id: str
    light: Value
    title: Value
    description: Value
    level: Value
    response: Value
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
    constraints: tuple[Row, ...]
    risks: tuple[RiskRow, ...]
    risks_shown: str
    communication: tuple[TalkRow, ...]
    escalation: tuple[EscalationRow, ...]
    success_criteria: tuple[Row, ...]
    exit_criteria: tuple[Row, ...]
    signatures: tuple[Signature, ...]
    approval: Signature


def build(plan: Plan, lang: Lang, item: Item) -> Charter:
    """Return the project initiation sheet."""
    page, project = Formatter(plan, lang), plan.project
    return Charter(
        *head(page, FORM),
        basics=_basics(page),
        background=_background(page),
        goals=tuple(_goal(page, key, goal) for key, goal in rows(project.goals.items(), (DASH, Goal()))),
        scope=ScopeLists(
            project.scope.statement or "",
            tuple(Row(key, text) for key, text in project.scope.in_.items()) or needed(page, ()),
            tuple(Row(key, text) for key, text in project.scope.out.items()) or needed(page, ()),
        ),
        deliverables=tuple(_deliverable(page, key, task) for key, task in rows(_delivering(plan), (DASH, Task()))),
        milestones=tuple(
            _milestone(page, key, each) for key, each in rows(project.milestones.items(), (DASH, Milestone()))
        ),
        departments=tuple(_department(page, key, each) for key, each in project.departments.items()),
        resources=tuple(_resource(page, each) for each in project.resources),
        assumptions=tuple(
            AssumptionRow(page.need(each.text), page.maybe(page.person(each.owner)), page.maybe(page.day(each.due)))
            for each in project.about.assumptions
        ),
        constraints=listed(page, project.about.constraints),
        risks=tuple(_risks(page)),
        risks_shown=_more_risks(page),
        communication=tuple(talk.ways(page)),
        escalation=tuple(talk.escalation(page, each) for each in rows(project.escalation, Escalation())),
        success_criteria=listed(page, project.about.success_criteria),
        exit_criteria=listed(page, project.about.exit_criteria),
        signatures=_signatures(page),
        approval=signature(page, "charter", signing.sponsor(plan)),
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


def _delivering(plan: Plan) -> Iterator[tuple[str, Task]]:
    for key, task in plan.project.tasks.items():
        if task.deliverable and task.status is not TaskStatus.CANCELLED:
            yield key, task


def _deliverable(page: Formatter, key: str, task: Task) -> DeliverableRow:
    return DeliverableRow(
        task=key,
        name=page.need(task.deliverable),
        standard=page.need(task.standard),
        receiver=page.maybe(page.party(task.acceptor)),
        due=page.need(page.day(task.end)),
    )


def _milestone(page: Formatter, key: str, milestone: Milestone) -> MilestoneRow:
    return MilestoneRow(
        id=key,
        name=page.need(milestone.name),
        date=page.need(page.day(milestone.date)),
        evidence=page.need(milestone.evidence),
        department=page.need(page.department(milestone.department)),
    )


def _department(page: Formatter, key: str, department: Department) -> DepartmentRow:
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


def _resource(page: Formatter, resource: Resource) -> ResourceRow:
    return ResourceRow(
        department=page.need(page.department(resource.department)),
        kind=page.need(page.word(resource.kind)),
        need=page.need(page.sentences([resource.need, page.person(resource.person)])),
        quantity=page.maybe(resource.quantity),
        period=page.maybe(page.period(resource.from_, resource.to)),
        provider=page.need(page.party(resource.provider)),
        status=page.need(page.word(resource.status)),
    )


def _risks(page: Formatter) -> Iterator[RiskRow]:
    """Yield the highest open risks; a project without any is asked for them, one that has closed all says so."""
    closed = len(page.plan.project.risks) - len(page.plan.open_risks)
    if closed and not page.plan.open_risks:
        none = page.say(Text(f"目前没有未关闭的风险；已关闭 {closed} 项", f"No risk is open now; {closed} closed"))
        yield RiskRow(DASH, DASH, none, DASH, DASH, DASH, DASH, DASH)
        return
    for key, risk in islice(rows(page.plan.open_risks.items(), (DASH, Risk())), MOST_RISKS):
        yield _risk(page, key, risk)


def _more_risks(page: Formatter) -> str:
    """Return which part of the open risks the sheet shows; blank when it shows all."""
    number = len(page.plan.open_risks)
    if number <= MOST_RISKS:
        return ""
    return page.say(
        Text(
            f"未关闭的风险共 {number} 项，这里列出最严重的 {MOST_RISKS} 项；全部见项目周报",
            f"{MOST_RISKS} of {number} open risks, the most serious first; all of them in the weekly report",
        )
    )


def _risk(page: Formatter, key: str, risk: Risk) -> RiskRow:
    level = lights.risk_level(risk)
    return RiskRow(
        id=key,
        light=page.need(page.light(lights.risk_light(risk))),
        title=page.need(risk.title),
        description=page.maybe(risk.description),
        level=page.need(page.say(_level(level, risk)) if level else None),
        response=page.need(risk.response),
        owner=page.need(page.person(risk.owner)),
        due=page.maybe(page.day(risk.due)),
    )


def _level(level: int, risk: Risk) -> Text:
    factors = f"{risk.likelihood}×{risk.impact}"
    return Text(f"{level}（{factors}）", f"{level} ({factors})")


def _signatures(page: Formatter) -> tuple[Signature, ...]:
    """Return a row for everybody who signs at the kick-off; the sponsor approves instead."""
    sponsor = page.plan.project.about.sponsor
    return signatures(page, "charter", signing.signers(page.plan, "charter")[:-1], without=sponsor)


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
