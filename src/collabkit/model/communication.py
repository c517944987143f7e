"""Who is told what, when and how."""

from typing import Annotated

from collabkit.lang import Text
from collabkit.model.base import DepartmentId, Int, Line, Many, Model, PersonId, Time, Words
from collabkit.model.marks import Needed
from collabkit.model.ranges import MINUTES, WEEKLY_MINUTES
from collabkit.model.words import Engagement, Rating, Weekday


class WeeklyMeeting(Model):
    """The fixed weekly meeting."""

    weekday: Annotated[Weekday | None, Text("星期", "Weekday")] = None
    time: Annotated[Time | None, Text("时间", "Time")] = None
    minutes: Annotated[Int | None, WEEKLY_MINUTES, Text("时长（分钟）", "Length in minutes")] = None
    place: Annotated[Line | None, Text("地点", "Place")] = None
    departments: Annotated[Many[DepartmentId], Text("参加部门", "Departments that attend")] = ()


class Stakeholder(Model):
    """Somebody with an interest in the project, inside or outside."""

    natural_key = ("person", "name")

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

    natural_key = ("item",)

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
