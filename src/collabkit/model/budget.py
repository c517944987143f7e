"""What the project costs."""

from typing import Annotated

from collabkit.lang import Text
from collabkit.model.base import DepartmentId, Line, Many, Model, Number
from collabkit.model.marks import Needed
from collabkit.model.ranges import AMOUNT, COUNT


class BudgetLine(Model):
    """One line of the budget; all amounts in the budget's currency."""

    natural_key = ("item", "department")

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
