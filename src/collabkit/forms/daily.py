"""F18, the daily sync: a short message for the project's chat group, computed from the tasks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from collabkit.forms.form import Choice, Form, Item
from collabkit.forms.formatter import MISSING, Formatter
from collabkit.forms.parts.head import View, head
from collabkit.forms.parts.task import task_text
from collabkit.labels import label
from collabkit.lang import Lang, Text, same
from collabkit.model.task import Task
from collabkit.model.week import Week
from collabkit.model.words import TaskStatus, Weekday
from collabkit.phrases import working_days
from collabkit.plan import NO_DEPARTMENT, Plan, is_something
from collabkit.plan.escalation import decider
from collabkit.plan.period import days_before, days_past, past_the_end
from collabkit.plan.week import days_after


@dataclass(frozen=True, slots=True)
class DayHead:
    """The day; `workday` is its number among the project's working days, counted from the start.

    `outside` says how far away that is before the start and past the planned end; blank on the days between.
    """

    date: str
    weekday: str
    iso: str
    workday: int
    outside: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the message."""

    text: str


@dataclass(frozen=True, slots=True)
class DepartmentLine:
    """What a department finished today, works on, and is to start by the next working day; blank for nothing."""

    name: str
    done: str
    doing: str
    next: str


@dataclass(frozen=True, slots=True)
class Daily(View):
    """The message. Departments with nothing to tell are left out; the other lists are empty when there is nothing.

    `no_help` is what to print when nothing is asked for: none once somebody has reported on the week, before that a
    request to answer.
    """

    day: DayHead
    departments: tuple[DepartmentLine, ...]
    due_soon: tuple[Line, ...]
    overdue: tuple[Line, ...]
    help: tuple[Line, ...]
    no_help: str


def build(plan: Plan, lang: Lang, item: Item) -> Daily:
    """Return the message of the plan's day."""
    page = Formatter(plan, lang)
    return Daily(
        *head(page, FORM),
        day=_day(page),
        departments=tuple(_departments(page)),
        due_soon=tuple(Line(_line(page, key, task)) for key, task in plan.due_soon.items()),
        overdue=tuple(Line(_line(page, key, task)) for key, task in plan.overdue.items()),
        help=tuple(Line(text) for text in _help(page)),
        no_help=page.say(_NO_HELP if plan.week in plan.project.weeks else _ASK),
    )


def items(plan: Plan, choice: Choice) -> Iterable[Item]:
    """Return the plan's day."""
    return (Item(plan.today.isoformat()),)


def _day(page: Formatter) -> DayHead:
    today, plan = page.plan.today, page.plan
    return DayHead(
        date=page.say(Text(f"{today.month}月{today.day}日", f"{today.day} {_MONTHS[today.month - 1]}")),
        weekday=label(list(Weekday)[today.weekday()], page.lang),
        iso=today.isoformat(),
        workday=plan.calendar.count(plan.project.about.start, today),
        outside=page.say(_outside(plan)),
    )


def _outside(plan: Plan) -> Text:
    if ahead := days_before(plan):
        wait = working_days(ahead)
        return Text(f"距计划开始 {wait.zh}", f"{wait.en} before the planned start")
    past = days_past(plan)
    return past_the_end(past) if past else same("")


# Not from the calendar module: it speaks the machine's language.
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _departments(page: Formatter) -> Iterable[DepartmentLine]:
    for key in page.plan.responsible:
        tasks = page.plan.tasks_of(key).items()
        parts = [page.join(tell(page, *each) for each in tasks) or "" for tell in (_finished, _running, _coming)]
        if any(parts):
            yield DepartmentLine(page.department(key) or page.say(NO_DEPARTMENT), *parts)


def _finished(page: Formatter, key: str, task: Task) -> str | None:
    if task.status is not TaskStatus.DONE:
        return None
    # One that is said to have ended on another day, or to end later than planned, was not finished today for sure.
    return task_text(key, task) if (task.actual_end or task.end) == page.plan.today else None


def _running(page: Formatter, key: str, task: Task) -> str | None:
    if task.status is not TaskStatus.DOING:
        return None
    done = f" {page.percent(task.progress)}" if task.progress is not None else ""
    return f"{task_text(key, task)}{done}"


def _coming(page: Formatter, key: str, task: Task) -> str | None:
    tomorrow = page.plan.calendar.next(days_after(page.plan.today, 1))
    # What is late already stands under its own heading.
    waits = task.status is TaskStatus.TODO and not page.plan.is_overdue(task)
    starts = waits and task.start is not None and task.start <= tomorrow
    return task_text(key, task) if starts else None


def _line(page: Formatter, key: str, task: Task) -> str:
    where = page.clauses([page.day(task.end), page.department(task.department), page.person(task.owner)])
    return task_text(key, task) + page.say(Text(f"（{where}）", f" ({where})"))


def _help(page: Formatter) -> Iterable[str]:
    """Yield what the week's report asks for, then the open issues and who decides them."""
    said = page.plan.project.weeks.get(page.plan.week) or Week()
    for key, added in said.departments.items():
        for text in filter(is_something, added.help):
            yield page.colon(page.department(key), text) or text
    for key, issue in page.plan.open_issues.items():
        found = decider(page.plan, issue)
        who, by = page.decider(found.who) or page.say(MISSING), page.day(found.by)
        before, until = (f"（{by} 前）", f" by {by}") if by else ("", "")
        title = f"{key} {issue.title or ''}".strip()
        yield page.say(Text(f"{title}：待{who}决策{before}", f"{title}: {who} to decide{until}"))


_NO_HELP = Text("无", "none")
_ASK = Text("如有需要，请直接在本群回复", "please reply here if you need any")


FORM = Form(
    key="daily",
    number="F18",
    title=Text("每日进展同步", "Daily Sync"),
    purpose=Text("发到项目群的每日进展", "The day's progress for the project's chat group"),
    suffix="txt",
    view=Daily,
    build=build,
    items=items,
    has_data=lambda plan: bool(plan.project.tasks),
    versioned=False,
)
