"""F06 项目总结与复盘报告 / Close-out and Retrospective Report."""

from __future__ import annotations

from collabkit.forms.closeout import FORM
from collabkit.lang import Lang, Text
from collabkit.model.acceptance import Acceptance
from collabkit.model.closeout import Archived, Closeout, Feedback, Release
from collabkit.model.fields import field_label
from collabkit.model.goal import Goal
from collabkit.model.lesson import Lesson
from collabkit.model.milestone import Milestone
from collabkit.model.project import Project
from templates.blocks import Column, Fact, House, either
from templates.common import (
    DATE,
    DEPARTMENT,
    DUE,
    GOAL,
    MANAGER,
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
from templates.wml import paragraph

LIGHT = Text("灯", "Light")


def build(lang: Lang) -> bytes:
    """Return the template in one language."""
    house = House(lang)
    blocks = [
        _basics(house),
        _goals(house),
        _performance(house),
        _deliverables(house),
        _statistics(house),
        _review(house),
        _lessons(house),
        _handover(house),
        _benefits(house),
        _release(house),
        _archive(house),
        _feedback(house),
        _conclusion(house),
        control(house),
        signatures(house, Text("签字", "Sign-off")),
    ]
    return form(house, FORM, blocks)


def _basics(house: House) -> str:
    return house.grid(
        PROJECT,
        [MANAGER, SPONSOR],
        [Fact(field_label(Closeout, "kind"), "{{ closing.kind }}")],
        [
            Fact(Text("计划起止", "Planned period"), "{{ closing.planned }}"),
            Fact(Text("结项日期", "Closed on"), "{{ closing.date }}"),
        ],
        [
            Fact(field_label(Closeout, "actual_start"), "{{ closing.actual_start }}"),
            Fact(field_label(Closeout, "actual_end"), "{{ closing.actual_end }}"),
        ],
    )


def _goals(house: House) -> str:
    result = [
        Column(TARGET, (14, 13.3), "{{ goal.target }}", "center"),
        Column(Text("实际值", "Actual"), (13.5, 13.3), "{{ goal.actual }}", "center"),
        Column(Text("达成率", "Attained"), (10, 10.9), "{{ goal.attained }}", "center"),
        Column(LIGHT, (8, 10.7), "{{ goal.light }}", "center"),
    ]
    proof = [
        Column(field_label(Goal, "evidence"), (17, 13.3), "{{ goal.evidence }}"),
        Column(Text("偏差原因", "Cause of variance"), (17, 12.5), "{{ goal.reason }}"),
    ]
    number = Column(NUMBER, (7.6, 7), "{{ goal.id }}", "center")
    goals = house.listing("goals", "goal", [number, Column(GOAL, (24, 19), "{{ goal.statement }}"), *result, *proof])
    who = "".join(paragraph(f"{{{{ goal.{name} }}}}", "CKText", align="center") for name in ("department", "owner"))
    owner = Column(Text("部门与责任人", "Department, owner"), (15, 15.2), who)
    statement = Column(Text("部门子目标", "Sub-goal"), (22, 17), "{{ goal.statement }}")
    subgoals = house.listing("subgoals", "goal", [number, owner, statement, *result, proof[1]])
    title = Text("部门子目标达成（考核依据）", "Sub-goals (basis of appraisal)")
    return (
        house.section(Text("目标达成", "Goal attainment")) + goals + either("subgoals", house.heading(title) + subgoals)
    )


def _performance(house: House) -> str:
    variances = house.listing(
        "performance",
        "row",
        [
            Column(Text("维度", "Dimension"), (18, 16), "{{ row.dimension }}"),
            Column(Text("基准", "Baseline"), (17, 18.5), "{{ row.planned }}", "center"),
            Column(Text("实际", "Actual"), (17, 18.5), "{{ row.actual }}", "center"),
            Column(Text("偏差", "Variance"), (25, 24), "{{ row.variance }}", "center"),
            Column(Text("原因", "Cause"), 23, "{{ row.reason }}"),
        ],
    )
    milestones = house.listing(
        "milestones",
        "milestone",
        [
            Column(NUMBER, 7, "{{ milestone.id }}", "center"),
            Column(field_label(Milestone, "name"), (30, 28.4), "{{ milestone.name }}"),
            Column(Text("计划", "Planned"), 15, "{{ milestone.planned }}", "center"),
            Column(Text("实际", "Actual"), 15, "{{ milestone.actual }}", "center"),
            Column(Text("偏差", "Variance"), 20, "{{ milestone.variance }}", "center"),
            Column(DEPARTMENT, (13, 14.6), "{{ milestone.department }}", "center"),
        ],
    )
    return (
        house.section(Text("绩效偏差", "Performance against the baseline"))
        + variances
        + house.gap()
        + house.labelled(field_label(Closeout, "scope_changes"), "{{ closing.scope_changes }}")
        + house.labelled(Text("质量结果", "Quality"), "{{ closing.quality }}")
        + either("milestones", milestones)
    )


def _deliverables(house: House) -> str:
    return house.section(Text("交付物验收清单", "Acceptance of the deliverables")) + house.listing(
        "deliverables",
        "row",
        [
            Column(field_label(Acceptance, "deliverable"), (30, 28), "{{ row.deliverable }}"),
            Column(Text("验收单号", "Note no."), (12, 11.5), "{{ row.number }}", "center"),
            Column(Text("结论", "Result"), 13, "{{ row.verdict }}", "center"),
            Column(DATE, (13, 13.4), "{{ row.date }}", "center"),
            Column(field_label(Acceptance, "accepted_by"), (12, 14.4), "{{ row.accepted_by }}", "center"),
            Column(field_label(Acceptance, "conditions"), (20, 19.7), "{{ row.open_points }}"),
        ],
    )


def _statistics(house: House) -> str:
    return house.section(Text("过程统计", "Process statistics")) + house.listing(
        "statistics",
        "row",
        [
            Column(Text("类别", "Kind"), 16, "{{ row.kind }}", "center"),
            Column(Text("数量", "Total"), 12, "{{ row.total }}", "center"),
            Column(Text("构成", "Breakdown"), 44, "{{ row.breakdown }}"),
            Column(Text("已完成或关闭", "Settled"), 15, "{{ row.closed }}", "center"),
            Column(Text("比率", "Rate"), 13, "{{ row.rate }}", "center"),
        ],
    )


def _review(house: House) -> str:
    return house.section(Text("复盘", "Retrospective")) + house.quarters(
        (Text("回顾目标", "What did we want?"), "{{ review.goal }}"),
        (Text("评估结果", "What happened?"), "{{ review.result }}"),
        (Text("分析原因", "Why?"), "{{ review.cause }}"),
        (Text("总结经验", "What do we keep?"), "{{ review.insight }}"),
    )


def _lessons(house: House) -> str:
    return house.section(field_label(Project, "lessons")) + house.listing(
        "lessons",
        "lesson",
        [
            Column(field_label(Lesson, "kind"), (11, 9.8), "{{ lesson.kind }}", "center"),
            Column(field_label(Lesson, "category"), (9, 17.1), "{{ lesson.category }}", "center"),
            Column(field_label(Lesson, "description"), (19, 14.6), "{{ lesson.description }}"),
            Column(Text("根因", "Cause"), (17, 12), "{{ lesson.cause }}"),
            Column(Text("建议", "Recommendation"), (19, 19.9), "{{ lesson.recommendation }}"),
            Column(Text("改进责任人", "Owner"), (12, 13.3), "{{ lesson.owner }}", "center"),
            Column(DUE, (12, 13.3), "{{ lesson.due }}", "center"),
        ],
    )


def _handover(house: House) -> str:
    return house.section(field_label(Project, "handover_items")) + house.listing(
        "handover",
        "row",
        [
            Column(Text("事项", "Item"), 40, "{{ row.item }}"),
            Column(Text("接收部门", "Receiver"), 16, "{{ row.receiver }}", "center"),
            Column(OWNER, 13, "{{ row.owner }}", "center"),
            Column(DUE, 14, "{{ row.due }}", "center"),
            Column(Text("签收", "Received"), 17, "{{ row.received }}", "center"),
        ],
    )


def _benefits(house: House) -> str:
    block = house.section(Text("效益跟踪", "Benefit follow-up")) + house.listing(
        "benefits",
        "row",
        [
            Column(NUMBER, (8, 7), "{{ row.id }}", "center"),
            Column(METRIC, (36, 34), "{{ row.metric }}"),
            Column(TARGET, 14, "{{ row.target }}", "center"),
            Column(Text("测量日期", "Measured on"), (14, 16), "{{ row.measured }}", "center"),
            Column(DEPARTMENT, (15, 14.6), "{{ row.department }}", "center"),
            Column(OWNER, (13, 14.4), "{{ row.owner }}", "center"),
        ],
    )
    return either("benefits", block)


def _release(house: House) -> str:
    return house.section(Text("资源释放与财务结算", "Release of resources and settlement")) + house.listing(
        "checklist",
        "row",
        [
            Column(Text("完成", "Done"), 8, "{{ row.box }}", "center"),
            Column(field_label(Release, "area"), 26, "{{ row.area }}"),
            Column(DATE, 16, "{{ row.date }}", "center"),
            Column(field_label(Release, "note"), 50, "{{ row.note }}"),
        ],
    )


def _archive(house: House) -> str:
    return house.section(Text("资料归档清单", "Archive")) + house.listing(
        "archive",
        "row",
        [
            Column(field_label(Archived, "file"), (31, 29), "{{ row.file }}"),
            Column(field_label(Archived, "version"), 15, "{{ row.version }}", "center"),
            Column(Text("存放位置", "Location"), (28, 27.9), "{{ row.location }}"),
            Column(field_label(Archived, "keeper"), (13, 14.4), "{{ row.keeper }}", "center"),
            Column(field_label(Archived, "sensitivity"), (13, 13.7), "{{ row.sensitivity }}", "center"),
        ],
    )


def _feedback(house: House) -> str:
    block = house.section(Text("部门协作评价与致谢", "Collaboration feedback")) + house.listing(
        "feedback",
        "row",
        [
            Column(DEPARTMENT, 16, "{{ row.department }}", "center"),
            Column(Text("评分", "Rating"), 11, "{{ row.rating }}", "center"),
            Column(Text("协作评价", "Feedback"), 43, "{{ row.text }}"),
            Column(field_label(Feedback, "recognition"), 30, "{{ row.recognition }}"),
        ],
    )
    return either("feedback", block)


def _conclusion(house: House) -> str:
    return house.section(field_label(Closeout, "conclusion")) + house.box(house.prose("{{ closing.conclusion }}"))
