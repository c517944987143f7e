"""Where goals and risks stand on a day, by what was measured and scored before."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from collabkit.model.goal import Goal, Measurement
from collabkit.model.risk import Risk, RiskReview
from collabkit.model.words import RiskStatus
from collabkit.plan import lights
from collabkit.plan.week import WorkWeek


def latest(goal: Goal, today: date) -> Measurement | None:
    """Return the last measurement of `goal` that has a value and was made by `today`; None without one."""
    known = [each for each in goal.current if each.value and (each.date is None or each.date <= today)]
    return max(known, key=lambda each: each.date or date.min, default=None)


class RiskMove(StrEnum):
    """What happened to a risk in a week."""

    HAPPENED = "happened"
    CLOSED = "closed"
    NEW = "new"
    UP = "up"
    DOWN = "down"
    SAME = "same"
    REVIEWED = "reviewed"
    """Looked at again; how it was scored before is not known."""


class RiskChange(NamedTuple):
    """What happened to a risk in a week, with its levels (likelihood x impact) before and now where they are known."""

    move: RiskMove
    before: int | None = None
    now: int | None = None


def risk_change(risk: Risk, week: WorkWeek) -> RiskChange | None:
    """Return what happened to `risk` in `week`, by its reviews and the days it was found and closed; None if nothing.

    The level before is that of the last review that was scored before the week.
    """
    before, now = _level_before(risk, week.monday), lights.risk_level(risk)
    if risk.status is RiskStatus.CLOSED:
        return RiskChange(RiskMove.CLOSED, before, now) if risk.closed in week else None
    if risk.status is RiskStatus.HAPPENED:
        return RiskChange(RiskMove.HAPPENED, before, now)
    if risk.identified in week:
        return RiskChange(RiskMove.NEW, None, now)
    if before is not None and now is not None and before != now:
        return RiskChange(RiskMove.UP if now > before else RiskMove.DOWN, before, now)
    if risk.reviewed in week or any(each.date in week for each in risk.reviews):
        return RiskChange(RiskMove.SAME if before is not None else RiskMove.REVIEWED, before, now)
    return None


def reviewed_by(risk: Risk, day: date) -> RiskReview | None:
    """Return the last review of `risk` that was scored by the end of `day`; None without one."""
    scored = [each for each in risk.reviews if each.date and each.likelihood and each.impact and each.date <= day]
    return max(scored, key=lambda each: each.date or date.min, default=None)


def _level_before(risk: Risk, day: date) -> int | None:
    earlier = reviewed_by(risk, date.fromordinal(max(day.toordinal() - 1, 1)))
    return earlier.likelihood * earlier.impact if earlier and earlier.likelihood and earlier.impact else None
