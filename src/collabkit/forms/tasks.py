"""F02 多部门协作任务分工表 / Cross-department Task Allocation Table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from collabkit.forms.form import Form, Item
from collabkit.forms.formatter import Formatter
from collabkit.forms.parts.head import View, head
from collabkit.forms.tables.task import TASKS
from collabkit.lang import Lang, Text
from collabkit.model.task import Task
from collabkit.model.words import TaskStatus
from collabkit.phrases import FORM_TITLES
from collabkit.plan import NO_DEPARTMENT, Plan, signing
from collabkit.plan.progress import whole

_LONG_TEXTS = Text("上表中印不全的文字，全文如下", "In full: the texts that are cut in their rows above")
_LINES = 28
"""How many lines of a text a row shows at least."""

# The row is made of the columns; its fields are known when the program runs.
if TYPE_CHECKING:
    TaskRow = Any
else:
    TaskRow = TASKS.row


@dataclass(frozen=True, slots=True)
class WorkloadRow:
    """What one department, or all of them, have to do; cancelled tasks do not count."""

    department: str
    head: str
    tasks: int
    todo: int
    doing: int
    done: int
    overdue: int
    effort: float | None
    start: date | None
    end: date | None
    progress: float | None


@dataclass(frozen=True, slots=True)
class ConfirmationRow:
    """Where two heads of department sign; `right` is blank when an odd one is left."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class LongText:
    """A text that a row of the table does not show to its end: of what it is, and all of it."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Lists:
    """What the dropdowns offer."""

    departments: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TasksView(View):
    """The whole workbook. `long_texts_title` is blank without long texts."""

    today: date
    tasks: tuple[TaskRow, ...]
    long_texts_title: str
    long_texts: tuple[LongText, ...]
    workload: tuple[WorkloadRow, ...]
    total: WorkloadRow
    confirmation: tuple[ConfirmationRow, ...]
    lists: Lists


def build(plan: Plan, lang: Lang, item: Item) -> TasksView:
    """Return what the workbook shows of `plan`."""
    page = Formatter(plan, lang)
    project = plan.project
    form, about, document = head(page, FORM)
    tasks = TASKS.rows(page, project.tasks)
    long_texts = tuple(_long_texts(page, tasks))
    return TasksView(
        form=form,
        project=about,
        document=document,
        today=plan.today,
        tasks=tasks,
        long_texts_title=page.say(_LONG_TEXTS) if long_texts else "",
        long_texts=long_texts,
        workload=tuple(_workload(page)),
        total=_load(page, page.say(Text("合计", "Total")), "", project.tasks),
        confirmation=tuple(_confirmation(page)),
        lists=Lists(
            tuple(plan.department(key) or key for key in project.departments),
            tuple(plan.person(key) or key for key in _people(plan)),
        ),
    )


def _people(plan: Plan) -> Iterable[str]:
    owners = (task.owner for task in plan.project.tasks.values() if task.owner)
    return dict.fromkeys((*plan.project.people, *owners))


def _long_texts(page: Formatter, tasks: Iterable[TaskRow]) -> Iterator[LongText]:
    """Yield what is cut on paper, however the sheet is set: no row of Excel is higher than 409 points."""
    for task in tasks:
        for column in TASKS.columns:
            text = str(getattr(task, column.field))
            if _lines(text, column.letters) > _LINES:
                yield LongText(f"{task.id} {page.say(column.header)}", text)


def _lines(text: str, letters: int) -> int:
    return sum(1 + (len(line) + len(line.encode())) // 2 // letters for line in text.split("\n"))


def _workload(page: Formatter) -> Iterator[WorkloadRow]:
    for key in page.plan.responsible:
        head = page.plan.project.departments[key].head if key else None
        name = page.department(key) or page.say(NO_DEPARTMENT)
        yield _load(page, name, page.person(head) or "", page.plan.tasks_of(key))


def _load(page: Formatter, department: str, person: str, tasks: Mapping[str, Task]) -> WorkloadRow:
    counted = [task for task in tasks.values() if task.status is not TaskStatus.CANCELLED]
    states = Counter(task.status for task in counted)
    efforts = [task.effort for task in counted if task.effort is not None]
    progress = page.plan.progress_of(tasks)
    return WorkloadRow(
        department=department,
        head=person,
        tasks=len(counted),
        todo=states[TaskStatus.TODO],
        doing=states[TaskStatus.DOING],
        done=states[TaskStatus.DONE],
        overdue=sum(page.plan.is_overdue(task) for task in counted),
        effort=sum(efforts) if efforts else None,
        start=min((task.start for task in counted if task.start), default=None),
        end=max((task.end for task in counted if task.end), default=None),
        progress=None if progress is None else whole(progress) / 100,
    )


def _confirmation(page: Formatter) -> Iterator[ConfirmationRow]:
    """Yield a place to sign for each department, two to a row, with the signatures that are there."""
    places = list(_places(page))
    for left, right in zip_longest(places[::2], places[1::2], fillvalue=""):
        yield ConfirmationRow(left, right)


def _places(page: Formatter) -> Iterator[str]:
    signed = signing.standing(page.plan, "tasks")
    for key, department in page.plan.project.departments.items():
        who = " ".join(filter(None, (page.department(key), page.person(department.head))))
        signature = signed.get(department.head) if department.head else None
        if signature and signature.date:
            opinion = page.word(signature.opinion) or page.say(Text("已签", "signed"))
            yield page.say(Text(f"{who}：{opinion}，{signature.date}", f"{who}: {opinion}, {signature.date}"))
        else:
            yield page.say(
                Text(
                    f"{who}：____________________ 日期：____年__月__日",
                    f"{who}: ____________ Date: ____\u2011__\u2011__",
                )
            )


FORM = Form(
    key="tasks",
    number="F02",
    title=FORM_TITLES["tasks"],
    purpose=Text(
        "明确“谁来做、做到什么标准”，也是跟踪进度的底表",
        "Who does what to which standard; also the sheet progress is tracked on",
    ),
    suffix="xlsx",
    view=TasksView,
    build=build,
    has_data=lambda plan: bool(plan.project.tasks),
    ids=TASKS.ids(),
)
