"""Departments that take part."""

from typing import Annotated

from collabkit.lang import Text
from collabkit.model.base import Line, Many, Model, PersonId, Tasks
from collabkit.model.marks import Needed
from collabkit.model.words import Reply


class Need(Model):
    """What a department asked for at the kick-off, and the answer."""

    natural_key = ("need",)

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
