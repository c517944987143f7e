"""A deliverable without a standard."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan, is_something
from collabkit.problem import Problem
from collabkit.rules.active import active_tasks
from collabkit.rules.wording import entry, message, short


def _check(plan: Plan) -> Iterator[Problem]:
    """A task without a deliverable has a finding of its own."""
    for key, task in active_tasks(plan).items():
        if is_something(task.deliverable or "") and not is_something(task.standard or ""):
            named, deliverable = entry(("tasks", key)), short(task.deliverable or "")
            yield Problem(
                ("tasks", key, "standard"),
                message(
                    f"{named.zh} 的交付物「{deliverable}」没有标准",
                    f"the deliverable of {named.en} ({deliverable}) has no standard",
                ),
                label=Text("怎样算合格没有写", "when it is good enough is not said"),
                many=Text("{}的交付物没有标准", "the deliverables of {} have no standard"),
            )


RULE = Rule(
    code="CK308",
    name="acceptance-missing",
    severity=Severity.ERROR,
    stage=Stage.PLANNING,
    title=Text("交付物没有标准", "A deliverable has no standard"),
    why=Text(
        "「做完」各有各的理解；标准不先写明，交接时必有争执和返工。",
        "Everybody means something else by 'done'; without a standard the hand-over ends in dispute and rework.",
    ),
    help=Text(
        "补上「standard: …」，写能核对的条件，如数量、评审签字",
        "add 'standard: …', a condition to check, such as a count or a signed review",
    ),
    bad="""\
tasks:
  T1:
    standard:
""",
    good=Text(
        """\
tasks:
  T1:
    standard: 120 项测试全部通过
""",
        """\
tasks:
  T1:
    standard: All 120 tests pass
""",
    ),
    check=_check,
)
