"""F03 项目目标共识表 / Goal Alignment Agreement."""

from __future__ import annotations

from collabkit.forms.goals import FORM
from collabkit.forms.parts.reservation import NONE_RECORDED
from collabkit.lang import Lang, Text
from collabkit.model.fields import field_label
from collabkit.model.goal import Goal
from collabkit.model.handover import Handover
from collabkit.model.project import Project
from collabkit.model.resource import Resource
from collabkit.model.tradeoffs import Reservation, Tradeoffs
from templates.blocks import Column, House
from templates.common import (
    BASELINE,
    DEPARTMENT,
    DUE,
    GOAL,
    MANAGER,
    MEETING,
    METRIC,
    NUMBER,
    OWNER,
    PROJECT,
    SPONSOR,
    TARGET,
    control,
    form,
    signatures,
)


def build(lang: Lang) -> bytes:
    """Return the template in one language, on wide pages for its long tables."""
    house = House(lang, wide=True)
    blocks = [
        _basics(house),
        _goals(house),
        _subgoals(house),
        _tradeoffs(house),
        _resources(house),
        _dependencies(house),
        _agreements(house),
        control(house),
        signatures(house, Text("会签", "Countersignature")),
    ]
    return form(house, FORM, blocks)


def _basics(house: House) -> str:
    return house.grid(
        PROJECT,
        [MANAGER, SPONSOR],
        *MEETING,
        together=False,
    )


def _goals(house: House) -> str:
    return house.section(Text("项目总目标", "Project goals")) + house.listing(
        "goals",
        "goal",
        [
            Column(NUMBER, (6, 5), "{{ goal.id }}", "center"),
            Column(GOAL, (26, 20), "{{ goal.statement }}"),
            Column(METRIC, (21, 16), "{{ goal.metric }}"),
            Column(BASELINE, (11, 9.3), "{{ goal.baseline }}", "center"),
            Column(TARGET, (12, 9.8), "{{ goal.target }}", "center"),
            Column(DUE, (10, 8.9), "{{ goal.due }}", "center"),
            Column(field_label(Goal, "source"), (14, 9.5), "{{ goal.source }}", "center"),
            Column(DEPARTMENT, (11, 10.7), "{{ goal.department }}", "center"),
            Column(OWNER, (9, 10.8), "{{ goal.owner }}", "center"),
        ],
    )


def _subgoals(house: House) -> str:
    return house.section(field_label(Project, "subgoals")) + house.listing(
        "subgoals",
        "goal",
        [
            Column(NUMBER, (6, 5), "{{ goal.id }}", "center"),
            Column(DEPARTMENT, (11, 10.7), "{{ goal.department }}", "center"),
            Column(Text("子目标", "Sub-goal"), (24, 16), "{{ goal.statement }}"),
            Column(Text("对应目标", "For goal"), (8, 5.4), "{{ goal.goal }}", "center"),
            Column(METRIC, (15, 11.5), "{{ goal.metric }}"),
            Column(BASELINE, (10, 7.8), "{{ goal.baseline }}", "center"),
            Column(TARGET, (12, 9), "{{ goal.target }}", "center"),
            Column(DUE, (10, 8.9), "{{ goal.due }}", "center"),
            Column(Text("权重", "Weight"), (7, 6.2), "{{ goal.weight }}", "center"),
            Column(OWNER, (10, 10.7), "{{ goal.owner }}", "center"),
            Column(Text("考核挂钩", "Appraisal"), (10, 8.8), "{{ goal.appraisal }}", "center"),
        ],
    )


def _tradeoffs(house: House) -> str:
    conflicts = house.listing(
        "conflicts",
        "row",
        [
            Column(Text("已识别的冲突", "Known conflict"), 50, "{{ row.conflict }}"),
            Column(Text("约定的规则", "Agreed rule"), 50, "{{ row.rule }}"),
        ],
    )
    return (
        house.section(Text("目标冲突与取舍规则", "Conflicts and trade-off rule"))
        + house.labelled(field_label(Tradeoffs, "priority"), "{{ priority }}")
        + conflicts
    )


def _resources(house: House) -> str:
    return house.section(field_label(Project, "resources")) + house.listing(
        "resources",
        "resource",
        [
            Column(Text("需求部门", "Department"), (10, 10.7), "{{ resource.department }}", "center"),
            Column(Text("类型", "Kind"), (7.5, 8.4), "{{ resource.kind }}", "center"),
            Column(Text("需求", "Need"), (16, 14), "{{ resource.need }}"),
            Column(Text("数量", "Quantity"), (9, 8.3), "{{ resource.quantity }}", "center"),
            Column(Text("使用时段", "Period"), (18, 12.3), "{{ resource.period }}", "center"),
            Column(field_label(Resource, "provider"), (10, 10.7), "{{ resource.provider }}", "center"),
            Column(field_label(Resource, "status"), (23, 19.6), "{{ resource.status }}", "center"),
            Column(field_label(Resource, "gap_plan"), (19, 16), "{{ resource.gap_plan }}"),
        ],
    )


def _dependencies(house: House) -> str:
    return house.section(Text("任务依赖承诺", "Dependency commitments")) + house.listing(
        "dependencies",
        "promise",
        [
            Column(Text("上游", "Upstream"), 19, "{{ promise.upstream }}"),
            Column(Text("下游", "Downstream"), 19, "{{ promise.downstream }}"),
            Column(Text("交接内容", "Hand-over item"), 17, "{{ promise.item }}"),
            Column(Text("交接标准", "Standard"), 19, "{{ promise.standard }}"),
            Column(field_label(Handover, "needed_by"), 10, "{{ promise.needed_by }}", "center"),
            Column(Text("双方确认", "Confirmed by both"), 16, "{{ promise.confirmed }}", "center"),
        ],
    )


def _agreements(house: House) -> str:
    reservations = house.listing(
        "reservations",
        "row",
        [
            Column(DEPARTMENT, 12, "{{ row.department }}", "center"),
            Column(field_label(Reservation, "text"), 38, "{{ row.text }}"),
            Column(Text("后续处理", "Follow-up"), 36, "{{ row.follow_up }}"),
            Column(DUE, 14, "{{ row.due }}", "center"),
        ],
        empty=NONE_RECORDED,
    )
    return (
        house.section(Text("共识与保留意见", "Agreements and reservations"))
        + house.heading(field_label(Project, "agreements"))
        + house.bullets("agreements")
        + house.heading(field_label(Project, "reservations"))
        + reservations
    )
