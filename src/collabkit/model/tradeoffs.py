"""What gives way to what, and what departments hold against it."""

from typing import Annotated

from collabkit.lang import Text
from collabkit.model.base import Day, DepartmentId, Line, Many, Model
from collabkit.model.marks import Needed
from collabkit.model.words import Aspect


class Conflict(Model):
    """A known conflict between aims and the agreed rule for it."""

    natural_key = ("conflict",)

    conflict: Annotated[Line | None, Needed(), Text("已识别冲突", "Known conflict")] = None
    rule: Annotated[Line | None, Text("约定规则", "Agreed rule")] = None


class Tradeoffs(Model):
    """The section `tradeoffs`: what gives way to what."""

    priority: Annotated[Many[Aspect], Text("优先顺序，最重要的在前", "Priority, the most important first")] = ()
    conflicts: Annotated[Many[Conflict], Text("冲突与约定", "Conflicts and rules")] = ()


class Reservation(Model):
    """What a department holds against the agreement, and how it is followed up."""

    natural_key = ("department", "text")

    id: Annotated[
        Line | None,
        Text(
            "保留意见编号；不写则以部门和内容区分", "Reservation number; without one, department and text tell it apart"
        ),
    ] = None
    department: Annotated[DepartmentId | None, Text("部门", "Department")] = None
    text: Annotated[Line | None, Needed(), Text("保留意见", "Reservation")] = None
    follow_up: Annotated[Line | None, Text("处理方式", "Follow-up")] = None
    due: Annotated[Day | None, Text("期限", "Due")] = None
