"""F06, the close-out report: what was reached at what cost, what is handed over, what was learned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from collabkit.forms import performance, progress
from collabkit.forms.common import Signature, View, head, signature, signatures, status_of, version_of
from collabkit.forms.form import Form, Item
from collabkit.forms.formatter import DASH, Formatter, Value, rows
from collabkit.forms.performance import CountRow, VarianceRow
from collabkit.forms.progress import MilestoneRow
from collabkit.forms.results import BenefitRow, ResultRow, benefits, result
from collabkit.lang import Lang, Text
from collabkit.model import Stage
from collabkit.model.acceptance import Acceptance
from collabkit.model.closeout import Archived, Closeout, Feedback, Release
from collabkit.model.goal import Goal
from collabkit.model.handover import HandoverItem
from collabkit.model.lesson import Lesson
from collabkit.model.words import CloseoutKind, ReleaseArea, TaskStatus
from collabkit.phrases import FORM_TITLES
from collabkit.plan import Plan, signing
from collabkit.plan.actual import actual_end, actual_start
from collabkit.plan.control import control
from collabkit.plan.edition import bare
from collabkit.styled import Styled


@dataclass(frozen=True, slots=True)
class Closing:
    """How the project ends; `kind` is a row of tick boxes."""

    kind: str
    date: Value
    planned: str
    actual_start: Value
    actual_end: Value
    conclusion: Value
    scope_changes: Value
    quality: Value


@dataclass(frozen=True, slots=True)
class AcceptanceRow:
    """One deliverable and its acceptance."""

    deliverable: Value
    number: Value
    verdict: Value
    date: Value
    accepted_by: Value
    open_points: Value


@dataclass(frozen=True, slots=True)
class ReviewCells:
    """The retrospective in four steps."""

    goal: Value
    result: Value
    cause: Value
    insight: Value


@dataclass(frozen=True, slots=True)
class LessonRow:
    """Something learned."""

    kind: Value
    category: Value
    description: Value
    cause: Value
    recommendation: Value
    owner: Value
    due: Value


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """What a line department takes over."""

    item: Value
    receiver: Value
    owner: Value
    due: Value
    received: Value


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """One line of the release and settlement checklist; `box` is a tick box."""

    box: str
    area: str
    date: Value
    note: Value


@dataclass(frozen=True, slots=True)
class ArchiveRow:
    """One file and who keeps it."""

    file: Value
    version: Value
    location: Value
    keeper: Value
    sensitivity: Value


@dataclass(frozen=True, slots=True)
class FeedbackRow:
    """How working together with a department went."""

    department: Value
    rating: Value
    text: Value
    recognition: Value


@dataclass(frozen=True, slots=True)
class CloseoutReport(View):
    """The report. Empty means none: subgoals, milestones, handover, benefits, feedback."""

    closing: Closing
    goals: tuple[ResultRow, ...]
    subgoals: tuple[ResultRow, ...]
    performance: tuple[VarianceRow, ...]
    milestones: tuple[MilestoneRow, ...]
    deliverables: tuple[AcceptanceRow, ...]
    statistics: tuple[CountRow, ...]
    review: ReviewCells
    lessons: tuple[LessonRow, ...]
    handover: tuple[HandoverRow, ...]
    benefits: tuple[BenefitRow, ...]
    checklist: tuple[ReleaseRow, ...]
    archive: tuple[ArchiveRow, ...]
    feedback: tuple[FeedbackRow, ...]
    signatures: tuple[Signature, ...]


def build(plan: Plan, lang: Lang, item: Item) -> CloseoutReport:
    """Return the close-out report."""
    page, project = Formatter(plan, lang), plan.project
    end = project.closeout or Closeout()
    return CloseoutReport(
        *head(page, FORM),
        closing=_closing(page, end),
        goals=tuple(result(page, key, goal) for key, goal in rows(project.goals.items(), (DASH, Goal()))),
        subgoals=tuple(result(page, key, each) for key, each in project.subgoals.items()),
        performance=tuple(performance.variances(page, end)),
        milestones=progress.milestones(page),
        deliverables=tuple(_acceptance(page, each) for each in rows(_deliverables(plan), Acceptance())),
        statistics=tuple(performance.counts(page)),
        review=ReviewCells(
            goal=page.need(end.review.goal),
            result=page.need(end.review.result),
            cause=page.need(end.review.cause),
            insight=page.need(end.review.insight),
        ),
        lessons=tuple(_lesson(page, each) for each in rows(project.lessons, Lesson())),
        handover=tuple(_handover(page, each) for each in project.handover_items),
        benefits=tuple(benefits(page)),
        checklist=tuple(_checklist(page, end)),
        archive=tuple(_archive(page, each) for each in rows(end.archive, Archived())),
        feedback=tuple(_feedback(page, each) for each in end.feedback),
        signatures=tuple(_signatures(page)),
    )


def _closing(page: Formatter, end: Closeout) -> Closing:
    about = page.plan.project.about
    return Closing(
        kind=page.boxes(CloseoutKind, {end.kind}),
        date=page.need(page.day(end.date)),
        planned=page.period(about.start, about.end) or "",
        actual_start=page.need(page.day(actual_start(page.plan, end))),
        actual_end=page.need(page.day(actual_end(page.plan, end))),
        conclusion=page.need(end.conclusion),
        scope_changes=page.need(end.scope_changes),
        quality=page.maybe(end.quality),
    )


def _deliverables(plan: Plan) -> Iterator[Acceptance]:
    """Yield the acceptances, then the deliverables of tasks that nobody has accepted."""
    yield from plan.project.acceptances
    judged = {each.task for each in plan.project.acceptances}
    for key, task in plan.project.tasks.items():
        if task.deliverable and key not in judged and task.status is not TaskStatus.CANCELLED:
            yield Acceptance(deliverable=task.deliverable, task=key)


def _acceptance(page: Formatter, acceptance: Acceptance) -> AcceptanceRow:
    points = page.sentences(each.text for each in acceptance.conditions)
    name = " ".join(part for part in (acceptance.task, acceptance.deliverable) if part)
    return AcceptanceRow(
        deliverable=page.need(name if acceptance.deliverable else None),
        number=page.maybe(acceptance.id),
        verdict=page.need(page.word(acceptance.verdict)),
        date=page.need(page.day(acceptance.accepted)),
        accepted_by=page.need(page.person(acceptance.accepted_by)),
        open_points=page.maybe(points),
    )


def _lesson(page: Formatter, lesson: Lesson) -> LessonRow:
    return LessonRow(
        kind=page.need(page.word(lesson.kind)),
        category=page.need(page.word(lesson.category)),
        description=page.need(lesson.description),
        cause=page.need(lesson.cause),
        recommendation=page.need(lesson.recommendation),
        owner=page.maybe(page.person(lesson.owner)),
        due=page.maybe(page.day(lesson.due)),
    )


def _handover(page: Formatter, item: HandoverItem) -> HandoverRow:
    return HandoverRow(
        item=page.need(item.item),
        receiver=page.need(page.department(item.receiver)),
        owner=page.need(page.person(item.owner)),
        due=page.need(page.day(item.due)),
        received=page.day(item.received) or "",
    )


def _checklist(page: Formatter, end: Closeout) -> Iterator[ReleaseRow]:
    """Yield every area, also those the file says nothing about."""
    said: dict[ReleaseArea, list[Release]] = {}
    for each in end.checklist:
        if each.area:
            said.setdefault(each.area, []).append(each)
    for area in ReleaseArea:
        for each in said.get(area, [Release(area=area)]):
            yield ReleaseRow(
                box=page.tick(each.done),
                area=page.word(area) or "",
                date=page.maybe(page.day(each.date)),
                note=page.maybe(each.note),
            )


def _archive(page: Formatter, archived: Archived) -> ArchiveRow:
    return ArchiveRow(
        file=page.need(archived.file),
        version=page.need(_version(page, archived)),
        location=page.need(archived.location),
        keeper=page.need(page.person(archived.keeper)),
        sensitivity=page.maybe(page.word(archived.sensitivity)),
    )


def _version(page: Formatter, archived: Archived) -> Value | None:
    """Return the version of what is archived; one of the project's forms has version and status of its own control.

    Where the list names another version than that, both are told.
    """
    written = f"V{bare(archived.version)}" if archived.version and bare(archived.version)[:1].isdigit() else None
    form = _archived_form(page, archived.file or "")
    if form is None:
        return written or archived.version
    found = control(page.plan, form[0], form[1])
    current = " · ".join(filter(None, (version_of(found), status_of(page, form[0], found))))
    if written is None or written == version_of(found):
        return current
    return Styled(page.say(Text(f"{written}（现为 {current}）", f"{written} (now {current})")), "amber")


def _archived_form(page: Formatter, file: str) -> tuple[str, str] | None:
    """Return which form of the project, about which item, is archived under this name; None for another file."""
    name = " ".join(file.split())
    for form in signing.FORMS:
        names = (FORM_TITLES[form].zh, FORM_TITLES[form].en)
        if form == "resolution":
            item = next((key for key in page.plan.project.issues if key in name), None)
            if item and any(each.casefold() in name.casefold() for each in names):
                return form, item
        elif any(_is_called(name, each) for each in names):
            return form, ""
    return None


def _is_called(name: str, title: str) -> bool:
    """Return whether a file is called like a form, by its title or the end of it: `Initiation sheet`."""
    short, whole = name.casefold(), title.casefold()
    return short == whole or (" " in short and whole.endswith(f" {short}"))


def _feedback(page: Formatter, feedback: Feedback) -> FeedbackRow:
    stars = None if feedback.rating is None else f"{feedback.rating} / 5"
    return FeedbackRow(
        department=page.need(page.department(feedback.department)),
        rating=page.maybe(stars),
        text=page.maybe(feedback.text),
        recognition=page.maybe(feedback.recognition),
    )


def _signatures(page: Formatter) -> Iterator[Signature]:
    """Yield project manager, heads, receivers, sponsor, everybody else who signed, and the PMO that archives."""
    yield from signatures(page, "closeout", signing.signers(page.plan, "closeout"))
    # Whoever archives signs by hand; nobody in the file is the PMO.
    archive = signing.Signer(None, Text("PMO 归档", "PMO (archive)"), None)
    yield replace(signature(page, "closeout", archive), name="")


FORM = Form(
    key="closeout",
    number="F06",
    title=FORM_TITLES["closeout"],
    purpose=Text(
        "证明目标与交付物达成，移交遗留事项，沉淀经验，正式关闭项目",
        "Proves what was reached, hands over what is left, keeps the lessons, closes the project",
    ),
    suffix="docx",
    view=CloseoutReport,
    build=build,
    has_data=lambda plan: plan.project.closeout is not None or plan.project.about.stage is Stage.CLOSING,
)
