"""What the weekly report adds to what is computed."""

from typing import Annotated

from pydantic import Field

from collabkit.lang import Text
from collabkit.model.action import Action
from collabkit.model.base import (
    DEPARTMENT_KEYS,
    Day,
    Line,
    Many,
    Model,
    PersonId,
    Table,
    Words,
)
from collabkit.model.words import Light, Trend
from collabkit.phrases import DIMENSIONS


class DepartmentWeek(Model):
    """What one department adds to what is computed from its tasks."""

    done: Annotated[Words, Text("本周完成", "Done this week")] = ()
    missed: Annotated[Words, Text("计划未完成及原因", "Planned but not done, and why")] = ()
    next: Annotated[Words, Text("下周计划", "Plan for next week")] = ()
    help: Annotated[Words, Text("需协调资源", "Help needed")] = ()
    light: Annotated[Light | None, Text("部门灯", "Department light")] = None
    light_reason: Annotated[Line | None, Text("人工调整说明", "Why it differs")] = None


class Dimensions(Model):
    """Declared lights by dimension."""

    schedule: Annotated[Light | None, DIMENSIONS["schedule"]] = None
    cost: Annotated[Light | None, DIMENSIONS["cost"]] = None
    quality: Annotated[Light | None, DIMENSIONS["quality"]] = None
    resources: Annotated[Light | None, DIMENSIONS["resources"]] = None
    risk: Annotated[Light | None, DIMENSIONS["risk"]] = None


class Week(Model):
    """What the file adds to a computed weekly report."""

    author: Annotated[PersonId | None, Text("报告人", "Author")] = None
    date: Annotated[Day | None, Text("报告日期", "Report date")] = None
    distribution: Annotated[Words, Text("分发范围", "Distribution")] = ()
    headline: Annotated[Line | None, Text("一句话结论", "Headline")] = None
    light: Annotated[Light | None, Text("总体灯（人工）", "Overall light, declared")] = None
    light_reason: Annotated[Line | None, Text("人工调整说明", "Why it differs from the computed light")] = None
    trend: Annotated[Trend | None, Text("趋势", "Trend")] = None
    dimensions: Annotated[Dimensions, Text("分项灯（人工）", "Lights by dimension, declared")] = Field(
        default_factory=Dimensions
    )
    departments: Annotated[Table[DepartmentWeek], DEPARTMENT_KEYS, Text("各部门补充", "Additions by department")] = {}
    decisions: Annotated[Words, Text("本期决策", "Decisions of the week")] = ()
    actions: Annotated[Many[Action], Text("行动项", "Actions")] = ()
