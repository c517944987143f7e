"""The whole project file."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from collabkit.lang import Lang, Text
from collabkit.model.about import About
from collabkit.model.acceptance import Acceptance
from collabkit.model.base import Id, Many, Model, Table, WeekId, Words
from collabkit.model.budget import Budget
from collabkit.model.calendar import Calendar
from collabkit.model.change import Change
from collabkit.model.closeout import Closeout
from collabkit.model.communication import Communication
from collabkit.model.decision import Decision
from collabkit.model.department import Department
from collabkit.model.document import Document, Documents
from collabkit.model.escalation import Escalation
from collabkit.model.goal import Goal, Subgoal
from collabkit.model.handover import Handover, HandoverItem
from collabkit.model.issue import Issue
from collabkit.model.lesson import Lesson
from collabkit.model.meeting import Meeting
from collabkit.model.milestone import Milestone
from collabkit.model.person import Person
from collabkit.model.resource import Resource
from collabkit.model.risk import Risk
from collabkit.model.scope import Scope
from collabkit.model.signoff import Signoffs
from collabkit.model.task import Task
from collabkit.model.tradeoffs import Reservation, Tradeoffs
from collabkit.model.week import Week

FORMAT = 1
"""The version of the file's format that this program reads."""


def _format(value: object) -> object:
    return FORMAT if value == str(FORMAT) else value


class Project(Model):
    """One project: one file. What is referred to is keyed by its id; the file's order is the forms' order."""

    collabkit: Annotated[
        Literal[1],
        BeforeValidator(_format, json_schema_input_type=Literal[1]),
        Text("文件格式版本，必须为 1", "Format version, must be 1"),
    ]
    language: Annotated[Lang, Text("表单语言", "Language of the forms")] = Lang.ZH
    about: Annotated[About, Text("项目基本信息", "The project"), Field(alias="project")]
    document: Annotated[Document, Text("文档控制", "Document control")] = Field(default_factory=Document)
    documents: Annotated[Documents, Text("单份表单的文档控制", "Document control of single forms")] = Field(
        default_factory=Documents
    )
    calendar: Annotated[Calendar, Text("工作日历", "Working calendar")] = Field(default_factory=Calendar)
    departments: Annotated[dict[Id, Department], Text("参与部门", "Departments that take part")]
    people: Annotated[Table[Person], Text("项目成员", "People")] = {}
    goals: Annotated[Table[Goal], Text("项目目标", "Project goals")] = {}
    subgoals: Annotated[Table[Subgoal], Text("部门子目标", "Departmental sub-goals")] = {}
    scope: Annotated[Scope, Text("项目范围", "Scope")] = Field(default_factory=Scope)
    milestones: Annotated[Table[Milestone], Text("里程碑", "Milestones")] = {}
    tasks: Annotated[Table[Task], Text("任务", "Tasks")] = {}
    handovers: Annotated[Many[Handover], Text("跨部门交接确认", "Hand-overs between departments")] = ()
    resources: Annotated[Many[Resource], Text("资源需求与承诺", "Resource needs and commitments")] = ()
    budget: Annotated[Budget | None, Text("预算", "Budget")] = None
    tradeoffs: Annotated[Tradeoffs, Text("取舍规则", "Trade-offs")] = Field(default_factory=Tradeoffs)
    agreements: Annotated[Words, Text("共识事项", "Agreements")] = ()
    reservations: Annotated[Many[Reservation], Text("保留意见", "Reservations")] = ()
    communication: Annotated[Communication, Text("沟通机制", "Communication")] = Field(default_factory=Communication)
    escalation: Annotated[Many[Escalation], Text("升级机制", "Escalation ladder")] = ()
    risks: Annotated[Table[Risk], Text("风险", "Risks")] = {}
    issues: Annotated[Table[Issue], Text("问题", "Issues")] = {}
    decisions: Annotated[Many[Decision], Text("决策日志", "Decision log")] = ()
    changes: Annotated[Table[Change], Text("变更", "Changes")] = {}
    meetings: Annotated[Many[Meeting], Text("会议", "Meetings")] = ()
    weeks: Annotated[
        dict[WeekId, Week],
        Text("周报补充，按 ISO 周", "Additions to the weekly reports, by ISO week"),
    ] = {}
    signoffs: Annotated[Signoffs, Text("签字记录", "Sign-offs")] = Field(default_factory=Signoffs)
    lessons: Annotated[Many[Lesson], Text("经验教训", "Lessons learned")] = ()
    acceptances: Annotated[Many[Acceptance], Text("交付物验收", "Acceptances")] = ()
    handover_items: Annotated[Many[HandoverItem], Text("遗留事项与移交", "Open items and hand-over")] = ()
    closeout: Annotated[Closeout | None, Text("结项补充", "Additions to the close-out report")] = None
