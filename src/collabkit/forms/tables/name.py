"""Names of people, departments, milestones and predecessors as people type them into a cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from collabkit.forms.tables.answer import Answer
from collabkit.forms.tables.names import apart
from collabkit.forms.tables.word import failed
from collabkit.lang import Text, listing
from collabkit.model.dependency import Dependency
from collabkit.model.dependency import parse as dependency
from collabkit.problem import Problem

_NOUNS = {
    ("people",): Text("成员", "person"),
    ("departments",): Text("部门", "department"),
    ("people", "departments"): Text("成员或部门", "person or department"),
    ("milestones",): Text("里程碑", "milestone"),
    ("tasks",): Text("任务", "task"),
}


def one(*sections: str) -> Callable[[Answer], str | Problem | None]:
    """Return the reader of one name, as its id; one that is nobody's or several people's is a problem."""

    def parse(answer: Answer) -> str | Problem | None:
        if answer.is_blank:
            return None
        if answer.shows_error:
            return failed(answer)
        return _id(answer.text, sections, answer)

    return parse


def several(*sections: str) -> Callable[[Answer], tuple[str, ...] | Problem]:
    """Return the reader of a list of names, as their ids."""

    def parse(answer: Answer) -> tuple[str, ...] | Problem:
        listed = () if answer.is_blank else apart(answer.text, answer.directory.names(*sections).meant)
        return _all(_id(part, sections, answer) for part in listed)

    return parse


def _id(typed: str, sections: tuple[str, ...], answer: Answer) -> str | Problem:
    names, noun = answer.directory.names(*sections), _NOUNS[sections]
    meant = names.meant(typed)
    if len(meant) == 1:
        return meant[0]
    if meant:
        which = listing(meant)
        message = Text(f"有几个：{which.zh}", f"means several: {which.en}")
        return answer.wrong(message.zh, message.en, Text("写编号", "write the id"))
    near = names.nearest(typed)
    guess = Text(f"是不是「{near}」？", f"did you mean '{near}'?") if near else None
    said = Text(f"中没有{noun.zh}「{typed}」", f"names no {noun.en} '{typed}'")
    if typed == answer.text:
        said = Text(f"不是项目的{noun.zh}", f"is no {noun.en} of the project")
    return answer.wrong(said.zh, said.en, guess)


def _all(parts: Iterable[str | Problem]) -> tuple[str, ...] | Problem:
    """Return all parts, or the first problem among them."""
    found = []
    for part in parts:
        if isinstance(part, Problem):
            return part
        found.append(part)
    return tuple(found)


def predecessors(answer: Answer) -> tuple[str, ...] | Problem:
    """Return predecessors as the project file writes them: `T02`, `T02+2`, `T02 SS`."""
    listed = () if answer.is_blank else apart(answer.text, answer.directory.predecessors.__contains__)
    return _all(_predecessor(part, answer) for part in listed)


def _predecessor(typed: str, answer: Answer) -> str | Problem:
    if typed in answer.directory.predecessors:
        return typed
    tasks = answer.directory.names("tasks")
    if len(meant := tasks.meant(typed)) == 1:
        return meant[0]
    read = dependency(re.sub(r"\s+", " ", typed), tasks.ids)
    task = _id(read.task, ("tasks",), answer)
    return task if isinstance(task, Problem) else str(Dependency(task, read.link, read.lag))


def support(answer: Answer) -> dict[str, str | None] | Problem:
    """Return what each department contributes, a line for each such as `市场部：提供素材`.

    A line that names none goes on with the one before.
    """
    found: dict[str, list[str]] = {}
    lines: list[str] | None = None
    for line in () if answer.is_blank else answer.text.split("\n"):
        read = _supporting(line, answer)
        if not isinstance(read, Problem):
            lines = found[read[0]] = [read[1]]
        elif lines is None or (re.search("[:：]", line) and line not in answer.directory.support):
            return read
        else:
            lines.append(line)
    return {department: "\n".join(lines).strip() or None for department, lines in found.items()}


def _supporting(line: str, answer: Answer) -> tuple[str, str] | Problem:
    """Return the department that a line begins with and what it contributes."""
    wrong = answer.wrong("没有部门", "names no department")
    for head, rest in _heads(line):
        found = _id(head.strip(), ("departments",), answer)
        if isinstance(found, str):
            return found, rest
        wrong = found
    return wrong


def _heads(line: str) -> Iterator[tuple[str, str]]:
    """Yield where a line may be parted at a colon, the longest beginning first."""
    ends = [match.start() for match in re.finditer("[:：]", line)]
    for end in (len(line), *reversed(ends)):
        yield line[:end], line[end + 1 :]
