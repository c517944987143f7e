"""A milestone that is reached while its own work goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from collabkit.finding import Rule, Severity
from collabkit.lang import Text, listing
from collabkit.model import Stage
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Place, Problem
from collabkit.rules.timing import open_work_of_reached
from collabkit.rules.wording import entry, message, short


def _check(plan: Plan) -> Iterator[Problem]:
    for key, tasks in open_work_of_reached(plan).items():
        yield _problem(plan, key, tasks)


def _problem(plan: Plan, key: str, tasks: Sequence[str]) -> Problem:
    milestone = plan.project.milestones[key]
    named, names = entry(("milestones", key), milestone.name, 20), listing([short(task) for task in tasks], most=4)
    return Problem(
        ("milestones", key, "actual"),
        message(
            zh(named.zh, f"已于 {milestone.actual} 达成，所属任务 {names.zh} 却没有完成"),
            f"{named.en} was reached {milestone.actual}, but its work is not finished: {names.en}",
        ),
        label=Text("任务还没有完成", "its work is not finished"),
        places=tuple(
            Place(("tasks", task, "status"), Text(f"{short(task)} 没有完成", f"{short(task)} is not finished"))
            for task in tasks[:3]
        ),
        rests_on=tuple(("tasks", task, "status") for task in tasks),
    )


RULE = Rule(
    code="CK518",
    name="milestone-reached-with-open-work",
    severity=Severity.ERROR,
    stage=Stage.EXECUTING,
    title=Text("里程碑已达成，所属任务没有完成", "A milestone is reached while its work is open"),
    why=Text(
        "里程碑报了达成，任务却没做完：不是里程碑报早了，就是任务状态没更新，两处总有一处是假的。",
        "Either the milestone was reported too early or the task was not updated; one of the two is wrong.",
    ),
    help=Text(
        "任务完成了写「status: done」，不做了写「status: cancelled」；没达成就删去 actual，写 forecast",
        "set the task to 'done' or 'cancelled' if it is, else remove 'actual' and give a 'forecast'",
    ),
    bad=Text(
        """\
tasks:
  T1:
    milestone: M2
milestones:
  M2: {name: 候选版本就绪, date: 2026-03-24, actual: 2026-03-19}
""",
        """\
tasks:
  T1:
    milestone: M2
milestones:
  M2: {name: Candidate ready, date: 2026-03-24, actual: 2026-03-19}
""",
    ),
    good=Text(
        """\
tasks:
  T1:
    milestone: M2
    status: done
    actual_start: 2026-03-16
    actual_end: 2026-03-19
milestones:
  M2: {name: 候选版本就绪, date: 2026-03-24, actual: 2026-03-19}
""",
        """\
tasks:
  T1:
    milestone: M2
    status: done
    actual_start: 2026-03-16
    actual_end: 2026-03-19
milestones:
  M2: {name: Candidate ready, date: 2026-03-24, actual: 2026-03-19}
""",
    ),
    check=_check,
    dated=True,
    last=Stage.EXECUTING,
)
