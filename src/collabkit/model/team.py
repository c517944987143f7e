"""Who takes part: departments, people, and the working calendar they share."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from collabkit.lang import Text
from collabkit.model.base import Day, DepartmentId, Line, Many, Model, Needed, PersonId, Share, Tasks
from collabkit.model.ranges import SHARE
from collabkit.model.words import Reply, Weekday


class Need(Model):
    """What a department asked for at the kick-off, and the answer."""

    need: Annotated[Line | None, Needed(), Text("初步需求", "What the department needs")] = None
    reply: Annotated[Reply | None, Text("处理意见", "Answer")] = None
    note: Annotated[Line | None, Text("处理说明", "Note on the answer")] = None
    tasks: Annotated[Tasks, Text("对应任务", "Tasks that meet the need")] = ()


class Department(Model):
    """A department that takes part; its id is its name unless `name` says otherwise."""

    name: Annotated[Line | None, Text("部门名称（与编号不同时）", "Name, when it is not the id")] = None
    head: Annotated[PersonId | None, Text("部门负责人", "Head of department")] = None
    contact: Annotated[PersonId | None, Text("接口人", "Contact person")] = None
    responsibility: Annotated[Line | None, Text("初步分工", "Initial responsibility")] = None
    needs: Annotated[Many[Need], Text("启动会上提出的初步需求", "Needs raised at the kick-off")] = ()


class Absence(Model):
    """Days on which a person is not available."""

    from_: Annotated[Day | None, Needed(), Text("开始", "From"), Field(alias="from")] = None
    to: Annotated[Day | None, Text("结束", "To")] = None
    reason: Annotated[Line | None, Text("原因", "Reason")] = None


class Person(Model):
    """Somebody who takes part; the id is the name unless `name` says otherwise."""

    name: Annotated[Line | None, Text("姓名（与编号不同时）", "Name, when it is not the id")] = None
    department: Annotated[
        DepartmentId | None,
        Text("所属部门；不写表示在各部门之上", "Department; left out: above the departments"),
    ] = None
    title: Annotated[Line | None, Text("职务", "Title")] = None
    capacity: Annotated[
        Share | None, SHARE, Text("可投入本项目的工作时间比例", "Share of working time for this project")
    ] = None
    contact: Annotated[Line | None, Text("联系方式", "Contact")] = None
    absences: Annotated[Many[Absence], Text("不可用时段", "Absences")] = ()


class Calendar(Model):
    """The section `calendar`: which days are worked."""

    workdays: Annotated[Many[Weekday], Field(min_length=1), Text("每周工作日", "Weekdays that are worked")] = (
        Weekday.MON,
        Weekday.TUE,
        Weekday.WED,
        Weekday.THU,
        Weekday.FRI,
    )
    country: Annotated[
        Line | None,
        Text("法定节假日与调休所属国家，如 CN", "Country of statutory holidays and make-up days, such as CN"),
    ] = None
    days_off: Annotated[Many[Day], Text("公司自定休息日", "The company's own days off")] = ()
    extra_workdays: Annotated[Many[Day], Text("公司自定加班日", "The company's own extra working days")] = ()
