"""What the project is: name, people in charge, dates, background; and the control of its documents."""

from __future__ import annotations

from typing import Annotated

from collabkit.lang import Text
from collabkit.model.base import (
    ISSUE_KEYS,
    Day,
    DepartmentId,
    Line,
    Many,
    Model,
    Needed,
    PersonId,
    Table,
    WeekId,
    Words,
)
from collabkit.model.words import DocumentStatus, Level, Scenario, Sensitivity, Stage


class Assumption(Model):
    """Something taken for granted until somebody has verified it."""

    text: Annotated[Line | None, Needed(), Text("假设内容", "What is assumed")] = None
    owner: Annotated[PersonId | None, Text("验证人", "Who validates it")] = None
    due: Annotated[Day | None, Text("验证日期", "Validated by this day")] = None


class About(Model):
    """The section `project`."""

    name: Annotated[Line, Text("项目名称", "Project name")]
    code: Annotated[Line | None, Text("项目编号，如 PRJ-2026-001", "Project code, such as PRJ-2026-001")] = None
    scenario: Annotated[Scenario | None, Text("项目类型", "Project type")] = None
    stage: Annotated[
        Stage,
        Text("项目阶段，决定检查到哪一步（逐级累加）", "Project stage; decides which checks apply (cumulative)"),
    ] = Stage.INITIATING
    department: Annotated[DepartmentId | None, Text("发起部门", "Initiating department")] = None
    sponsor: Annotated[PersonId | None, Text("项目发起人/分管领导", "Sponsor")] = None
    manager: Annotated[PersonId, Text("项目经理", "Project manager")]
    start: Annotated[Day, Text("计划开始日期", "Planned start")]
    end: Annotated[Day, Text("计划结束日期", "Planned end")]
    background: Annotated[Line | None, Text("项目背景：现状与问题", "Background: current situation and problem")] = None
    opportunity: Annotated[Line | None, Text("机会或驱动因素", "Opportunity or driver")] = None
    strategy: Annotated[Line | None, Text("对应战略或年度目标", "Strategic link")] = None
    cost_of_inaction: Annotated[Line | None, Text("不做的后果", "Cost of doing nothing")] = None
    legal_basis: Annotated[Line | None, Text("法规或制度依据", "Legal or policy basis")] = None
    manager_authority: Annotated[Line | None, Text("项目经理授权", "What the project manager may decide and spend")] = (
        None
    )
    level: Annotated[Level | None, Text("项目级别", "Project level")] = None
    success_criteria: Annotated[Words, Text("成功标准", "Success criteria")] = ()
    exit_criteria: Annotated[Words, Text("终止或退出条件", "Exit criteria")] = ()
    assumptions: Annotated[Many[Assumption], Text("假设", "Assumptions")] = ()
    constraints: Annotated[Words, Text("制约因素", "Constraints")] = ()


class Revision(Model):
    """One line of the revision history."""

    version: Annotated[Line | None, Text("版本", "Version")] = None
    date: Annotated[Day | None, Text("日期", "Date")] = None
    author: Annotated[PersonId | None, Text("修改人", "Changed by")] = None
    summary: Annotated[Line | None, Text("修订摘要", "What changed")] = None


class Document(Model):
    """The section `document`: document control, on every form."""

    organization: Annotated[Line | None, Text("公司名称", "Organisation")] = None
    version: Annotated[Line | None, Text("版本；0.x 为草稿", "Version; 0.x is a draft")] = None
    date: Annotated[Day | None, Text("编制日期", "Document date")] = None
    sensitivity: Annotated[Sensitivity | None, Text("密级", "Sensitivity")] = None
    author: Annotated[PersonId | None, Text("编制", "Prepared by")] = None
    reviewer: Annotated[PersonId | None, Text("审核", "Reviewed by")] = None
    approver: Annotated[PersonId | None, Text("批准", "Approved by")] = None
    distribution: Annotated[Words, Text("分发范围", "Distribution")] = ()
    history: Annotated[Many[Revision], Text("修订记录，最新在前", "Revision history, newest first")] = ()


class Control(Model):
    """The control of one form; what is missing follows `document`."""

    version: Annotated[Line | None, Text("版本；0.x 为草稿", "Version; 0.x is a draft")] = None
    date: Annotated[Day | None, Text("编制日期", "Document date")] = None
    status: Annotated[
        DocumentStatus | None, Text("文件状态；不填则由签字情况得出", "Status; follows from the signatures")
    ] = None
    author: Annotated[PersonId | None, Text("编制", "Prepared by")] = None
    reviewer: Annotated[PersonId | None, Text("审核", "Reviewed by")] = None
    approver: Annotated[PersonId | None, Text("批准", "Approved by")] = None
    distribution: Annotated[Words, Text("分发范围", "Distribution")] = ()
    history: Annotated[Many[Revision], Text("修订记录，最新在前", "Revision history, newest first")] = ()


class Documents(Model):
    """The section `documents`: document control of single forms, where it differs from the project's."""

    charter: Annotated[Control | None, Text("项目启动信息表", "Project Initiation Sheet")] = None
    tasks: Annotated[Control | None, Text("多部门协作任务分工表", "Task Allocation Table")] = None
    goals: Annotated[Control | None, Text("项目目标共识表", "Goal Alignment Agreement")] = None
    weekly: Annotated[dict[WeekId, Control], Text("项目周报，按 ISO 周", "Weekly reports, by ISO week")] = {}
    resolution: Annotated[
        Table[Control], ISSUE_KEYS, Text("问题解决决议表，按问题编号", "Issue resolution records, by issue")
    ] = {}
    closeout: Annotated[Control | None, Text("项目总结与复盘报告", "Close-out Report")] = None
