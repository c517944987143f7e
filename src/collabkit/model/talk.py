"""How people talk: communication, escalation, meetings, and what the weekly report adds."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from collabkit.lang import Text
from collabkit.model.base import (
    DEPARTMENT_KEYS,
    Day,
    DepartmentId,
    Int,
    Line,
    Many,
    Model,
    Needed,
    People,
    PersonId,
    Ref,
    Table,
    Time,
    Words,
)
from collabkit.model.ranges import MINUTES, WEEKLY_MINUTES, WITHIN
from collabkit.model.words import ActionStatus, Engagement, Grade, Light, MeetingKind, Rating, Trend, Weekday

Decider = Annotated[Line, Ref(("people",), frozenset({"heads"}))]
"""A person, or `heads` for the department heads together."""


class WeeklyMeeting(Model):
    """The fixed weekly meeting."""

    weekday: Annotated[Weekday | None, Text("星期", "Weekday")] = None
    time: Annotated[Time | None, Text("时间", "Time")] = None
    minutes: Annotated[Int | None, WEEKLY_MINUTES, Text("时长（分钟）", "Length in minutes")] = None
    place: Annotated[Line | None, Text("地点", "Place")] = None
    departments: Annotated[Many[DepartmentId], Text("参加部门", "Departments that attend")] = ()


class Stakeholder(Model):
    """Somebody with an interest in the project, inside or outside."""

    person: Annotated[PersonId | None, Text("干系人（项目成员）", "Stakeholder who is on the project")] = None
    name: Annotated[Line | None, Text("姓名或团体", "Name or group")] = None
    department: Annotated[Line | None, Text("部门或单位", "Department or organisation")] = None
    title: Annotated[Line | None, Text("职务", "Title")] = None
    role: Annotated[Line | None, Text("项目角色", "Project role")] = None
    contact: Annotated[Line | None, Text("联系方式", "Contact")] = None
    influence: Annotated[Rating | None, Text("影响力", "Influence")] = None
    interest: Annotated[Rating | None, Text("关注度", "Interest")] = None
    engagement: Annotated[Engagement | None, Text("当前参与度", "Engagement now")] = None
    engagement_wanted: Annotated[Engagement | None, Text("期望参与度", "Engagement wanted")] = None
    needs: Annotated[Line | None, Text("主要诉求", "Needs and expectations")] = None
    strategy: Annotated[Line | None, Text("管理策略", "Strategy")] = None


class CommunicationItem(Model):
    """One line of the communication plan."""

    item: Annotated[Line | None, Needed(), Text("沟通事项", "Item")] = None
    purpose: Annotated[Line | None, Text("目的与内容", "Purpose and content")] = None
    audience: Annotated[Words, Text("对象", "Audience")] = ()
    owner: Annotated[PersonId | None, Text("负责人", "Responsible")] = None
    frequency: Annotated[Line | None, Text("频率与固定时间", "Frequency and fixed time")] = None
    minutes: Annotated[Int | None, MINUTES, Text("时长（分钟）", "Length in minutes")] = None
    channel: Annotated[Line | None, Text("渠道", "Channel")] = None
    output: Annotated[Line | None, Text("输出文件", "Output")] = None


class Communication(Model):
    """The section `communication`."""

    chat: Annotated[Line | None, Text("项目群", "Chat group")] = None
    daily: Annotated[Time | None, Text("每日同步时间", "Time of the daily sync")] = None
    weekly: Annotated[WeeklyMeeting | None, Text("周例会", "Weekly meeting")] = None
    stakeholders: Annotated[Many[Stakeholder], Text("干系人登记册", "Stakeholder register")] = ()
    plan: Annotated[Many[CommunicationItem], Text("沟通计划", "Communication plan")] = ()


class Escalation(Model):
    """One step of the escalation ladder."""

    grade: Annotated[Grade | None, Text("问题等级", "Grade of the issue")] = None
    decider: Annotated[Decider | None, Text("决策人；heads 为部门负责人", "Decider; heads: department heads")] = None
    within: Annotated[Int | None, WITHIN, Text("时限（工作日）", "Time limit in working days")] = None
    when: Annotated[Line | None, Text("适用情形", "When it applies")] = None


class Action(Model):
    """Something one person does by a day."""

    action: Annotated[Line | None, Needed(), Text("措施或事项", "Action")] = None
    department: Annotated[DepartmentId | None, Text("责任部门", "Department")] = None
    owner: Annotated[PersonId | None, Text("责任人", "Owner")] = None
    due: Annotated[Day | None, Text("完成时限", "Due")] = None
    done_when: Annotated[Line | None, Text("完成标准", "Done when")] = None
    status: Annotated[ActionStatus, Text("状态", "Status")] = ActionStatus.OPEN


class AgendaItem(Model):
    """One item of a meeting."""

    item: Annotated[Line | None, Needed(), Text("议题", "Item")] = None
    points: Annotated[Line | None, Text("要点", "Points")] = None
    conclusion: Annotated[Line | None, Text("结论", "Conclusion")] = None


class MeetingDecision(Model):
    """One decision of a meeting."""

    text: Annotated[Line | None, Needed(), Text("决议内容", "Decision")] = None
    owner: Annotated[PersonId | None, Text("决策人", "Decided by")] = None
    date: Annotated[Day | None, Text("日期", "Date")] = None


class Meeting(Model):
    """A meeting that was held or is planned."""

    kind: Annotated[MeetingKind | None, Needed(), Text("会议类型", "Kind of meeting")] = None
    title: Annotated[Line | None, Text("会议名称", "Title")] = None
    date: Annotated[Day | None, Text("日期", "Date")] = None
    time: Annotated[Time | None, Text("时间", "Time")] = None
    place: Annotated[Line | None, Text("地点", "Place")] = None
    chair: Annotated[PersonId | None, Text("主持人", "Chair")] = None
    recorder: Annotated[PersonId | None, Text("记录人", "Recorder")] = None
    attendees: Annotated[People, Text("参会人", "Attendees")] = ()
    absent: Annotated[People, Text("缺席人", "Absent")] = ()
    issued: Annotated[Day | None, Text("签发日期", "Issued on")] = None
    agenda: Annotated[Many[AgendaItem], Text("议程", "Agenda")] = ()
    dissent: Annotated[Line | None, Text("分歧与保留", "Dissent")] = None
    decisions: Annotated[Many[MeetingDecision], Text("决议", "Decisions")] = ()
    actions: Annotated[Many[Action], Text("行动项", "Actions")] = ()
    logged: Annotated[Words, Text("新登记的风险、问题、变更编号", "Risks, issues, changes logged")] = ()
    next: Annotated[Line | None, Text("下次会议", "Next meeting")] = None
    files: Annotated[Words, Text("附件", "Attachments")] = ()


class DepartmentWeek(Model):
    """What one department adds to what is computed from its tasks."""

    done: Annotated[Words, Text("本周完成", "Done this week")] = ()
    missed: Annotated[Words, Text("计划未完成及原因", "Planned but not done, and why")] = ()
    next: Annotated[Words, Text("下周计划", "Plan for next week")] = ()
    help: Annotated[Words, Text("需协调资源", "Help needed")] = ()
    light: Annotated[Light | None, Text("部门灯", "Department light")] = None
    light_reason: Annotated[Line | None, Text("人工调整说明", "Why it differs")] = None


class Dimensions(Model):
    """Declared lights by dimension."""

    schedule: Annotated[Light | None, Text("进度", "Schedule")] = None
    cost: Annotated[Light | None, Text("成本", "Cost")] = None
    quality: Annotated[Light | None, Text("范围与质量", "Scope and quality")] = None
    resources: Annotated[Light | None, Text("资源", "Resources")] = None
    risk: Annotated[Light | None, Text("风险", "Risk")] = None


class Week(Model):
    """What the file adds to a computed weekly report."""

    author: Annotated[PersonId | None, Text("报告人", "Author")] = None
    date: Annotated[Day | None, Text("报告日期", "Report date")] = None
    distribution: Annotated[Words, Text("分发范围", "Distribution")] = ()
    headline: Annotated[Line | None, Text("一句话结论", "Headline")] = None
    light: Annotated[Light | None, Text("总体灯（人工）", "Overall light, declared")] = None
    light_reason: Annotated[Line | None, Text("人工调整说明", "Why it differs from the computed light")] = None
    trend: Annotated[Trend | None, Text("趋势", "Trend")] = None
    dimensions: Annotated[Dimensions, Text("分项灯（人工）", "Lights by dimension, declared")] = Field(
        default_factory=Dimensions
    )
    departments: Annotated[Table[DepartmentWeek], DEPARTMENT_KEYS, Text("各部门补充", "Additions by department")] = {}
    decisions: Annotated[Words, Text("本期决策", "Decisions of the week")] = ()
    actions: Annotated[Many[Action], Text("行动项", "Actions")] = ()
