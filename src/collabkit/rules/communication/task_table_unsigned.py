"""A task table that the heads have not confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.phrases import FORM_TITLES
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.unsigned import unsigned, waiting


def _check(plan: Plan) -> Iterator[Problem]:
    people = unsigned(plan, "tasks")
    if people:
        yield waiting(plan, "tasks", people)


RULE = Rule(
    code="CK907",
    name="task-table-unsigned",
    severity=Severity.WARNING,
    stage=Stage.EXECUTING,
    title=Text("", "The ") + FORM_TITLES["tasks"] + Text("没有经部门负责人确认", " is not confirmed by the heads"),
    why=Text(
        "分工没有经部门负责人确认，任务到期时就会变成「没有人跟我说过」。",
        "Tasks that no head has confirmed turn into 'nobody told us' on the day they are due.",
    ),
    help=Text("请他们签字，并在 signoffs.tasks 中登记", "have them sign, and record it in signoffs.tasks"),
    bad=Text(
        """\
signoffs:
  tasks:
    - {person: 李雷, date: 2026-03-04, opinion: agree}
""",
        """\
signoffs:
  tasks:
    - {person: Li Lei, date: 2026-03-04, opinion: agree}
""",
    ),
    good=Text(
        """\
signoffs:
  tasks:
    - {person: 李雷, date: 2026-03-04, opinion: agree}
    - {person: 赵敏, date: 2026-03-04, opinion: agree}
""",
        """\
signoffs:
  tasks:
    - {person: Li Lei, date: 2026-03-04, opinion: agree}
    - {person: Zhao Min, date: 2026-03-04, opinion: agree}
""",
    ),
    check=_check,
)
