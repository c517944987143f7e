"""What is looked up before it is written down: the day, people, departments, tasks, milestones."""

from __future__ import annotations

from datetime import date
from typing import Any

from collabkit.model.scalars import week_of
from tests.life.book import Book, OutputStyle


def today(book: Book) -> date:
    """Return the day on which the file is edited."""
    return book.today


def week(book: Book) -> str:
    """Return the ISO week of today."""
    return week_of(book.today)


def days(number: int) -> OutputStyle:
    """Look up the day `number` working days after today, before it when negative."""
    return lambda book: book.calendar.add(book.today, number)


def manager(book: Book) -> Any:
    """Return the project manager."""
    return book["project"]["manager"]


def sponsor(book: Book) -> Any:
    """Return the sponsor."""
    return book["project"]["sponsor"]


def department(number: int) -> OutputStyle:
    """Look up a department by its place in the file."""
    return lambda book: list(book["departments"])[number]


def head(number: int) -> OutputStyle:
    """Look up who heads a department."""
    return lambda book: list(book["departments"].values())[number]["head"]


def heads(book: Book) -> list[str]:
    """Return the heads of all departments."""
    return [department["head"] for department in book["departments"].values()]


def kickoff(book: Book) -> list[str]:
    """Return who was at the kick-off, the chair first."""
    meeting = next(each for each in book["meetings"] if each["kind"] == "kickoff")
    return list(dict.fromkeys([meeting["chair"], *meeting["attendees"]]))


def most_at_kickoff(book: Book) -> list[str]:
    """Return who was at the kick-off but the last one on the list."""
    return kickoff(book)[:-1]


def task(number: int) -> OutputStyle:
    """Look up a task by the order in which they are due."""
    return lambda book: book.in_order()[number]


def running(book: Book) -> list[str]:
    """Return the tasks under way, those first that are due first."""
    return [key for key in book.in_order() if book["tasks"][key]["status"] == "doing"]


def last_running(book: Book) -> str:
    """Return the task under way that is due last."""
    return running(book)[-1]


def overdue(book: Book) -> list[str]:
    """Return the tasks that should be finished, whether they have begun or not."""
    open_ = [key for key in book.in_order() if book["tasks"][key]["status"] in ("todo", "doing")]
    return [key for key in open_ if book["tasks"][key]["end"] < book.today]


def milestone(number: int) -> OutputStyle:
    """Look up a milestone by its place in the file."""
    return lambda book: list(book["milestones"])[number]


def risk(number: int) -> OutputStyle:
    """Look up a risk by its place in the file."""
    return lambda book: list(book["risks"])[number]


def concerned(book: Book) -> list[str]:
    """Return who signs the resolution beside the one who decided: the heads of the departments, the manager."""
    sides = book["issues"]["I1"]["departments"]
    return [*(book["departments"][each]["head"] for each in sides), manager(book)]
