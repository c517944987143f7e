"""What one department hands over to another."""

from typing import Annotated

from pydantic import Field

from collabkit.lang import Text
from collabkit.model.base import Day, DepartmentId, Line, Many, Model, PersonId, TaskId
from collabkit.model.marks import Needed


class Handover(Model):
    """The confirmed promise behind a dependency that crosses departments."""

    natural_key = ("from_", "to")

    from_: Annotated[TaskId | None, Needed(), Text("上游任务", "Upstream task"), Field(alias="from")] = None
    to: Annotated[TaskId | None, Needed(), Text("下游任务", "Downstream task")] = None
    item: Annotated[Line | None, Text("交接内容", "What is handed over")] = None
    standard: Annotated[Line | None, Text("交接标准", "Standard of the hand-over")] = None
    needed_by: Annotated[Day | None, Text("最迟交接日", "Needed by")] = None
    confirmed: Annotated[Many[DepartmentId], Text("已确认的部门", "Departments that have confirmed")] = ()


class HandoverItem(Model):
    """What is handed over to a line department when the project closes."""

    natural_key = ("item",)

    id: Annotated[
        Line | None, Text("移交编号；不写则以遗留事项区分", "Item number; without one, its text tells it apart")
    ] = None
    item: Annotated[Line | None, Needed(), Text("遗留事项", "Open item")] = None
    receiver: Annotated[DepartmentId | None, Text("接收部门", "Receiving department")] = None
    owner: Annotated[PersonId | None, Text("责任人", "Owner")] = None
    due: Annotated[Day | None, Text("期限", "Due")] = None
    received: Annotated[Day | None, Text("签收日期", "Received on")] = None
