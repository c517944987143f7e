"""Document control: which version of a form it is, of which day, how binding, and who stands behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from collabkit.lang import Text
from collabkit.model.document import Control, Revision
from collabkit.model.words import DocumentStatus, Opinion
from collabkit.plan import signing
from collabkit.plan.edition import Edition, edition, own_control
from collabkit.plan.plan import Plan

WAITING = Text("待签字", "To be signed")
"""The status of a version from the first on that somebody has still to sign."""
NOT_AGREED = Text("未达成一致", "Not agreed")
"""The status of a version that somebody has signed with a disagreement."""


@dataclass(frozen=True, slots=True)
class Controlled:
    """The control of one document; `version` without a leading V, people as ids.

    `open` says in words what a version that is no draft by its number lacks to be in force; None when it lacks nothing.
    """

    version: str
    date: date | None
    status: DocumentStatus
    open: Text | None
    author: str
    reviewer: str | None
    approver: str | None
    distribution: tuple[str, ...]
    history: tuple[Revision, ...]


def control(plan: Plan, form: str, item: str = "") -> Controlled:
    """Return the control of the document of `form` about `item` (a week or an issue, '' for the whole project).

    Version, day and history are those of its current edition; what else `documents` does not say follows `document`.
    """
    own, shared = own_control(plan, form, item) or Control(), plan.project.document
    current = edition(plan, form, item)
    lacking = None if own.status or current.is_draft else _lacking(plan, form, item)
    return Controlled(
        version=current.version,
        date=current.day,
        status=own.status or _status(current, lacking),
        open=lacking,
        author=own.author or shared.author or plan.project.about.manager,
        reviewer=own.reviewer or shared.reviewer,
        approver=own.approver or shared.approver,
        distribution=own.distribution or shared.distribution,
        history=current.history,
    )


def _status(current: Edition, lacking: Text | None) -> DocumentStatus:
    """Return in force for a document from version 1 on whose signers have all signed and none disagrees, else draft."""
    return DocumentStatus.DRAFT if current.is_draft or lacking else DocumentStatus.IN_FORCE


def _lacking(plan: Plan, form: str, item: str) -> Text | None:
    """Return what keeps the current version from being in force; None when nothing does."""
    if form not in signing.FORMS:
        return None
    given = signing.standing(plan, form, item or None)
    said = [given.get(signer.person or "") for signer in signing.signers(plan, form, item or None)]
    if any(signoff and signoff.opinion is Opinion.DISAGREE for signoff in said):
        return NOT_AGREED
    return None if all(said) else WAITING
