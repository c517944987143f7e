"""Document control: which version it is, how binding, who stands behind it."""

from __future__ import annotations

from dataclasses import dataclass

from collabkit.forms.form import Form
from collabkit.forms.formatter import Formatter, Value
from collabkit.model.document import Revision
from collabkit.model.words import DocumentStatus
from collabkit.plan import signing
from collabkit.plan.control import Controlled, control


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One line of the revision history."""

    version: Value
    date: Value
    author: Value
    summary: Value


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """Document control; `history` is empty for a first version without one, `status` blank where nobody signs.

    `as_of` is the day up to which the form's figures count.
    """

    organization: str
    number: str
    version: str
    status: str
    date: Value
    as_of: str
    sensitivity: Value
    author: Value
    reviewer: Value
    approver: Value
    distribution: Value
    history: tuple[RevisionRow, ...]


def document(page: Formatter, form: Form, item: str) -> DocumentHead:
    """Return the control of the document of `form` about `item`."""
    about, document = page.plan.project.about, page.plan.project.document
    found = control(page.plan, form.key, item)
    version = version_of(found)
    parts = [about.code or "", form.number, item, version]
    return DocumentHead(
        organization=document.organization or "",
        number="-".join(part for part in parts if part),
        version=version,
        status=status_of(page, form.key, found),
        date=page.need(page.day(found.date)),
        as_of=page.plan.today.isoformat(),
        sensitivity=page.maybe(page.word(document.sensitivity)),
        author=page.need(page.person(found.author)),
        reviewer=page.maybe(page.person(found.reviewer)),
        approver=page.maybe(page.person(found.approver)),
        distribution=page.maybe(page.join(found.distribution)),
        history=tuple(_revision(page, each) for each in found.history),
    )


def version_of(found: Controlled) -> str:
    """Return the version as every form prints it."""
    return f"V{found.version}"


def status_of(page: Formatter, key: str, found: Controlled) -> str:
    """Return how binding a document is; blank for one that nobody signs once it is no draft any more."""
    if found.open:
        return page.say(found.open)
    binding = key in signing.FORMS or found.status is not DocumentStatus.IN_FORCE
    return (page.word(found.status) or "") if binding else ""


def _revision(page: Formatter, revision: Revision) -> RevisionRow:
    return RevisionRow(
        version=page.need(f"V{revision.version.lstrip('Vv')}" if revision.version else None),
        date=page.need(page.day(revision.date)),
        author=page.need(page.person(revision.author)),
        summary=page.need(revision.summary),
    )
