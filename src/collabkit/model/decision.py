"""Decisions of the log."""

from typing import Annotated

from collabkit.lang import Text
from collabkit.model.base import ChangeId, Day, Flag, IssueId, Line, Model, PersonId, RiskId, Words
from collabkit.model.marks import Needed


class Decision(Model):
    """One line of the decision log."""

    natural_key = ("title",)

    id: Annotated[Line | None, Text("决策编号", "ID")] = None
    title: Annotated[Line | None, Needed(), Text("决策", "Title")] = None
    description: Annotated[Line | None, Text("内容", "Description")] = None
    context: Annotated[Line | None, Text("背景", "Context")] = None
    issue: Annotated[IssueId | None, Text("关联问题", "Issue")] = None
    risk: Annotated[RiskId | None, Text("关联风险", "Risk")] = None
    change: Annotated[ChangeId | None, Text("关联变更", "Change")] = None
    options: Annotated[Line | None, Text("备选与依据", "Options and rationale")] = None
    owner: Annotated[PersonId | None, Text("决策人", "Decision owner")] = None
    forum: Annotated[Line | None, Text("场合", "Forum")] = None
    date: Annotated[Day | None, Text("决策日期", "Date")] = None
    effective: Annotated[Day | None, Text("生效日期", "Applies from")] = None
    escalated: Annotated[Flag, Text("是否上级决策", "Escalated")] = False
    communicated_to: Annotated[Words, Text("已知会", "Communicated to")] = ()
    reversal: Annotated[Line | None, Text("可撤销条件", "Reversal condition")] = None
