"""The figures of a closing report: planned against actual, and how many of each there were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from collabkit.forms.formatter import DASH, Formatter, Value
from collabkit.lang import MINUS, Text, same
from collabkit.model.closeout import Closeout
from collabkit.model.words import ChangeDecision, Grade, IssueStatus, Light, RiskStatus, TaskStatus
from collabkit.phrases import DIMENSIONS, working_days
from collabkit.plan import lights
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


@dataclass(frozen=True, slots=True)
class CountRow:
    """How many there were of one kind; `closed` is how many are settled, `rate` their share."""

    kind: str
    total: str
    breakdown: Value
    closed: str
    rate: Value


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


def counts(page: Formatter) -> Iterator[CountRow]:
    """Yield how many tasks, milestones, risks, issues and changes there were, and how many are settled."""
    project = page.plan.project
    yield _tasks(page)
    yield _milestones(page)
    risks, issues, changes = project.risks.values(), project.issues.values(), project.changes.values()
    yield _count(
        page,
        Text("风险", "Risks"),
        len(risks),
        _breakdown(page, Light, map(lights.risk_light, risks)),
        sum(risk.status is RiskStatus.CLOSED for risk in risks),
    )
    yield _count(
        page,
        Text("问题", "Issues"),
        len(issues),
        _breakdown(page, Grade, (issue.grade for issue in issues)),
        sum(issue.status in (IssueStatus.RESOLVED, IssueStatus.CLOSED) for issue in issues),
    )
    yield _count(
        page,
        Text("变更", "Changes"),
        len(changes),
        _breakdown(page, ChangeDecision, (change.decision for change in changes)),
        sum(change.decision not in (None, ChangeDecision.DEFERRED) for change in changes),
    )


def _tasks(page: Formatter) -> CountRow:
    """Return the tasks, cancelled ones only in the breakdown."""
    statuses = [task.status for task in page.plan.project.tasks.values()]
    return _count(
        page,
        Text("任务", "Tasks"),
        len(statuses) - statuses.count(TaskStatus.CANCELLED),
        _breakdown(page, TaskStatus, statuses),
        statuses.count(TaskStatus.DONE),
    )


def _milestones(page: Formatter) -> CountRow:
    milestones = page.plan.project.milestones.values()
    reached = [each for each in milestones if each.actual]
    slips = [lights.milestone_slip(each, page.plan.today, page.plan.calendar) for each in reached]
    on_time = sum(slip is not None and slip <= 0 for slip in slips)
    breakdown = page.say(Text(f"按期达成 {on_time}", f"{on_time} reached on time"))
    return _count(page, Text("里程碑", "Milestones"), len(milestones), breakdown, len(reached))


def _count(page: Formatter, kind: Text, total: int, breakdown: Value | None, closed: int) -> CountRow:
    rate = page.percent(100 * closed / total) if total else None
    return CountRow(page.say(kind), str(total), page.maybe(breakdown if total else None), str(closed), page.maybe(rate))


def _breakdown(page: Formatter, words: type[StrEnum], members: Iterable[StrEnum | None]) -> str | None:
    """Return how often each of `words` occurs, such as `红 2、黄 3`."""
    found = Counter(members)
    return page.join(f"{page.word(word)} {found[word]}" for word in words if found[word])
