"""A milestone earlier than the work it closes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Place, Problem
from collabkit.rules.timing import work_after_milestones
from collabkit.rules.wording import entry, message, short


def _check(plan: Plan) -> Iterator[Problem]:
    for key, late in work_after_milestones(plan).items():
        day = plan.project.milestones[key].date
        assert day is not None
        yield _problem(key, day, late)


def _problem(key: str, day: date, late: Sequence[tuple[date, str]]) -> Problem:
    end, last = max(late, key=lambda task: task[0])
    named, task = entry(("milestones", key)), entry(("tasks", last))
    return Problem(
        ("milestones", key, "date"),
        message(
            zh(named.zh, f"（{day}）早于", task.zh, f"的完成日 {end}"),
            f"{named.en} is on {day}, before {task.en} ends on {end}",
        ),
        label=Text(f"最早 {end}", f"earliest {end}"),
        help=Text(
            f"把里程碑推迟到 {end} 或更晚，或让任务在 {day} 前完成",
            f"move the milestone to {end} or later, or finish the work by {day}",
        ),
        places=tuple(
            Place(("tasks", name, "end"), Text(f"{short(name)} 在这一天完成", f"{short(name)} ends on this day"))
            for _, name in late
        ),
    )


RULE = Rule(
    code="CK510",
    name="milestone-before-work",
    severity=Severity.ERROR,
    stage=Stage.PLANNING,
    title=Text("里程碑早于所属任务的完成日", "A milestone lies before the work it closes"),
    why=Text(
        "里程碑那天，它要收口的工作还没做完：评审只能推迟，或者走过场。",
        "On the day of the milestone the work it stands for is not done: the review slips or is for show.",
    ),
    help=Text(
        "把里程碑推迟到最后一项任务完成之后，或让任务提前",
        "move the milestone to the end of its last task, or finish the tasks earlier",
    ),
    bad=Text(
        """\
milestones:
  M1: {name: 发布, date: 2026-03-27}
""",
        """\
milestones:
  M1: {name: Release, date: 2026-03-27}
""",
    ),
    good=Text(
        """\
milestones:
  M1: {name: 发布, date: 2026-03-31}
""",
        """\
milestones:
  M1: {name: Release, date: 2026-03-31}
""",
    ),
    check=_check,
)
