"""Document control: which version of a form it is, of which day, how binding, and who stands behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from collabkit.model.document import Control, Revision
from collabkit.model.words import DocumentStatus, Opinion
from collabkit.plan import signing
from collabkit.plan.plan import Plan
from collabkit.plan.week import workweek

DRAFT_VERSION = "0.1"
"""The version of a document that names none."""
FIRST_VERSION = "1.0"
"""The version of a record that names none, from the day on which what it records has happened."""


@dataclass(frozen=True, slots=True)
class Controlled:
    """The control of one document; `version` without a leading V, people as ids."""

    version: str
    date: date | None
    status: DocumentStatus
    author: str
    reviewer: str | None
    approver: str | None
    distribution: tuple[str, ...]
    history: tuple[Revision, ...]


def control(plan: Plan, form: str, item: str = "") -> Controlled:
    """Return the control of the document of `form` about `item` (a week or an issue, '' for the whole project).

    What `documents` does not say follows `document`, with three exceptions. The record of an event (a resolution, a
    close-out, a week) has the day of that event and a version of its own, and no history but its own.
    """
    own, shared = _own(plan, form, item) or Control(), plan.project.document
    event = form in _EVENTS
    happened = _happened(plan, form, item)
    version = own.version or (_version_of_event(happened) if event else shared.version) or DRAFT_VERSION
    return Controlled(
        version=version.lstrip("Vv"),
        date=own.date or (happened if event else shared.date),
        status=own.status or _status(plan, form, item, version),
        author=own.author or shared.author or plan.project.about.manager,
        reviewer=own.reviewer or shared.reviewer,
        approver=own.approver or shared.approver,
        distribution=own.distribution or shared.distribution,
        history=own.history if own.history or event else shared.history,
    )


_EVENTS = frozenset(("resolution", "closeout", "weekly", "daily"))
"""The forms that record something that happened on a day."""


def _own(plan: Plan, form: str, item: str) -> Control | None:
    found = getattr(plan.project.documents, form, None)
    return found.get(item) if isinstance(found, dict) else found


def _happened(plan: Plan, form: str, item: str) -> date | None:
    """Return the day of what the document records; None before it has happened."""
    match form:
        case "resolution":
            issue = plan.project.issues.get(item)
            resolution = issue.resolution if issue else None
            return resolution.decided if resolution else None
        case "closeout":
            return plan.project.closeout.date if plan.project.closeout else None
        case "weekly":
            week = workweek(item)
            return min(plan.today, week.sunday) if week else plan.today
        case _:
            return plan.today


def _version_of_event(happened: date | None) -> str:
    return FIRST_VERSION if happened else DRAFT_VERSION


def _status(plan: Plan, form: str, item: str, version: str) -> DocumentStatus:
    """Return in force for a document from version 1 on whose signers have all signed and none disagrees, else draft."""
    if version.lstrip("Vv").startswith("0"):
        return DocumentStatus.DRAFT
    return DocumentStatus.IN_FORCE if _is_signed(plan, form, item) else DocumentStatus.DRAFT


def _is_signed(plan: Plan, form: str, item: str) -> bool:
    if form not in signing.FORMS:
        return True
    given = {each.person: each for each in signing.signatures(plan, form, item or None)}
    wanted: Sequence[str | None] = [signer.person for signer in signing.signers(plan, form, item or None)]
    return all(person in given and given[person].opinion is not Opinion.DISAGREE for person in wanted)
