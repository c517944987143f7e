"""F04, the weekly report: one or two pages that show progress, deviations, lights and who has to decide what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from collabkit.errors import UsageError
from collabkit.forms.form import Choice, Form, Item
from collabkit.forms.formatter import NOTHING, Formatter, Value
from collabkit.forms.parts.action import ActionRow, actions
from collabkit.forms.parts.budget import BudgetRow, budget_rows
from collabkit.forms.parts.change import ChangeRow, changes
from collabkit.forms.parts.communication import weekly_time
from collabkit.forms.parts.decision import DecisionRow, decisions
from collabkit.forms.parts.department_week import DepartmentWeekRow, department_weeks
from collabkit.forms.parts.goal import GoalProgressRow, goal_progress
from collabkit.forms.parts.head import NO_REMARK, View, head
from collabkit.forms.parts.issue import IssueRow, issues
from collabkit.forms.parts.light import Dimensions, Lights, dimension_lights, lights_of
from collabkit.forms.parts.milestone import MilestoneProgressRow, milestone_progress
from collabkit.forms.parts.reason import ReasonRow, reason_rows
from collabkit.forms.parts.resource import GapRow, gap_row
from collabkit.forms.parts.risk import RiskProgressRow, risk_progress
from collabkit.lang import Lang, Text, listing, same
from collabkit.model import Light
from collabkit.model.week import Week
from collabkit.phrases import DIMENSIONS, FORM_TITLES
from collabkit.plan import Plan
from collabkit.plan.control import control
from collabkit.plan.reporting import as_reported, is_over, written_until
from collabkit.plan.week import WorkWeek, workweek

RECONSTRUCTED = Text("按现有数据回推", "reconstructed from today's data")
"""What a report of a past week says of itself."""


@dataclass(frozen=True, slots=True)
class WeekHead:
    """Which week, and who reports to whom; `period` goes from the first to the last working day.

    `reconstructed` says that the report was computed after the week, or on which day of the next one it was written;
    blank for one of its own week.
    """

    name: str
    reconstructed: str
    label: str
    period: str
    as_of: str
    author: Value
    meeting: Value
    distribution: Value


@dataclass(frozen=True, slots=True)
class Status:
    """The overall status; `cause` says which dimensions decide the computed light, `reason` why one was declared."""

    light: Lights
    cause: str
    reason: Value
    trend: Value
    headline: Value
    progress: Value


@dataclass(frozen=True, slots=True)
class Nothing:
    """What to print for a list without entries: none, or that it is to be filled in where nobody has said so."""

    risks: Value
    issues: Value
    actions: Value


@dataclass(frozen=True, slots=True)
class Weekly(View):
    """The report. Empty means none; of risks, issues and actions `nothing` says whether somebody has told so.

    That goes for reasons, goals, milestones, risks, issues, decisions, changes, budget, gaps and actions.
    """

    week: WeekHead
    status: Status
    dimensions: Dimensions
    reasons: tuple[ReasonRow, ...]
    goals: tuple[GoalProgressRow, ...]
    milestones: tuple[MilestoneProgressRow, ...]
    departments: tuple[DepartmentWeekRow, ...]
    risks: tuple[RiskProgressRow, ...]
    issues: tuple[IssueRow, ...]
    decisions: tuple[DecisionRow, ...]
    changes: tuple[ChangeRow, ...]
    budget: tuple[BudgetRow, ...]
    gaps: tuple[GapRow, ...]
    actions: tuple[ActionRow, ...]
    nothing: Nothing


def build(plan: Plan, lang: Lang, item: Item) -> Weekly:
    """Return the report of the week that `item` names, as of its last day when it is over, else as of today."""
    week = workweek(item.name or plan.week)
    assert week is not None, "items() lets only real weeks through"
    then = as_reported(plan, week)
    page, said = Formatter(then, lang), plan.project.weeks.get(week.name) or Week()
    return Weekly(
        *head(page, FORM, week.name, remark=_remark(item)),
        week=_head(page, week, said, _made(plan, week, item)),
        status=_status(page, said),
        dimensions=dimension_lights(page, said),
        reasons=tuple(reason_rows(page)),
        goals=goal_progress(page),
        milestones=milestone_progress(page),
        departments=department_weeks(page, week, said),
        risks=risk_progress(page, week),
        issues=issues(page, week),
        decisions=decisions(page, week, said),
        changes=changes(page, week),
        budget=budget_rows(page, plan.today.isoformat()),
        gaps=tuple(gap_row(page, each) for each in then.gaps),
        actions=actions(page, week),
        nothing=_nothing(page, week),
    )


def _nothing(page: Formatter, week: WorkWeek) -> Nothing:
    """Return what an empty list means: none where the register was kept or the week reported on."""
    project = page.plan.project
    lists = [*(each.actions for each in project.weeks.values()), *(each.actions for each in project.meetings)]

    def known(told: bool) -> Value:
        return page.need(page.say(NOTHING) if told or week.name in project.weeks else None)

    return Nothing(known(bool(project.risks)), known(bool(project.issues)), known(any(lists)))


def _remark(item: Item) -> Text:
    """Return what the title says, which stands on every page, of a report that was not written in its week."""
    return Text(f"（{RECONSTRUCTED.zh}）", f" ({RECONSTRUCTED.en})") if item.reconstructed else NO_REMARK


def items(plan: Plan, choice: Choice) -> Iterable[Item]:
    """Return the week that was asked for, else the current one.

    Raises UsageError for one that is none, has not begun, or is over, unless it may be reconstructed.
    """
    name = (choice.name or plan.week).strip().upper()
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
    past = is_over(plan, week)
    if past and not choice.reconstruct:
        until = written_until(plan, week)
        raise UsageError(
            Text(
                f"{name} 已于 {week.sunday} 结束，周报应在 {until} 前写完；按现在的数据重算，会改写当时的周报",
                f"{name} ended on {week.sunday} and was to be reported by {until}; computed from today's data, its "
                "report would be rewritten",
            ),
            Text(
                "请使用当时生成的周报；确需回推，请加 --reconstruct，页面会注明「按现有数据回推」",
                "use the report that was issued then; to compute it all the same, add --reconstruct, and every page "
                "says that it is reconstructed",
            ),
        )
    return (Item(name, reconstructed=past),)


def _known(plan: Plan) -> Text:
    weeks = [name for name in plan.project.weeks if name <= plan.week]
    return Text("；文件中已有：", "; in the file: ") + listing(weeks) if weeks else Text("", "")


def _made(plan: Plan, week: WorkWeek, item: Item) -> Text:
    """Return how a report came about; blank for one of its own week."""
    if item.reconstructed:
        return RECONSTRUCTED
    day = plan.today
    return Text(f"{day} 编写", f"written on {day}") if day > week.sunday else same("")


def _head(page: Formatter, week: WorkWeek, said: Week, made: Text) -> WeekHead:
    days = page.plan.calendar
    first = days.next(week.monday)
    last = week.sunday if days.is_workday(week.sunday) else days.add(week.sunday, -1)
    worked = (first, last) if first in week and last in week else (week.monday, week.sunday)
    found = control(page.plan, "weekly", week.name)
    return WeekHead(
        name=week.name,
        reconstructed=page.say(made),
        label=page.say(Text(f"第 {week.number} 周", f"Week {week.number}")),
        period=page.period(*worked) or "",
        as_of=page.plan.today.isoformat(),
        author=page.need(page.person(said.author or found.author)),
        meeting=page.need(weekly_time(page)),
        distribution=page.maybe(page.join(said.distribution or found.distribution)),
    )


def _status(page: Formatter, said: Week) -> Status:
    computed = page.plan.light
    differs = said.light is not None and said.light is not computed
    return Status(
        light=lights_of(page, computed, said.light),
        cause=_cause(page),
        reason=page.need(said.light_reason) if differs else page.maybe(said.light_reason),
        trend=page.maybe(page.word(said.trend)),
        headline=page.need(said.headline),
        progress=page.maybe(page.percent(page.plan.progress)),
    )


def _cause(page: Formatter) -> str:
    """Return which dimensions make the computed light what it is."""
    worst = page.plan.light
    if worst is Light.GREEN:
        return page.say(Text("各分项均为绿灯", "All dimensions are green"))
    names = [page.say(DIMENSIONS[key]) for key, light in page.plan.dimensions.items() if light is worst]
    return page.colon(page.say(Text("按最差分项判定", "Worst dimension")), page.join(names)) or ""


FORM = Form(
    key="weekly",
    number="F04",
    title=FORM_TITLES["weekly"],
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
