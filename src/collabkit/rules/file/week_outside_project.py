"""A weekly report of a week in which the project does not run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.scalars import monday_of, week_of
from collabkit.plan import Plan
from collabkit.problem import Place, Problem
from collabkit.rules.timing import is_reversed
from collabkit.rules.unknown_ids import did_you_mean
from collabkit.rules.wording import message


def _check(plan: Plan) -> Iterator[Problem]:
    """A project that overruns or is being closed still reports, up to the week of today."""
    about = plan.project.about
    if is_reversed(about.start, about.end):
        return
    last = max(about.end, plan.today)
    for week in plan.project.weeks:
        monday = monday_of(week)
        if monday is None:
            continue
        if monday + timedelta(days=6) < about.start:
            yield _problem(plan, week, ("start", about.start))
        elif monday > last:
            yield _problem(plan, week, ("end", about.end))


def _problem(plan: Plan, week: str, limit: tuple[str, date]) -> Problem:
    side, day = limit
    early = side == "start"
    meant = _meant(plan, week)
    return Problem(
        ("weeks", week),
        message(
            f"周报 {week} 在项目{'开始' if early else '结束'}（{day}）之{'前' if early else '后'}",
            f"week {week} is {'before the project starts' if early else 'after the project ends'} ({day})",
        ),
        label=did_you_mean(meant) if meant else Text("项目不在这一周进行", "the project does not run in this week"),
        help=Text(
            f"改成项目期间的周，{week_of(plan.project.about.start)} 至 {week_of(plan.project.about.end)}，或改项目日期",
            f"use a week from {week_of(plan.project.about.start)} to {week_of(plan.project.about.end)}, "
            "or mend the dates of the project",
        ),
        on="key",
        places=(Place(("project", side), Text("项目的日期", "the dates of the project")),),
    )


def _meant(plan: Plan, week: str) -> str | None:
    """Return the week of the same number in a year of the project, where it is not taken: the year was mistyped."""
    about = plan.project.about
    for year in range(about.start.year, about.end.year + 1):
        other = f"{year:04d}{week[4:]}"
        monday = monday_of(other)
        if monday and monday <= about.end and monday + timedelta(days=6) >= about.start:
            return other if other not in plan.project.weeks else None
    return None


RULE = Rule(
    code="CK012",
    name="week-outside-project",
    severity=Severity.WARNING,
    stage=Stage.INITIATING,
    title=Text("周报的周不在项目期间", "A week is outside the project"),
    why=Text(
        "年份或周次写错的周报永远不会印出来，写在里面的进展、行动和求助也就没有人看到。",
        "A report with a wrong year or number is never printed, and nobody sees the news, actions and calls in it.",
    ),
    help=Text("改成项目期间的周", "use a week of the project"),
    bad="""\
weeks:
  2025-W12: {light: amber}
""",
    good="""\
weeks:
  2026-W12: {light: amber}
""",
    check=_check,
)
