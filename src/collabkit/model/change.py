"""Requests to change a signed baseline."""

from typing import Annotated

from pydantic import Field

from collabkit.lang import Text
from collabkit.model.base import Day, Line, Model, PersonId, Tasks
from collabkit.model.issue import Impacts
from collabkit.model.marks import Needed
from collabkit.model.risk import Scale
from collabkit.model.words import (
    ChangeCategory,
    ChangeDecision,
    Priority,
)


class Change(Model):
    """A request to change a signed baseline."""

    title: Annotated[Line | None, Needed(), Text("变更名称", "Title")] = None
    requested_by: Annotated[PersonId | None, Text("申请人", "Requested by")] = None
    requested: Annotated[Day | None, Text("申请日期", "Requested on")] = None
    category: Annotated[ChangeCategory | None, Text("类别", "Category")] = None
    priority: Annotated[Priority | None, Text("优先级", "Priority")] = None
    current: Annotated[Line | None, Text("现状（原基准）", "Current baseline")] = None
    proposed: Annotated[Line | None, Text("变更后", "Proposed")] = None
    reason: Annotated[Line | None, Text("变更原因", "Reason")] = None
    impact_if_not: Annotated[Line | None, Text("不变更的影响", "Impact of not changing")] = None
    out_of_scope: Annotated[Line | None, Text("不含内容", "Out of scope of this change")] = None
    impacts: Annotated[Impacts, Text("影响评估", "Impact assessment")] = Field(default_factory=Impacts)
    size: Annotated[Scale | None, Text("变更规模 1-5", "Size 1-5")] = None
    decision: Annotated[ChangeDecision | None, Text("结论", "Decision")] = None
    decided_by: Annotated[PersonId | None, Text("批准人", "Decided by")] = None
    decided: Annotated[Day | None, Text("批准日期", "Decided on")] = None
    conditions: Annotated[Line | None, Text("附加条件", "Conditions")] = None
    tasks: Annotated[Tasks, Text("实施任务", "Implementing tasks")] = ()
    implemented: Annotated[Day | None, Text("实施完成日期", "Implemented on")] = None
