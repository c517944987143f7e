"""Why the computed lights are not green."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from collabkit.lang import Text, same
from collabkit.model.words import Grade, Light, TaskStatus
from collabkit.model.work import Task
from collabkit.plan import Plan, lights

DIMENSIONS = {
    "schedule": Text("进度", "Schedule"),
    "cost": Text("成本", "Cost"),
    "quality": Text("范围与质量", "Scope and quality"),
    "resources": Text("资源", "Resources"),
    "risk": Text("风险与问题", "Risks and issues"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a dimension is not green."""

    dimension: str
    light: Light
    text: Text


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
    for key, milestone in plan.open_milestones.items():
        light = lights.milestone_light(milestone, plan.today, plan.calendar)
        slip = lights.milestone_slip(milestone, plan.today, plan.calendar)
        if light in (Light.RED, Light.AMBER) and slip:
            name = milestone.name or ""
            text = Text(f"里程碑 {key} {name} 晚 {slip} 个工作日", f"milestone {key} {name} is {_days(slip)} late")
            yield Reason("schedule", light, text)


def _task_reason(plan: Plan, key: str, task: Task) -> Text:
    name = task.name or ""
    if plan.is_overdue(task):
        late = plan.days_late(task)
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
            text = Text(f"交付物「{what}」未通过验收", f"deliverable '{what}' was not accepted")
            if light is Light.AMBER:
                text = Text(f"交付物「{what}」有条件通过验收", f"deliverable '{what}' was accepted with conditions")
            yield Reason("quality", light, text)


def _resource_reasons(plan: Plan) -> Iterable[Reason]:
    for resource in plan.project.resources:
        light = lights.resource_light(resource, plan.today)
        if light in (Light.RED, Light.AMBER):
            need, who = resource.need or "", plan.department(resource.department) or ""
            yield Reason(
                "resources", light, Text(f"{who}所需「{need}」尚未落实", f"'{need}' for {who} is not fully committed")
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
            kind = Text("关键问题", "key issue") if issue.grade is Grade.KEY else Text("逾期问题", "overdue issue")
            yield Reason("risk", light, kind + same(f" {key} {issue.title or ''}"))


def _days(number: int) -> str:
    return "1 working day" if number == 1 else f"{number} working days"
