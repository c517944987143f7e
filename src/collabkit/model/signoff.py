"""Who signed which form."""

from __future__ import annotations

from typing import Annotated

from collabkit.lang import Text
from collabkit.model.base import ChangeId, Day, IssueId, Line, Many, Model, PersonId
from collabkit.model.marks import Needed
from collabkit.model.words import (
    Opinion,
)


class Signoff(Model):
    """One signature on one form."""

    natural_key = ("person", "date", "issue", "change")

    person: Annotated[PersonId | None, Needed(), Text("签字人", "Who signed")] = None
    date: Annotated[Day | None, Text("签字日期", "Signed on")] = None
    opinion: Annotated[Opinion | None, Text("意见", "Opinion")] = None
    note: Annotated[Line | None, Text("意见说明", "Note on the opinion")] = None
    issue: Annotated[IssueId | None, Text("所签决议对应的问题", "The issue whose resolution was signed")] = None
    change: Annotated[ChangeId | None, Text("所签变更单", "The change that was signed")] = None


class Signoffs(Model):
    """The section `signoffs`, by form."""

    charter: Annotated[Many[Signoff], Text("项目启动信息表", "Project Initiation Sheet")] = ()
    tasks: Annotated[Many[Signoff], Text("多部门协作任务分工表", "Task Allocation Table")] = ()
    goals: Annotated[Many[Signoff], Text("项目目标共识表", "Goal Alignment Agreement")] = ()
    resolution: Annotated[Many[Signoff], Text("问题解决决议表", "Issue Resolution Record")] = ()
    change: Annotated[Many[Signoff], Text("变更申请单", "Change Request")] = ()
    minutes: Annotated[Many[Signoff], Text("会议纪要", "Minutes")] = ()
    acceptance: Annotated[Many[Signoff], Text("交付物验收单", "Acceptance Note")] = ()
    closeout: Annotated[Many[Signoff], Text("项目总结与复盘报告", "Close-out Report")] = ()
