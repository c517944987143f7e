"""What one document of a form is about, and how somebody names the one that is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from collabkit.lang import Text


class Scope(StrEnum):
    """What one document of a form is about."""

    PROJECT = "project"
    DAY = "day"
    WEEK = "week"
    ISSUE = "issue"
    MEETING = "meeting"
    CHANGE = "change"
    TASK = "task"
    DEPARTMENT = "department"


@dataclass(frozen=True, slots=True)
class Naming:
    """How one document of many is asked for: what it is about, what stands for its name, and what is without one."""

    noun: Text
    value: Text
    help: Text
    default: Text | None = None


_ID, _NAME = Text("<编号>", "<id>"), Text("<名称>", "<name>")

NAMINGS: Mapping[Scope, Naming] = {
    Scope.WEEK: Naming(
        Text("周", "week"),
        Text("<周>", "<week>"),
        Text("哪一周，如 2026-W12", "which week, such as 2026-W12"),
        Text("--today 所在的周", "the week of --today"),
    ),
    Scope.ISSUE: Naming(Text("问题", "issue"), _ID, Text("只写这个问题", "this issue only")),
    Scope.MEETING: Naming(Text("会议", "meeting"), _ID, Text("只写这次会议", "this meeting only")),
    Scope.CHANGE: Naming(Text("变更", "change"), _ID, Text("只写这项变更", "this change only")),
    Scope.TASK: Naming(Text("任务", "task"), _ID, Text("只写这项任务", "this task only")),
    Scope.DEPARTMENT: Naming(Text("部门", "department"), _NAME, Text("只写这个部门", "this department only")),
}
"""The scopes with many documents, in the order of the command line; a project has one, and a day has its own."""
