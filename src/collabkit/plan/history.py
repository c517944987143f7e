"""A plan as it stood at the end of a past day, as far as the dates in the file tell."""

from __future__ import annotations

from datetime import date

from collabkit.model.acceptance import Acceptance
from collabkit.model.change import Change
from collabkit.model.goal import Goal
from collabkit.model.issue import Issue
from collabkit.model.milestone import Milestone
from collabkit.model.risk import Risk
from collabkit.model.task import Task
from collabkit.model.words import IssueStatus, RiskStatus, TaskStatus
from collabkit.plan.lights import finished_on
from collabkit.plan.measuring import reviewed_by
from collabkit.plan.plan import Plan


def at(plan: Plan, day: date, *, entered: bool = False) -> Plan:
    """Return `plan` as it stood at the end of `day`; the plan itself when `day` is not past.

    What was finished, raised or decided later has not happened yet. Progress between a task's start and its finish
    (or today) is taken as even over the working days. What carries no date, such as a cancellation, the score of a
    risk or the money spent, stays as it is. Progress that was `entered` for `day` is taken as the file says it.
    """
    if day >= plan.today:
        return plan
    project = plan.project
    past = project.model_copy(
        update={
            "tasks": {key: _task(plan, task, day, entered=entered) for key, task in project.tasks.items()},
            "milestones": {key: _milestone(each, day) for key, each in project.milestones.items()},
            "goals": {key: _goal(goal, day) for key, goal in project.goals.items()},
            "risks": {key: _risk(risk, day) for key, risk in project.risks.items() if _happened(risk.identified, day)},
            "issues": {key: _issue(each, day) for key, each in project.issues.items() if _happened(each.raised, day)},
            "decisions": tuple(each for each in project.decisions if _happened(each.date, day)),
            "changes": {
                key: _change(each, day) for key, each in project.changes.items() if _happened(each.requested, day)
            },
            "meetings": tuple(each for each in project.meetings if _happened(each.date, day)),
            "acceptances": tuple(each for each in project.acceptances if _judged(each, day)),
        }
    )
    return Plan(past, day, plan.tainted, plan.policy)


def _happened(when: date | None, day: date) -> bool:
    return when is None or when <= day


def _judged(acceptance: Acceptance, day: date) -> bool:
    return _happened(acceptance.accepted, day)


def _task(plan: Plan, task: Task, day: date, *, entered: bool) -> Task:
    finished = finished_on(task, plan.today)
    if task.status in (TaskStatus.TODO, TaskStatus.CANCELLED) or (finished and finished <= day):
        return task
    started = task.actual_start or task.start
    if started is None or started > day:
        return task.model_copy(
            update={"status": TaskStatus.TODO, "progress": None, "actual_start": None, "actual_end": None}
        )
    reached = 100 if finished else task.progress
    if entered and not finished:
        return task
    progress = None if reached is None else _even(plan, reached, started, day, finished or plan.today)
    return task.model_copy(update={"status": TaskStatus.DOING, "progress": progress, "actual_end": None})


def _even(plan: Plan, reached: int, started: date, day: date, last: date) -> int:
    """Return the progress at the end of `day` of work that went evenly from `started` to `reached` per cent."""
    whole = plan.calendar.count(started, last)
    return int(reached * plan.calendar.count(started, day) / whole) if whole else 0


def _milestone(milestone: Milestone, day: date) -> Milestone:
    if _happened(milestone.actual, day):
        return milestone
    return milestone.model_copy(update={"actual": None})


def _goal(goal: Goal, day: date) -> Goal:
    """Return `goal` without what was measured later; a closing value carries no day and stays."""
    return goal.model_copy(update={"current": tuple(each for each in goal.current if _happened(each.date, day))})


def _risk(risk: Risk, day: date) -> Risk:
    """Return `risk` open again when it was closed later, scored as in its last review by then."""
    update: dict[str, object] = {"reviews": tuple(each for each in risk.reviews if _happened(each.date, day))}
    if risk.status is RiskStatus.CLOSED and not (risk.closed and risk.closed <= day):
        update |= {"status": RiskStatus.OPEN, "closed": None} if risk.closed else {}
    scored = reviewed_by(risk, day)
    if scored and not all(_happened(when, day) for when in (risk.reviewed, *(each.date for each in risk.reviews))):
        update |= {"likelihood": scored.likelihood, "impact": scored.impact}
    return risk.model_copy(update=update)


def _issue(issue: Issue, day: date) -> Issue:
    decided = issue.resolution.decided if issue.resolution else None
    update: dict[str, object] = {}
    if not _happened(decided, day):
        update["resolution"] = None
    if not _happened(issue.closed, day):
        update["closed"] = None
    if issue.status in (IssueStatus.RESOLVED, IssueStatus.CLOSED):
        if not _happened(decided or issue.closed, day):
            update["status"] = IssueStatus.DOING
        elif not _happened(issue.closed, day):
            update["status"] = IssueStatus.RESOLVED
    return issue.model_copy(update=update) if update else issue


def _change(change: Change, day: date) -> Change:
    update: dict[str, object] = {}
    if not _happened(change.decided, day):
        update |= {"decision": None, "decided": None, "decided_by": None}
    if not _happened(change.implemented, day):
        update["implemented"] = None
    return change.model_copy(update=update) if update else change
