"""A task that delivers nothing."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan, is_something
from collabkit.problem import Problem
from collabkit.rules.active import active_tasks
from collabkit.rules.lacking import lacks


def _check(plan: Plan) -> Iterator[Problem]:
    for key, task in active_tasks(plan).items():
        if not is_something(task.deliverable or ""):
            label = Text("做完之后拿出什么没有写", "what comes out of it is not said")
            yield lacks(("tasks", key, "deliverable"), task.name, Text("交付物", "deliverable"), label)


RULE = Rule(
    code="CK307",
    name="deliverable-missing",
    severity=Severity.ERROR,
    stage=Stage.PLANNING,
    title=Text("任务没有交付物", "A task has no deliverable"),
    why=Text(
        "没有交付物的任务，做没做完只能凭感觉；下游部门也不知道会接到什么。",
        "Without a deliverable nobody can tell whether a task is done, or what the next department will get.",
    ),
    help=Text(
        "补上「deliverable: …」，写看得见的成果，如「测试报告」",
        "add 'deliverable: …', something that can be shown, such as a test report",
    ),
    bad="""\
tasks:
  T1:
    deliverable:
""",
    good=Text(
        """\
tasks:
  T1:
    deliverable: 候选版本
""",
        """\
tasks:
  T1:
    deliverable: Release candidate
""",
    ),
    check=_check,
)
