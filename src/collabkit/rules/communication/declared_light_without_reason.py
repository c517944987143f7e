"""A weekly report that shows a better light than its facts, and does not say why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from collabkit.finding import Rule, Severity
from collabkit.labels import text_of
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.week import Week
from collabkit.model.words import Light
from collabkit.phrases import DIMENSIONS
from collabkit.plan import Plan, lights
from collabkit.plan.history import at
from collabkit.plan.reasons import reasons
from collabkit.plan.week import WorkWeek, workweek
from collabkit.problem import Path, Place, Problem
from collabkit.rules.goal_text import is_blank
from collabkit.rules.wording import message

_CONCLUDED_FROM = ("tasks", "milestones", "budget", "acceptances", "resources", "risks", "issues", "calendar")
_OVERALL = ""


def _check(plan: Plan) -> Iterator[Problem]:
    """Look at the newest report only; what older ones said has been read."""
    # One that the project does not run in is week-outside-project.
    start, weeks = plan.project.about.start, map(workweek, plan.project.weeks)
    known = [week for week in weeks if week and week.monday <= plan.today and week.sunday >= start]
    newest = max(known, key=lambda week: week.monday, default=None)
    report = plan.project.weeks[newest.name] if newest else Week()
    if newest and is_blank(report.light_reason):
        then = at(plan, _day(plan, newest))
        better = _better(then, report)
        if better:
            yield _problem(then, newest.name, better)


def _day(plan: Plan, week: WorkWeek) -> date:
    """Return the day as of which the report of a week is computed."""
    return min(plan.today, week.sunday)


def _better(then: Plan, report: Week) -> Mapping[str, tuple[Light, Light]]:
    """Return the lights that are declared better than computed, as declared and as computed."""
    computed = {_OVERALL: then.light, **then.dimensions}
    declared = {_OVERALL: report.light, **dict(report.dimensions)}
    return {
        key: (said, computed[key])
        for key, said in declared.items()
        if said is not None and key in computed and lights.rank(said) > lights.rank(computed[key])
    }


def _problem(then: Plan, week: str, better: Mapping[str, tuple[Light, Light]]) -> Problem:
    first, *_ = better
    said, computed = (_word(light) for light in better[first])
    name, cause = DIMENSIONS.get(first, Text("总体", "overall")), _cause(then, first, better[first][1])
    return Problem(
        ("weeks", week, "light_reason"),
        message(
            f"周报 {week} {name.zh}报{said.zh}灯，按数据是{computed.zh}灯，没有说明理由",
            f"week {week}: {name.en.lower()} is declared {said.en}, computed {computed.en}, and gives no reason",
        ),
        label=cause,
        places=tuple(Place(_path(week, key), _as_computed(light)) for key, (_, light) in better.items()),
        severity=None if (Light.GREEN, Light.RED) in better.values() else Severity.WARNING,
        rests_on=tuple((section,) for section in _CONCLUDED_FROM),
    )


def _cause(then: Plan, dimension: str, light: Light) -> Text | None:
    """Return the first fact that makes the computed light what it is."""
    decisive = (each for each in reasons(then) if each.light is light and dimension in (_OVERALL, each.dimension))
    return next((each.text for each in decisive), None)


def _path(week: str, key: str) -> Path:
    return ("weeks", week, "dimensions", key) if key else ("weeks", week, "light")


def _as_computed(light: Light) -> Text:
    return Text(f"按数据是{_word(light).zh}灯", f"computed {_word(light).en}")


def _word(light: Light) -> Text:
    word = text_of(light)
    return Text(word.zh, word.en.lower())


RULE = Rule(
    code="CK909",
    name="declared-light-without-reason",
    severity=Severity.ERROR,
    also=(Severity.WARNING,),
    stage=Stage.EXECUTING,
    title=Text("周报的灯好于数据，没有说明理由", "A report shows a better light than its facts, without a reason"),
    why=Text(
        "任务逾期、风险红灯却报绿灯，领导会以为不需要出手；确有把握，就把理由写给人看。",
        "Green over an overdue task or a red risk tells those who could help that nothing is needed; "
        "who knows better says why.",
    ),
    help=Text(
        "在 light_reason 中写明为什么好于数据，或删去人工指定的灯",
        "say in 'light_reason' why it is better than computed, or remove the declared light",
    ),
    bad="""\
weeks:
  2026-W12: {light: green}
risks:
  R1:
    likelihood: 4
    impact: 4
""",
    good=Text(
        """\
weeks:
  2026-W12: {light: green, light_reason: 预审周四已通过}
risks:
  R1:
    likelihood: 4
    impact: 4
""",
        """\
weeks:
  2026-W12: {light: green, light_reason: The store approved the preview on Thursday}
risks:
  R1:
    likelihood: 4
    impact: 4
""",
    ),
    check=_check,
    last=Stage.EXECUTING,
)
