"""F05 问题解决决议表 / Issue Resolution Record."""

from __future__ import annotations

from collabkit.forms.resolution import FORM
from collabkit.lang import Lang, Text
from collabkit.model.action import Action
from collabkit.model.fields import field_label
from collabkit.model.issue import Issue, Option, Position, Resolution
from templates.blocks import Column, Fact, House, either
from templates.common import DEPARTMENT, DUE, MEETING, NUMBER, OWNER, PROJECT, STATUS, control, form, signatures
from templates.wml import paragraph, run


def build(lang: Lang) -> bytes:
    """Return the template in one language."""
    house = House(lang)
    blocks = [
        _basics(house),
        _problem(house),
        _positions(house),
        _impacts(house),
        _options(house),
        _decision(house),
        _actions(house),
        _follow_up(house),
        control(house),
        signatures(house, Text("签字", "Signatures")),
    ]
    return form(house, FORM, blocks, mark="{{ issue.number }}")


def _basics(house: House) -> str:
    return house.grid(
        PROJECT,
        [
            Fact(Text("决议编号", "Resolution no."), "{{ issue.number }}"),
            Fact(Text("关联问题", "Issue"), "{{ issue.id }}  {{ issue.title }}"),
        ],
        [
            Fact(Text("问题等级", "Grade"), "{{ issue.grade }}"),
            Fact(Text("问题状态", "Status"), "{{ issue.status }}"),
        ],
        [Fact(field_label(Resolution, "level"), "{{ issue.level }}")],
        [
            Fact(field_label(Issue, "raised_by"), "{{ issue.raised_by }}"),
            Fact(field_label(Issue, "raised"), "{{ issue.raised }}"),
        ],
        [
            Fact(field_label(Issue, "owner"), "{{ issue.owner }}"),
            Fact(Text("解决期限", "Due"), "{{ issue.due }}"),
        ],
        [Fact(Text("相关部门", "Departments"), "{{ issue.departments }}")],
        *MEETING,
        together=False,
    )


def _problem(house: House) -> str:
    return (
        house.section(Text("问题描述", "Problem"))
        + house.prose("{{ description }}")
        + house.labelled(Text("涉及任务", "Tasks"), "{{ tasks }}")
        + house.labelled(field_label(Resolution, "cause"), "{{ cause }}")
    )


def _positions(house: House) -> str:
    block = house.section(field_label(Resolution, "positions")) + house.listing(
        "positions",
        "position",
        [
            Column(DEPARTMENT, 16, "{{ position.department }}", "center"),
            Column(field_label(Position, "claim"), 42, "{{ position.claim }}"),
            Column(field_label(Position, "reason"), 42, "{{ position.reason }}"),
        ],
    )
    return either("positions", block)


def _impacts(house: House) -> str:
    cells = {
        "schedule": Text("进度", "Schedule"),
        "cost": Text("成本", "Cost"),
        "scope": Text("范围", "Scope"),
        "quality": Text("质量", "Quality"),
        "risk": Text("风险", "Risk"),
        "resource": Text("资源", "Resources"),
        "other": Text("其他", "Other"),
    }
    impacts = house.facts([Column(text, 1, f"{{{{ impacts.{name} }}}}", "center") for name, text in cells.items()])
    nothing = house.labelled(field_label(Resolution, "impact_if_nothing"), "{{ impact_if_nothing }}")
    return house.section(Text("影响分析", "Impact")) + impacts + house.gap() + nothing


def _options(house: House) -> str:
    return house.section(field_label(Resolution, "options")) + house.listing(
        "options",
        "option",
        [
            Column(Text("方案", "No."), 7, "{{ option.letter }}", "center"),
            Column(Text("内容", "Option"), 21, "{{ option.option }}"),
            Column(field_label(Option, "pros"), 16, "{{ option.pros }}"),
            Column(field_label(Option, "cons"), 16, "{{ option.cons }}"),
            Column(field_label(Option, "time"), 10, "{{ option.time }}", "center"),
            Column(field_label(Option, "cost"), 12, "{{ option.cost }}", "center"),
            Column(Text("风险", "Risk"), 11, "{{ option.risk }}", "center"),
            Column(Text("推荐", "Best"), 7, "{{ option.recommended }}", "center"),
        ],
    )


def _decision(house: House) -> str:
    text = paragraph(runs=run("{{ decision.text }}", "CKStrong"), style="CKBody")
    baseline = '{{ decision.baseline }}{% if decision.change != "—" %}  {{ decision.change }}{% endif %}'
    facts = house.grid(
        [Fact(field_label(Resolution, "rationale"), "{{ decision.rationale }}")],
        [
            Fact(field_label(Resolution, "decided_by"), "{{ decision.by }}"),
            Fact(field_label(Resolution, "decided"), "{{ decision.on }}"),
        ],
        [
            Fact(field_label(Resolution, "effective"), "{{ decision.effective }}"),
            Fact(Text("变更基准", "Baseline change"), baseline),
        ],
    )
    return house.section(Text("决议内容", "Resolution")) + house.box(text) + house.gap() + facts


def _actions(house: House) -> str:
    return house.section(field_label(Resolution, "actions")) + house.listing(
        "actions",
        "action",
        [
            Column(NUMBER, 7, "{{ action.number }}", "center"),
            Column(Text("措施", "Action"), (27, 23), "{{ action.action }}"),
            Column(field_label(Action, "department"), (13, 14.5), "{{ action.department }}", "center"),
            Column(OWNER, (11, 14.4), "{{ action.owner }}", "center"),
            Column(DUE, (12, 13.4), "{{ action.due }}", "center"),
            Column(field_label(Action, "done_when"), (19, 16.2), "{{ action.done_when }}"),
            Column(STATUS, (11, 11.5), "{{ action.status }}", "center"),
        ],
    )


def _follow_up(house: House) -> str:
    note = Text("验证与关闭在措施完成后填写。", "Verification and closing are filled in once the actions are done.")
    return (
        house.section(Text("知会与跟踪", "Communication and follow-up"))
        + house.grid(
            [Fact(field_label(Resolution, "notify"), "{{ follow_up.notify }}")],
            [Fact(field_label(Resolution, "reservations"), "{{ follow_up.reservations }}")],
            [Fact(field_label(Resolution, "verification"), "{{ follow_up.verification }}")],
            [
                Fact(field_label(Issue, "verified_by"), "{{ follow_up.verified_by }}"),
                Fact(field_label(Issue, "closed"), "{{ follow_up.closed }}"),
            ],
        )
        + either("not follow_up.closed", house.note(note))
    )
