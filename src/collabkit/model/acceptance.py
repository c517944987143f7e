"""The acceptance of deliverables."""

from typing import Annotated

from collabkit.lang import Text
from collabkit.model.base import Day, DepartmentId, Flag, Line, Many, MilestoneId, Model, PersonId, TaskId
from collabkit.model.marks import Needed
from collabkit.model.words import (
    AcceptanceMethod,
    Verdict,
)


class AcceptanceItem(Model):
    """One criterion of an acceptance."""

    natural_key = ("criterion",)

    criterion: Annotated[Line | None, Needed(), Text("验收标准", "Criterion")] = None
    tolerance: Annotated[Line | None, Text("允差", "Tolerance")] = None
    method: Annotated[AcceptanceMethod | None, Text("验收方法", "Method")] = None
    result: Annotated[Line | None, Text("结果", "Result")] = None
    passed: Annotated[Flag | None, Text("是否合格", "Passed")] = None
    evidence: Annotated[Line | None, Text("证据", "Evidence")] = None


class OpenPoint(Model):
    """Something left open by a conditional acceptance."""

    natural_key = ("text",)

    text: Annotated[Line | None, Needed(), Text("遗留问题", "Open point")] = None
    owner: Annotated[PersonId | None, Text("责任人", "Owner")] = None
    due: Annotated[Day | None, Text("期限", "Due")] = None


class Acceptance(Model):
    """The acceptance of one deliverable."""

    natural_key = ("deliverable", "task")

    id: Annotated[Line | None, Text("验收单号", "Note number")] = None
    deliverable: Annotated[Line | None, Needed(), Text("交付物", "Deliverable")] = None
    version: Annotated[Line | None, Text("版本", "Version")] = None
    task: Annotated[TaskId | None, Text("关联任务", "Task")] = None
    milestone: Annotated[MilestoneId | None, Text("关联里程碑", "Milestone")] = None
    department: Annotated[DepartmentId | None, Text("交付部门", "Delivering department")] = None
    delivered_by: Annotated[PersonId | None, Text("交付人", "Delivered by")] = None
    delivered: Annotated[Day | None, Text("交付日期", "Delivered on")] = None
    receiver: Annotated[DepartmentId | None, Text("接收部门", "Receiving department")] = None
    items: Annotated[Many[AcceptanceItem], Text("验收明细", "Acceptance items")] = ()
    verdict: Annotated[Verdict | None, Text("结论", "Verdict")] = None
    accepted_by: Annotated[PersonId | None, Text("验收人", "Accepted by")] = None
    accepted: Annotated[Day | None, Text("验收日期", "Accepted on")] = None
    conditions: Annotated[Many[OpenPoint], Text("遗留问题", "Open points")] = ()
    final: Annotated[Flag | None, Text("是否最终验收", "Final acceptance")] = None
