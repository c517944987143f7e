"""What every form shows: whose it is, which project, document control, signatures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from collabkit.forms.form import Form
from collabkit.forms.formatter import DASH, MISSING, Formatter, Value
from collabkit.lang import Text, same
from collabkit.model.document import Revision
from collabkit.model.words import DocumentStatus, Opinion
from collabkit.plan import signing
from collabkit.plan.control import Controlled, control
from collabkit.plan.edition import edition
from collabkit.plan.signing import Signer
from collabkit.styled import Styled

_DATE_LINE = Text("____年__月__日", "____-__-__")
NO_REMARK = same("")
_SIGNED = Text("已签", "Signed")


@dataclass(frozen=True, slots=True)
class FormHead:
    """Which form it is."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class ProjectHead:
    """Which project it is about."""

    name: str
    code: Value
    scenario: Value
    stage: str
    department: Value
    sponsor: Value
    manager: Value
    start: str
    end: str
    duration: str
    period: str


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


@dataclass(frozen=True, slots=True)
class View:
    """What every form shows."""

    form: FormHead
    project: ProjectHead
    document: DocumentHead


@dataclass(frozen=True, slots=True)
class Signature:
    """One row of a signature block; an unsigned one has a blank `signature` and a date to fill in by hand."""

    role: Value
    department: str
    name: Value
    opinion: str
    note: str
    signature: str
    date: str


@dataclass(frozen=True, slots=True)
class Row:
    """One text of a list, with its id where it has one."""

    id: str
    text: Value


def head(
    page: Formatter, form: Form, item: str = "", remark: Text = NO_REMARK
) -> tuple[FormHead, ProjectHead, DocumentHead]:
    """Return the header of a form, its title with a remark; `item` is the week or issue it is about."""
    return FormHead(form.number, page.say(form.title + remark)), _project(page), _document(page, form, item)


def _project(page: Formatter) -> ProjectHead:
    about = page.plan.project.about
    days = page.plan.calendar.count(about.start, about.end)
    return ProjectHead(
        name=about.name,
        code=page.need(about.code),
        scenario=page.need(page.word(about.scenario)),
        stage=page.word(about.stage) or "",
        department=page.need(page.department(about.department)),
        sponsor=page.need(page.person(about.sponsor)),
        manager=page.need(page.person(about.manager)),
        start=about.start.isoformat(),
        end=about.end.isoformat(),
        duration=page.workdays(days) or "",
        period=page.period(about.start, about.end) or "",
    )


def _document(page: Formatter, form: Form, item: str) -> DocumentHead:
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


def signatures(
    page: Formatter, form: str, signers: Iterable[Signer], issue: str | None = None, *, without: str | None = None
) -> tuple[Signature, ...]:
    """Return one row for each of `signers`, and one for everybody else who signed `form`, except for `without`."""
    expected = list(signers)
    names = {signer.person for signer in expected} | {without}
    others = (name for name in signing.last(page.plan, form, issue) if name not in names)
    expected += [signing.signer(page.plan, name) for name in others]
    return tuple(signature(page, form, signer, issue) for signer in expected)


def signature(page: Formatter, form: str, signer: Signer, issue: str | None = None) -> Signature:
    """Return the row in which `signer` signs the current version, as far as signed preset.

    One without a name asks for it. What somebody signed on an earlier version is told as that and nothing more.
    """
    signoff = signing.last(page.plan, form, issue).get(signer.person or "")
    current = edition(page.plan, form, issue or "")
    earlier = None
    if signoff and signoff.date and not current.covers(signoff.date):
        earlier, signoff = page.say(_earlier(current.on(signoff.date), signoff.date)), None
    return Signature(
        role=page.say(signer.role),
        department=page.department(signer.department) or DASH,
        name=page.need(page.person(signer.person)),
        opinion=page.boxes(Opinion, {signoff.opinion if signoff else None}),
        note=earlier or (signoff.note if signoff else None) or "",
        signature=page.say(_SIGNED) if signoff and signoff.date else "",
        date=(page.day(signoff.date) if signoff else None) or page.say(_DATE_LINE),
    )


def _earlier(version: str | None, day: date) -> Text:
    which = Text(f"V{version}", f"V{version}") if version else Text("上一版", "an earlier version")
    return Text(f"{day} 签的是{which.zh}，本版未签", f"signed {which.en} on {day}, not this version")


def listed(page: Formatter, texts: Iterable[str]) -> tuple[Row, ...]:
    """Return `texts` as numbered rows."""
    return tuple(Row(str(number), text) for number, text in enumerate(texts, 1))


def needed(page: Formatter, texts: Iterable[str]) -> tuple[Row, ...]:
    """Return `texts` as numbered rows, or one row that asks for them."""
    return listed(page, texts) or (Row("1", Styled(page.say(MISSING), "missing")),)
