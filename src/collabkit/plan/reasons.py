"""Why the computed lights are not green."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from collabkit.lang import Text, listing, same
from collabkit.model.issue import Issue
from collabkit.model.task import Task
from collabkit.model.words import Grade, Light, TaskStatus
from collabkit.phrases import DIMENSIONS, working_days
from collabkit.plan import lights
from collabkit.plan.acceptances import standing
from collabkit.plan.cost import cost, money
from collabkit.plan.plan import Plan
from collabkit.plan.progress import task_progress, whole


class Reason(NamedTuple):
    """Why a dimension is not green."""

    dimension: str
    light: Light
    text: Text


def reasons(plan: Plan) -> Iterable[Reason]:
    """Return why the computed lights are not green, the reds first, each fact once."""
    found = [*_schedule(plan), *_cost(plan), *_resources(plan), *_risks(plan), *_quality(plan)]
    order = list(DIMENSIONS)
    return sorted(found, key=lambda reason: (lights.rank(reason.light), order.index(reason.dimension)))


def department_reasons(plan: Plan, department: str | None, week: str | None = None) -> Iterable[Reason]:
    """Return why a department's light is not green, the reds first; None: that of the tasks of no department."""
    found = [*_tasks(plan, plan.tasks_of(department))]
    found += [_issue(key, issue) for key, issue in plan.open_issues.items() if _is_held_up(issue, department)]
    for text in plan.help_for(department, week) if week and department else ():
        found.append(Reason("resources", Light.AMBER, Text("请求支持：", "help needed: ") + same(text)))
    return sorted(found, key=lambda reason: lights.rank(reason.light))


def milestone_reason(plan: Plan, key: str) -> Text | None:
    """Return why a milestone that is not reached is amber or red; None for any other.

    It is a remark beside the milestone's name, which is not said again.
    """
    light = plan.milestone_lights.get(key)
    if key not in plan.open_milestones or light in (None, Light.GREEN):
        return None
    own = _own_reason(plan, key)
    if own and _own_light(plan, key) is light:
        return own
    cause = _cause(plan, key, light)
    return own + Text("；", "; ") + cause if own else cause


def _own_light(plan: Plan, key: str) -> Light | None:
    """Return the light that a milestone has by its own days, whatever it waits for."""
    return lights.milestone_light(plan.project.milestones[key], plan.today, plan.calendar, plan.policy)


def _own_reason(plan: Plan, key: str) -> Text | None:
    """Return what a milestone's own days say against it; None when they say nothing."""
    if _own_light(plan, key) in (None, Light.GREEN):
        return None
    slip, passed = _slip(plan, key), lights.passed_forecast(plan.project.milestones[key], plan.today)
    if slip <= 0:
        return Text(f"预计日期 {passed} 已过", f"its forecast {passed} has passed")
    days = working_days(slip)
    return Text(f"晚 {days.zh}", f"{days.en} late")


def _cause(plan: Plan, key: str, light: Light | None) -> Text:
    """Return which task or earlier milestone gives a milestone its light."""
    tasks = [reason for reason in _tasks(plan, plan.tasks_to(key)) if reason.light is light]
    if tasks:
        return tasks[0].text if len(tasks) == 1 else tasks[0].text + _more(len(tasks) - 1)
    earlier = [other for other in plan.open_milestones if other != key and _is_before(plan, other, key)]
    cause = next((other for other in earlier if plan.milestone_lights[other] is light), "")
    return Text(f"受里程碑 {cause} 影响", f"waits for milestone {cause}")


def _is_before(plan: Plan, one: str, other: str) -> bool:
    first, second = plan.project.milestones[one].date, plan.project.milestones[other].date
    return first is not None and second is not None and first <= second


def _more(number: int) -> Text:
    return Text(f"等 {number + 1} 项", f" and {number} more")


def _slip(plan: Plan, key: str) -> int:
    return lights.milestone_slip(plan.project.milestones[key], plan.today, plan.calendar) or 0


def _schedule(plan: Plan) -> Iterable[Reason]:
    yield from _tasks(plan, plan.project.tasks)
    for key in plan.open_milestones:
        own = _own_reason(plan, key)
        # A milestone that is red only because of a task or of another milestone would tell the same fact again.
        if own:
            yield Reason("schedule", plan.milestone_lights[key] or Light.AMBER, _named(plan, key, own))


def _named(plan: Plan, key: str, reason: Text) -> Text:
    name = f"{key} {plan.project.milestones[key].name or ''}".strip()
    if _slip(plan, key) > 0:
        return Text(f"里程碑 {name} {reason.zh}", f"milestone {name} is {reason.en}")
    return Text(f"里程碑 {name}：{reason.zh}", f"milestone {name}: {reason.en}")


def _tasks(plan: Plan, keys: Iterable[str]) -> Iterator[Reason]:
    for key in keys:
        task = plan.project.tasks[key]
        light = plan.task_light(key)
        if light in (Light.RED, Light.AMBER) and lights.is_open(task):
            yield Reason("schedule", light, _task(plan, key, task))


def _task(plan: Plan, key: str, task: Task) -> Text:
    name = f"{key} {task.name or ''}".strip()
    if plan.is_overdue(task):
        late = plan.days_late(task)
        if not late:
            return Text(f"任务 {name} 到期未完成", f"task {name} is due and not done")
        days = working_days(late)
        return Text(f"任务 {name} 逾期 {days.zh}", f"task {name} is {days.en} overdue")
    if key in plan.blocked:
        issues = [issue for issue, each in plan.open_issues.items() if key in each.tasks and each.grade is Grade.KEY]
        names = listing(issues)
        return Text(f"任务 {name} 受关键问题 {names.zh} 影响", f"task {name} is held up by key issue {names.en}")
    if task.status is TaskStatus.TODO and task.start and task.start < plan.today:
        return Text(
            f"任务 {name} 应于 {task.start} 开始，尚未开始", f"task {name} was to start on {task.start} and has not"
        )
    done = whole(task_progress(task) or 0)
    return Text(f"任务 {name} 将于 {task.end} 到期，完成 {done}%", f"task {name} is due on {task.end} and {done}% done")


def _cost(plan: Plan) -> Iterable[Reason]:
    budget = plan.project.budget
    light = plan.dimensions["cost"]
    if light is Light.GREEN or budget is None:
        return
    figures = cost(budget, plan.policy)
    forecast, over = money(figures.forecast or 0, budget.currency), money(figures.over or 0, budget.currency)
    yield Reason(
        "cost",
        light,
        Text(
            f"预测 {forecast.zh}，超出批准预算 {over.zh}",
            f"forecast {forecast.en} exceeds the approved budget by {over.en}",
        ),
    )


def _quality(plan: Plan) -> Iterable[Reason]:
    for note in standing(plan.project).values():
        light = lights.verdict_light(note.verdict)
        what = note.deliverable or ""
        if light is Light.RED:
            yield Reason(
                "quality", light, Text(f"交付物「{what}」未通过验收", f"deliverable '{what}' was not accepted")
            )
        elif light is Light.AMBER:
            conditional = Text(f"交付物「{what}」有条件通过验收", f"deliverable '{what}' was accepted with conditions")
            yield Reason("quality", light, conditional)


def _resources(plan: Plan) -> Iterable[Reason]:
    for resource in plan.gaps:
        need, who = resource.need or "", plan.department(resource.department) or ""
        text = Text(f"{who}所需「{need}」尚未落实", f"'{need}' for {who} is not fully committed")
        yield Reason("resources", lights.resource_light(resource, plan.today) or Light.AMBER, text)


def _risks(plan: Plan) -> Iterable[Reason]:
    for key, risk in plan.open_risks.items():
        light = lights.risk_light(risk)
        if light in (Light.RED, Light.AMBER):
            score = lights.risk_level(risk)
            points = Text(f"（{score} 分）", f" (score {score})") if score else same("")
            title = Text(f"风险 {key} {risk.title or ''}", f"risk {key} {risk.title or ''}")
            yield Reason("risk", light, title + points)
    for key, issue in plan.open_issues.items():
        if lights.issue_light(issue, plan.today) in (Light.RED, Light.AMBER):
            yield _issue(key, issue)


def _issue(key: str, issue: Issue) -> Reason:
    is_key = issue.grade is Grade.KEY
    kind = Text("关键问题", "key issue") if is_key else Text("逾期问题", "overdue issue")
    return Reason("risk", Light.RED if is_key else Light.AMBER, kind + same(f" {key} {issue.title or ''}"))


def _is_held_up(issue: Issue, department: str | None) -> bool:
    return issue.grade is Grade.KEY and department in issue.departments
