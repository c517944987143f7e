"""Tasks and milestones: when they are to be done, how far they are, what is late."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from collabkit.lang import Lang
from collabkit.model.words import TaskStatus
from tests.life import reading
from tests.life.facts.common import column, field, ids, status, status_ids, status_total, total
from tests.life.facts.fact import Fact, Reader

LATE = ("已延期", "Overdue")
_LATE_DAYS = re.compile(r"逾期 (\d+) 个工作日|(\d+) working days? (?:late|overdue)")
_AFTER = re.compile(r"晚 (\d+) 个工作日|(\d+) working days? late")


def _is_late(row: Any) -> bool:
    return any(word in row["light"] for word in LATE)


def _late_days(text: str) -> float | None:
    """Return by how many working days a sentence says that something is overdue; 0 when it only says that it is due."""
    if re.search("到期未完成|due and not done|尚未完成，未说明原因|is not done, and gives no reason", text):
        return 0.0
    found = _LATE_DAYS.search(text)
    return float(found[1] or found[2]) if found else None


# What people and programs see of a task beside the workbook


def _by_task(name: str, convert: Any) -> dict[str, Reader]:
    def read(output: Any, lang: Lang) -> Mapping[Any, Any]:
        return {row["id"]: convert(row[name]) for row in output["tasks"]}

    return {"status by task": read}


def _lines(name: str) -> Any:
    """Read the tasks of a list of the daily message, with the text in brackets behind each."""

    def read(output: Any, lang: Lang) -> dict[str, list[str]]:
        found = {}
        for each in output[name]:
            head, _, rest = each["text"].rpartition("（" if lang is Lang.ZH else " (")
            found[reading.key(head)] = re.split("，|, ", rest.rstrip("）)"))
        return found

    return read


def _in_daily(*, name: str = "", part: int | None = None) -> Reader:
    """Read the day, department or owner of the tasks in the lists of the daily message."""

    def read(output: Any, lang: Lang) -> Mapping[Any, Any]:
        names = (name,) if name else ("due_soon", "overdue")
        lists = {key: parts for each in names for key, parts in _lines(each)(output, lang).items()}
        return {key: parts[part or 0] for key, parts in lists.items() if len(parts) == 3}

    return read


def _daily_ids(name: str) -> Reader:
    return lambda output, lang: {"": frozenset(_lines(name)(output, lang))}


def _bullets(output: Any, name: str) -> Iterator[tuple[str, Any]]:
    for row in output["departments"]:
        for bullet in row[name]:
            if re.match(r"[A-Z]+\d+ ", bullet["text"]):
                yield reading.key(bullet["text"]), bullet


def _weekly_late(output: Any, lang: Lang) -> Mapping[Any, Any]:
    marks = {key: _late_days(bullet["mark"]) for key, bullet in _bullets(output, "missed")}
    return {key: days for key, days in marks.items() if days is not None}


def _weekly_overdue(output: Any, lang: Lang) -> Mapping[Any, Any]:
    return {"": frozenset(_weekly_late(output, lang))}


def _weekly_notes(output: Any, lang: Lang) -> Mapping[Any, Any]:
    found = {key: re.split("：|: ", bullet["note"], maxsplit=1) for key, bullet in _bullets(output, "missed")}
    return {key: reading.text(parts[1]) for key, parts in found.items() if len(parts) == 2}


def _weekly_after(output: Any, lang: Lang) -> Mapping[Any, Any]:
    found = {}
    for key, bullet in _bullets(output, "done"):
        days = _AFTER.search(bullet["mark"])
        found[key] = float(days[1] or days[2]) if days else 0.0
    return found


def _weekly_progress(output: Any, lang: Lang) -> Mapping[Any, Any]:
    found = {}
    for key, bullet in _bullets(output, "next"):
        share = re.search(r"进度 (\d+)%|(\d+)% done", bullet["note"])
        if share:
            found[key] = float(share[1] or share[2])
    return found


def _daily_progress(output: Any, lang: Lang) -> Mapping[Any, Any]:
    found = {}
    for row in output["departments"]:
        for each in re.split(r"(?:、|, )(?=[A-Z]\d+ )", row["doing"]):
            share = re.fullmatch(r"(\S+) .* (\d+)%", each)
            if share:
                found[share[1]] = float(share[2])
    return found


def _weekly_deliverable(output: Any, lang: Lang) -> Mapping[Any, Any]:
    return {key: bullet["note"] for key, bullet in _bullets(output, "done")}


def _weekly_due(output: Any, lang: Lang) -> Mapping[Any, Any]:
    found = {
        key: re.search(r"(\S+) 到期|due (\S+?)(?:,|$)", bullet["note"]) for key, bullet in _bullets(output, "next")
    }
    return {key: reading.day(due[0]) for key, due in found.items() if due}


def _weekly_done(output: Any, lang: Lang) -> Mapping[Any, Any]:
    return {key: "done" for key, _ in _bullets(output, "done")}


def _names(output: Any, lang: Lang) -> Mapping[Any, Any]:
    found = (bullet["text"] for name in ("done", "missed", "next") for _, bullet in _bullets(output, name))
    return {text.split(" ")[0]: text.partition(" ")[2] for text in found}


def _reason_late(output: Any, lang: Lang) -> Mapping[Any, Any]:
    """Read by how many working days the reasons of the light say that a task is overdue."""
    texts = [reason["text"] for reason in output["overview"]["reasons"]]
    return {key: days for key, days in map(_task_late, texts) if days is not None}


def _task_late(text: str) -> tuple[str, float | None]:
    found = re.match(r"(?:任务|task) (\S+) ", text)
    return (found[1], _late_days(text)) if found else ("", None)


def _found_late(output: Any, lang: Lang) -> Mapping[Any, Any]:
    """Read by how many working days a finding says that a task is late."""
    return {
        finding["path"].split(".")[1]: _late_days(finding["message"])
        for finding in output
        if finding["rule"] == "overdue-without-reason"
    }


def _workbook(name: str, convert: Any, *, late: bool | None = None) -> dict[str, Reader]:
    where = bool if late is None else _is_late if late else lambda row: not _is_late(row) and row["actual_end"]
    return {"tasks": column("tasks", name, convert, where=where)}


def _percent(value: Any) -> float:
    return round(float(value or 0) * 100, 6)


def _at_least_0(value: Any) -> float:
    return max(reading.number(value) or 0.0, 0.0)


def _milestone(name: str, convert: Any) -> dict[str, Reader]:
    return {form: column("milestones", name, convert) for form in ("weekly", "closeout")}


def _accepted(name: str, convert: Any) -> dict[str, Reader]:
    def read(output: Any, lang: Lang) -> Mapping[Any, Any]:
        rows = {reading.key(row["deliverable"]): row for row in output["deliverables"]}
        return {key: convert(row[name]) for key, row in rows.items()}

    return {"closeout": read}


def _file_began(output: Any, lang: Lang) -> Mapping[Any, Any]:
    days = [str(task["actual_start"]) for task in output["tasks"].values() if "actual_start" in task]
    return {"": min(days)} if days else {}


def _file_ended(output: Any, lang: Lang) -> Mapping[Any, Any]:
    """Read the last day on which something was finished or reached; nothing while something is open."""
    work = [task for task in output["tasks"].values() if task.get("status") != "cancelled"]
    days = [
        each.get(key)
        for entries, key in ((work, "actual_end"), (output["milestones"].values(), "actual"))
        for each in entries
    ]
    return {"": max(map(str, days))} if all(days) else {}


def _statistics(row: int, name: str) -> Reader:
    return field("statistics", lambda rows: reading.number(rows[row][name]))


def _count_reached(output: Any, lang: Lang) -> Mapping[Any, Any]:
    return {"": float(sum(reading.day(row["actual"]) is not None for row in output["milestones"]))}


def facts() -> Iterator[Fact]:
    """Yield every fact about tasks and milestones."""
    yield from _of_tasks()
    yield from _late()
    yield from _counts()
    yield Fact(
        "date of a milestone",
        _milestone("planned", reading.day) | {"charter": column("milestones", "date", reading.day)},
    )
    yield Fact(
        "name of a milestone", _milestone("name", reading.text) | {"charter": column("milestones", "name")}, spoken=True
    )
    yield Fact(
        "department of a milestone",
        _milestone("department", reading.text) | {"charter": column("milestones", "department")},
        spoken=True,
    )
    for name, convert in (
        ("forecast", reading.day),
        ("actual", reading.day),
        ("variance", reading.number),
        ("light", reading.light),
        ("reason", reading.text),
    ):
        yield Fact(f"{name} of a milestone", _milestone(name, convert), spoken=name == "reason")


def _of_tasks() -> Iterator[Fact]:
    yield Fact("actual start", {"closeout": field("closing.actual_start", reading.day), "file": _file_began})
    yield Fact(
        "actual end",
        {
            "closeout": field("closing.actual_end", reading.day),
            "closeout / performance": field("performance", lambda rows: reading.day(rows[0]["actual"])),
            "file": _file_ended,
        },
    )
    yield Fact(
        "name of a task",
        _workbook("name", reading.text)
        | _by_task("name", reading.text)
        | status("overdue", "name")
        | status("due_soon", "name")
        | {"weekly": _names},
        spoken=True,
    )
    yield Fact(
        "department of a task",
        _workbook("department", reading.text)
        | _by_task("department", reading.text)
        | status("due_soon", "department")
        | {"daily": _in_daily(part=1)},
        spoken=True,
    )
    yield Fact(
        "owner of a task",
        _workbook("owner", reading.text)
        | _by_task("owner", reading.text)
        | status("due_soon", "owner")
        | {"daily": _in_daily(part=2)},
        spoken=True,
    )
    yield Fact("owner of a late task", _workbook("owner", reading.text) | status("overdue", "owner"), spoken=True)
    yield Fact(
        "department of a late task",
        _workbook("department", reading.text) | status("overdue", "department"),
        spoken=True,
    )
    yield Fact("planned start of a task", _workbook("start", reading.day) | _by_task("start", reading.day))
    yield Fact(
        "planned finish of a task",
        _workbook("end", reading.day)
        | _by_task("end", reading.day)
        | status("due_soon", "end", reading.day)
        | {
            "daily": _in_daily(),
            "weekly": _weekly_due,
            "charter": column("deliverables", "due", reading.day, key="task"),
        },
    )
    yield Fact("planned finish of a late task", _workbook("end", reading.day) | status("overdue", "end", reading.day))
    yield Fact(
        "status of a task",
        _workbook("status", reading.word(TaskStatus)) | _by_task("status", reading.text) | {"weekly": _weekly_done},
    )
    yield Fact(
        "progress of a task",
        _workbook("progress", _percent)
        | _by_task("progress", lambda value: float(value or 0))
        | status("due_soon", "progress", reading.number)
        | {"weekly": _weekly_progress, "daily": _daily_progress},
    )
    yield Fact(
        "light of a task",
        _workbook("light", reading.light)
        | _by_task("light", reading.light)
        | status("due_soon", "light", reading.light),
    )
    yield Fact(
        "deliverable of a task",
        _workbook("deliverable", reading.text)
        | {"weekly": _weekly_deliverable, "charter": column("deliverables", "name", key="task")}
        | _accepted("deliverable", lambda text: text.partition(" ")[2]),
        spoken=True,
    )
    yield Fact(
        "standard of a task",
        _workbook("standard", reading.text) | {"charter": column("deliverables", "standard", key="task")},
        spoken=True,
    )
    yield Fact(
        "acceptor of a task",
        _workbook("acceptor", reading.text) | {"charter": column("deliverables", "receiver", key="task")},
        spoken=True,
    )


def _late() -> Iterator[Fact]:
    yield Fact(
        "overdue tasks",
        {"tasks": ids("tasks", where=_is_late), "daily": _daily_ids("overdue"), "weekly": _weekly_overdue}
        | status_ids("overdue"),
    )
    yield Fact(
        "days late of a task",
        _workbook("variance", reading.number, late=True)
        | {"weekly": _weekly_late, "status by task": _reason_late, "check": _found_late}
        | status("overdue", "days_late", reading.number),
    )
    yield Fact(
        "cause of a delay",
        _workbook("delay_reason", reading.text, late=True)
        | {"weekly": _weekly_notes}
        | status("overdue", "delay_reason"),
        spoken=True,
    )
    yield Fact(
        "days late of a finished task", _workbook("variance", _at_least_0, late=False) | {"weekly": _weekly_after}
    )
    yield Fact("tasks due soon", {"daily": _daily_ids("due_soon")} | status_ids("due_soon"))
    yield Fact("days left of a task", status("due_soon", "days_left", reading.number))


def _counts() -> Iterator[Fact]:
    yield Fact(
        "number of tasks",
        {"tasks": field("total.tasks", reading.number), "closeout": _statistics(0, "total")}
        | status_total("departments", "tasks"),
    )
    yield Fact(
        "number of finished tasks",
        {"tasks": field("total.done", reading.number), "closeout": _statistics(0, "closed")}
        | status_total("departments", "done"),
    )
    yield Fact(
        "number of tasks under way", {"tasks": total("workload", "doing")} | status_total("departments", "doing")
    )
    yield Fact(
        "number of overdue tasks",
        {
            "tasks": field("total.overdue", reading.number),
            "daily": lambda output, lang: {"": float(len(output["overdue"]))},
        }
        | status_total("departments", "overdue"),
    )
    yield Fact("number of milestones reached", {"weekly": _count_reached, "closeout": _statistics(1, "closed")})
    yield Fact(
        "number of milestones",
        {"weekly": lambda output, lang: {"": float(len(output["milestones"]))}, "closeout": _statistics(1, "total")},
    )
