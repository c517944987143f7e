"""A risk or an issue that is still open when the project closes."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.words import RiskStatus
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.leftover import is_handed_over
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Problem]:
    # A risk that has happened goes on as its issue.
    risks = {key: risk for key, risk in plan.project.risks.items() if risk.status is RiskStatus.OPEN}
    for section, entries, severity in (
        ("risks", risks, Severity.WARNING),
        ("issues", plan.open_issues, Severity.ERROR),
    ):
        for key, each in entries.items():
            if not is_handed_over(plan, key, each.title):
                yield _problem(section, key, each.title, str(each.status), severity)


def _problem(section: str, key: str, title: str | None, status: str, severity: Severity) -> Problem:
    named = entry((section, key), title)
    return Problem(
        (section, key, "status"),
        message(zh(named.zh, "还没有关闭"), f"{named.en} is still open"),
        label=Text(f"状态是 {status}", f"the status is {status}"),
        severity=severity,
        many=Text("{}还没有关闭", "{} are still open"),
    )


RULE = Rule(
    code="CK604",
    name="closing-with-open-risks-or-issues",
    severity=Severity.WARNING,
    also=(Severity.ERROR,),
    stage=Stage.CLOSING,
    title=Text("结项时还有风险或问题没有关闭", "A risk or an issue is still open at closing"),
    why=Text(
        "没有关闭又没有移交的风险和问题，会在项目解散后由接收部门承担，而他们并不知情。",
        "What is neither closed nor handed over strikes the line departments later, and nobody has told them.",
    ),
    help=Text(
        "关闭的写「status: closed」；转给业务部门的写进 handover_items 并注明编号",
        "set 'status: closed', or hand it over: name it in an item of handover_items",
    ),
    bad="""\
risks:
  R1:
    status: open
    due: 2026-04-10
""",
    good="""\
risks:
  R1:
    status: closed
""",
    check=_check,
)
