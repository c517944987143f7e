"""A goal agreement that waits for signatures."""

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
    people = unsigned(plan, "goals")
    if people:
        # Of goals that could not be read nobody knows whether they were agreed on.
        yield waiting(plan, "goals", people, rests_on=(("goals",),))


RULE = Rule(
    code="CK906",
    name="agreement-unsigned",
    severity=Severity.ERROR,
    stage=Stage.EXECUTING,
    title=Text("", "The ") + FORM_TITLES["goals"] + Text("没有签字", " is not signed"),
    why=Text(
        f"《{FORM_TITLES['goals'].zh}》由各部门负责人签字，才是协作和考核的依据；没签的部门随时可以说没答应过。",
        f"The {FORM_TITLES['goals'].en} binds those who have signed it; a department that has not can say it never "
        "agreed.",
    ),
    help=Text("请他们签字，并在 signoffs.goals 中登记", "have them sign, and record it in signoffs.goals"),
    bad=Text(
        """\
signoffs:
  goals:
    - {person: 李雷, date: 2026-03-04, opinion: agree}
    - {person: 赵敏, date: 2026-03-04, opinion: agree}
    - {person: 王芳, date: 2026-03-04, opinion: agree}
""",
        """\
signoffs:
  goals:
    - {person: Li Lei, date: 2026-03-04, opinion: agree}
    - {person: Zhao Min, date: 2026-03-04, opinion: agree}
    - {person: Wang Fang, date: 2026-03-04, opinion: agree}
""",
    ),
    good=Text(
        """\
signoffs:
  goals:
    - {person: 李雷, date: 2026-03-04, opinion: agree}
    - {person: 赵敏, date: 2026-03-04, opinion: agree}
    - {person: 王芳, date: 2026-03-04, opinion: agree}
    - {person: 陈明, date: 2026-03-04, opinion: agree}
""",
        """\
signoffs:
  goals:
    - {person: Li Lei, date: 2026-03-04, opinion: agree}
    - {person: Zhao Min, date: 2026-03-04, opinion: agree}
    - {person: Wang Fang, date: 2026-03-04, opinion: agree}
    - {person: Chen Ming, date: 2026-03-04, opinion: agree}
""",
    ),
    check=_check,
)
