"""The part of a weekly report that is about trouble: risks, issues, decisions, changes, actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from collabkit.forms.formatter import DASH, Formatter, Value
from collabkit.lang import Text, same
from collabkit.model.action import Action
from collabkit.model.change import Change
from collabkit.model.decision import Decision
from collabkit.model.issue import Issue
from collabkit.model.risk import Risk
from collabkit.model.week import Week
from collabkit.model.words import ActionStatus, Grade, IssueStatus, RiskStatus
from collabkit.plan import lights
from collabkit.plan.escalation import decider
from collabkit.plan.measuring import RiskChange, RiskMove, risk_change
from collabkit.plan.week import WorkWeek
from collabkit.styled import Styled


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A risk; `change` is what happened to it in the week."""

    id: str
    light: Value
    title: Value
    level: Value
    change: Value
    response: Value
    owner: Value
    due: Value


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


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision of the week."""

    id: str
    text: Value
    decided_by: Value
    date: Value


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change that was requested, decided or implemented in the week."""

    id: str
    title: Value
    category: Value
    decision: Value
    decided_by: Value
    date: Value


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action of the week, or one still open; `origin` is the week, meeting or issue that asked for it."""

    number: str
    action: Value
    owner: Value
    due: Value
    status: Value
    origin: str


def risks(page: Formatter, week: WorkWeek) -> tuple[RiskRow, ...]:
    """Return the open risks, red before amber before green, the higher level first; then those closed in the week."""
    every = page.plan.project.risks.items()
    closed = {key: risk for key, risk in every if risk.status is RiskStatus.CLOSED and risk.closed in week}
    return tuple(_risk(page, week, key, risk) for key, risk in {**page.plan.open_risks, **closed}.items())


def _risk(page: Formatter, week: WorkWeek, key: str, risk: Risk) -> RiskRow:
    level = lights.risk_level(risk)
    is_open = risk.status is not RiskStatus.CLOSED
    late = is_open and risk.due is not None and risk.due < page.plan.today
    return RiskRow(
        id=key,
        light=page.need(page.light(lights.risk_light(risk))) if is_open else DASH,
        title=page.need(risk.title),
        level=page.maybe(str(level) if level else None),
        change=page.maybe(_change_of(page, week, risk)),
        response=page.need(risk.response),
        owner=page.need(page.person(risk.owner)),
        due=_late(page, risk.due) if late else page.maybe(page.day(risk.due)),
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


def _late(page: Formatter, day: date | None) -> Value:
    """Return a day that has passed."""
    late = page.say(Text("（已过期）", " (overdue)"))
    return Styled(f"{page.day(day)}{late}", "red") if day else page.need(None)


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
        decide_by=DASH if not is_open else _late(page, by) if passed else page.need(page.day(by)),
    )


def impact_line(page: Formatter, issue: Issue) -> str | None:
    """Return what an issue touches: its impact score and the tasks."""
    score = page.say(Text(f"影响度 {issue.impact}", f"Impact {issue.impact}")) if issue.impact else None
    return page.sentences([score, page.join(issue.tasks)])


def decisions(page: Formatter, week: WorkWeek, said: Week) -> tuple[DecisionRow, ...]:
    """Return the decisions of the week: of the report, the decision log and the resolutions."""
    project = page.plan.project
    logged = [each for each in project.decisions if each.date in week]
    found = [DecisionRow(DASH, text, DASH, DASH) for text in said.decisions if not _is_logged(text, logged)]
    found += [
        DecisionRow(
            each.id or DASH, page.need(each.title), page.maybe(page.person(each.owner)), page.day(each.date) or ""
        )
        for each in logged
    ]
    for key, issue in project.issues.items():
        resolution = issue.resolution
        if resolution and resolution.decided in week:
            by = page.maybe(page.decider(resolution.decided_by))
            found.append(DecisionRow(key, page.need(resolution.decision), by, page.day(resolution.decided) or ""))
    return tuple({str(row.text): row for row in found}.values())


def _is_logged(text: str, logged: Sequence[Decision]) -> bool:
    """Return whether a text of the week's report repeats a line of the decision log."""
    return any(each.title and each.title in text for each in logged)


def changes(page: Formatter, week: WorkWeek) -> tuple[ChangeRow, ...]:
    """Return the changes that moved in the week."""
    return tuple(
        _change(page, key, each)
        for key, each in page.plan.project.changes.items()
        if any(day in week for day in (each.requested, each.decided, each.implemented))
    )


def _change(page: Formatter, key: str, change: Change) -> ChangeRow:
    waiting = Styled(page.say(Text("待决策", "To be decided")), "amber")
    return ChangeRow(
        id=key,
        title=page.need(change.title),
        category=page.maybe(page.word(change.category)),
        decision=page.word(change.decision) or waiting,
        decided_by=page.maybe(page.person(change.decided_by)),
        date=page.maybe(page.day(change.decided or change.requested)),
    )


def actions(page: Formatter, week: WorkWeek) -> tuple[ActionRow, ...]:
    """Return the actions of the week, then those of earlier weeks, meetings and resolutions that are still open."""
    shown: dict[tuple[str | None, str | None], tuple[str, Action]] = {}
    for origin, now, action in _asked(page, week):
        if now or action.status in (ActionStatus.OPEN, ActionStatus.DOING):
            shown.setdefault((action.action, action.owner), (origin, action))
    return tuple(_action(page, number, *each) for number, each in enumerate(shown.values(), 1))


def _asked(page: Formatter, week: WorkWeek) -> Iterator[tuple[str, bool, Action]]:
    """Yield where an action comes from, whether that was in the week, and the action."""
    project = page.plan.project
    said = project.weeks.get(week.name)
    for action in said.actions if said else ():
        yield week.name, True, action
    for name in sorted(name for name in project.weeks if name < week.name):
        for action in project.weeks[name].actions:
            yield name, False, action
    for meeting in project.meetings:
        origin = " ".join(part for part in (page.word(meeting.kind), page.day(meeting.date)) if part)
        for action in meeting.actions:
            yield origin, meeting.date in week, action
    for key, issue in project.issues.items():
        for action in issue.resolution.actions if issue.resolution else ():
            yield key, bool(issue.resolution and issue.resolution.decided in week), action


def _action(page: Formatter, number: int, origin: str, action: Action) -> ActionRow:
    is_open = action.status in (ActionStatus.OPEN, ActionStatus.DOING)
    late = is_open and action.due is not None and action.due < page.plan.today
    return ActionRow(
        number=str(number),
        action=page.need(action.action),
        owner=page.need(page.person(action.owner)),
        due=_late(page, action.due) if late else page.need(page.day(action.due)),
        status=page.word(action.status) or "",
        origin=origin,
    )
