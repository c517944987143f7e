"""A risk whose likelihood or impact nobody has judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Gap, Lacking, Problem
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Lacking]:
    for key, risk in plan.open_risks.items():
        scores = {"likelihood": risk.likelihood, "impact": risk.impact}
        gaps = tuple(Gap(("risks", key, name), _WORDS[name]) for name, score in scores.items() if score is None)
        yield Lacking(gaps, partial(_problem, entry(("risks", key), risk.title)))


_WORDS = {"likelihood": Text("可能性", "likelihood"), "impact": Text("影响", "impact")}


def _problem(named: Text, gaps: Sequence[Gap]) -> Problem:
    return Problem(
        gaps[0].path,
        message(
            zh(named.zh, "没有", "和".join(gap.name.zh for gap in gaps), "评分"),
            f"{named.en} has no {' and no '.join(gap.name.en for gap in gaps)}",
        ),
        label=Text("算不出风险值", "no level can be worked out"),
        help=Text(
            "补上" + "、".join(f"「{gap.key}: 1-5」" for gap in gaps),
            "add " + " and ".join(f"'{gap.key}:'" for gap in gaps) + ", from 1 to 5",
        ),
        many=Text("{}没有评分", "{} are not scored"),
    )


RULE = Rule(
    code="CK704",
    name="risk-unscored",
    severity=Severity.WARNING,
    stage=Stage.PLANNING,
    title=Text("风险没有评分", "A risk is not scored"),
    why=Text(
        "没有可能性和影响评分，就算不出风险值和红黄绿灯，大小风险混在一起。",
        "Without likelihood and impact there is no level and no light, and great risks hide among small ones.",
    ),
    help=Text("补上 likelihood 和 impact，均为 1-5", "add 'likelihood' and 'impact', each from 1 to 5"),
    bad="""\
risks:
  R1:
    likelihood:
""",
    good="""\
risks:
  R1:
    likelihood: 2
""",
    check=_check,
)
