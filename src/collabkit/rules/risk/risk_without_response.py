"""A risk without a plan to meet it."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.goal_text import is_blank
from collabkit.rules.lacking import lacks


def _check(plan: Plan) -> Iterator[Problem]:
    for key, risk in plan.open_risks.items():
        if is_blank(risk.response):
            label = Text("没有应对措施", "nothing is done about it")
            yield lacks(("risks", key, "response"), risk.title, Text("应对措施", "response"), label)


RULE = Rule(
    code="CK703",
    name="risk-without-response",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("风险没有应对措施", "A risk has no response"),
    why=Text(
        "只登记不应对，风险发生时仍然措手不及。", "A risk that is only written down strikes as hard as one nobody knew."
    ),
    help=Text(
        "补上具体措施，如「response: 安排备用工程师接手」",
        "add what is done about it, such as 'response: train a second engineer'",
    ),
    bad="""\
risks:
  R1:
    response:
""",
    good=Text(
        """\
risks:
  R1:
    response: 提前一周送应用商店预审
""",
        """\
risks:
  R1:
    response: Ask the store for a preview a week before
""",
    ),
    check=_check,
)
