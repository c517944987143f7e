"""The issues of a week, and who has to decide them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from collabkit.forms.formatter import DASH, Formatter, Value
from collabkit.lang import Text
from collabkit.model.issue import Issue
from collabkit.model.words import Grade, IssueStatus
from collabkit.plan.escalation import decider
from collabkit.plan.week import WorkWeek


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue; `urgent` says that somebody above the project manager has to decide it."""

    id: str
    urgent: bool
    grade: Value
    title: Value
    impact: Value
    status: Value
    owner: Value
    decider: Value
    decide_by: Value


def issues(page: Formatter, week: WorkWeek) -> tuple[IssueRow, ...]:
    """Return the open issues and those settled in the week: key ones first, the earlier deadline first."""
    shown = [
        (key, issue)
        for key, issue in page.plan.project.issues.items()
        if key in page.plan.open_issues or settled(issue) in week
    ]
    shown.sort(key=lambda item: _urgency(page, *item))
    return tuple(_issue(page, key, issue) for key, issue in shown)


def _urgency(page: Formatter, key: str, issue: Issue) -> tuple[bool, bool, date]:
    by = decider(page.plan, issue).by
    return key not in page.plan.open_issues, issue.grade is not Grade.KEY, by or date.max


def settled(issue: Issue) -> date | None:
    """Return the day on which the issue was resolved or, without a resolution, closed; None while it is open."""
    if issue.status not in (IssueStatus.RESOLVED, IssueStatus.CLOSED):
        return None
    return (issue.resolution.decided if issue.resolution else None) or issue.closed


def _issue(page: Formatter, key: str, issue: Issue) -> IssueRow:
    is_open = key in page.plan.open_issues
    who, by = decider(page.plan, issue).who, decider(page.plan, issue).by
    passed = by is not None and by < page.plan.today
    return IssueRow(
        id=key,
        urgent=is_open and issue.grade is Grade.KEY,
        grade=page.need(page.word(issue.grade)),
        title=page.need(issue.title),
        impact=page.maybe(impact_line(page, issue)),
        status=page.word(issue.status) or "",
        owner=page.need(page.person(issue.owner)),
        decider=page.need(page.decider(who)) if is_open else DASH,
        decide_by=DASH if not is_open else page.need(page.passed(by)) if passed else page.need(page.day(by)),
    )


def impact_line(page: Formatter, issue: Issue) -> str | None:
    """Return what an issue touches: its impact score and the tasks."""
    score = page.say(Text(f"影响度 {issue.impact}", f"Impact {issue.impact}")) if issue.impact else None
    return page.sentences([score, page.join(issue.tasks)])
