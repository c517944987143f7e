"""Who signed what, and how the project ends: sign-offs, acceptances, lessons, close-out."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from collabkit.lang import Text
from collabkit.model.base import (
    ChangeId,
    Day,
    DepartmentId,
    Flag,
    Int,
    IssueId,
    Line,
    Many,
    MilestoneId,
    Model,
    Needed,
    PersonId,
    TaskId,
)
from collabkit.model.ranges import RATING
from collabkit.model.words import (
    AcceptanceMethod,
    CloseoutKind,
    LessonCategory,
    LessonKind,
    Opinion,
    ReleaseArea,
    Sensitivity,
    Verdict,
)


class Signoff(Model):
    """One signature on one form."""

    person: Annotated[PersonId | None, Needed(), Text("签字人", "Who signed")] = None
    date: Annotated[Day | None, Text("签字日期", "Signed on")] = None
    opinion: Annotated[Opinion | None, Text("意见", "Opinion")] = None
    note: Annotated[Line | None, Text("意见说明", "Note on the opinion")] = None
    issue: Annotated[IssueId | None, Text("所签决议对应的问题", "The issue whose resolution was signed")] = None
    change: Annotated[ChangeId | None, Text("所签变更单", "The change that was signed")] = None


class Signoffs(Model):
    """The section `signoffs`, by form."""

    charter: Annotated[Many[Signoff], Text("项目启动信息表", "Project Initiation Sheet")] = ()
    tasks: Annotated[Many[Signoff], Text("多部门协作任务分工表", "Task Allocation Table")] = ()
    goals: Annotated[Many[Signoff], Text("项目目标共识表", "Goal Alignment Agreement")] = ()
    resolution: Annotated[Many[Signoff], Text("问题解决决议表", "Issue Resolution Record")] = ()
    change: Annotated[Many[Signoff], Text("变更申请单", "Change Request")] = ()
    minutes: Annotated[Many[Signoff], Text("会议纪要", "Minutes")] = ()
    acceptance: Annotated[Many[Signoff], Text("交付物验收单", "Acceptance Note")] = ()
    closeout: Annotated[Many[Signoff], Text("项目总结与复盘报告", "Close-out Report")] = ()


class Lesson(Model):
    """Something learned."""

    kind: Annotated[LessonKind | None, Text("类型", "Kind")] = None
    category: Annotated[LessonCategory | None, Text("类别", "Category")] = None
    description: Annotated[Line | None, Needed(), Text("描述", "Description")] = None
    cause: Annotated[Line | None, Text("根因", "Root cause")] = None
    recommendation: Annotated[Line | None, Text("建议与适用范围", "Recommendation and where it applies")] = None
    owner: Annotated[PersonId | None, Text("改进责任人", "Improvement owner")] = None
    due: Annotated[Day | None, Text("改进期限", "Improvement due")] = None


class AcceptanceItem(Model):
    """One criterion of an acceptance."""

    criterion: Annotated[Line | None, Needed(), Text("验收标准", "Criterion")] = None
    tolerance: Annotated[Line | None, Text("允差", "Tolerance")] = None
    method: Annotated[AcceptanceMethod | None, Text("验收方法", "Method")] = None
    result: Annotated[Line | None, Text("结果", "Result")] = None
    passed: Annotated[Flag | None, Text("是否合格", "Passed")] = None
    evidence: Annotated[Line | None, Text("证据", "Evidence")] = None


class OpenPoint(Model):
    """Something left open by a conditional acceptance."""

    text: Annotated[Line | None, Needed(), Text("遗留问题", "Open point")] = None
    owner: Annotated[PersonId | None, Text("责任人", "Owner")] = None
    due: Annotated[Day | None, Text("期限", "Due")] = None


class Acceptance(Model):
    """The acceptance of one deliverable."""

    id: Annotated[Line | None, Text("验收单号", "Note number")] = None
    deliverable: Annotated[Line | None, Needed(), Text("交付物", "Deliverable")] = None
    version: Annotated[Line | None, Text("版本", "Version")] = None
    task: Annotated[TaskId | None, Text("关联任务", "Task")] = None
    milestone: Annotated[MilestoneId | None, Text("关联里程碑", "Milestone")] = None
    department: Annotated[DepartmentId | None, Text("交付部门", "Delivering department")] = None
    delivered_by: Annotated[PersonId | None, Text("交付人", "Delivered by")] = None
    delivered: Annotated[Day | None, Text("交付日期", "Delivered on")] = None
    receiver: Annotated[DepartmentId | None, Text("接收部门", "Receiving department")] = None
    items: Annotated[Many[AcceptanceItem], Text("验收明细", "Acceptance items")] = ()
    verdict: Annotated[Verdict | None, Text("结论", "Verdict")] = None
    accepted_by: Annotated[PersonId | None, Text("验收人", "Accepted by")] = None
    accepted: Annotated[Day | None, Text("验收日期", "Accepted on")] = None
    conditions: Annotated[Many[OpenPoint], Text("遗留问题", "Open points")] = ()
    final: Annotated[Flag | None, Text("是否最终验收", "Final acceptance")] = None


class Review(Model):
    """The retrospective in four steps."""

    goal: Annotated[Line | None, Text("回顾目标", "Goals revisited")] = None
    result: Annotated[Line | None, Text("评估结果", "Results assessed")] = None
    cause: Annotated[Line | None, Text("分析原因", "Causes analysed")] = None
    insight: Annotated[Line | None, Text("总结经验", "Insights")] = None


class Release(Model):
    """One line of the release and settlement checklist."""

    area: Annotated[ReleaseArea | None, Needed(), Text("事项", "Area")] = None
    done: Annotated[Flag, Text("是否完成", "Done")] = False
    date: Annotated[Day | None, Text("完成日期", "Done on")] = None
    note: Annotated[Line | None, Text("说明", "Note")] = None


class Archived(Model):
    """One line of the archive list."""

    file: Annotated[Line | None, Needed(), Text("文件", "File")] = None
    version: Annotated[Line | None, Text("版本", "Version")] = None
    location: Annotated[Line | None, Text("位置", "Location")] = None
    keeper: Annotated[PersonId | None, Text("保管人", "Keeper")] = None
    sensitivity: Annotated[Sensitivity | None, Text("密级", "Sensitivity")] = None


class Feedback(Model):
    """How working together with one department went."""

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
