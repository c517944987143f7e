"""Planned against actual."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from collabkit.forms.formatter import DASH, Formatter, Value
from collabkit.lang import MINUS, Text, same
from collabkit.model.closeout import Closeout
from collabkit.phrases import DIMENSIONS, working_days
from collabkit.plan.actual import actual_end, actual_start
from collabkit.plan.cost import cost
from collabkit.styled import Styled


@dataclass(frozen=True, slots=True)
class VarianceRow:
    """One dimension, planned against actual."""

    dimension: str
    planned: Value
    actual: Value
    variance: Value
    reason: Value


def variances(page: Formatter, end: Closeout) -> Iterator[VarianceRow]:
    """Yield schedule, duration and, with a budget, cost."""
    about, days = page.plan.project.about, page.plan.calendar
    began, ended = actual_start(page.plan, end), actual_end(page.plan, end)
    slip = days.between(about.end, ended) if ended else None
    yield VarianceRow(
        dimension=page.say(Text("进度（结束日期）", "Schedule (end date)")),
        planned=about.end.isoformat(),
        actual=page.need(page.day(ended)),
        variance=page.maybe(page.late(slip)),
        reason=_reason(page, end.schedule_reason, slip or 0),
    )
    planned = days.count(about.start, about.end)
    lasted = days.count(began, ended) if began and ended else None
    yield VarianceRow(
        dimension=page.say(Text("工期", "Duration")),
        planned=page.workdays(planned) or DASH,
        actual=page.need(page.workdays(lasted)),
        variance=page.maybe(_more(page, lasted - planned) if lasted is not None else None),
        reason=DASH,
    )
    yield from _cost(page, end)


def _cost(page: Formatter, end: Closeout) -> Iterator[VarianceRow]:
    budget = page.plan.project.budget
    if budget is None:
        return
    figures = cost(budget, page.plan.policy)
    yield VarianceRow(
        dimension=page.say(DIMENSIONS["cost"]),
        planned=page.need(page.money(figures.planned)),
        actual=page.need(page.money(figures.spent)),
        variance=page.maybe(_money_variance(page, figures.overspent, figures.planned)),
        reason=_reason(page, end.cost_reason, figures.overspent or 0),
    )


def _reason(page: Formatter, reason: str | None, variance: float) -> Value:
    return page.need(reason) if variance > 0 else page.maybe(reason)


def _more(page: Formatter, days: int) -> str | None:
    if days == 0:
        return page.workdays(days)
    return page.say(working_days(days, f"{'+' if days > 0 else MINUS}{abs(days)}"))


def _money_variance(page: Formatter, over: float | None, planned: float | None) -> Value | None:
    """Return an overrun in red, an amount left in green, with its share of the plan."""
    if over is None:
        return None
    share = f"{over / planned * 100:+.1f}%".replace("-", MINUS) if planned else ""
    amount = page.money(over, more="+") or ""
    both = Text(f"{amount}（{share}）", f"{amount} ({share})") if share else same(amount)
    return Styled(page.say(both), "red" if over > 0 else "green")
