"""Whatever an organisation sets in the policy reaches lights, stages, rules and tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from collabkit.model import Light, Stage
from collabkit.plan import Plan, stages
from collabkit.plan.cost import cost
from collabkit.plan.policy import POLICY
from collabkit.rules import RULES
from collabkit.status_report.tables import due_soon
from tests.projects import plan_of

TASK = """\
tasks:
  T1: {start: 2026-03-02, end: 2026-03-24, status: doing, progress: 60}
  T2: {start: 2026-03-16, end: 2026-03-31, status: todo}
milestones:
  M1: {date: 2026-03-13}
budget: {approved: 100, lines: [{item: Phones, planned: 90, forecast: 104}]}
"""


def told(plan: Plan, name: str) -> bool:
    (rule,) = (rule for rule in RULES if rule.name == name)
    assert rule.check is not None
    return any(True for _ in rule.check(plan))


def under(**options: float) -> Plan:
    return replace(plan_of(TASK), policy=replace(POLICY, **options))  # type: ignore[arg-type]


def test_due_soon() -> None:
    assert set(under(due_soon=2).due_soon) == set() and set(under(due_soon=3).due_soon) == {"T1"}
    assert due_soon(under(due_soon=9)).title.en == "Due within 9 working days"


def test_enough() -> None:
    assert under(enough=61).task_light("T1") is Light.AMBER and under(enough=60).task_light("T1") is Light.GREEN


def test_milestone_slip() -> None:
    assert under(milestone_slip=5).milestone_lights["M1"] is Light.AMBER
    assert under(milestone_slip=4).milestone_lights["M1"] is Light.RED


def test_cost_slip() -> None:
    plan = under(cost_slip=0.03)
    assert plan.project.budget is not None
    assert plan.dimensions["cost"] is cost(plan.project.budget, plan.policy).light is Light.RED
    assert under().dimensions["cost"] is Light.AMBER


def test_start_slip() -> None:
    late = date(2026, 3, 24)
    assert told(replace(under(start_slip=5), today=late), "start-passed-still-todo")
    assert not told(replace(under(start_slip=6), today=late), "start-passed-still-todo")


def test_background() -> None:
    length = len("".join((under().project.about.background or "").split()))
    assert told(under(background=length + 1), "background-missing")
    assert not told(under(background=length), "background-missing")


@pytest.mark.parametrize("stage", [Stage.INITIATING, Stage.PLANNING])
def test_stages(stage: Stage) -> None:
    project = under().project
    about = project.about.model_copy(update={"stage": stage})
    plan = replace(under(), project=project.model_copy(update={"about": about}))
    patient = replace(POLICY, initiated_within=500, planned_within=500)
    option = "initiated_within" if stage is Stage.INITIATING else "planned_within"
    assert stages.lag(replace(plan, policy=patient)) is None
    assert stages.lag(replace(plan, policy=replace(patient, **{option: 0}))) is not None  # type: ignore[arg-type]
