"""A task in one line, and what is noted of it."""

from __future__ import annotations

from collabkit.forms.formatter import Formatter
from collabkit.lang import Text
from collabkit.model.task import Task
from collabkit.phrases import FORM_TITLES
from collabkit.terminal.display_width import width, wrap

_LONGEST_NOTE = 120
"""Half-width letters of a note that stands in a narrow column."""


def task_line(page: Formatter, task: str | None) -> str | None:
    """Return a task as `研发部：T03 核心功能 Demo`; an unknown one as its id."""
    known = page.plan.project.tasks.get(task) if task else None
    if task is None or known is None:
        return task
    return page.colon(page.department(known.department), task_text(task, known))


def task_text(key: str, task: Task) -> str:
    """Return a task as `T03 核心功能 Demo`."""
    return f"{key} {task.name}" if task.name else key


def note_line(page: Formatter, note: str | None) -> str | None:
    """Return a task's note; of a long one how it begins, and that the task table holds it whole."""
    if not note or width(note) <= _LONGEST_NOTE:
        return note
    begin, where = wrap(note, _LONGEST_NOTE)[0].rstrip("，。；、,.; "), FORM_TITLES["tasks"]
    return begin + page.say(Text(f"…（全文见《{where.zh}》）", f" … (in full in the {where.en})"))
