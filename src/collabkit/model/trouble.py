"""What may go wrong and what did: risks, issues with their resolution, decisions and changes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from collabkit.lang import Text
from collabkit.model.base import (
    ChangeId,
    Day,
    DepartmentId,
    Flag,
    Int,
    IssueId,
    Line,
    Many,
    Model,
    Needed,
    Number,
    People,
    PersonId,
    RiskId,
    Tasks,
    Words,
)
from collabkit.model.ranges import COST_CHANGE, DELAY, LEVEL
from collabkit.model.talk import Action, Decider
from collabkit.model.words import (
    ChangeCategory,
    ChangeDecision,
    DecisionLevel,
    Grade,
    IssueStatus,
    Light,
    Priority,
    RiskCategory,
    RiskStatus,
    RiskStrategy,
)

Scale = Annotated[Int, Field(ge=1, le=5)]
"""A score from 1 to 5."""


class RiskReview(Model):
    """How a risk was scored on an earlier day."""

    date: Annotated[Day | None, Needed(), Text("复核日期", "Reviewed on")] = None
    likelihood: Annotated[Scale | None, Text("当时的可能性 1-5", "Likelihood then, 1-5")] = None
    impact: Annotated[Scale | None, Text("当时的影响 1-5", "Impact then, 1-5")] = None
    note: Annotated[Line | None, Text("说明", "Note")] = None


class Risk(Model):
    """Something that may happen; level (likelihood x impact) and light are computed."""

    title: Annotated[Line | None, Needed(), Text("风险名称", "Title")] = None
    description: Annotated[Line | None, Text("原因—事件—影响", "Cause, event, effect")] = None
    category: Annotated[RiskCategory | None, Text("类别", "Category")] = None
    identified_by: Annotated[PersonId | None, Text("提出人", "Identified by")] = None
    identified: Annotated[Day | None, Text("提出日期", "Identified on")] = None
    likelihood: Annotated[Scale | None, Text("可能性 1-5", "Likelihood 1-5")] = None
    impact: Annotated[Scale | None, Text("影响 1-5", "Impact 1-5")] = None
    light: Annotated[Light | None, Text("人工指定的灯", "Light, when it is not the computed one")] = None
    light_reason: Annotated[Line | None, Text("人工指定的理由", "Why it differs")] = None
    strategy: Annotated[RiskStrategy | None, Text("应对策略", "Strategy")] = None
    response: Annotated[Line | None, Text("应对措施", "Response")] = None
    contingency: Annotated[Line | None, Text("应急预案", "Contingency")] = None
    trigger: Annotated[Line | None, Text("触发条件", "Trigger")] = None
    owner: Annotated[PersonId | None, Text("责任人", "Owner")] = None
    due: Annotated[Day | None, Text("措施期限", "Action due")] = None
    status: Annotated[RiskStatus, Text("状态", "Status")] = RiskStatus.OPEN
    reviewed: Annotated[Day | None, Text("上次检视", "Last review")] = None
    reviews: Annotated[
        Many[RiskReview], Text("历次复核及当时的评分，最新在后", "Earlier reviews and their scores, newest last")
    ] = ()
    closed: Annotated[Day | None, Text("关闭日期", "Closed on")] = None
    escalated: Annotated[Flag, Text("是否升级", "Escalated")] = False
    residual: Annotated[Int | None, LEVEL, Text("剩余风险值", "Residual level")] = None
    tasks: Annotated[Tasks, Text("影响任务", "Affected tasks")] = ()
    issue: Annotated[IssueId | None, Text("已发生时对应的问题", "The issue, once it has happened")] = None


class ResolutionMeeting(Model):
    """The special meeting that resolved an issue."""

    date: Annotated[Day | None, Text("日期", "Date")] = None
    place: Annotated[Line | None, Text("地点", "Place")] = None
    chair: Annotated[PersonId | None, Text("主持人", "Chair")] = None
    attendees: Annotated[People, Text("参会人", "Attendees")] = ()


class Position(Model):
    """What one department claims and why."""

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


class Decision(Model):
    """One line of the decision log."""

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
