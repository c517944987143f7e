"""Tasks."""

from typing import Annotated

from pydantic import Field

from collabkit.lang import Text
from collabkit.model.base import (
    DEPARTMENT_KEYS,
    AnyGoalId,
    Day,
    DepartmentId,
    Flag,
    Int,
    Line,
    Many,
    MilestoneId,
    Model,
    Number,
    PartyId,
    People,
    PersonId,
    ScopeId,
    Share,
    Table,
    Words,
)
from collabkit.model.marks import Needed
from collabkit.model.ranges import EFFORT, SHARE
from collabkit.model.words import Priority, TaskStatus


class Task(Model):
    """One piece of work of one department with one owner and one deliverable."""

    name: Annotated[Line | None, Needed(), Text("任务名称", "Task name")] = None
    phase: Annotated[Line | None, Text("阶段", "Phase")] = None
    description: Annotated[Line | None, Text("任务说明", "Description")] = None
    department: Annotated[DepartmentId | None, Text("负责部门", "Responsible department")] = None
    owner: Annotated[PersonId | None, Text("负责人（仅一人）", "Owner (exactly one)")] = None
    team: Annotated[People, Text("执行人", "Executors")] = ()
    support: Annotated[
        Table[Line | None],
        DEPARTMENT_KEYS,
        Text("协作部门与协作内容", "Supporting departments and what they support with"),
    ] = Field(default_factory=dict)  # a default that is a dict is copied with care, for each of 10,000 tasks
    start: Annotated[Day | None, Text("计划开始", "Planned start")] = None
    end: Annotated[Day | None, Text("计划完成", "Planned finish")] = None
    after: Annotated[
        Words,
        Text(
            "前置任务：T02、T02+2、T02 SS、T02 FF+1（提前量/滞后量为工作日）",
            "Predecessors: T02, T02+2, T02 SS, T02 FF+1 (lag in working days)",
        ),
    ] = ()
    effort: Annotated[Number | None, EFFORT, Text("工作量（人天）", "Effort in person-days")] = None
    allocation: Annotated[
        Share | None, SHARE, Text("负责人投入比例，默认 100%", "Share of the owner's time, 100% by default")
    ] = None
    priority: Annotated[Priority | None, Text("优先级", "Priority")] = None
    fixed: Annotated[Flag, Text("日期由外部给定", "Dates are given from outside")] = False
    covers: Annotated[Many[ScopeId], Text("覆盖的范围项", "Scope items it delivers")] = ()
    goals: Annotated[Many[AnyGoalId], Text("支撑的目标或子目标", "Goals or sub-goals it serves")] = ()
    milestone: Annotated[MilestoneId | None, Text("所属里程碑", "Milestone it belongs to")] = None
    deliverable: Annotated[Line | None, Text("交付物", "Deliverable")] = None
    standard: Annotated[Line | None, Text("交付物标准，可验证", "Standard of the deliverable, verifiable")] = None
    acceptor: Annotated[PartyId | None, Text("验收人或接收部门", "Acceptor: a person or department")] = None
    status: Annotated[TaskStatus, Text("状态；逾期由程序计算", "Status; late is computed")] = TaskStatus.TODO
    progress: Annotated[
        Annotated[Int, Field(ge=0, le=100)] | None, Text("完成率 0-100", "Per cent complete, 0-100")
    ] = None
    actual_start: Annotated[Day | None, Text("实际开始", "Actual start")] = None
    actual_end: Annotated[Day | None, Text("实际完成", "Actual finish")] = None
    delay_reason: Annotated[
        Line | None,
        Text("延期原因与补救措施、预计完成日", "Why it is late, how that is made up for, and when it will be done"),
    ] = None
    note: Annotated[Line | None, Text("备注", "Note")] = None
