"""How far a goal was reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from collabkit.forms.formatter import Formatter, Value
from collabkit.lang import Text
from collabkit.model.closeout import Closeout
from collabkit.model.goal import Goal
from collabkit.plan.actual import actual_end
from collabkit.plan.attainment import attainment


@dataclass(frozen=True, slots=True)
class ResultRow:
    """How far a goal or a department's sub-goal was reached; `attained` is in per cent of the target."""

    id: str
    department: Value
    owner: Value
    statement: Value
    target: Value
    actual: Value
    attained: Value
    light: Value
    evidence: Value
    reason: Value


def result(page: Formatter, key: str, goal: Goal) -> ResultRow:
    """Return one goal; one that is due after the close and not due yet is only to be measured."""
    reached = attainment(goal)
    missed = reached is not None and not reached.met
    later = goal.actual is None and goal.due is not None and goal.due > max(closing_day(page), page.plan.today)
    measured = Text(f"将于 {goal.due} 测量", f"to be measured on {goal.due}")
    return ResultRow(
        id=key,
        department=page.need(page.department(goal.department)),
        owner=page.need(page.person(goal.owner)),
        statement=page.need(goal.statement),
        target=page.need(goal.target),
        actual=page.say(measured) if later else page.need(goal.actual),
        attained=page.maybe(_attained(page, goal)),
        light=page.maybe(page.light(reached.light if reached else None)),
        evidence=page.maybe(goal.evidence) if later else page.need(goal.evidence),
        reason=page.need(goal.variance_reason) if missed else page.maybe(goal.variance_reason),
    )


def _attained(page: Formatter, goal: Goal) -> str | None:
    reached = attainment(goal)
    if reached is None:
        return None
    if reached.share is None:
        return page.say(Text("达成", "Met") if reached.met else Text("未达成", "Not met"))
    return page.percent(reached.share * 100)


def closing_day(page: Formatter) -> date:
    """Return the day on which the project closes: as the report says, else with its work, else as planned."""
    end = page.plan.project.closeout or Closeout()
    return end.date or actual_end(page.plan, end) or page.plan.project.about.end
