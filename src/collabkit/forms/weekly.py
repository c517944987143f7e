"""F04, the weekly report: one or two pages that show progress, deviations, lights and who has to decide what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from collabkit.errors import UsageError
from collabkit.forms import progress, trouble
from collabkit.forms.common import View, head
from collabkit.forms.form import Choice, Form, Item
from collabkit.forms.page import Page, Value
from collabkit.forms.progress import DepartmentRow, GoalRow, MilestoneRow
from collabkit.forms.talk import weekly_time
from collabkit.forms.trouble import ActionRow, ChangeRow, DecisionRow, IssueRow, RiskRow
from collabkit.lang import Lang, Text, listing
from collabkit.model import Light
from collabkit.model.money import Resource
from collabkit.model.talk import Week
from collabkit.model.words import Commitment
from collabkit.plan import Plan
from collabkit.plan.lights import cost_light
from collabkit.plan.reconstruction import at
from collabkit.plan.week import WorkWeek, workweek

NUMBER = "F04"
TITLE = Text("项目周报", "Weekly Report")

DIMENSIONS = {
    "schedule": Text("进度", "Schedule"),
    "cost": Text("成本", "Cost"),
    "quality": Text("范围与质量", "Scope and quality"),
    "resources": Text("资源", "Resources"),
    "risk": Text("风险", "Risk"),
}
"""The dimensions of a project's light, in the order of `Plan.dimensions`."""


@dataclass(frozen=True, slots=True)
class WeekHead:
    """Which week, and who reports to whom; `period` goes from the first to the last working day."""

    name: str
    label: str
    period: str
    as_of: str
    author: Value
    meeting: Value
    distribution: Value


@dataclass(frozen=True, slots=True)
class Lights:
    """A light twice: computed from the data, and declared by the project manager (a dash when not)."""

    computed: Value
    declared: Value
    shown: Value


@dataclass(frozen=True, slots=True)
class Status:
    """The overall status; `cause` says why the computed light is what it is, `reason` why the declared one is."""

    light: Lights
    cause: str
    reason: Value
    trend: Value
    headline: Value
    progress: Value


@dataclass(frozen=True, slots=True)
class Dimensions:
    """The five lights whose worst is the project's."""

    schedule: Lights
    cost: Lights
    quality: Lights
    resources: Lights
    risk: Lights


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """The budget in one line; `day` is the day up to which the figures count."""

    approved: Value
    spent: Value
    committed: Value
    forecast: Value
    left: Value
    light: Value
    day: str


@dataclass(frozen=True, slots=True)
class GapRow:
    """A resource that is not fully committed."""

    need: Value
    department: Value
    provider: Value
    status: Value
    gap_plan: Value


@dataclass(frozen=True, slots=True)
class Weekly(View):
    """The report. Empty means none: goals, milestones, risks, issues, decisions, changes, budget, gaps, actions."""

    week: WeekHead
    status: Status
    dimensions: Dimensions
    goals: tuple[GoalRow, ...]
    milestones: tuple[MilestoneRow, ...]
    departments: tuple[DepartmentRow, ...]
    risks: tuple[RiskRow, ...]
    issues: tuple[IssueRow, ...]
    decisions: tuple[DecisionRow, ...]
    changes: tuple[ChangeRow, ...]
    budget: tuple[BudgetRow, ...]
    gaps: tuple[GapRow, ...]
    actions: tuple[ActionRow, ...]


def build(plan: Plan, lang: Lang, item: Item) -> Weekly:
    """Return the report of the week that `item` names, as of its last day when it is over, else as of today."""
    week = workweek(item.name or plan.week)
    assert week is not None, "items() lets only real weeks through"
    then = at(plan, min(plan.today, week.sunday))
    page, said = Page(then, lang), plan.project.weeks.get(week.name) or Week()
    return Weekly(
        *head(page, NUMBER, TITLE, week.name),
        week=_head(page, week, said),
        status=_status(page, said),
        dimensions=_dimensions(page, said),
        goals=progress.goals(page),
        milestones=progress.milestones(page),
        departments=progress.departments(page, week, said),
        risks=trouble.risks(page, week),
        issues=trouble.issues(page, week),
        decisions=trouble.decisions(page, week, said),
        changes=trouble.changes(page, week),
        budget=_budget(page, plan.today.isoformat()),
        gaps=tuple(_gap(page, each) for each in then.project.resources if each.status is not Commitment.COMMITTED),
        actions=trouble.actions(page, week),
    )


def items(plan: Plan, choice: Choice) -> Iterable[Item]:
    """Return the week that was asked for, else the current one; UsageError for one that is none or has not begun."""
    name = (choice.week or plan.week).strip().upper()
    week = workweek(name)
    if week is None:
        raise UsageError(
            Text(f"没有「{name}」这一周", f"there is no week {name}"),
            Text(f"周的写法如 {plan.week}（本周）", f"write a week as {plan.week} (this week)") + _known(plan),
        )
    if week.monday > plan.today:
        raise UsageError(
            Text(
                f"{name} 从 {week.monday} 才开始，今天是 {plan.today}",
                f"{name} begins on {week.monday}, today is {plan.today}",
            ),
            Text("请选择本周或更早的周，或用 --today 指定日期", "choose this week or an earlier one, or give --today")
            + _known(plan),
        )
    return (Item(name),)


def _known(plan: Plan) -> Text:
    weeks = [name for name in plan.project.weeks if name <= plan.week]
    return Text("；文件中已有：", "; in the file: ") + listing(weeks) if weeks else Text("", "")


def _head(page: Page, week: WorkWeek, said: Week) -> WeekHead:
    days = page.plan.calendar
    first = days.next(week.monday)
    last = week.sunday if days.is_workday(week.sunday) else days.add(week.sunday, -1)
    worked = (first, last) if first in week and last in week else (week.monday, week.sunday)
    project = page.plan.project
    return WeekHead(
        name=week.name,
        label=page.say(Text(f"第 {week.number} 周", f"Week {week.number}")),
        period=page.period(*worked) or "",
        as_of=page.plan.today.isoformat(),
        author=page.need(page.person(said.author or project.about.manager)),
        meeting=page.need(weekly_time(page)),
        distribution=page.maybe(page.join(said.distribution or project.document.distribution)),
    )


def _lights(page: Page, computed: Light, declared: Light | None) -> Lights:
    return Lights(
        computed=page.need(page.light(computed)),
        declared=page.maybe(page.light(declared)),
        shown=page.need(page.light(declared or computed)),
    )


def _status(page: Page, said: Week) -> Status:
    computed = page.plan.light
    differs = said.light is not None and said.light is not computed
    return Status(
        light=_lights(page, computed, said.light),
        cause=_cause(page),
        reason=page.need(said.light_reason) if differs else page.maybe(said.light_reason),
        trend=page.maybe(page.word(said.trend)),
        headline=page.need(said.headline),
        progress=page.maybe(page.percent(page.plan.progress)),
    )


def _cause(page: Page) -> str:
    """Return which dimensions make the computed light what it is."""
    worst = page.plan.light
    if worst is Light.GREEN:
        return page.say(Text("各分项均为绿灯", "All dimensions are green"))
    names = [page.say(DIMENSIONS[key]) for key, light in page.plan.dimensions.items() if light is worst]
    return page.colon(page.say(Text("取最差分项", "Worst dimension")), page.join(names)) or ""


def _dimensions(page: Page, said: Week) -> Dimensions:
    return Dimensions(
        **{key: _lights(page, light, getattr(said.dimensions, key)) for key, light in page.plan.dimensions.items()}
    )


def _budget(page: Page, day: str) -> tuple[BudgetRow, ...]:
    budget = page.plan.project.budget
    if budget is None:
        return ()
    spent = sum(line.spent or 0 for line in budget.lines)
    committed = sum(line.committed or 0 for line in budget.lines)
    forecast = sum(line.planned or 0 if line.forecast is None else line.forecast for line in budget.lines)
    row = BudgetRow(
        approved=page.need(page.money(budget.approved)),
        spent=page.need(page.money(spent)),
        committed=page.need(page.money(committed)),
        forecast=page.need(page.money(forecast)),
        left=page.maybe(page.money(budget.approved - spent if budget.approved is not None else None)),
        light=page.maybe(page.light(cost_light(budget))),
        day=day,
    )
    return (row,)


def _gap(page: Page, resource: Resource) -> GapRow:
    return GapRow(
        need=page.need(page.sentences([resource.need, page.person(resource.person), resource.quantity])),
        department=page.need(page.department(resource.department)),
        provider=page.need(page.party(resource.provider)),
        status=page.need(page.word(resource.status)),
        gap_plan=page.need(resource.gap_plan),
    )


FORM = Form(
    key="weekly",
    number=NUMBER,
    title=TITLE,
    purpose=Text(
        "一两页看清进展、偏差、红黄绿灯和需要协调的事",
        "Progress, deviations, lights and the help that is needed, on one or two pages",
    ),
    suffix="docx",
    view=Weekly,
    build=build,
    items=items,
    has_data=lambda plan: bool(plan.project.tasks),
    versioned=False,
)
