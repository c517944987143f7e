"""What the project needs and costs: resources and budget."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from collabkit.lang import Text
from collabkit.model.base import (
    AnyPartyId,
    Day,
    DepartmentId,
    Line,
    Many,
    Model,
    Needed,
    Number,
    PersonId,
    Share,
)
from collabkit.model.ranges import AMOUNT, COUNT, SHARE
from collabkit.model.words import Commitment, ResourceKind


class Resource(Model):
    """A resource one department needs and another provides."""

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


class BudgetLine(Model):
    """One line of the budget; all amounts in the budget's currency."""

    item: Annotated[Line | None, Needed(), Text("科目", "Item")] = None
    department: Annotated[DepartmentId | None, Text("使用部门", "Department")] = None
    unit_cost: Annotated[Number | None, AMOUNT, Text("单价", "Unit cost")] = None
    quantity: Annotated[Number | None, COUNT, Text("数量", "Quantity")] = None
    planned: Annotated[Number | None, AMOUNT, Text("预算", "Planned")] = None
    approved: Annotated[Number | None, AMOUNT, Text("批准", "Approved")] = None
    committed: Annotated[
        Number | None, AMOUNT, Text("已承诺：已签约、尚未付款", "Committed: contracted and not paid yet")
    ] = None
    spent: Annotated[Number | None, AMOUNT, Text("已使用", "Spent")] = None
    forecast: Annotated[Number | None, AMOUNT, Text("预测", "Forecast")] = None


class Budget(Model):
    """The section `budget`."""

    currency: Annotated[Line, Text("币种，如 CNY", "Currency, such as CNY")] = "CNY"
    approved: Annotated[Number | None, AMOUNT, Text("批准总额", "Approved total")] = None
    contingency: Annotated[Number | None, AMOUNT, Text("不可预见费", "Contingency")] = None
    lines: Annotated[Many[BudgetLine], Text("预算明细", "Budget lines")] = ()
