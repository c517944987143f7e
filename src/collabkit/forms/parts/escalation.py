"""The escalation ladder."""

from __future__ import annotations

from dataclasses import dataclass

from collabkit.forms.formatter import Formatter, Value
from collabkit.model.escalation import Escalation


@dataclass(frozen=True, slots=True)
class EscalationRow:
    """One step of the escalation ladder."""

    grade: Value
    decider: Value
    within: Value
    condition: Value


def escalation_row(page: Formatter, step: Escalation) -> EscalationRow:
    """Return one step of the ladder."""
    return EscalationRow(
        grade=page.need(page.word(step.grade)),
        decider=page.need(page.decider(step.decider)),
        within=page.need(page.workdays(step.within)),
        condition=page.maybe(step.when),
    )
