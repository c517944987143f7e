"""A milestone whose day has passed without a word."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.timing import work_after_milestones
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Problem]:
    misplaced = work_after_milestones(plan)
    for key, milestone in plan.project.milestones.items():
        # One that lies before its own work cannot have been reached; that is milestone-before-work.
        if milestone.date is None or milestone.date >= plan.today or milestone.actual or key in misplaced:
            continue
        expected = milestone.forecast is not None and milestone.forecast >= plan.today
        if expected:
            continue
        named = entry(("milestones", key), milestone.name, 24)
        yield Problem(
            ("milestones", key, "actual"),
            message(
                zh(named.zh, f"应于 {milestone.date} 达成，没有实际日期，也没有预计日期"),
                f"{named.en} was due {milestone.date}, no actual day and no forecast is given",
            ),
            label=Text(f"{milestone.date} 达成了没有？", f"was it reached on {milestone.date}?"),
            rests_on=(("milestones", key, "forecast"),),
            many=Text("{}的日期已过，没有实际日期", "{} have passed without an actual day"),
        )


RULE = Rule(
    code="CK516",
    name="milestone-passed-without-actual",
    severity=Severity.WARNING,
    stage=Stage.EXECUTING,
    title=Text("里程碑日期已过，没有实际日期", "A milestone has passed without an actual day"),
    why=Text(
        "里程碑过了没有人说达成还是推迟，领导看到的进度就是假的。",
        "When nobody says whether a milestone was reached, everybody plans on with a day that may be wrong.",
    ),
    help=Text(
        "达成了写「actual: 日期」，没达成写「forecast: 预计日期」",
        "write 'actual:' with the day it was reached, or 'forecast:' with the day it is expected",
    ),
    bad=Text(
        """\
milestones:
  M2: {name: 候选版本就绪, date: 2026-03-18}
""",
        """\
milestones:
  M2: {name: Candidate ready, date: 2026-03-18}
""",
    ),
    good=Text(
        """\
milestones:
  M2: {name: 候选版本就绪, date: 2026-03-18, actual: 2026-03-19}
""",
        """\
milestones:
  M2: {name: Candidate ready, date: 2026-03-18, actual: 2026-03-19}
""",
    ),
    check=_check,
    dated=True,
)
