"""The decisions of a week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from collabkit.forms.formatter import DASH, Formatter, Value
from collabkit.model.decision import Decision
from collabkit.model.week import Week
from collabkit.plan.week import WorkWeek


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision of the week."""

    id: str
    text: Value
    decided_by: Value
    date: Value


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
