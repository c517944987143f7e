"""A response to a risk that should be done by now."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.words import Light, RiskStatus
from collabkit.phrases import working_days, zh
from collabkit.plan import Plan
from collabkit.plan.lights import risk_light
from collabkit.problem import Problem
from collabkit.rules.wording import entry, message

_CONCLUDED_FROM = ("likelihood", "impact", "light", "status")


def _check(plan: Plan) -> Iterator[Problem]:
    for key, risk in plan.open_risks.items():
        # What has happened is met by its issue; a green risk is only watched.
        urgent = risk.status is RiskStatus.OPEN and risk_light(risk) in (Light.RED, Light.AMBER)
        if not urgent or risk.due is None or risk.due >= plan.today:
            continue
        named = entry(("risks", key), risk.title)
        late = working_days(plan.calendar.between(risk.due, plan.today))
        yield Problem(
            ("risks", key, "due"),
            message(
                zh(named.zh, f"的应对措施应于 {risk.due} 完成，已超期 {late.zh}"),
                f"the response to {named.en} was due {risk.due} and is {late.en} late",
            ),
            label=Text("已经过了这一天", "this day has passed"),
            rests_on=tuple(("risks", key, name) for name in _CONCLUDED_FROM),
            many=Text("{}的应对措施已超期", "{} have a response that is past its date"),
        )


RULE = Rule(
    code="CK708",
    name="risk-response-overdue",
    severity=Severity.WARNING,
    stage=Stage.EXECUTING,
    title=Text("风险的应对措施已超期", "The response to a risk is past its date"),
    why=Text(
        "措施期限过了，风险还是黄灯或红灯：不是措施没做，就是做了没用，两种情况都要有人处理。",
        "The day has passed and the risk is still amber or red: the response was not done, or it did not help.",
    ),
    help=Text(
        "措施见效了重新评分或写「status: closed」；没做完就写明新的 due",
        "score the risk anew or set 'status: closed' if the response worked, else give a new 'due'",
    ),
    bad="""\
risks:
  R1:
    due: 2026-03-19
""",
    good="""\
risks:
  R1:
    due: 2026-03-20
""",
    check=_check,
    dated=True,
    last=Stage.EXECUTING,
)
