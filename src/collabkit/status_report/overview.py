"""The project at a glance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from collabkit.model.words import Light, TaskStatus
from collabkit.plan import Plan
from collabkit.plan.period import days_left, days_past
from collabkit.plan.reasons import Reason, reasons


@dataclass(frozen=True, slots=True)
class Overview:
    """The project at a glance; days are working days, progress is 0 to 100. `days_past` counts from the planned end."""

    name: str
    code: str | None
    stage: StrEnum
    manager: str
    sponsor: str | None
    today: date
    start: date
    end: date
    days: int
    days_left: int
    days_past: int
    progress: float | None
    weighted_by: Literal["effort", "duration"]
    light: Light
    declared: Light | None
    dimensions: Mapping[str, Light]
    reasons: tuple[Reason, ...]


def overview(plan: Plan) -> Overview:
    """Return the project at a glance."""
    about = plan.project.about
    counted = [task for task in plan.project.tasks.values() if task.status is not TaskStatus.CANCELLED]
    report = plan.project.weeks.get(plan.week)
    return Overview(
        name=about.name,
        code=about.code,
        stage=about.stage,
        manager=plan.person(about.manager) or about.manager,
        sponsor=plan.person(about.sponsor),
        today=plan.today,
        start=about.start,
        end=about.end,
        days=plan.calendar.count(about.start, about.end),
        days_left=days_left(plan),
        days_past=days_past(plan),
        progress=plan.progress,
        weighted_by="effort" if counted and all(task.effort for task in counted) else "duration",
        light=plan.light,
        declared=report.light if report else None,
        dimensions=plan.dimensions,
        reasons=tuple(reasons(plan)),
    )
