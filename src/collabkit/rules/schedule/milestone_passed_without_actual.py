"""A milestone whose day has passed without a word."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.milestone import Milestone
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.timing import work_after_milestones
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Problem]:
    misplaced = work_after_milestones(plan)
    for key, milestone in plan.project.milestones.items():
        # One that lies before its own work cannot have been reached; that is milestone-before-work.
        if key in misplaced or not _is_passed(plan, milestone):
            continue
        named, said = entry(("milestones", key), milestone.name, 24), _said(plan, milestone)
        day = milestone.date if milestone.date and milestone.date < plan.today else milestone.forecast
        yield Problem(
            ("milestones", key, "forecast" if milestone.forecast else "actual"),
            message(zh(named.zh, said.zh), f"{named.en} {said.en}"),
            label=Text(f"{day} 达成了没有？", f"was it reached on {day}?"),
            rests_on=(("milestones", key, "forecast"),),
            many=Text("{}的日期已过，没有实际日期", "{} have passed without an actual day"),
        )


def _is_passed(plan: Plan, milestone: Milestone) -> bool:
    """Return whether a milestone is not reached and the day has passed on which it was last expected."""
    expected = milestone.forecast or milestone.date
    return expected is not None and expected < plan.today and not milestone.actual


def _said(plan: Plan, milestone: Milestone) -> Text:
    due, forecast = milestone.date, milestone.forecast
    if forecast is None:
        return Text(
            f"应于 {due} 达成，没有实际日期，也没有预计日期", f"was due {due}, no actual day and no forecast is given"
        )
    if due is None or due >= plan.today:
        return Text(
            f"预计 {forecast} 达成，这一天已过，没有实际日期",
            f"was forecast for {forecast}, and no actual day is given",
        )
    return Text(
        f"应于 {due} 达成，预计的 {forecast} 也已过，没有实际日期",
        f"was due {due}, its forecast {forecast} has passed as well",
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
        "达成了写「actual: 日期」，没达成就把 forecast 写成今天以后的预计日期",
        "write 'actual:' with the day it was reached, or 'forecast:' with a day to come on which it is expected",
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
