"""Milestones."""

from typing import Annotated

from collabkit.lang import Text
from collabkit.model.base import Day, DepartmentId, Line, Model, PersonId
from collabkit.model.marks import Needed


class Milestone(Model):
    """A dated event that closes work, without a duration."""

    name: Annotated[Line | None, Needed(), Text("里程碑", "Milestone")] = None
    date: Annotated[Day | None, Text("计划日期", "Planned date")] = None
    department: Annotated[DepartmentId | None, Text("责任部门", "Owner department")] = None
    evidence: Annotated[Line | None, Text("完成标志", "Completion evidence")] = None
    forecast: Annotated[Day | None, Text("预测日期", "Forecast date")] = None
    actual: Annotated[Day | None, Text("实际日期", "Actual date")] = None
    gate: Annotated[PersonId | None, Text("评审/放行人", "Gate reviewer")] = None
