"""A planned day on which nobody works."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Path, Problem
from collabkit.rules.timing import tasks_within
from collabkit.rules.wording import entry, field, message


def _check(plan: Plan) -> Iterator[Problem]:
    for path, day in _planned(plan):
        if plan.calendar.is_workday(day):
            continue
        why = _reason(plan, day)
        yield Problem(
            path,
            message(
                zh(field(path).zh, f"{day} 不是工作日：{why.zh}"),
                f"'{path[-1]}' of {entry(path[:-1]).en} is {day}, not a working day: {why.en}",
            ),
            label=why,
            help=_help(plan, day, is_task=path[0] == "tasks"),
            rests_on=(("calendar",),),
        )


def _planned(plan: Plan) -> Iterator[tuple[Path, date]]:
    """Yield the planned days of tasks, unless they are given from outside, and of milestones."""
    for key, task in tasks_within(plan).items():
        if task.fixed:
            continue
        if task.start:
            yield ("tasks", key, "start"), task.start
        if task.end and task.end != task.start:
            yield ("tasks", key, "end"), task.end
    for key, milestone in plan.project.milestones.items():
        if milestone.date:
            yield ("milestones", key, "date"), milestone.date


_WEEKDAYS = (
    Text("星期一", "Monday"),
    Text("星期二", "Tuesday"),
    Text("星期三", "Wednesday"),
    Text("星期四", "Thursday"),
    Text("星期五", "Friday"),
    Text("星期六", "Saturday"),
    Text("星期日", "Sunday"),
)


def _reason(plan: Plan, day: date) -> Text:
    if plan.calendar.is_day_off(day):
        return Text("公司休息日", "the company's day off")
    return plan.calendar.holiday(day) or _WEEKDAYS[day.weekday()]


def _help(plan: Plan, day: date, *, is_task: bool) -> Text:
    before, after = plan.calendar.previous(day), plan.calendar.next(day)
    fixed = Text("，外部给定的日期设 fixed: true", ", or set 'fixed: true' when it is given from outside")
    return Text(
        f"改为 {before} 或 {after}；当天上班的，写入 calendar.extra_workdays",
        f"move it to {before} or {after}, or add the day to calendar.extra_workdays",
    ) + (fixed if is_task else Text("", ""))


RULE = Rule(
    code="CK508",
    name="non-working-day",
    severity=Severity.WARNING,
    stage=Stage.PLANNING,
    title=Text("计划日期不是工作日", "A planned date is not a working day"),
    why=Text(
        "排在周末或节假日的日期实际落不了地，工期也会少算或多算。",
        "A date on a weekend or holiday is kept by nobody, and the duration around it is wrong.",
    ),
    help=Text(
        "改到相邻的工作日；确需当天工作的，写入 calendar.extra_workdays 或设 fixed: true",
        "move it to a working day, or add the day to calendar.extra_workdays, or set 'fixed: true'",
    ),
    bad="""\
tasks:
  T1:
    start: 2026-03-14
""",
    good="""\
tasks:
  T1:
    start: 2026-03-16
""",
    check=_check,
)
