"""F04 项目周报 / Weekly Report."""

from __future__ import annotations

from collabkit.forms.weekly import FORM
from collabkit.lang import Lang, Text
from collabkit.model.change import Change
from collabkit.model.communication import Communication
from collabkit.model.fields import field_label
from collabkit.model.issue import Issue, Resolution
from collabkit.model.milestone import Milestone
from collabkit.model.resource import Resource
from collabkit.model.week import DepartmentWeek, Week
from collabkit.phrases import DIMENSIONS
from templates.blocks import Beneath, Column, Fact, House, each, either
from templates.common import (
    BASELINE,
    DATE,
    DEPARTMENT,
    DUE,
    GOAL,
    MANAGER,
    NUMBER,
    OWNER,
    PROJECT,
    STATUS,
    TARGET,
    control,
    form,
)
from templates.look import DENSE
from templates.wml import paragraph, run

LIGHT = Text("灯", "Light")
_LONG_REASON = "row.why|trim|length > 16"
"""A longer one would make the narrow column of names the highest."""
_RECONSTRUCTED = "{% if week.reconstructed %} · {{ week.reconstructed }}{% endif %}"


def build(lang: Lang) -> bytes:
    """Return the template in one language, set closely to stay on two pages."""
    house = House(lang, density=DENSE)
    blocks = [
        _head(house),
        _status(house),
        _milestones(house),
        _departments(house),
        _risks(house),
        _issues(house),
        _decisions(house),
        _resources(house),
        _actions(house),
        control(house, author="{{ week.author }}", distribution="{{ week.distribution }}"),
    ]
    return form(house, FORM, blocks, mark="{{ week.label }}" + _RECONSTRUCTED)


def _head(house: House) -> str:
    return house.grid(
        PROJECT,
        [Fact(Text("报告期", "Period"), "{{ week.label }}  {{ week.period }}"), MANAGER],
        [
            Fact(field_label(Communication, "weekly"), "{{ week.meeting }}"),
            Fact(Text("数据截至", "As of"), "{{ week.as_of }}" + _RECONSTRUCTED),
        ],
        together=False,
    )


def _status(house: House) -> str:
    names = ["status.light", *(f"dimensions.{name}" for name in DIMENSIONS)]
    lights = house.matrix(
        Text("红黄绿灯", "Lights"),
        [Text("总体", "Overall"), *DIMENSIONS.values()],
        [
            (Text("系统计算", "Computed"), [f"{{{{ {name}.computed }}}}" for name in names]),
            (Text("项目经理申报", "Declared"), [f"{{{{ {name}.declared }}}}" for name in names]),
        ],
    )
    words = house.grid(
        [
            Fact(Text("完成进度", "Progress"), "{{ status.progress }}"),
            Fact(field_label(Week, "trend"), "{{ status.trend }}"),
        ],
        [Fact(Text("计算依据", "Computed from"), "{{ status.cause }}")],
    )
    why = house.listing(
        "reasons",
        "reason",
        [
            Column(Text("分项", "Dimension"), (13, 17), "{{ reason.dimension }}", "center"),
            Column(LIGHT, (9, 11), "{{ reason.light }}", "center"),
            Column(Text("亮灯原因", "Why"), (78, 72), "{{ reason.text }}"),
        ],
    )
    reason = house.labelled(Text("申报说明", "Declared because"), "{{ status.reason }}")
    headline = house.box(paragraph(runs=run("{{ status.headline }}", "CKStrong"), style="CKBody"))
    return (
        house.section(Text("总体状态", "Overall status"))
        + headline
        + house.gap()
        + lights
        + house.gap()
        + words
        + either("reasons", house.gap() + why)
        + either('status.reason != "—"', reason)
    )


def _milestones(house: House) -> str:
    current = "{{ goal.current }}" + house.aside("goal.measured")
    goals = house.listing(
        "goals",
        "goal",
        [
            Column(NUMBER, 7, "{{ goal.id }}", "center"),
            Column(GOAL, (41, 39), "{{ goal.statement }}", long=True),
            Column(BASELINE, (12, 12.7), "{{ goal.baseline }}", "center"),
            Column(Text("当前值", "Current"), (12, 12.7), current, "center"),
            Column(TARGET, 15, "{{ goal.target }}", "center"),
            Column(DUE, (13, 13.6), "{{ goal.due }}", "center"),
        ],
    )
    milestones = house.listing(
        "milestones",
        "milestone",
        [
            Column(NUMBER, (6, 7), "{{ milestone.id }}", "center"),
            Column(field_label(Milestone, "name"), (37, 27), "{{ milestone.name }}" + house.aside("milestone.reason")),
            Column(Text("计划", "Planned"), (11.5, 13), "{{ milestone.planned }}", "center"),
            Column(Text("预测", "Forecast"), (11.5, 13), "{{ milestone.forecast }}", "center"),
            Column(Text("实际", "Actual"), (11.5, 13), "{{ milestone.actual }}", "center"),
            Column(Text("偏差", "Variance"), (14, 16.5), "{{ milestone.variance }}", "center"),
            Column(LIGHT, (8.5, 10.5), "{{ milestone.light }}", "center"),
        ],
    )
    title = Text("目标与里程碑", "Goals and milestones")
    return house.section(title) + either("goals", goals + house.gap()) + milestones


def _departments(house: House) -> str:
    declared = house.t(Text("申报 ", "declared "))
    name = (
        paragraph("{{ row.name }}", "CKText", align="center")
        + paragraph("{{ row.light }}", "CKText", align="center")
        + either(f"row.why and not {_LONG_REASON}", paragraph("{{ row.why }}", "CKNote", align="center"))
        + either('row.declared != "—"', paragraph(declared + "{{ row.declared }}", "CKNote", align="center"))
    )
    return house.section(Text("部门进展", "Departments")) + house.listing(
        "departments",
        "row",
        [
            Column(DEPARTMENT, (13, 15.5), name),
            Column(field_label(DepartmentWeek, "done"), (21, 20), _bullets("row.done")),
            Column(Text("未完成及原因", "Not done, and why"), (28, 27), _bullets("row.missed")),
            Column(Text("下周计划", "Next week"), (22, 21.5), _bullets("row.next")),
            Column(field_label(DepartmentWeek, "help"), 16, _bullets("row.help")),
        ],
        beneath=[
            Beneath(_LONG_REASON, Text("亮灯原因", "Why"), "{{ row.why }}"),
            Beneath('row.reason != "—"', Text("申报说明", "Declared because"), "{{ row.reason }}"),
        ],
    )


def _bullets(over: str) -> str:
    runs = (
        run("{% if loop.length > 1 %}• {% endif %}{{ item.text }}")
        + run("{% if item.mark %} {{ item.mark }}{% endif %}")
        + run("{% if item.note %} {% endif %}{{ item.note }}", "CKMuted")
    )
    return each(over, paragraph(runs=runs, style="CKText"))


def _risks(house: House) -> str:
    return house.section(Text("风险状态", "Risks")) + house.brief(
        "risks",
        "risk",
        [
            Column(NUMBER, 7, "{{ risk.id }}", "center"),
            Column(LIGHT, (10, 12), "{{ risk.light }}", "center"),
            Column(Text("风险", "Risk"), (21, 19), "{{ risk.title }}"),
            Column(Text("变化", "Change"), 12, "{{ risk.change }}", "center"),
            Column(Text("应对", "Response"), (26, 21.6), "{{ risk.response }}", long=True),
            Column(OWNER, (11, 15.4), "{{ risk.owner }}", "center"),
            Column(DUE, 13, "{{ risk.due }}", "center"),
        ],
        empty="{{ nothing.risks }}",
    )


def _issues(house: House) -> str:
    return house.section(Text("问题与升级", "Issues and escalations")) + house.brief(
        "issues",
        "issue",
        [
            Column(NUMBER, 7, "{{ issue.id }}", "center"),
            Column(field_label(Issue, "grade"), (9, 9.3), "{{ issue.grade }}", "center"),
            Column(Text("问题", "Issue"), (25, 20.6), "{{ issue.title }}"),
            Column(Text("影响", "Impact"), (15, 12.5), "{{ issue.impact }}"),
            Column(STATUS, 11, "{{ issue.status }}", "center"),
            Column(OWNER, (10, 13.6), "{{ issue.owner }}", "center"),
            Column(Text("需谁决策", "To be decided by"), (11, 13.1), "{{ issue.decider }}", "center"),
            Column(Text("决策期限", "Decide by"), (13, 12.9), "{{ issue.decide_by }}", "center"),
        ],
        empty="{{ nothing.issues }}",
        urgent="issue.urgent",
    )


def _decisions(house: House) -> str:
    decisions = house.listing(
        "decisions",
        "decision",
        [
            Column(NUMBER, 10, "{{ decision.id }}", "center"),
            Column(Text("本周决策", "Decision"), 58, "{{ decision.text }}", long=True),
            Column(field_label(Resolution, "decided_by"), 17, "{{ decision.decided_by }}", "center"),
            Column(DATE, 15, "{{ decision.date }}", "center"),
        ],
    )
    changes = house.listing(
        "changes",
        "change",
        [
            Column(NUMBER, (10, 8), "{{ change.id }}", "center"),
            Column(Text("本周变更", "Change"), (42, 39), "{{ change.title }}"),
            Column(field_label(Change, "category"), (12, 13), "{{ change.category }}", "center"),
            Column(Text("决定", "Decision"), (12, 13), "{{ change.decision }}", "center"),
            Column(field_label(Resolution, "decided_by"), (11, 13.6), "{{ change.decided_by }}", "center"),
            Column(DATE, (13, 13.4), "{{ change.date }}", "center"),
        ],
    )
    block = (
        house.section(Text("决策与变更", "Decisions and changes"))
        + either("decisions", decisions)
        + either("decisions and changes", house.gap())
        + either("changes", changes)
    )
    return either("decisions or changes", block)


def _resources(house: House) -> str:
    # Not a column for each amount: with currencies and millions they are too wide for seven beside each other.
    budget = house.grid(
        [
            Fact(Text("批准预算", "Approved budget"), "{{ item.approved }}"),
            Fact(Text("预计总额", "Forecast"), "{{ item.light }}  {{ item.forecast }}"),
        ],
        [
            Fact(Text("已支出", "Spent"), "{{ item.spent }}"),
            Fact(Text("未支出", "Unspent"), "{{ item.unspent }}"),
        ],
        [
            Fact(Text("已承诺未付", "Committed, unpaid"), "{{ item.committed }}"),
            Fact(Text("可用", "Available"), "{{ item.available }}"),
        ],
    )
    gaps = house.listing(
        "gaps",
        "gap",
        [
            Column(Text("资源缺口", "Resource gap"), (30, 27.5), "{{ gap.need }}", long=True),
            Column(DEPARTMENT, (14, 15.4), "{{ gap.department }}", "center"),
            Column(field_label(Resource, "provider"), (14, 15.4), "{{ gap.provider }}", "center"),
            Column(Text("承诺", "Commitment"), (14, 14.6), "{{ gap.status }}", "center"),
            Column(Text("对策", "Plan"), (28, 27.1), "{{ gap.gap_plan }}", long=True),
        ],
    )
    block = (
        house.section(Text("资源与预算", "Resources and budget"))
        + each("budget", budget)
        + either("budget and gaps", house.gap())
        + either("gaps", gaps)
    )
    return either("budget or gaps", block)


def _actions(house: House) -> str:
    return house.section(field_label(Week, "actions")) + house.brief(
        "actions",
        "action",
        [
            Column(NUMBER, 7, "{{ action.number }}", "center"),
            Column(Text("事项", "Action"), (42, 39.5), "{{ action.action }}"),
            Column(OWNER, (12, 13.8), "{{ action.owner }}", "center"),
            Column(DUE, (14, 13.4), "{{ action.due }}", "center"),
            Column(STATUS, (11, 11.5), "{{ action.status }}", "center"),
            Column(Text("来源", "From"), (14, 14.8), "{{ action.origin }}", "center"),
        ],
        empty="{{ nothing.actions }}",
    )
