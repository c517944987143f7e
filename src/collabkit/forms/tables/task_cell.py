"""What each column of the task list shows of a task."""

from __future__ import annotations

from collections.abc import Callable

from collabkit.forms.formatter import Formatter
from collabkit.forms.tables.column import Shown
from collabkit.lang import Text
from collabkit.model.task import Task
from collabkit.model.words import TaskStatus
from collabkit.plan.progress import task_progress

LATE = Text("已延期", "Overdue")
_ROOM = 10
"""Letters of ids to a line of the narrow column of predecessors."""

Show = Callable[[Formatter, str, Task], Shown]


def plain(attribute: str) -> Show:
    """Return what shows a text of a task."""
    return lambda page, key, task: getattr(task, attribute) or ""


def required(attribute: str) -> Show:
    """Return what shows a value that every task needs; one that is going to be done asks for it."""
    return lambda page, key, task: getattr(task, attribute) or _missing(page, task)


def maybe(attribute: str) -> Show:
    """Return what shows a value of a task as it is, nothing for none."""

    def read(page: Formatter, key: str, task: Task) -> Shown:
        content: Shown = getattr(task, attribute)
        return content

    return read


def word(attribute: str) -> Show:
    """Return what shows a word of the project file as forms print it."""
    return lambda page, key, task: page.word(getattr(task, attribute)) or ""


def _missing(page: Formatter, task: Task) -> Shown:
    # Nobody has to fill in what is not going to be done.
    return "" if task.status is TaskStatus.CANCELLED else page.need(None)


def key_of(page: Formatter, key: str, task: Task) -> Shown:
    """Return the id of a task."""
    return key


def department(page: Formatter, key: str, task: Task) -> Shown:
    """Return the name of the department that is responsible."""
    return page.department(task.department) or _missing(page, task)


def owner(page: Formatter, key: str, task: Task) -> Shown:
    """Return the name of who is responsible."""
    return page.person(task.owner) or _missing(page, task)


def team(page: Formatter, key: str, task: Task) -> Shown:
    """Return the names of who does the work."""
    return page.people(task.team) or ""


def support(page: Formatter, key: str, task: Task) -> Shown:
    """Return what each department contributes, a line for each."""
    return "\n".join(page.colon(page.department(name), what) or "" for name, what in task.support.items())


def days(page: Formatter, key: str, task: Task) -> Shown:
    """Return the duration in working days."""
    return page.plan.duration(task)


def after(page: Formatter, key: str, task: Task) -> Shown:
    """Return the predecessors, in lines that end between two of them."""
    joint, lines = page.say(Text("、", ", ")), [""]
    for part in task.after:
        # Between Chinese punctuation a sheet ends its lines anywhere, inside an id too.
        if lines[-1] and len(lines[-1]) + len(joint) + len(part) > _ROOM:
            lines[-1] += joint.rstrip()
            lines.append(part)
        else:
            lines[-1] += joint * bool(lines[-1]) + part
    return "\n".join(lines)


def acceptor(page: Formatter, key: str, task: Task) -> Shown:
    """Return the name of who accepts the work."""
    return page.party(task.acceptor) or ""


def milestone(page: Formatter, key: str, task: Task) -> Shown:
    """Return the milestone with its name."""
    found = page.plan.project.milestones.get(task.milestone or "")
    return f"{task.milestone} {found.name}" if found and found.name else task.milestone or ""


def progress(page: Formatter, key: str, task: Task) -> Shown:
    """Return how far the task has come, as a share of the whole; nothing where nobody has said."""
    told = task.progress is not None or task.status is TaskStatus.DONE
    reached = task_progress(task) if told else None
    return None if reached is None else reached / 100


def actual_end(page: Formatter, key: str, task: Task) -> Shown:
    """Return the day on which the task ended; one that is done asks for it."""
    return task.actual_end or (page.need(None) if task.status is TaskStatus.DONE else None)


def variance(page: Formatter, key: str, task: Task) -> Shown:
    """Return by how many working days it ends after plan, early negative; one that runs late counts up to today."""
    finish = task.actual_end or (page.plan.today if page.plan.is_overdue(task) else None)
    return page.plan.calendar.between(task.end, finish) if task.end and finish else None


def light(page: Formatter, key: str, task: Task) -> Shown:
    """Return the light in words, and that the task is late."""
    said = page.word(page.plan.task_light(key)) or ""
    return f"{said} · {page.say(LATE)}" if page.plan.is_overdue(task) else said


def delay_reason(page: Formatter, key: str, task: Task) -> Shown:
    """Return why a task is late; one that is late asks for it."""
    return task.delay_reason or (page.need(None) if page.plan.is_overdue(task) else "")
