"""The tables that `status` shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from collabkit.lang import Text, same
from collabkit.model.issue import Issue
from collabkit.model.task import Task
from collabkit.model.words import Light, TaskStatus
from collabkit.phrases import FORM_TITLES, working_days
from collabkit.plan import NO_DEPARTMENT, Plan, lights
from collabkit.plan.cause import cause
from collabkit.plan.escalation import HEADS, Decider, decider
from collabkit.plan.progress import task_progress
from collabkit.plan.reasons import department_reasons
from collabkit.plan.signing import required_signatures
from collabkit.status_report.table import Cell, Column, Table

_ID = Column("id", Text("编号", "ID"))
_TASK = Column("name", Text("任务", "Task"))
_DEPARTMENT = Column("department", Text("部门", "Department"))
_DEPARTMENT_IF_ROOM = Column("department", Text("部门", "Department"), optional=True)
_OWNER = Column("owner", Text("负责人", "Owner"))
_END = Column("end", Text("计划完成", "Planned finish"), "date")
_PROGRESS = Column("progress", Text("完成率", "Done"), "percent")
_LIGHT = Column("light", Text("灯", "Light"), "light")
_DUE = Column("due", Text("期限", "Due"), "date")


def departments(plan: Plan) -> Table:
    """Return tasks, progress and light of every department."""
    rows = []
    for key in plan.responsible:
        tasks = plan.tasks_of(key)
        rows.append(
            (
                plan.department(key) or NO_DEPARTMENT,
                plan.person(plan.project.departments[key].head) if key else None,
                *_counts(plan, tasks),
                plan.progress_of(tasks),
                plan.department_light(key, plan.week),
                _joined(reason.text for reason in department_reasons(plan, key, plan.week)),
            )
        )
    why = Column("reason", Text("亮灯原因", "Why"), optional=True)
    columns = (_DEPARTMENT, Column("head", Text("负责人", "Head")), *_COUNTS, _PROGRESS, _LIGHT, why)
    return Table("departments", Text("按部门", "By department"), columns, tuple(rows), _NO_TASK)


def _joined(texts: Iterable[Text]) -> Text | None:
    found = list(texts)
    zh, en = "；".join(text.zh for text in found), "; ".join(text.en for text in found)
    return Text(zh, en) if found else None


_COUNTS = (
    Column("tasks", Text("任务", "Tasks"), "number"),
    Column("done", Text("已完成", "Finished"), "number"),
    Column("doing", Text("进行中", "Under way"), "number"),
    Column("overdue", Text("逾期", "Overdue"), "number"),
)
_NO_OWNER = Text("未指定负责人", "No owner")
_NO_TASK = Text("没有任务", "no tasks")


def _counts(plan: Plan, tasks: Mapping[str, Task]) -> tuple[int, int, int, int]:
    counted = [task for task in tasks.values() if task.status is not TaskStatus.CANCELLED]
    return (
        len(counted),
        sum(task.status is TaskStatus.DONE for task in counted),
        sum(task.status is TaskStatus.DOING for task in counted),
        sum(plan.is_overdue(task) for task in counted),
    )


def owners(plan: Plan) -> Table:
    """Return tasks, progress and light of everybody who owns a task, and of the tasks that nobody owns."""
    owned: dict[str | None, dict[str, Task]] = {}
    # Who owns nothing is not listed; what nobody owns comes last.
    for key, task in sorted(plan.project.tasks.items(), key=lambda item: item[1].owner is None):
        owned.setdefault(task.owner, {})[key] = task
    rows = tuple(
        (
            plan.person(owner) or _NO_OWNER,
            plan.department(plan.department_of(owner)),
            *_counts(plan, tasks),
            plan.progress_of(tasks),
            plan.current_light(tasks),
        )
        for owner, tasks in owned.items()
    )
    # What somebody finished late stays amber among the tasks, and says nothing about where he or she stands.
    light = Column("light", Text("在办任务灯", "Open tasks"), "light")
    columns = (_OWNER, _DEPARTMENT, *_COUNTS, _PROGRESS, light)
    return Table("owners", Text("按负责人", "By owner"), columns, rows, _NO_TASK)


def tasks(plan: Plan) -> Table:
    """Return every task with dates, status and light."""
    rows = tuple(
        (
            key,
            task.name,
            plan.department(task.department),
            plan.person(task.owner),
            task.start,
            task.end,
            task.status,
            task_progress(task),
            plan.task_light(key),
        )
        for key, task in plan.project.tasks.items()
    )
    start = Column("start", Text("计划开始", "Planned start"), "date", optional=True)
    state = Column("status", Text("状态", "Status"), "word")
    columns = (_ID, _TASK, _DEPARTMENT_IF_ROOM, _OWNER, start, _END, state, _PROGRESS, _LIGHT)
    return Table("tasks", Text("按任务", "By task"), columns, rows, _NO_TASK)


def overdue(plan: Plan) -> Table:
    """Return the tasks that should have been finished before today."""
    rows = tuple(
        (
            key,
            task.name,
            plan.department(task.department),
            plan.person(task.owner),
            task.end,
            plan.days_late(task),
            cause(task),
        )
        for key, task in plan.overdue.items()
    )
    late = Column("days_late", Text("逾期天数", "Days late"), "number")
    why = Column("delay_reason", Text("延期原因", "Reason"), optional=True)
    columns = (_ID, _TASK, _DEPARTMENT_IF_ROOM, _OWNER, _END, late, why)
    return Table("overdue", Text("已逾期", "Overdue"), columns, rows, Text("没有逾期任务", "nothing is overdue"))


def due_soon(plan: Plan) -> Table:
    """Return the open tasks that are due today or soon, the next first."""
    rows = tuple(
        (
            key,
            task.name,
            plan.department(task.department),
            plan.person(task.owner),
            task.end,
            plan.calendar.count(plan.today, task.end) if task.end else None,
            task_progress(task),
            plan.task_light(key),
        )
        for key, task in plan.due_soon.items()
    )
    left = Column("days_left", Text("剩余天数", "Days left"), "number")
    columns = (_ID, _TASK, _DEPARTMENT_IF_ROOM, _OWNER, _END, left, _PROGRESS, _LIGHT)
    within = working_days(plan.policy.due_soon)
    title = Text(f"{within.zh}内到期", f"Due within {within.en}")
    return Table("due_soon", title, columns, rows, Text("近期没有到期任务", "nothing is due soon"))


def issues(plan: Plan) -> Table:
    """Return the issues that are neither resolved nor closed, those decided furthest up first."""
    rows = tuple(
        (_decider(plan, found.who), found.by, key, issue.title, issue.grade, plan.person(issue.owner), issue.due)
        for key, issue, found in _decisions(plan)
    )
    who, by = (
        Column("decider", Text("决策人", "Decided by")),
        Column("decide_by", Text("决策期限", "Decide by"), "date"),
    )
    what, grade = Column("title", Text("问题", "Issue")), Column("grade", Text("等级", "Grade"), "word")
    columns = (who, by, _ID, what, grade, _OWNER, _DUE)
    title = Text("未关闭问题（按决策人）", "Open issues by who decides")
    return Table("issues", title, columns, rows, Text("没有未关闭的问题", "no open issues"))


def _decisions(plan: Plan) -> Iterable[tuple[str, Issue, Decider]]:
    order = {plan.project.about.manager: 2, "heads": 1}
    found = [(key, issue, decider(plan, issue)) for key, issue in plan.open_issues.items()]
    return sorted(found, key=lambda each: order.get(each[2].who or "", 0))


def _decider(plan: Plan, who: str | None) -> Cell:
    return HEADS if who == "heads" else plan.person(who)


def risks(plan: Plan) -> Table:
    """Return the open risks that are red or amber."""
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
    what, score = Column("title", Text("风险", "Risk")), Column("level", Text("P×I", "P×I"), "number")
    response = Column("response", Text("应对措施", "Response"), optional=True)
    columns = (_LIGHT, _ID, what, score, _OWNER, _DUE, response)
    title = Text("红灯与黄灯风险", "Red and amber risks")
    return Table("risks", title, columns, rows, Text("没有红灯或黄灯风险", "no red or amber risks"))


def unsigned(plan: Plan) -> Table:
    """Return the signatures that are due and missing."""
    rows = tuple(
        (FORM_TITLES[duty.form] + same(f" {duty.issue}" if duty.issue else ""), plan.person(duty.person), duty.role)
        for duty in required_signatures(plan)
        if duty.signed is None
    )
    columns = (
        Column("form", Text("表单", "Form")),
        Column("person", Text("未签字人", "Not signed")),
        Column("role", Text("角色", "Role")),
    )
    title = Text("未签字", "Not signed yet")
    return Table("unsigned", title, columns, rows, Text("没有等待签字的表单", "no form waits for a signature"))
