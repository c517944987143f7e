"""F01 项目启动信息表 / Project Initiation Sheet."""

from __future__ import annotations

from collabkit.forms.charter import FORM
from collabkit.lang import Lang, Text
from collabkit.model.about import About
from collabkit.model.fields import field_label
from collabkit.model.goal import Goal
from collabkit.model.milestone import Milestone
from collabkit.model.resource import Resource
from collabkit.model.risk import Risk
from collabkit.model.scope import Scope
from templates.blocks import Column, Fact, House, either
from templates.common import (
    BASELINE,
    DEPARTMENT,
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


def build(lang: Lang) -> bytes:
    """Return the template in one language."""
    house = House(lang)
    blocks = [
        _basics(house),
        _background(house),
        _goals(house),
        _scope(house),
        _milestones(house),
        _departments(house),
        _resources(house),
        _limits(house),
        _risks(house),
        _communication(house),
        _criteria(house),
        control(house),
        signatures(
            house,
            Text("参会人员签字确认", "Sign-off by the attendees"),
            approval=Text("发起人批准", "Sponsor’s approval"),
        ),
    ]
    return form(house, FORM, blocks)


def _basics(house: House) -> str:
    return house.grid(
        PROJECT,
        [
            Fact(Text("项目类型", "Type"), "{{ project.scenario }}"),
            Fact(Text("项目级别", "Level"), "{{ basics.level }}"),
        ],
        [Fact(Text("发起部门", "Initiated by"), "{{ project.department }}"), SPONSOR],
        [MANAGER, Fact(Text("预算总额", "Total budget"), "{{ basics.budget }}")],
        [
            Fact(Text("计划起止", "Planned period"), "{{ project.period }}"),
            Fact(Text("工期", "Duration"), "{{ project.duration }}"),
        ],
        [Fact(Text("项目经理授权", "Manager’s authority"), "{{ basics.authority }}")],
    )


def _background(house: House) -> str:
    optional = (
        (Text("机会与驱动因素", "Opportunity"), "opportunity"),
        (Text("对应战略", "Strategic link"), "strategy"),
        (field_label(About, "cost_of_inaction"), "cost_of_inaction"),
        (field_label(About, "legal_basis"), "legal_basis"),
    )
    return (
        house.section(Text("项目背景与必要性", "Background and justification"))
        + house.prose("{{ background.situation }}")
        + "".join(
            either(f"background.{name}", house.labelled(label, f"{{{{ background.{name} }}}}"))
            for label, name in optional
        )
    )


def _goals(house: House) -> str:
    return house.section(Text("核心目标", "Core goals")) + house.listing(
        "goals",
        "goal",
        [
            Column(NUMBER, 7, "{{ goal.id }}", "center"),
            Column(GOAL, (22, 18.4), "{{ goal.statement }}"),
            Column(METRIC, (20, 17.8), "{{ goal.metric }}"),
            Column(BASELINE, 13, "{{ goal.baseline }}", "center"),
            Column(TARGET, 14, "{{ goal.target }}", "center"),
            Column(field_label(Goal, "due"), (12, 13.4), "{{ goal.due }}", "center"),
            Column(Text("责任部门", "Department"), (13, 16.4), "{{ goal.department }}", "center"),
        ],
    )


def _scope(house: House) -> str:
    deliverables = house.listing(
        "deliverables",
        "deliverable",
        [
            Column(Text("任务", "Task"), (8, 7.5), "{{ deliverable.task }}", "center"),
            Column(Text("主要交付物", "Key deliverable"), (30, 29), "{{ deliverable.name }}"),
            Column(Text("验收标准", "Acceptance criteria"), (36, 33.5), "{{ deliverable.standard }}"),
            Column(Text("验收方", "Accepted by"), (15, 16.5), "{{ deliverable.receiver }}", "center"),
            Column(Text("交付日期", "Due"), (12, 13.5), "{{ deliverable.due }}", "center"),
        ],
    )
    return (
        house.section(Text("项目范围与交付物", "Scope and deliverables"))
        + either("scope.statement", house.prose("{{ scope.statement }}"))
        + house.columns(
            (field_label(Scope, "in"), house.bullets("scope.inside", mark="☑")),
            (field_label(Scope, "out"), house.bullets("scope.outside", mark="☒")),
        )
        + house.gap()
        + deliverables
    )


def _milestones(house: House) -> str:
    return house.section(Text("时间节点", "Milestones")) + house.listing(
        "milestones",
        "milestone",
        [
            Column(NUMBER, (8, 7.5), "{{ milestone.id }}", "center"),
            Column(field_label(Milestone, "name"), (28, 28.5), "{{ milestone.name }}"),
            Column(field_label(Milestone, "date"), 15, "{{ milestone.date }}", "center"),
            Column(field_label(Milestone, "evidence"), (33, 32.5), "{{ milestone.evidence }}"),
            Column(Text("责任部门", "Department"), (16, 16.5), "{{ milestone.department }}", "center"),
        ],
    )


def _departments(house: House) -> str:
    contact = paragraph(house.t(Text("接口人：", "Contact: ")) + "{{ row.contact }}", "CKNote", align="center")
    people = paragraph("{{ row.head }}", "CKText", align="center") + either('row.contact != "—"', contact)
    needs = house.bullets("row.needs", "{{ item.need }} → {{ item.reply }}")
    return house.section(Text("参与部门与初步分工", "Departments and initial split of work")) + house.listing(
        "departments",
        "row",
        [
            Column(DEPARTMENT, (13, 16.3), "{{ row.name }}", "center"),
            Column(Text("负责人与接口人", "Head, contact"), (14, 16.3), people),
            Column(Text("核心执行人", "Core executors"), (17, 16.3), "{{ row.executors }}"),
            Column(Text("初步分工", "Responsibility"), (20, 17.6), "{{ row.responsibility }}"),
            Column(Text("初步需求与答复", "Needs and replies"), (36, 33.5), needs),
        ],
    )


def _resources(house: House) -> str:
    block = house.section(Text("资源概算", "Resource estimate")) + house.listing(
        "resources",
        "resource",
        [
            Column(DEPARTMENT, (13, 16), "{{ resource.department }}", "center"),
            Column(Text("类型", "Kind"), (8, 12.4), "{{ resource.kind }}", "center"),
            Column(Text("需求", "Need"), (17, 17.3), "{{ resource.need }}"),
            Column(Text("数量", "Quantity"), (12, 11.8), "{{ resource.quantity }}", "center"),
            Column(Text("使用时段", "Period"), (25, 13.2), "{{ resource.period }}", "center"),
            Column(field_label(Resource, "provider"), (13, 16), "{{ resource.provider }}", "center"),
            Column(Text("承诺", "Status"), (12, 13.3), "{{ resource.status }}", "center"),
        ],
    )
    return either("resources", block)


def _limits(house: House) -> str:
    assumptions = house.heading(field_label(About, "assumptions")) + house.listing(
        "assumptions",
        "assumption",
        [
            Column(Text("假设", "Assumption"), 66, "{{ assumption.text }}"),
            Column(Text("验证人", "Validated by"), 17, "{{ assumption.owner }}", "center"),
            Column(Text("验证日期", "Validated on"), 17, "{{ assumption.due }}", "center"),
        ],
    )
    constraints = house.heading(field_label(About, "constraints")) + house.bullets("constraints")
    block = (
        house.section(Text("假设与制约", "Assumptions and constraints"))
        + either("assumptions", assumptions)
        + either("constraints", constraints)
    )
    return either("assumptions or constraints", block)


def _risks(house: House) -> str:
    risks = house.listing(
        "risks",
        "risk",
        [
            Column(NUMBER, 7, "{{ risk.id }}", "center"),
            Column(Text("灯", "Light"), (9, 11), "{{ risk.light }}", "center"),
            Column(Text("风险", "Risk"), (27, 25.2), "{{ risk.title }}"),
            Column(Text("等级", "Level"), 12, "{{ risk.level }}", "center"),
            Column(field_label(Risk, "response"), (32, 28.9), "{{ risk.response }}"),
            Column(OWNER, (13, 15.9), "{{ risk.owner }}", "center"),
        ],
    )
    shown = either("risks_shown", house.note(Text("{{ risks_shown }}", "{{ risks_shown }}")))
    return house.section(Text("初步风险", "Initial risks")) + risks + shown


def _communication(house: House) -> str:
    talk = house.listing(
        "communication",
        "talk",
        [
            Column(Text("事项", "What"), 18, "{{ talk.item }}"),
            Column(Text("时间或频率", "When"), 28, "{{ talk.when }}"),
            Column(Text("方式或地点", "Channel or place"), 22, "{{ talk.channel }}"),
            Column(Text("参与方", "Who"), 32, "{{ talk.audience }}"),
        ],
    )
    ladder = house.listing(
        "escalation",
        "step",
        [
            Column(Text("问题等级", "Grade"), 18, "{{ step.grade }}", "center"),
            Column(Text("决策人", "Decided by"), 24, "{{ step.decider }}", "center"),
            Column(Text("时限", "Within"), 20, "{{ step.within }}", "center"),
            Column(Text("条件", "Condition"), 38, "{{ step.condition }}"),
        ],
    )
    title = Text("沟通与升级机制", "Communication and escalation")
    return house.section(title) + talk + house.heading(Text("问题升级路径", "Escalation path")) + ladder


def _criteria(house: House) -> str:
    success = house.heading(field_label(About, "success_criteria")) + house.bullets("success_criteria")
    leaving = house.heading(field_label(About, "exit_criteria")) + house.bullets("exit_criteria")
    block = (
        house.section(Text("成功标准与退出条件", "Success and exit criteria"))
        + either("success_criteria", success)
        + either("exit_criteria", leaving)
    )
    return either("success_criteria or exit_criteria", block)
