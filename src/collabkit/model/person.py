"""People."""

from typing import Annotated

from pydantic import Field

from collabkit.lang import Text
from collabkit.model.base import Day, DepartmentId, Line, Many, Model, Share
from collabkit.model.marks import Needed
from collabkit.model.ranges import SHARE


class Absence(Model):
    """Days on which a person is not available."""

    natural_key = ("from_",)

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
