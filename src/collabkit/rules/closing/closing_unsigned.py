"""A close-out report that waits for signatures."""

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
    people = unsigned(plan, "closeout")
    if people:
        yield waiting(plan, "closeout", people)


RULE = Rule(
    code="CK606",
    name="closing-unsigned",
    severity=Severity.ERROR,
    stage=Stage.CLOSING,
    title=Text("", "The ") + FORM_TITLES["closeout"] + Text("没有签字", " is not signed"),
    why=Text(
        "发起人、部门负责人和接收部门不签字，项目就没有正式关闭，人员和预算也放不了。",
        "Until sponsor, heads and receivers have signed, it is not closed, and people and money are not released.",
    ),
    help=Text(
        "请他们签字，并在 signoffs.closeout 中登记",
        "have them sign, and record it in signoffs.closeout",
    ),
    bad=Text(
        """\
signoffs:
  closeout:
    - {person: 王芳, date: 2026-04-02, opinion: agree}
    - {person: 李雷, date: 2026-04-02, opinion: agree}
    - {person: 赵敏, date: 2026-04-02, opinion: agree}
""",
        """\
signoffs:
  closeout:
    - {person: Wang Fang, date: 2026-04-02, opinion: agree}
    - {person: Li Lei, date: 2026-04-02, opinion: agree}
    - {person: Zhao Min, date: 2026-04-02, opinion: agree}
""",
    ),
    good=Text(
        """\
signoffs:
  closeout:
    - {person: 王芳, date: 2026-04-02, opinion: agree}
    - {person: 李雷, date: 2026-04-02, opinion: agree}
    - {person: 赵敏, date: 2026-04-02, opinion: agree}
    - {person: 陈明, date: 2026-04-02, opinion: agree}
""",
        """\
signoffs:
  closeout:
    - {person: Wang Fang, date: 2026-04-02, opinion: agree}
    - {person: Li Lei, date: 2026-04-02, opinion: agree}
    - {person: Zhao Min, date: 2026-04-02, opinion: agree}
    - {person: Chen Ming, date: 2026-04-02, opinion: agree}
""",
    ),
    check=_check,
)
