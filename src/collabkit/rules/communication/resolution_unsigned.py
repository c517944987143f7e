"""A decision that those concerned have not signed."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.issue import Issue
from collabkit.phrases import FORM_TITLES
from collabkit.plan import Plan
from collabkit.problem import Place, Problem
from collabkit.rules.unsigned import unsigned, waiting


def _check(plan: Plan) -> Iterator[Problem]:
    for key, issue in plan.project.issues.items():
        if not _is_due(plan, issue):
            continue
        people = unsigned(plan, "resolution", key)
        if people:
            decided = Place(("issues", key, "resolution", "decided"), Text("决策日期", "decided on"))
            yield waiting(plan, "resolution", people, key, places=(decided,))


def _is_due(plan: Plan, issue: Issue) -> bool:
    """Return whether it was decided long enough ago; without a day nobody can say."""
    resolution = issue.resolution
    if resolution is None or not resolution.decision or resolution.decided is None or resolution.decided > plan.today:
        return False
    return plan.calendar.between(resolution.decided, plan.today) > plan.policy.sign_within


RULE = Rule(
    code="CK908",
    name="resolution-unsigned",
    severity=Severity.ERROR,
    stage=Stage.EXECUTING,
    title=Text("", "The ") + FORM_TITLES["resolution"] + Text("没有签字", " is not signed"),
    why=Text(
        "决议没有经决策人、相关部门和责任人签字，执行时各说各的，决策就等于没有作。",
        "A decision that those concerned have not signed is remembered differently by everybody who has to act on it.",
    ),
    help=Text("请他们签字，并在 signoffs.resolution 中登记", "have them sign, and record it in signoffs.resolution"),
    bad=Text(
        """\
issues:
  I1:
    title: 测试手机到货晚
    grade: key
    owner: 王芳
    due: 2026-03-24
    resolution:
      decision: 向客服部借用测试手机
      decided_by: 陈明
      decided: 2026-03-11
      actions:
        - {action: 领取测试手机, owner: 韩梅, due: 2026-03-23}
""",
        """\
issues:
  I1:
    title: The test phones are late
    grade: key
    owner: Wang Fang
    due: 2026-03-24
    resolution:
      decision: Borrow phones from the support desk
      decided_by: Chen Ming
      decided: 2026-03-11
      actions:
        - {action: Collect the phones, owner: Han Mei, due: 2026-03-23}
""",
    ),
    good=Text(
        """\
issues:
  I1:
    title: 测试手机到货晚
    grade: key
    owner: 王芳
    due: 2026-03-24
    resolution:
      decision: 向客服部借用测试手机
      decided_by: 陈明
      decided: 2026-03-11
      actions:
        - {action: 领取测试手机, owner: 韩梅, due: 2026-03-23}
signoffs:
  resolution:
    - {person: 陈明, date: 2026-03-11, opinion: agree, issue: I1}
    - {person: 韩梅, date: 2026-03-12, opinion: agree, issue: I1}
    - {person: 王芳, date: 2026-03-11, opinion: agree, issue: I1}
""",
        """\
issues:
  I1:
    title: The test phones are late
    grade: key
    owner: Wang Fang
    due: 2026-03-24
    resolution:
      decision: Borrow phones from the support desk
      decided_by: Chen Ming
      decided: 2026-03-11
      actions:
        - {action: Collect the phones, owner: Han Mei, due: 2026-03-23}
signoffs:
  resolution:
    - {person: Chen Ming, date: 2026-03-11, opinion: agree, issue: I1}
    - {person: Han Mei, date: 2026-03-12, opinion: agree, issue: I1}
    - {person: Wang Fang, date: 2026-03-11, opinion: agree, issue: I1}
""",
    ),
    check=_check,
)
