"""An id of a goal, scope item, milestone, task, risk, issue or change, or a country, that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.plan.statutory import country_code
from collabkit.problem import Problem
from collabkit.rules.unknown_ids import Guide, did_you_mean, unknown_ids
from collabkit.rules.wording import message, short

_ELSEWHERE = frozenset(("people", "departments"))


def _check(plan: Plan) -> Iterator[Problem]:
    guide = Guide(plan)
    for stray in unknown_ids(plan):
        if _ELSEWHERE.isdisjoint(stray.sections):
            yield guide.explain(stray)
    if not plan.calendar.country_is_known:
        yield _country(plan.project.calendar.country or "")


def _country(written: str) -> Problem:
    country, meant = short(written), country_code(written)
    unknown = message(f"没有国家「{country}」的节假日数据", f"the holidays of country '{country}' are not known")
    if meant:
        help_ = Text(f"改成「{meant}」", f"write '{meant}'")
        return Problem(("calendar", "country"), unknown, label=did_you_mean(meant), help=help_)
    help_ = Text(
        "写两个字母的国家代码，如 CN、US；不需要法定节假日就删去这一行",
        "use a two-letter country code such as CN or US, or remove the line for no statutory holidays",
    )
    return Problem(("calendar", "country"), unknown, help=help_)


RULE = Rule(
    code="CK104",
    name="unknown-reference",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("引用的编号不存在", "An id that is referred to does not exist"),
    why=Text(
        "目标、范围、里程碑、任务、风险之间靠编号相连；编号写错，这条联系就断了，覆盖与影响都算不出来。",
        "Goals, scope, milestones, tasks and risks are tied by ids; a wrong one cuts the tie, and coverage is lost.",
    ),
    help=Text("改成已有的编号，或先把它写进文件", "use an id that exists, or declare it first"),
    bad="""\
risks:
  R1:
    tasks: [T7]
""",
    good="""\
risks:
  R1:
    tasks: [T2]
""",
    check=_check,
)
