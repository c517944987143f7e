"""A red risk without a day by which something is done."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text, same
from collabkit.model import Stage
from collabkit.model.risk import Risk
from collabkit.model.words import Light, RiskStatus
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.plan.lights import risk_level, risk_light
from collabkit.problem import Place, Problem
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Problem]:
    for key, risk in plan.open_risks.items():
        # What has happened is met by its issue; a red risk without an owner is risk-without-owner.
        if risk.status is not RiskStatus.OPEN or risk_light(risk) is not Light.RED or risk.due:
            continue
        named = entry(("risks", key), risk.title)
        why, place = _why(key, risk)
        yield Problem(
            ("risks", key, "due"),
            message(
                zh(named.zh, f"为红灯（{why.zh}），但没有措施期限"),
                f"{named.en} is red ({why.en}), but its response has no date",
            ),
            label=Text("红灯需立即解决", "red means act at once"),
            help=_help(plan),
            places=(place,),
            rests_on=tuple(("risks", key, name) for name in ("likelihood", "impact", "light", "status")),
            many=Text("{}为红灯，却没有措施期限", "{} are red without a date for the response"),
        )


def _why(key: str, risk: Risk) -> tuple[Text, Place]:
    if risk.light:
        return Text("人工指定", "declared"), Place(("risks", key, "light"), Text("指定为红灯", "declared red here"))
    level = risk_level(risk)
    score = Place(("risks", key, "likelihood"), Text(f"风险值 {level}", f"the level is {level}"))
    return same(f"{risk.likelihood} × {risk.impact} = {level}"), score


def _help(plan: Plan) -> Text:
    soon = plan.calendar.add(plan.today, plan.policy.respond_within)
    return Text(f"补上措施期限，如「due: {soon}」", f"add the day by which the response is done, such as 'due: {soon}'")


RULE = Rule(
    code="CK705",
    name="red-risk-without-action-date",
    severity=Severity.ERROR,
    stage=Stage.EXECUTING,
    title=Text("红灯风险没有措施期限", "A red risk has no date for its action"),
    why=Text(
        "红灯意味着紧急、需立即解决；没有期限的措施等于没有措施。",
        "Red means urgent, act at once; an action without a date is no action.",
    ),
    help=Text(
        "补上措施期限，如「due: 2026-03-27」",
        "add the day by which the response is done, such as 'due: 2026-03-27'",
    ),
    bad="""\
risks:
  R1:
    likelihood: 4
    impact: 4
    due:
""",
    good="""\
risks:
  R1:
    likelihood: 4
    impact: 4
    due: 2026-03-27
""",
    check=_check,
    last=Stage.EXECUTING,
)
