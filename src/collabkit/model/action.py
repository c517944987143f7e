"""What somebody is to do by a day."""

from typing import Annotated

from collabkit.lang import Text
from collabkit.model.base import Day, DepartmentId, Line, Model, PersonId
from collabkit.model.marks import Needed
from collabkit.model.words import ActionStatus


class Action(Model):
    """Something one person does by a day."""

    natural_key = ("action",)

    id: Annotated[
        Line | None, Text("行动编号；不写则以措施区分", "Action number; without one, what is to be done tells it apart")
    ] = None
    action: Annotated[Line | None, Needed(), Text("措施或事项", "Action")] = None
    department: Annotated[DepartmentId | None, Text("责任部门", "Department")] = None
    owner: Annotated[PersonId | None, Text("责任人", "Owner")] = None
    due: Annotated[Day | None, Text("完成时限", "Due")] = None
    done_when: Annotated[Line | None, Text("完成标准", "Done when")] = None
    status: Annotated[ActionStatus, Text("状态", "Status")] = ActionStatus.OPEN
