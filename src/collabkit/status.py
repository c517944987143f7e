"""Where the project stands: the overview and the tables that `status` shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from collabkit import lights
from collabkit.lang import Text, same
from collabkit.model.trouble import Issue
from collabkit.model.words import DecisionLevel, Grade, Light, TaskStatus
from collabkit.model.work import Task
from collabkit.plan import Plan
from collabkit.signing import FORMS, duties

DUE_SOON = 5
"""Working days ahead within which a task is shown as due."""

By = Literal["department", "owner", "task"]
Cell = str | int | float | date | StrEnum | Text | None
Kind = Literal["text", "number", "percent", "date", "light", "word"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in JSON, its heading, what its cells are, and whether it gives way when space is short."""

    key: str
    title: Text
    kind: Kind = "text"
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `empty` is what to say when it has no rows."""

    key: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: Text


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a dimension is not green."""

    dimension: str
    light: Light
    text: Text


@dataclass(frozen=True, slots=True)
class Overview:
    """The project at a glance; days are working days, progress is 0 to 100."""

    name: str
    code: str | None
    stage: StrEnum
    manager: str
    sponsor: str | None
    today: date
    start: date
    end: date
    days: int
    days_left: int
    progress: float | None
    weighted_by: Literal["effort", "duration"]
    light: Light
    declared: Light | None
    dimensions: Mapping[str, Light]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """Everything `status` shows."""

    overview: Overview
    tables: tuple[Table, ...]


DIMENSIONS = {
    "schedule": Text("进度", "Schedule"),
    "cost": Text("成本", "Cost"),
    "quality": Text("范围与质量", "Scope and quality"),
    "resources": Text("资源", "Resources"),
    "risk": Text("风险与问题", "Risks and issues"),
}

_ID = Column("id", Text("编号", "ID"))
_TASK = Column("name", Text("任务", "Task"))
_DEPARTMENT = Column("department", Text("部门", "Department"))
_DEPARTMENT_IF_ROOM = Column("department", Text("部门", "Department"), optional=True)
_OWNER = Column("owner", Text("负责人", "Owner"))
_END = Column("end", Text("计划完成", "Planned finish"), "date")
_PROGRESS = Column("progress", Text("完成率", "Done"), "percent")
_LIGHT = Column("light", Text("灯", "Light"), "light")
_DUE = Column("due", Text("期限", "Due"), "date")


def status(plan: Plan, by: By | None = None) -> Status:
    """Return the overview and all tables, or with `by` only that table beside the overview."""
    tables: dict[By, Callable[[Plan], Table]] = {"department": _departments, "owner": _owners, "task": _tasks}
    if by:
        return Status(overview(plan), (tables[by](plan),))
    makers = (_departments, _owners, _overdue, _due_soon, _issues, _risks, _unsigned)
    return Status(overview(plan), tuple(make(plan) for make in makers))


def overview(plan: Plan) -> Overview:
    """Return the project at a glance."""
    about = plan.project.about
    counted = [task for task in plan.project.tasks.values() if task.status is not TaskStatus.CANCELLED]
    report = plan.project.weeks.get(plan.week)
    return Overview(
        name=about.name,
        code=about.code,
        stage=about.stage,
        manager=plan.person(about.manager) or about.manager,
        sponsor=plan.person(about.sponsor),
        today=plan.today,
        start=about.start,
        end=about.end,
        days=plan.calendar.count(about.start, about.end),
        days_left=plan.calendar.count(max(plan.today, about.start), about.end),
        progress=plan.progress,
        weighted_by="effort" if counted and all(task.effort for task in counted) else "duration",
        light=plan.light,
        declared=report.light if report else None,
        dimensions=plan.dimensions,
        reasons=tuple(reasons(plan)),
    )


def reasons(plan: Plan) -> Iterable[Reason]:
    """Yield why the computed lights are not green, the reds first."""
    found = [*_schedule_reasons(plan), *_cost_reasons(plan), *_resource_reasons(plan), *_risk_reasons(plan)]
    found += _quality_reasons(plan)
    order = list(DIMENSIONS)
    return sorted(found, key=lambda reason: (lights.rank(reason.light), order.index(reason.dimension)))


def _schedule_reasons(plan: Plan) -> Iterable[Reason]:
    for key, task in plan.project.tasks.items():
        light = plan.task_light(key)
        if light in (Light.RED, Light.AMBER):
            yield Reason("schedule", light, _task_reason(plan, key, task))
    for key, milestone in plan.project.milestones.items():
        light = lights.milestone_light(milestone, plan.today, plan.calendar)
        slip = lights.milestone_slip(milestone, plan.today, plan.calendar)
        if light in (Light.RED, Light.AMBER) and slip:
            name = milestone.name or ""
            text = Text(f"里程碑 {key} {name} 晚 {slip} 个工作日", f"milestone {key} {name} is {_days(slip)} late")
            yield Reason("schedule", light, text)


def _task_reason(plan: Plan, key: str, task: Task) -> Text:
    name = task.name or ""
    if plan.is_overdue(task):
        late = _late(plan, task)
        return Text(f"任务 {key} {name} 逾期 {late} 个工作日", f"task {key} {name} is {_days(late)} overdue")
    if key in plan.blocked:
        issues = [name for name, issue in plan.open_issues.items() if key in issue.tasks and issue.grade is Grade.KEY]
        return Text(
            f"任务 {key} {name} 受关键问题 {'、'.join(issues)} 影响",
            f"task {key} {name} is held up by key issue {', '.join(issues)}",
        )
    if task.status is TaskStatus.TODO and task.start and task.start < plan.today:
        return Text(
            f"任务 {key} {name} 应于 {task.start} 开始，尚未开始",
            f"task {key} {name} was to start on {task.start} and has not",
        )
    return Text(
        f"任务 {key} {name} 将于 {task.end} 到期，完成 {task.progress or 0}%",
        f"task {key} {name} is due on {task.end} and {task.progress or 0}% done",
    )


def _cost_reasons(plan: Plan) -> Iterable[Reason]:
    light, budget = plan.dimensions["cost"], plan.project.budget
    if light is Light.GREEN or budget is None or not budget.approved:
        return
    forecast = lights.cost_forecast(budget)
    over = forecast - budget.approved
    yield Reason(
        "cost",
        light,
        Text(
            f"预测 {forecast:,.0f} {budget.currency}，超出批准预算 {over:,.0f}",
            f"forecast {forecast:,.0f} {budget.currency} exceeds the approved budget by {over:,.0f}",
        ),
    )


def _quality_reasons(plan: Plan) -> Iterable[Reason]:
    for note in plan.project.acceptances:
        light = lights.verdict_light(note.verdict)
        if light in (Light.RED, Light.AMBER):
            what = note.deliverable or ""
            text = Text(f"交付物“{what}”未通过验收", f"deliverable '{what}' was not accepted")
            if light is Light.AMBER:
                text = Text(f"交付物“{what}”有条件通过验收", f"deliverable '{what}' was accepted with conditions")
            yield Reason("quality", light, text)


def _resource_reasons(plan: Plan) -> Iterable[Reason]:
    for resource in plan.project.resources:
        light = lights.resource_light(resource, plan.today)
        if light in (Light.RED, Light.AMBER):
            need, who = resource.need or "", plan.department(resource.department) or ""
            yield Reason(
                "resources", light, Text(f"{who}所需“{need}”尚未落实", f"'{need}' for {who} is not fully committed")
            )


def _risk_reasons(plan: Plan) -> Iterable[Reason]:
    for key, risk in plan.open_risks.items():
        light = lights.risk_light(risk)
        if light in (Light.RED, Light.AMBER):
            score = lights.risk_level(risk)
            points = Text(f"（{score} 分）", f" (score {score})") if score else same("")
            title = Text(f"风险 {key} {risk.title or ''}", f"risk {key} {risk.title or ''}")
            yield Reason("risk", light, title + points)
    for key, issue in plan.open_issues.items():
        light = lights.issue_light(issue, plan.today)
        if light in (Light.RED, Light.AMBER):
            title = issue.title or ""
            kind = Text("关键问题", "key issue") if issue.grade is Grade.KEY else Text("逾期问题", "overdue issue")
            yield Reason("risk", light, kind + same(f" {key} {title}"))


def _departments(plan: Plan) -> Table:
    rows = []
    for key, department in plan.project.departments.items():
        tasks = plan.tasks_of(key)
        rows.append(
            (
                plan.department(key),
                plan.person(department.head),
                *_counts(plan, tasks),
                plan.progress_of(tasks),
                plan.department_light(key, plan.week),
            )
        )
    columns = (_DEPARTMENT, Column("head", Text("负责人", "Head")), *_COUNTS, _PROGRESS, _LIGHT)
    return Table("departments", Text("按部门", "By department"), columns, tuple(rows), _NO_TASK)


_COUNTS = (
    Column("tasks", Text("任务", "Tasks"), "number"),
    Column("done", Text("已完成", "Finished"), "number"),
    Column("doing", Text("进行中", "Under way"), "number"),
    Column("overdue", Text("逾期", "Overdue"), "number"),
)
_NO_TASK = Text("没有任务", "no tasks")


def _counts(plan: Plan, tasks: Mapping[str, Task]) -> tuple[int, int, int, int]:
    counted = [task for task in tasks.values() if task.status is not TaskStatus.CANCELLED]
    return (
        len(counted),
        sum(task.status is TaskStatus.DONE for task in counted),
        sum(task.status is TaskStatus.DOING for task in counted),
        sum(plan.is_overdue(task) for task in counted),
    )


def _owners(plan: Plan) -> Table:
    owned: dict[str, dict[str, Task]] = {}
    for key, task in plan.project.tasks.items():
        if task.owner:
            owned.setdefault(task.owner, {})[key] = task
    rows = tuple(
        (
            plan.person(owner),
            plan.department(plan.department_of(owner)),
            *_counts(plan, tasks),
            plan.progress_of(tasks),
            lights.worst(plan.task_light(key) for key in tasks),
        )
        for owner, tasks in owned.items()
    )
    columns = (_OWNER, _DEPARTMENT, *_COUNTS, _PROGRESS, _LIGHT)
    return Table("owners", Text("按负责人", "By owner"), columns, rows, _NO_TASK)


def _tasks(plan: Plan) -> Table:
    rows = tuple(
        (
            key,
            task.name,
            plan.department(task.department),
            plan.person(task.owner),
            task.start,
            task.end,
            task.status,
            plan.progress_of({key: task}),
            plan.task_light(key),
        )
        for key, task in plan.project.tasks.items()
    )
    start = Column("start", Text("计划开始", "Planned start"), "date", optional=True)
    state = Column("status", Text("状态", "Status"), "word")
    columns = (_ID, _TASK, _DEPARTMENT_IF_ROOM, _OWNER, start, _END, state, _PROGRESS, _LIGHT)
    return Table("tasks", Text("按任务", "By task"), columns, rows, _NO_TASK)


def _overdue(plan: Plan) -> Table:
    rows = tuple(
        (
            key,
            task.name,
            plan.department(task.department),
            plan.person(task.owner),
            task.end,
            _late(plan, task),
            task.note,
        )
        for key, task in plan.project.tasks.items()
        if plan.is_overdue(task)
    )
    late = Column("days_late", Text("逾期天数", "Days late"), "number")
    note = Column("note", Text("延期原因", "Reason"), optional=True)
    columns = (_ID, _TASK, _DEPARTMENT_IF_ROOM, _OWNER, _END, late, note)
    return Table("overdue", Text("已逾期", "Overdue"), columns, rows, Text("没有逾期任务", "nothing is overdue"))


def _due_soon(plan: Plan) -> Table:
    rows = tuple(
        (
            key,
            task.name,
            plan.department(task.department),
            plan.person(task.owner),
            task.end,
            plan.calendar.count(plan.today, task.end),
            plan.progress_of({key: task}),
            plan.task_light(key),
        )
        for key, task in sorted(plan.project.tasks.items(), key=lambda item: item[1].end or date.max)
        if _is_due_soon(plan, task) and task.end is not None
    )
    left = Column("days_left", Text("剩余天数", "Days left"), "number")
    columns = (_ID, _TASK, _DEPARTMENT_IF_ROOM, _OWNER, _END, left, _PROGRESS, _LIGHT)
    title = Text(f"{DUE_SOON} 个工作日内到期", f"Due within {DUE_SOON} working days")
    return Table("due_soon", title, columns, rows, Text("近期没有到期任务", "nothing is due soon"))


def _is_due_soon(plan: Plan, task: Task) -> bool:
    if not lights.is_open(task) or task.end is None or task.end < plan.today:
        return False
    return plan.calendar.count(plan.today, task.end) <= DUE_SOON


def decision_level(issue: Issue) -> DecisionLevel:
    """Return who has to decide an issue: as declared, else the manager for a general one, the heads for a key one."""
    if issue.level:
        return issue.level
    if issue.resolution and issue.resolution.level:
        return issue.resolution.level
    if issue.escalated:
        return DecisionLevel.EXECUTIVE
    return DecisionLevel.HEADS if issue.grade is Grade.KEY else DecisionLevel.MANAGER


def _issues(plan: Plan) -> Table:
    order = list(DecisionLevel)[::-1]
    found = sorted(plan.open_issues.items(), key=lambda item: order.index(decision_level(item[1])))
    rows = tuple(
        (decision_level(issue), key, issue.title, issue.grade, plan.person(issue.owner), issue.due)
        for key, issue in found
    )
    level = Column("level", Text("决策层级", "Decided by"), "word")
    columns = (level, _ID, Column("title", Text("问题", "Issue")), Column("grade", Text("等级", "Grade"), "word"))
    columns += (_OWNER, _DUE)
    title = Text("未关闭问题（按决策层级）", "Open issues by decision level")
    return Table("issues", title, columns, rows, Text("没有未关闭的问题", "no open issues"))


def _risks(plan: Plan) -> Table:
    rows = tuple(
        (
            lights.risk_light(risk),
            key,
            risk.title,
            lights.risk_level(risk),
            plan.person(risk.owner),
            risk.due,
            risk.response,
        )
        for key, risk in plan.open_risks.items()
        if lights.risk_light(risk) in (Light.RED, Light.AMBER)
    )
    columns = (_LIGHT, _ID, Column("title", Text("风险", "Risk")), Column("level", Text("P×I", "P×I"), "number"))
    columns += (_OWNER, _DUE, Column("response", Text("应对措施", "Response"), optional=True))
    title = Text("红灯与黄灯风险", "Red and amber risks")
    return Table("risks", title, columns, rows, Text("没有红灯或黄灯风险", "no red or amber risks"))


def _unsigned(plan: Plan) -> Table:
    rows = tuple(
        (FORMS[duty.form] + same(f" {duty.issue}" if duty.issue else ""), plan.person(duty.person), duty.role)
        for duty in duties(plan)
        if duty.signed is None
    )
    columns = (
        Column("form", Text("表单", "Form")),
        Column("person", Text("未签字人", "Not signed")),
        Column("role", Text("角色", "Role")),
    )
    title = Text("未签字", "Not signed yet")
    return Table("unsigned", title, columns, rows, Text("该签的都已签字", "everything is signed"))


def _late(plan: Plan, task: Task) -> int:
    return plan.calendar.between(task.end, plan.today) if task.end else 0


def _days(number: int) -> str:
    return "1 working day" if number == 1 else f"{number} working days"
