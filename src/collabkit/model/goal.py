"""What the project is to reach: goals and departmental sub-goals."""

from typing import Annotated

from collabkit.lang import Text
from collabkit.model.base import Day, DepartmentId, GoalId, Line, Many, Model, Number, PersonId
from collabkit.model.marks import Needed
from collabkit.model.ranges import WEIGHT


class Measurement(Model):
    """What a goal's metric was on a day."""

    natural_key = ("date",)

    date: Annotated[Day | None, Needed(), Text("测量日期", "Measured on")] = None
    value: Annotated[Line | None, Needed(), Text("测量值", "Value")] = None
    note: Annotated[Line | None, Text("说明或出处", "Note or source")] = None


class Goal(Model):
    """A project goal, measurable and dated."""

    statement: Annotated[Line | None, Needed(), Text("目标描述", "Goal")] = None
    metric: Annotated[Line | None, Text("衡量指标与口径", "Metric and its definition")] = None
    baseline: Annotated[Line | None, Text("基线值，如 32.0 %", "Baseline, such as 32.0 %")] = None
    target: Annotated[Line | None, Text("目标值，如 ≥ 36.8 %", "Target, such as ≥ 36.8 %")] = None
    due: Annotated[Day | None, Text("达成日期", "Due")] = None
    department: Annotated[DepartmentId | None, Text("责任部门", "Owner department")] = None
    owner: Annotated[PersonId | None, Text("责任人", "Owner")] = None
    source: Annotated[Line | None, Text("数据来源", "Data source")] = None
    current: Annotated[Many[Measurement], Text("过程测量值，最新在后", "Measurements before closing, newest last")] = ()
    actual: Annotated[Line | None, Text("实际值，收尾时填写", "Actual value, filled at closing")] = None
    evidence: Annotated[Line | None, Text("证据", "Evidence")] = None
    variance_reason: Annotated[Line | None, Text("偏差原因", "Cause of the variance")] = None


class Subgoal(Goal):
    """What one department contributes to a project goal."""

    goal: Annotated[GoalId | None, Text("对应总目标", "Parent goal")] = None
    weight: Annotated[
        Number | None, WEIGHT, Text("权重（%），同一目标下合计 100", "Weight in %, 100 in total per goal")
    ] = None
    appraisal: Annotated[Line | None, Text("考核挂钩", "Appraisal link")] = None
