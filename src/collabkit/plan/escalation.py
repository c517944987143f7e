"""The escalation ladder: who decides an open issue now, and by when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from collabkit.lang import Text
from collabkit.model.escalation import Escalation
from collabkit.model.issue import Issue
from collabkit.model.words import DecisionLevel, Grade
from collabkit.plan.plan import Plan

HEADS = Text("部门负责人", "Department heads")
"""What `heads` stands for on the ladder: the department heads together."""


class Decider(NamedTuple):
    """Who is to decide (an id, or `heads`) and the last day for it; None when unknown."""

    who: str | None
    by: date | None


def decider(plan: Plan, issue: Issue) -> Decider:
    """Return who decides `issue` and by when.

    The first step of its grade's ladder begins on the day it was raised; a step that has run out hands on to the
    next, and so does an issue whose level names a later one. The last step keeps it.
    """
    steps = _steps(plan, issue)
    if not steps:
        return Decider(plan.project.about.manager, issue.due)
    day = issue.raised
    deadline: date | None = None
    wanted = _wanted(plan, issue, steps)
    for number, step in enumerate(steps):
        begun = issue.escalated if number and number == wanted and issue.escalated else day
        deadline = plan.calendar.add(begun, step.within or plan.policy.decide_within) if begun else None
        day = deadline
        running = deadline is None or deadline >= plan.today
        if (running and number >= wanted) or number == len(steps) - 1:
            return Decider(step.decider, deadline or issue.due)
    raise AssertionError("the last step always answers")


def _steps(plan: Plan, issue: Issue) -> Sequence[Escalation]:
    """Return the file's steps for the issue's grade; without any: manager, or heads and then sponsor."""
    grade = issue.grade or Grade.GENERAL
    about = plan.project.about
    written = [step for step in plan.project.escalation if step.grade is grade and step.decider]
    if written:
        return written
    if grade is Grade.GENERAL:
        return [Escalation(grade=grade, decider=about.manager)]
    steps = [Escalation(grade=grade, decider="heads")]
    return [*steps, Escalation(grade=grade, decider=about.sponsor)] if about.sponsor else steps


def _wanted(plan: Plan, issue: Issue, steps: Sequence[Escalation]) -> int:
    """Return the number of the first step that may decide, by the level the issue has reached."""
    if issue.level is DecisionLevel.EXECUTIVE or (issue.escalated and issue.level is None):
        return len(steps) - 1
    if issue.level is DecisionLevel.HEADS:
        return next((number for number, step in enumerate(steps) if step.decider == "heads"), 0)
    return 0
