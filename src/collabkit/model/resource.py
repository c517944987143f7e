"""What the project needs."""

from typing import Annotated

from pydantic import Field

from collabkit.lang import Text
from collabkit.model.base import AnyPartyId, Day, DepartmentId, Line, Model, PersonId, Share
from collabkit.model.marks import Needed
from collabkit.model.ranges import SHARE
from collabkit.model.words import Commitment, ResourceKind


class Resource(Model):
    """A resource one department needs and another provides."""

    natural_key = ("department", "need")

    id: Annotated[
        Line | None,
        Text("资源编号；不写则以部门和需求区分", "Resource number; without one, department and need tell it apart"),
    ] = None
    department: Annotated[DepartmentId | None, Text("需求部门", "Requesting department")] = None
    kind: Annotated[ResourceKind | None, Text("资源类型", "Type of resource")] = None
    need: Annotated[Line | None, Needed(), Text("需求内容", "What is needed")] = None
    person: Annotated[PersonId | None, Text("指定人员", "The person, when one is named")] = None
    allocation: Annotated[Share | None, SHARE, Text("投入比例", "Share of working time")] = None
    quantity: Annotated[Line | None, Text("数量或金额，如 3 人", "Quantity or amount, such as 3 people")] = None
    from_: Annotated[Day | None, Text("使用开始", "From"), Field(alias="from")] = None
    to: Annotated[Day | None, Text("使用结束", "To")] = None
    provider: Annotated[AnyPartyId | None, Text("提供方，可在项目以外", "Provider, on the project or not")] = None
    status: Annotated[Commitment | None, Text("承诺状态", "Commitment")] = None
    gap_plan: Annotated[Line | None, Text("缺口与对策", "Gap and plan")] = None
