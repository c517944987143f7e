"""What every form begins with: which form it is, and of which project."""

from __future__ import annotations

from dataclasses import dataclass

from collabkit.forms.form import Form
from collabkit.forms.formatter import Formatter, Value
from collabkit.forms.parts.control import DocumentHead, document
from collabkit.lang import Text, same

NO_REMARK = same("")


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
class View:
    """What every form shows."""

    form: FormHead
    project: ProjectHead
    document: DocumentHead


def head(
    page: Formatter, form: Form, item: str = "", remark: Text = NO_REMARK
) -> tuple[FormHead, ProjectHead, DocumentHead]:
    """Return the header of a form, its title with a remark; `item` is the week or issue it is about."""
    return FormHead(form.number, page.say(form.title + remark)), _project(page), document(page, form, item)


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
