"""Issues: what did go wrong, and how it was resolved."""

from typing import Annotated

from pydantic import Field

from collabkit.lang import Text
from collabkit.model.action import Action
from collabkit.model.base import (
    ChangeId,
    Day,
    DepartmentId,
    Flag,
    Line,
    Many,
    Model,
    Number,
    People,
    PersonId,
    Tasks,
    Words,
)
from collabkit.model.escalation import Decider
from collabkit.model.marks import Needed
from collabkit.model.ranges import COST_CHANGE, DELAY
from collabkit.model.risk import Scale
from collabkit.model.words import (
    DecisionLevel,
    Grade,
    IssueStatus,
)


class ResolutionMeeting(Model):
    """The special meeting that resolved an issue."""

    date: Annotated[Day | None, Text("日期", "Date")] = None
    place: Annotated[Line | None, Text("地点", "Place")] = None
    chair: Annotated[PersonId | None, Text("主持人", "Chair")] = None
    attendees: Annotated[People, Text("参会人", "Attendees")] = ()


class Position(Model):
    """What one department claims and why."""

    natural_key = ("department",)

    department: Annotated[DepartmentId | None, Text("部门", "Department")] = None
    claim: Annotated[Line | None, Needed(), Text("主张", "Claim")] = None
    reason: Annotated[Line | None, Text("理由", "Reason")] = None


class Impacts(Model):
    """What an issue or change does to the plan; schedule in working days, cost in the budget's currency."""

    schedule: Annotated[Number | None, DELAY, Text("进度影响（工作日）", "Schedule impact in working days")] = None
    cost: Annotated[Number | None, COST_CHANGE, Text("成本影响", "Cost impact")] = None
    scope: Annotated[Line | None, Text("范围影响", "Scope impact")] = None
    quality: Annotated[Line | None, Text("质量影响", "Quality impact")] = None
    risk: Annotated[Line | None, Text("风险影响", "Risk impact")] = None
    resource: Annotated[Line | None, Text("资源影响", "Resource impact")] = None
    other: Annotated[Line | None, Text("其他影响", "Other impact")] = None


class Option(Model):
    """One way to resolve an issue."""

    natural_key = ("option",)

    option: Annotated[Line | None, Needed(), Text("方案", "Option")] = None
    pros: Annotated[Line | None, Text("优点", "Pros")] = None
    cons: Annotated[Line | None, Text("缺点", "Cons")] = None
    time: Annotated[Line | None, Text("工期", "Time")] = None
    cost: Annotated[Line | None, Text("费用", "Cost")] = None
    risk: Annotated[Line | None, Text("风险", "Risk")] = None
    recommended: Annotated[Flag, Text("是否推荐", "Recommended")] = False


class Resolution(Model):
    """The decision about a key issue."""

    id: Annotated[Line | None, Text("决议编号", "Resolution number")] = None
    meeting: Annotated[ResolutionMeeting | None, Text("专项会议", "Special meeting")] = None
    cause: Annotated[Line | None, Text("原因分析", "Cause")] = None
    positions: Annotated[Many[Position], Text("各方意见", "Positions")] = ()
    impacts: Annotated[Impacts, Text("影响分析", "Impacts")] = Field(default_factory=Impacts)
    impact_if_nothing: Annotated[Line | None, Text("不处理的后果", "If nothing is done")] = None
    options: Annotated[Many[Option], Text("备选方案", "Options")] = ()
    decision: Annotated[Line | None, Text("解决方案", "Decision")] = None
    rationale: Annotated[Line | None, Text("决策依据", "Rationale")] = None
    level: Annotated[DecisionLevel | None, Text("决策层级", "Decision level")] = None
    decided_by: Annotated[Decider | None, Text("决策人", "Decided by")] = None
    decided: Annotated[Day | None, Text("决策日期", "Decided on")] = None
    effective: Annotated[Day | None, Text("生效日期", "Effective from")] = None
    change: Annotated[ChangeId | None, Text("变更单号", "Change, when a baseline moves")] = None
    actions: Annotated[Many[Action], Text("行动项", "Actions")] = ()
    notify: Annotated[Words, Text("知会范围", "Communicated to")] = ()
    verification: Annotated[Line | None, Text("验证结果", "Verification")] = None
    reservations: Annotated[Line | None, Text("保留意见", "Reservations")] = None


class Issue(Model):
    """Something that has happened and needs an action."""

    title: Annotated[Line | None, Needed(), Text("问题", "Title")] = None
    description: Annotated[Line | None, Text("事实描述", "Facts")] = None
    category: Annotated[Line | None, Text("类别", "Category")] = None
    grade: Annotated[Grade | None, Text("等级：general 一般，key 关键", "Grade: general or key")] = None
    raised_by: Annotated[PersonId | None, Text("提出人", "Raised by")] = None
    raised: Annotated[Day | None, Text("提出日期", "Raised on")] = None
    departments: Annotated[Many[DepartmentId], Text("相关部门", "Departments concerned")] = ()
    urgency: Annotated[Scale | None, Text("紧急度 1-5", "Urgency 1-5")] = None
    impact: Annotated[Scale | None, Text("影响度 1-5", "Impact 1-5")] = None
    tasks: Annotated[Tasks, Text("影响任务", "Affected tasks")] = ()
    owner: Annotated[PersonId | None, Text("责任人", "Owner")] = None
    due: Annotated[Day | None, Text("目标解决日", "Target date")] = None
    action: Annotated[Line | None, Text("处理措施", "Action")] = None
    level: Annotated[DecisionLevel | None, Text("当前处理层级", "Current level")] = None
    escalated: Annotated[Day | None, Text("升级日期", "Escalated on")] = None
    status: Annotated[IssueStatus, Text("状态", "Status")] = IssueStatus.OPEN
    verified_by: Annotated[PersonId | None, Text("验证人", "Verified by")] = None
    closed: Annotated[Day | None, Text("关闭日期", "Closed on")] = None
    resolution: Annotated[Resolution | None, Text("决议", "Resolution")] = None
