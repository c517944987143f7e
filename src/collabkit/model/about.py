"""What the project is: name, people in charge, dates, background."""

from typing import Annotated

from collabkit.lang import Text
from collabkit.model.base import Day, DepartmentId, Line, Many, Model, PersonId, Words
from collabkit.model.marks import Needed
from collabkit.model.words import Level, Scenario, Stage


class Assumption(Model):
    """Something taken for granted until somebody has verified it."""

    natural_key = ("text",)

    id: Annotated[
        Line | None, Text("假设编号；不写则以内容区分", "Assumption number; without one, its text tells it apart")
    ] = None
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
