"""Risks: what may go wrong."""

from typing import Annotated

from pydantic import Field

from collabkit.lang import Text
from collabkit.model.base import Day, Flag, Int, IssueId, Line, Many, Model, PersonId, Tasks
from collabkit.model.marks import Needed
from collabkit.model.ranges import LEVEL
from collabkit.model.words import (
    Light,
    RiskCategory,
    RiskStatus,
    RiskStrategy,
)

Scale = Annotated[Int, Field(ge=1, le=5)]
"""A score from 1 to 5."""


class RiskReview(Model):
    """How a risk was scored on an earlier day."""

    natural_key = ("date",)

    date: Annotated[Day | None, Needed(), Text("复核日期", "Reviewed on")] = None
    likelihood: Annotated[Scale | None, Text("当时的可能性 1-5", "Likelihood then, 1-5")] = None
    impact: Annotated[Scale | None, Text("当时的影响 1-5", "Impact then, 1-5")] = None
    note: Annotated[Line | None, Text("说明", "Note")] = None


class Risk(Model):
    """Something that may happen; level (likelihood x impact) and light are computed."""

    title: Annotated[Line | None, Needed(), Text("风险名称", "Title")] = None
    description: Annotated[Line | None, Text("原因—事件—影响", "Cause, event, effect")] = None
    category: Annotated[RiskCategory | None, Text("类别", "Category")] = None
    identified_by: Annotated[PersonId | None, Text("提出人", "Identified by")] = None
    identified: Annotated[Day | None, Text("提出日期", "Identified on")] = None
    likelihood: Annotated[Scale | None, Text("可能性 1-5", "Likelihood 1-5")] = None
    impact: Annotated[Scale | None, Text("影响 1-5", "Impact 1-5")] = None
    light: Annotated[Light | None, Text("人工指定的灯", "Light, when it is not the computed one")] = None
    light_reason: Annotated[Line | None, Text("人工指定的理由", "Why it differs")] = None
    strategy: Annotated[RiskStrategy | None, Text("应对策略", "Strategy")] = None
    response: Annotated[Line | None, Text("应对措施", "Response")] = None
    contingency: Annotated[Line | None, Text("应急预案", "Contingency")] = None
    trigger: Annotated[Line | None, Text("触发条件", "Trigger")] = None
    owner: Annotated[PersonId | None, Text("责任人", "Owner")] = None
    due: Annotated[Day | None, Text("措施期限", "Action due")] = None
    status: Annotated[RiskStatus, Text("状态", "Status")] = RiskStatus.OPEN
    reviewed: Annotated[Day | None, Text("上次检视", "Last review")] = None
    reviews: Annotated[
        Many[RiskReview], Text("历次复核及当时的评分，最新在后", "Earlier reviews and their scores, newest last")
    ] = ()
    closed: Annotated[Day | None, Text("关闭日期", "Closed on")] = None
    escalated: Annotated[Flag, Text("是否升级", "Escalated")] = False
    residual: Annotated[Int | None, LEVEL, Text("剩余风险值", "Residual level")] = None
    tasks: Annotated[Tasks, Text("影响任务", "Affected tasks")] = ()
    issue: Annotated[IssueId | None, Text("已发生时对应的问题", "The issue, once it has happened")] = None
