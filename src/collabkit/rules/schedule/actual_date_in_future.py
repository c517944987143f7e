"""Something that has happened on a day still to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Path, Problem
from collabkit.rules.wording import entry, field, message


def _check(plan: Plan) -> Iterator[Problem]:
    for path, days in _facts(plan):
        future = next(((key, day) for key, day in days if day and day > plan.today), None)
        if future is None:
            continue
        key, day = future
        yield Problem(
            (*path, key),
            message(
                zh(field((*path, key)).zh, f"{day} 在今天（{plan.today}）之后"),
                f"'{key}' of {entry(path).en} is {day}, after today ({plan.today})",
            ),
            label=Text("还没有到这一天", "this day is still to come"),
        )


def _facts(plan: Plan) -> Iterator[tuple[Path, Sequence[tuple[str, date | None]]]]:
    """Yield what has happened, entry by entry: the days, in the order in which they must come."""
    project = plan.project
    for key, task in project.tasks.items():
        yield ("tasks", key), (("actual_start", task.actual_start), ("actual_end", task.actual_end))
    for key, milestone in project.milestones.items():
        yield ("milestones", key), (("actual", milestone.actual),)
    for key, issue in project.issues.items():
        yield ("issues", key), (("raised", issue.raised), ("closed", issue.closed))
        if issue.resolution:
            yield ("issues", key, "resolution"), (("decided", issue.resolution.decided),)
    for form, signoffs in project.signoffs:
        for index, signoff in enumerate(signoffs):
            yield ("signoffs", form, index), (("date", signoff.date),)
    for index, note in enumerate(project.acceptances):
        yield ("acceptances", index), (("delivered", note.delivered), ("accepted", note.accepted))
    if project.closeout:
        closing = project.closeout
        yield ("closeout",), (("actual_start", closing.actual_start), ("actual_end", closing.actual_end))


RULE = Rule(
    code="CK514",
    name="actual-date-in-future",
    severity=Severity.ERROR,
    stage=Stage.EXECUTING,
    title=Text("实际日期在今天之后", "An actual date lies in the future"),
    why=Text(
        "实际日期记录已经发生的事；写成将来，进度就被提前算成完成。",
        "Actual dates record what has happened; one to come counts work as done that is not.",
    ),
    help=Text(
        "写成实际发生的那一天；预计的日期写在计划或 forecast 中",
        "write the day on which it happened; an expected day belongs into the plan or into 'forecast'",
    ),
    bad=Text(
        """\
milestones:
  M2: {name: 立项, date: 2026-03-23, actual: 2026-03-23}
""",
        """\
milestones:
  M2: {name: Charter approved, date: 2026-03-23, actual: 2026-03-23}
""",
    ),
    good=Text(
        """\
milestones:
  M2: {name: 立项, date: 2026-03-23, actual: 2026-03-20}
""",
        """\
milestones:
  M2: {name: Charter approved, date: 2026-03-23, actual: 2026-03-20}
""",
    ),
    check=_check,
)
