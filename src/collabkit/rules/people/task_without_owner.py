"""A task that nobody answers for."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.active import active_tasks, staff
from collabkit.rules.lacking import lacks
from collabkit.rules.wording import add


def _check(plan: Plan) -> Iterator[Problem]:
    for key, task in active_tasks(plan).items():
        if task.owner:
            continue
        candidates = staff(plan, task.department)
        help_ = add("owner", candidates) if candidates else None
        label = Text("没有人对这项任务负责", "nobody answers for this task")
        yield lacks(("tasks", key, "owner"), task.name, Text("负责人", "owner"), label, help_)


RULE = Rule(
    code="CK201",
    name="task-without-owner",
    severity=Severity.ERROR,
    stage=Stage.PLANNING,
    title=Text("任务没有负责人", "A task has no owner"),
    why=Text(
        "没有落到一个人头上的任务，谁都以为别人在做，到期才发现没有人做。",
        "Work that is nobody's own is left to everybody's guess; on the day it is due, nobody has done it.",
    ),
    help=Text("补上「owner: 姓名」，只写一人", "add 'owner: name', exactly one person"),
    bad="""\
tasks:
  T1:
    owner:
""",
    good=Text(
        """\
tasks:
  T1:
    owner: 韩梅
""",
        """\
tasks:
  T1:
    owner: Han Mei
""",
    ),
    check=_check,
)
