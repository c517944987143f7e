"""Risks: the highest of them, and what happened to them in a week."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from collabkit.forms.formatter import DASH, Formatter, Value, rows
from collabkit.lang import Text, same
from collabkit.model.risk import Risk
from collabkit.model.words import RiskStatus
from collabkit.phrases import FORM_TITLES
from collabkit.plan import lights
from collabkit.plan.measuring import RiskChange, RiskMove, risk_change
from collabkit.plan.week import WorkWeek

MOST_RISKS = 5
"""How many of the highest risks the sheet shows."""


@dataclass(frozen=True, slots=True)
class RiskRow:
    """One of the highest risks."""

    id: str
    light: Value
    title: Value
    description: Value
    level: Value
    response: Value
    owner: Value
    due: Value


@dataclass(frozen=True, slots=True)
class RiskProgressRow:
    """A risk; `change` is what happened to it in the week."""

    id: str
    light: Value
    title: Value
    level: Value
    change: Value
    response: Value
    owner: Value
    due: Value


def highest_risks(page: Formatter) -> Iterator[RiskRow]:
    """Yield the highest open risks; a project without any is asked for them, one that has closed all says so."""
    closed = len(page.plan.project.risks) - len(page.plan.open_risks)
    if closed and not page.plan.open_risks:
        none = page.say(Text(f"目前没有未关闭的风险；已关闭 {closed} 项", f"No risk is open now; {closed} closed"))
        yield RiskRow(DASH, DASH, none, DASH, DASH, DASH, DASH, DASH)
        return
    for key, risk in islice(rows(page.plan.open_risks.items(), (DASH, Risk())), MOST_RISKS):
        yield _row(page, key, risk)


def more_risks(page: Formatter) -> str:
    """Return which part of the open risks the sheet shows; blank when it shows all."""
    number, weekly = len(page.plan.open_risks), FORM_TITLES["weekly"]
    if number <= MOST_RISKS:
        return ""
    return page.say(
        Text(
            f"未关闭的风险共 {number} 项，这里列出最严重的 {MOST_RISKS} 项；全部见{weekly.zh}",
            f"{MOST_RISKS} of {number} open risks, the most serious first; all of them in the {weekly.en}",
        )
    )


def _row(page: Formatter, key: str, risk: Risk) -> RiskRow:
    level = lights.risk_level(risk)
    return RiskRow(
        id=key,
        light=page.need(page.light(lights.risk_light(risk))),
        title=page.need(risk.title),
        description=page.maybe(risk.description),
        level=page.need(page.say(_level(level, risk)) if level else None),
        response=page.need(risk.response),
        owner=page.need(page.person(risk.owner)),
        due=page.maybe(page.day(risk.due)),
    )


def _level(level: int, risk: Risk) -> Text:
    factors = f"{risk.likelihood}×{risk.impact}"
    return Text(f"{level}（{factors}）", f"{level} ({factors})")


def risk_progress(page: Formatter, week: WorkWeek) -> tuple[RiskProgressRow, ...]:
    """Return the open risks, red before amber before green, the higher level first; then those closed in the week."""
    every = page.plan.project.risks.items()
    closed = {key: risk for key, risk in every if risk.status is RiskStatus.CLOSED and risk.closed in week}
    return tuple(_progress(page, week, key, risk) for key, risk in {**page.plan.open_risks, **closed}.items())


def _progress(page: Formatter, week: WorkWeek, key: str, risk: Risk) -> RiskProgressRow:
    level = lights.risk_level(risk)
    is_open = risk.status is not RiskStatus.CLOSED
    late = is_open and risk.due is not None and risk.due < page.plan.today
    return RiskProgressRow(
        id=key,
        light=page.need(page.light(lights.risk_light(risk))) if is_open else DASH,
        title=page.need(risk.title),
        level=page.maybe(str(level) if level else None),
        change=page.maybe(_change_of(page, week, risk)),
        response=page.need(risk.response),
        owner=page.need(page.person(risk.owner)),
        due=page.need(page.passed(risk.due)) if late else page.maybe(page.day(risk.due)),
    )


def _change_of(page: Formatter, week: WorkWeek, risk: Risk) -> str | None:
    found = risk_change(risk, week)
    return page.say(_MOVES[found.move] + _levels(found)) if found else None


_MOVES = {
    RiskMove.HAPPENED: Text("已发生", "Has happened"),
    RiskMove.CLOSED: Text("本周关闭", "Closed this week"),
    RiskMove.NEW: Text("本周新增", "New this week"),
    RiskMove.UP: Text("↑ 上升", "↑ Up"),
    RiskMove.DOWN: Text("↓ 下降", "↓ Down"),
    RiskMove.SAME: Text("本周已复核，等级不变", "Reviewed, unchanged"),
    RiskMove.REVIEWED: Text("本周已复核", "Reviewed this week"),
}


def _levels(change: RiskChange) -> Text:
    if change.move not in (RiskMove.UP, RiskMove.DOWN):
        return same("")
    return Text(f"（{change.before}→{change.now}）", f" ({change.before}→{change.now})")
