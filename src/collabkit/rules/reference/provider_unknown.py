"""A provider who is nearly somebody of the project."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.nearest import nearest
from collabkit.plan import Plan
from collabkit.problem import Place, Problem
from collabkit.references import Reference, known
from collabkit.rules.unknown_ids import MOST_PLACES, Guide, declared, did_you_mean
from collabkit.rules.wording import field, message, short

_ENDINGS = ("部门", "办公室", "中心", "部", "处", "科", "室", "组", "办")
_DEPARTMENTS = frozenset((
    "财务", "人事", "人力", "人力资源", "行政", "法务", "合规", "采购", "市场", "销售", "营销", "品牌", "公关",
    "研发", "产品", "技术", "信息", "信息技术", "数据", "生产", "制造", "质量", "品质", "工艺", "设备", "工程",
    "基建", "安全", "安环", "环保", "物流", "仓储", "供应链", "运营", "业务", "客服", "售后", "门店", "渠道",
    "商务", "战略", "投资", "审计", "风控", "内控", "总务", "后勤", "培训", "医务", "护理", "药剂", "检验", "教务",
    "科研", "测试", "设计", "企划", "资金", "税务", "资产", "finance", "accounting", "hr", "people", "legal",
    "compliance", "purchasing", "procurement", "marketing", "sales", "it", "data", "security", "operations",
    "production", "quality", "engineering", "logistics", "facilities", "risk", "training", "nursing", "pharmacy",
    "research", "design", "service", "support", "audit", "strategy", "tax", "pr",
))  # fmt: skip
"""Departments that companies have: one of them is no mistyped other one."""
_SHORT_NAME, _SHORT_LATIN = 2, 3
"""So short a name shares too little with any other to be meant for it."""


def _check(plan: Plan) -> Iterator[Problem]:
    # What else refers to the same name tells of the provider as well.
    told = {reference.id for reference in plan.dangling}
    found: dict[str, list[Reference]] = {}
    for reference in plan.outsiders:
        if reference.id not in told:
            found.setdefault(reference.id, []).append(reference)
    guide = Guide(plan)
    for name, uses in found.items():
        meant = _meant(plan, guide, name, uses[0].ref.sections)
        if meant is not None:
            yield _problem(name, meant, uses)


def _meant(plan: Plan, guide: Guide, name: str, sections: tuple[str, ...]) -> tuple[str, str] | None:
    """Return section and id of whom a name means by a slip of the pen; None for somebody else."""
    for section in sections:
        meant = guide.meant(name, section)
        if meant is None:
            continue
        called = getattr(known(plan.project)[section][meant], "name", None)
        if name == called or _is_slip(name, meant):
            return section, meant
    return None


def _is_slip(name: str, meant: str) -> bool:
    core = _core(name)
    if core in _DEPARTMENTS and core != _core(meant):
        return False
    if name.isascii():
        return len(core) > _SHORT_LATIN or core == _core(meant)
    return len(name) > _SHORT_NAME and nearest(name, (meant,)) is not None


def _core(name: str) -> str:
    """Return what a department does, without the word for a department."""
    word = name.strip().casefold()
    return next((word.removesuffix(end) for end in _ENDINGS if word.endswith(end)), word)


def _problem(name: str, meant: tuple[str, str], uses: list[Reference]) -> Problem:
    first, *others = uses
    where, shown = field(first.path), short(name)
    return Problem(
        first.path,
        message(
            f"{where.zh}「{shown}」不在项目里，与「{meant[1]}」相近",
            f"{where.en}: '{shown}' is not on the project, but '{meant[1]}' is",
        ),
        label=did_you_mean(meant[1]),
        help=Text(
            f"改成「{meant[1]}」；确是项目以外的提供方，就写全称",
            f"write '{meant[1]}'; somebody outside the project is written in full",
        ),
        places=(
            declared((*meant[0].split("."), meant[1])),
            *(Place(use.path, Text("这里也用到", "also used here")) for use in others[:MOST_PLACES]),
        ),
        about=(meant[0], name),
    )


RULE = Rule(
    code="CK105",
    name="provider-unknown",
    severity=Severity.WARNING,
    stage=Stage.INITIATING,
    title=Text("资源提供方与项目中的名字相近但不同", "A provider is nearly, but not quite, somebody of the project"),
    why=Text(
        "提供方可以在项目以外，不必列入部门或成员；但一字之差多半是笔误，承诺就算不到那个部门头上。",
        "Whoever provides something need not be on the project; but a name one letter off is most likely a slip, and "
        "then the commitment is nobody's.",
    ),
    help=Text("改成项目中的名字，或写外部提供方的全称", "use the name as declared, or the full name of an outsider"),
    bad=Text(
        """\
resources:
  - {need: 测试服务器, provider: 开法部}
""",
        """\
resources:
  - {need: A test server, provider: Developmnet}
""",
    ),
    good=Text(
        """\
resources:
  - {need: 测试服务器, provider: 信息部}
""",
        """\
resources:
  - {need: A test server, provider: Finance}
""",
    ),
    check=_check,
)
