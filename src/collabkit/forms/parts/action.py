"""Actions: of a week, and the measures of a resolution."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from collabkit.forms.formatter import DASH, Formatter, Value
from collabkit.model.action import Action
from collabkit.model.words import ActionStatus
from collabkit.plan.week import WorkWeek


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action of the week, or one still open; `origin` is the week, meeting or issue that asked for it."""

    number: str
    action: Value
    owner: Value
    due: Value
    status: Value
    origin: str


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One measure of the resolution."""

    number: str
    action: Value
    department: Value
    owner: Value
    due: Value
    done_when: Value
    status: str


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
        due=page.need(page.passed(action.due)) if late else page.need(page.day(action.due)),
        status=page.word(action.status) or "",
        origin=origin,
    )


def measure_row(page: Formatter, number: int, action: Action) -> MeasureRow:
    """Return a measure; one that names no department is its owner's."""
    home = action.department or page.plan.department_of(action.owner)
    return MeasureRow(
        number=str(number),
        action=page.need(action.action),
        department=page.need(page.department(home)),
        owner=page.need(page.person(action.owner)),
        due=page.need(page.day(action.due)),
        done_when=page.need(action.done_when),
        status=(page.word(action.status) if action.action else None) or DASH,
    )
