"""F06, the close-out report: what was reached at what cost, what is handed over, what was learned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from collabkit.forms.form import Form, Item
from collabkit.forms.formatter import DASH, Formatter, Value, rows
from collabkit.forms.parts.archive import ArchiveRow, archive_row
from collabkit.forms.parts.benefit import BenefitRow, benefits
from collabkit.forms.parts.count import CountRow, counts
from collabkit.forms.parts.deliverable import AcceptanceRow, acceptance_row, acceptances
from collabkit.forms.parts.handover import HandoverRow, handover_row
from collabkit.forms.parts.head import View, head
from collabkit.forms.parts.milestone import MilestoneProgressRow, milestone_progress
from collabkit.forms.parts.result import ResultRow, result
from collabkit.forms.parts.signature import Signature, signature, signatures
from collabkit.forms.parts.variance import VarianceRow, variances
from collabkit.lang import Lang, Text
from collabkit.model import Stage
from collabkit.model.acceptance import Acceptance
from collabkit.model.closeout import Archived, Closeout, Feedback, Release
from collabkit.model.goal import Goal
from collabkit.model.lesson import Lesson
from collabkit.model.words import CloseoutKind, ReleaseArea
from collabkit.phrases import FORM_TITLES
from collabkit.plan import Plan, signing
from collabkit.plan.actual import actual_end, actual_start


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
class ReleaseRow:
    """One line of the release and settlement checklist; `box` is a tick box."""

    box: str
    area: str
    date: Value
    note: Value


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
    milestones: tuple[MilestoneProgressRow, ...]
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
        performance=tuple(variances(page, end)),
        milestones=milestone_progress(page),
        deliverables=tuple(acceptance_row(page, each) for each in rows(acceptances(plan), Acceptance())),
        statistics=tuple(counts(page)),
        review=ReviewCells(
            goal=page.need(end.review.goal),
            result=page.need(end.review.result),
            cause=page.need(end.review.cause),
            insight=page.need(end.review.insight),
        ),
        lessons=tuple(_lesson(page, each) for each in rows(project.lessons, Lesson())),
        handover=tuple(handover_row(page, each) for each in project.handover_items),
        benefits=tuple(benefits(page)),
        checklist=tuple(_checklist(page, end)),
        archive=tuple(archive_row(page, each) for each in rows(end.archive, Archived())),
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
    yield from signatures(page, FORM)
    # Whoever archives signs by hand; nobody in the file is the PMO.
    archive = signing.Signer(None, Text("PMO 归档", "PMO (archive)"), None)
    yield replace(signature(page, FORM, archive), name="")


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
