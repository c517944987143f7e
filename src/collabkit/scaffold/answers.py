"""What the person who starts a project says about it, read from what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from collabkit.errors import UsageError
from collabkit.lang import Text
from collabkit.model.placeholder import is_nobody, is_tentative
from collabkit.model.scalars import parse_date

LONGEST_ID = 64
_SEVERAL = "、；;"
_COLON = re.compile(r"[:：](?=[^:：]*$)")


@dataclass(frozen=True, slots=True)
class Department:
    """A department that takes part, and who heads it; None: as in the scenario."""

    name: str | None = None
    head: str | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """What was said about the project; None: as in the scenario, whose departments come first."""

    scenario: str = "blank"
    name: str | None = None
    code: str | None = None
    departments: tuple[Department, ...] = ()
    sponsor: str | None = None
    manager: str | None = None
    start: date | None = None
    end: date | None = None


def read_line(text: str, what: Text) -> str:
    """Return `text` as one line of what can be printed; raise UsageError, naming `what`, when it says nothing."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    if not line:
        raise UsageError(Text(f"{what.zh}不能为空", f"{what.en} must not be empty"))
    if not any(char.isalnum() for char in line):
        raise UsageError(
            Text(f"{what.zh}不能是「{line}」：没有文字", f"{what.en} cannot be '{line}': there is no word in it"),
        )
    return line


def read_person(text: str, what: Text) -> str:
    """Return `text` as the name of one person; raise UsageError when it cannot be one."""
    line = _with_letters(text, what)
    if is_nobody(line) or is_tentative(line):
        raise UsageError(
            Text(f"{what.zh}要写真名，不能是「{line}」", f"{what.en} is the name of a person, not '{line}'"),
            Text(
                "人选没定就先不写，以后在 project.yaml 里补",
                "leave it out while it is open; project.yaml takes the name later",
            ),
        )
    if any(mark in line for mark in _SEVERAL):
        raise UsageError(
            Text(f"{what.zh}只能是一个人，不能是「{line}」", f"{what.en} is one person, not '{line}'"),
            Text("其余的人以后写进 people", "the others go into 'people' later"),
        )
    return line


def read_department(text: str, what: Text) -> str:
    """Return `text` as the name of a department; raise UsageError when it cannot be one."""
    line = _with_letters(text, what)
    if len(line) > LONGEST_ID:
        raise UsageError(
            Text(
                f"{what.zh}有 {len(line)} 个字，最多 {LONGEST_ID} 个",
                f"{what.en} has {len(line)} characters, {LONGEST_ID} are the most",
            ),
            Text("写部门的简称", "write what the department is called for short"),
        )
    return line


def _with_letters(text: str, what: Text) -> str:
    line = read_line(text, what)
    if not any(char.isalpha() for char in line):
        raise UsageError(
            Text(
                f"{what.zh}不能是「{line}」：没有字母或汉字", f"{what.en} cannot be '{line}': there is no letter in it"
            )
        )
    return line


def read_department_and_head(text: str, what: Text) -> Department:
    """Return the department and head that `市场部:赵敏` names; the head may be left out."""
    name, *head = _COLON.split(text, maxsplit=1)
    known = read_person(head[0], Text(f"{what.zh} 的负责人", f"the head in {what.en}")) if head else None
    return Department(read_department(name, what), known)


def read_day(text: str, what: Text) -> date:
    """Return the day that `text` means; raise UsageError when it is none."""
    day = parse_date(text)
    if day is None:
        raise UsageError(
            Text(f"{what.zh}「{text}」不是日期", f"{what.en} '{text}' is no date"),
            Text("写成 2026-03-02 这样", "write it like 2026-03-02"),
        )
    return day


def refuse_twice(departments: Iterable[str]) -> None:
    """Raise UsageError when a department is named twice."""
    names = list(departments)
    twice = next((name for at, name in enumerate(names) if name in names[:at]), None)
    if twice is not None:
        raise UsageError(
            Text(f"部门「{twice}」写了两次", f"department '{twice}' is named twice"),
            Text("每个部门写一次，名字各不相同", "name each department once"),
        )


def refuse_one_person(sponsor: str, manager: str) -> None:
    """Raise UsageError when sponsor and project manager are the same person."""
    if sponsor == manager:
        raise UsageError(
            Text(
                f"「{sponsor}」不能既是项目发起人又是项目经理：没有人能批准自己的申请",
                f"'{sponsor}' cannot be both sponsor and project manager: nobody approves their own requests",
            ),
            Text("发起人写能为项目拍板的上级领导", "the sponsor is a superior who can decide for the project"),
        )
