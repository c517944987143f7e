"""Red, amber, green: what each light means, computed from dates and scores and never from a mood.

Defaults: a risk by likelihood x impact (5x5), a task by its dates and progress, a milestone by its slip, the cost by
its forecast; whatever is made of parts shows the worst of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from collabkit.model.budget import Budget, BudgetLine
from collabkit.model.issue import Issue
from collabkit.model.milestone import Milestone
from collabkit.model.resource import Resource
from collabkit.model.risk import Risk
from collabkit.model.task import Task
from collabkit.model.words import Commitment, Grade, Light, TaskStatus, Verdict
from collabkit.plan.calendar import Calendar
from collabkit.plan.policy import POLICY, Policy

_ORDER = (Light.RED, Light.AMBER, Light.GREEN)


def worst(lights: Iterable[Light | None]) -> Light:
    """Return the worst of `lights`; green when there is none."""
    seen = set(lights)
    return next((light for light in _ORDER if light in seen), Light.GREEN)


def rank(light: Light | None) -> int:
    """Return 0 for red, 1 for amber, 2 for green, 3 for none: the order in which lists show them."""
    return _ORDER.index(light) if light else len(_ORDER)


def risk_level(risk: Risk) -> int | None:
    """Return likelihood x impact, 1 to 25; None when one is missing."""
    return risk.likelihood * risk.impact if risk.likelihood and risk.impact else None


def computed_risk_light(risk: Risk) -> Light | None:
    """Return the light of the risk's score: red from 15, or from likelihood 3 at impact 5; amber from 5."""
    level = risk_level(risk)
    if level is None:
        return None
    if level >= 15 or (risk.impact == 5 and (risk.likelihood or 0) >= 3):
        return Light.RED
    return Light.AMBER if level >= 5 else Light.GREEN


def risk_light(risk: Risk) -> Light | None:
    """Return the declared light, else the computed one."""
    return risk.light or computed_risk_light(risk)


def is_open(task: Task) -> bool:
    """Return whether the task is still to be finished."""
    return task.status in (TaskStatus.TODO, TaskStatus.DOING)


def finished_on(task: Task, today: date) -> date | None:
    """Return when a finished task was finished: today at the latest, its planned finish when the file does not say."""
    if task.status is not TaskStatus.DONE:
        return None
    return min(task.actual_end or task.end or today, today)


def is_overdue(task: Task, today: date) -> bool:
    """Return whether the task should have been finished before `today`."""
    return is_open(task) and task.end is not None and task.end < today


def is_due_soon(task: Task, today: date, calendar: Calendar, policy: Policy = POLICY) -> bool:
    """Return whether the open task is due today or within the next working days, as the policy counts them."""
    if not is_open(task) or task.end is None or task.end < today:
        return False
    return calendar.count(today, task.end) <= policy.due_soon


def task_light(
    task: Task, today: date, calendar: Calendar, policy: Policy = POLICY, *, blocked: bool = False
) -> Light | None:
    """Return the light of a task; None for a cancelled one or one without dates.

    Red: overdue, or blocked by an open key issue. Amber: finished late, not started though its start has passed, or
    begun and due soon with too little done.
    """
    if task.status is TaskStatus.CANCELLED:
        return None
    finished = finished_on(task, today)
    if finished is not None:
        return Light.AMBER if task.end is not None and finished > task.end else Light.GREEN
    if blocked or is_overdue(task, today):
        return Light.RED
    if task.end is None:
        return None
    if task.start is not None and task.start < today and task.status is TaskStatus.TODO:
        return Light.AMBER
    begun = task.start is None or task.start <= today
    soon = begun and is_due_soon(task, today, calendar, policy)
    return Light.AMBER if soon and (task.progress or 0) < policy.enough else Light.GREEN


def standing_forecast(milestone: Milestone, today: date) -> date | None:
    """Return the day on which the milestone is expected; None once it is reached, and for a day that has passed."""
    forecast = milestone.forecast
    return None if milestone.actual or forecast is None or forecast < today else forecast


def passed_forecast(milestone: Milestone, today: date) -> date | None:
    """Return the day on which the milestone was expected and not reached; None while that has not passed."""
    forecast = milestone.forecast
    return forecast if forecast is not None and forecast < today and not milestone.actual else None


def milestone_slip(milestone: Milestone, today: date, calendar: Calendar) -> int | None:
    """Return by how many working days the milestone is late (negative: early); None without a planned date.

    By its actual date, else its forecast while that stands; one that is not reached slips from the day after its date.
    """
    if milestone.date is None:
        return None
    expected = standing_forecast(milestone, today) or max(milestone.date, today)
    return calendar.between(milestone.date, milestone.actual or expected)


def milestone_light(milestone: Milestone, today: date, calendar: Calendar, policy: Policy = POLICY) -> Light | None:
    """Return green up to the planned date, amber up to the slip the policy allows, else red; None without a date.

    One that should be reached by its forecast and is not is amber at least: nobody knows any more when it will be.
    """
    slip = milestone_slip(milestone, today, calendar)
    if slip is None:
        return None
    if slip <= 0:
        return Light.AMBER if passed_forecast(milestone, today) else Light.GREEN
    return Light.AMBER if slip <= policy.milestone_slip else Light.RED


def cost_light(budget: Budget | None, policy: Policy = POLICY) -> Light | None:
    """Return green while the forecast is within the budget, amber up to the slip allowed, else red; None without."""
    if budget is None or not budget.approved:
        return None
    forecast = cost_forecast(budget)
    if forecast is None:
        return None
    if forecast <= budget.approved:
        return Light.GREEN
    return Light.AMBER if forecast <= budget.approved * (1 + policy.cost_slip) else Light.RED


def cost_forecast(budget: Budget) -> float | None:
    """Return what the budget's lines will cost; None when none says.

    Of each its forecast, else what was planned, and never less than what is paid and contracted already.
    """
    amounts = [amount for amount in map(_line_forecast, budget.lines) if amount is not None]
    return sum(amounts) if amounts else None


def _line_forecast(line: BudgetLine) -> float | None:
    expected = line.planned if line.forecast is None else line.forecast
    bound = [amount for amount in (line.spent, line.committed) if amount is not None]
    known = [amount for amount in (expected, sum(bound) if bound else None) if amount is not None]
    return max(known) if known else None


def verdict_light(verdict: Verdict | None) -> Light | None:
    """Return the light of an acceptance; None while there is no verdict."""
    match verdict:
        case None:
            return None
        case Verdict.REJECTED:
            return Light.RED
        case Verdict.CONDITIONAL:
            return Light.AMBER
        case Verdict.ACCEPTED:
            return Light.GREEN


def resource_light(resource: Resource, today: date) -> Light | None:
    """Return green for a committed resource, red for one missing since its start without a plan, else amber.

    One that nobody has answered for has no light before it is needed, and is amber from then on.
    """
    if resource.status is Commitment.COMMITTED:
        return Light.GREEN
    needed_now = resource.from_ is not None and resource.from_ <= today
    if resource.status is None and not needed_now:
        return None
    missing = resource.status is Commitment.OPEN and needed_now and not resource.gap_plan
    return Light.RED if missing else Light.AMBER


def issue_light(issue: Issue, today: date) -> Light:
    """Return the light of an open issue: red for a key one, amber for a general one that is late, else green."""
    if issue.grade is Grade.KEY:
        return Light.RED
    return Light.AMBER if issue.due is not None and issue.due < today else Light.GREEN
