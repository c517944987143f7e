"""What each department did, missed and plans in a week."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from collabkit.forms.formatter import MISSING, NOTHING, Formatter, Value
from collabkit.forms.parts.reason import first_reasons
from collabkit.forms.parts.task import note_line, task_text
from collabkit.lang import Text
from collabkit.model.task import Task
from collabkit.model.week import DepartmentWeek, Week
from collabkit.model.words import TaskStatus
from collabkit.phrases import working_days
from collabkit.plan import NO_DEPARTMENT, is_something
from collabkit.plan.cause import cause
from collabkit.plan.lights import finished_on
from collabkit.plan.reasons import department_reasons
from collabkit.plan.week import WorkWeek, by_department
from collabkit.styled import Styled


@dataclass(frozen=True, slots=True)
class Bullet:
    """One thing done, missed or planned; `mark` is short and may stand out, both it and `note` may be blank."""

    text: Value
    mark: Value
    note: Value


@dataclass(frozen=True, slots=True)
class DepartmentWeekRow:
    """One department's week; none of the lists is empty: it says that there is nothing, or asks what there is.

    `why` says why the computed light is not green, blank when it is; `reason` why another one was declared.
    """

    name: Value
    light: Value
    why: str
    declared: Value
    reason: Value
    done: tuple[Bullet, ...]
    missed: tuple[Bullet, ...]
    next: tuple[Bullet, ...]
    help: tuple[Bullet, ...]


def department_weeks(page: Formatter, week: WorkWeek, said: Week) -> tuple[DepartmentWeekRow, ...]:
    """Return every department's week; tasks without a department that exists make a row of their own."""
    plan = page.plan
    work = [by_department(plan, tasks) for tasks in (week.done(plan), week.missed(plan), week.next(plan))]
    names: list[str | None] = list(plan.project.departments)
    names += [name for name in said.departments if name not in names]
    names += [None] if any(None in tasks for tasks in work) else []
    none: list[str] = []
    return tuple(_department(page, week, said, name, [tasks.get(name, none) for tasks in work]) for name in names)


def _department(
    page: Formatter, week: WorkWeek, said: Week, name: str | None, work: list[list[str]]
) -> DepartmentWeekRow:
    done, missed, coming = work
    added = said.departments.get(name) if name else None
    # Whoever reports on the week speaks for all.
    answered, added = name is None or week.name in page.plan.project.weeks, added or DepartmentWeek()
    known = name is None or name in page.plan.project.departments
    light = page.plan.department_light(name, week.name) if known else None
    nobody = Styled(page.say(NO_DEPARTMENT), "missing")
    none, open_ = (Bullet(page.say(NOTHING), "", ""),), (Bullet(page.need(None), "", ""),)
    blank, planned = none if answered else open_, answered or bool(page.plan.tasks_of(name))
    return DepartmentWeekRow(
        name=page.department(name) or nobody,
        light=page.maybe(page.light(light)),
        why=_why(page, name, week) if known else "",
        declared=page.maybe(page.light(added.light)),
        reason=page.maybe(added.light_reason),
        done=_list(page, [_done(page, key) for key in done], added.done) or blank,
        # Whether something is late the tasks tell, whoever answers.
        missed=_list(page, [_missed(page, key) for key in missed], added.missed) or (none if planned else blank),
        next=_list(page, [_next(page, week, key) for key in coming], added.next) or blank,
        help=_list(page, [], added.help) or blank,
    )


def _why(page: Formatter, department: str | None, week: WorkWeek) -> str:
    """Return the reasons as bad as the department's light; the help it asked for stands in a column of its own."""
    light = page.plan.department_light(department, week.name)
    found = [reason for reason in department_reasons(page.plan, department) if reason.light is light]
    if not found and department and page.plan.help_for(department, week.name):
        return page.say(_ASKED)
    return first_reasons(page, found)


_ASKED = Text("请求支持", "asked for help")


def _list(page: Formatter, computed: Iterable[Bullet], added: Iterable[str]) -> tuple[Bullet, ...]:
    """Return the computed bullets and then those the file adds, each text once."""
    bullets = {str(bullet.text): bullet for bullet in computed}
    # The file may repeat a task by its bare name or with its id in front.
    said = {_plain(text) for text in bullets} | {_plain(text.partition(" ")[2]) for text in bullets}
    for text in added:
        if is_something(text) and _plain(text) not in said:
            said.add(_plain(text))
            bullets[text] = Bullet(text, "", "")
    return tuple(bullets.values())


def _plain(text: str) -> str:
    return text.strip().rstrip("。.；;").casefold()


def _done(page: Formatter, key: str) -> Bullet:
    task = page.plan.project.tasks[key]
    finished = finished_on(task, page.plan.today)
    late = page.plan.calendar.between(task.end, finished) if task.end and finished else 0
    days = working_days(late)
    return Bullet(
        text=task_text(key, task),
        mark=Styled(page.say(Text(f"晚 {days.zh}", f"{days.en} late")), "amber") if late > 0 else "",
        note=task.deliverable or "",
    )


def _missed(page: Formatter, key: str) -> Bullet:
    task = page.plan.project.tasks[key]
    if not page.plan.is_overdue(task):
        # Due today it is not late: what its note says is no cause.
        return Bullet(
            text=task_text(key, task), mark=Styled(_due(page, task), "amber"), note=note_line(page, task.note) or ""
        )
    why = note_line(page, cause(task))
    note = page.colon(page.say(Text("原因", "Cause")), why or page.say(MISSING)) or ""
    return Bullet(text=task_text(key, task), mark=_overdue(page, task), note=note if why else Styled(note, "missing"))


def _overdue(page: Formatter, task: Task) -> Value:
    """Return by how many working days an overdue task is late."""
    late = page.plan.days_late(task)
    if not late:
        return Styled(page.say(Text("到期未完成", "due and not done")), "red")
    days = working_days(late)
    return Styled(page.say(Text(f"逾期 {days.zh}", f"{days.en} late")), "red")


def _due(page: Formatter, task: Task) -> str:
    return page.say(Text(f"{task.end} 到期", f"due {task.end}"))


def _next(page: Formatter, week: WorkWeek, key: str) -> Bullet:
    task = page.plan.project.tasks[key]
    carried = task.end is not None and task.end <= week.due_by(page.plan)
    waiting = task.status is TaskStatus.TODO and task.start is not None and task.start > week.sunday
    parts: Iterator[str | None] = iter(
        (
            page.say(Text(f"{task.start} 开始", f"starts {task.start}")) if waiting else None,
            _due(page, task) if task.end and not carried else None,
            page.say(Text(f"进度 {task.progress}%", f"{task.progress}% done")) if task.progress else None,
        )
    )
    return Bullet(
        text=task_text(key, task),
        mark=Styled(page.say(Text("续办", "carried over")), "amber") if carried else "",
        note=page.clauses(parts) or "",
    )
