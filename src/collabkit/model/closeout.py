"""What the close-out report adds to what is computed."""

from typing import Annotated

from pydantic import Field

from collabkit.lang import Text
from collabkit.model.base import Day, DepartmentId, Flag, Int, Line, Many, Model, PersonId
from collabkit.model.marks import Needed
from collabkit.model.ranges import RATING
from collabkit.model.words import (
    CloseoutKind,
    ReleaseArea,
    Sensitivity,
)


class Review(Model):
    """The retrospective in four steps."""

    goal: Annotated[Line | None, Text("回顾目标", "Goals revisited")] = None
    result: Annotated[Line | None, Text("评估结果", "Results assessed")] = None
    cause: Annotated[Line | None, Text("分析原因", "Causes analysed")] = None
    insight: Annotated[Line | None, Text("总结经验", "Insights")] = None


class Release(Model):
    """One line of the release and settlement checklist."""

    natural_key = ("area",)

    area: Annotated[ReleaseArea | None, Needed(), Text("事项", "Area")] = None
    done: Annotated[Flag, Text("是否完成", "Done")] = False
    date: Annotated[Day | None, Text("完成日期", "Done on")] = None
    note: Annotated[Line | None, Text("说明", "Note")] = None


class Archived(Model):
    """One line of the archive list."""

    natural_key = ("file",)

    file: Annotated[Line | None, Needed(), Text("文件", "File")] = None
    version: Annotated[Line | None, Text("版本", "Version")] = None
    location: Annotated[Line | None, Text("位置", "Location")] = None
    keeper: Annotated[PersonId | None, Text("保管人", "Keeper")] = None
    sensitivity: Annotated[Sensitivity | None, Text("密级", "Sensitivity")] = None


class Feedback(Model):
    """How working together with one department went."""

    natural_key = ("department",)

    department: Annotated[DepartmentId | None, Needed(), Text("部门", "Department")] = None
    rating: Annotated[Int | None, RATING, Text("协作评价 1-5", "Rating 1-5")] = None
    text: Annotated[Line | None, Text("评价说明", "Comment")] = None
    recognition: Annotated[Line | None, Text("表彰建议", "Recognition")] = None


class Closeout(Model):
    """The section `closeout`: what the close-out report adds to what is computed."""

    kind: Annotated[CloseoutKind | None, Text("结项类型", "Closing type")] = None
    date: Annotated[Day | None, Text("报告日期", "Report date")] = None
    actual_start: Annotated[Day | None, Text("实际开始", "Actual start")] = None
    actual_end: Annotated[Day | None, Text("实际结束", "Actual end")] = None
    schedule_reason: Annotated[Line | None, Text("进度偏差原因", "Cause of the schedule variance")] = None
    cost_reason: Annotated[Line | None, Text("成本偏差原因", "Cause of the cost variance")] = None
    scope_changes: Annotated[Line | None, Text("范围变化", "Scope changes")] = None
    quality: Annotated[Line | None, Text("质量结果", "Quality results")] = None
    conclusion: Annotated[Line | None, Text("结论", "Conclusion")] = None
    review: Annotated[Review, Text("复盘四步", "Retrospective in four steps")] = Field(default_factory=Review)
    checklist: Annotated[Many[Release], Text("资源释放与财务结算", "Resource release and settlement")] = ()
    archive: Annotated[Many[Archived], Text("资料归档清单", "Archive list")] = ()
    feedback: Annotated[Many[Feedback], Text("部门协作评价", "Collaboration feedback")] = ()
