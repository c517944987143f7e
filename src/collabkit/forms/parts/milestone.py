"""Milestones: as agreed, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from collabkit.forms.formatter import Formatter, Value
from collabkit.model import Light
from collabkit.model.milestone import Milestone
from collabkit.plan import lights
from collabkit.plan.reasons import milestone_reason


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """One milestone."""

    id: str
    name: Value
    date: Value
    evidence: Value
    department: Value


@dataclass(frozen=True, slots=True)
class MilestoneProgressRow:
    """A milestone; `variance` is in working days, `reason` says why the light of an open one is not green."""

    id: str
    name: Value
    planned: Value
    forecast: Value
    actual: Value
    variance: Value
    light: Value
    reason: str
    department: Value


def milestone_row(page: Formatter, key: str, milestone: Milestone) -> MilestoneRow:
    """Return a milestone as agreed."""
    return MilestoneRow(
        id=key,
        name=page.need(milestone.name),
        date=page.need(page.day(milestone.date)),
        evidence=page.need(milestone.evidence),
        department=page.need(page.department(milestone.department)),
    )


def milestone_progress(page: Formatter) -> tuple[MilestoneProgressRow, ...]:
    """Return the milestones, planned, forecast and reached."""
    return tuple(_progress(page, key, each) for key, each in page.plan.project.milestones.items())


def _progress(page: Formatter, key: str, each: Milestone) -> MilestoneProgressRow:
    """Return one milestone; one that is not due has no variance yet, unless a forecast stands."""
    slip = lights.milestone_slip(each, page.plan.today, page.plan.calendar)
    light, reason = page.plan.milestone_lights[key], milestone_reason(page.plan, key)
    known = each.actual or lights.standing_forecast(each, page.plan.today) or (slip or 0) > 0
    return MilestoneProgressRow(
        id=key,
        name=page.need(each.name),
        planned=page.need(page.day(each.date)),
        forecast=page.maybe(page.day(each.forecast)),
        actual=page.maybe(page.day(each.actual)),
        variance=page.maybe(page.late(slip, "red" if light is Light.RED else "amber") if known else None),
        light=page.maybe(page.light(light)),
        reason=page.say(reason) if reason else "",
        department=page.need(page.department(each.department)),
    )
