"""The changes that moved in a week."""

from __future__ import annotations

from dataclasses import dataclass

from collabkit.forms.formatter import Formatter, Value
from collabkit.lang import Text
from collabkit.model.change import Change
from collabkit.plan.week import WorkWeek
from collabkit.styled import Styled


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change that was requested, decided or implemented in the week."""

    id: str
    title: Value
    category: Value
    decision: Value
    decided_by: Value
    date: Value


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
