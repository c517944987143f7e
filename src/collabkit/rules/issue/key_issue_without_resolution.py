"""A key issue that was decided nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.words import Grade
from collabkit.phrases import FORM_TITLES, zh
from collabkit.plan import Plan
from collabkit.problem import Place, Problem
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Problem]:
    for key, issue in plan.project.issues.items():
        if issue.grade is not Grade.KEY or issue.resolution:
            continue
        named = entry(("issues", key), issue.title)
        yield Problem(
            ("issues", key, "resolution"),
            message(zh(named.zh, "是关键问题，但没有决议"), f"{named.en} is a key issue, but has no resolution"),
            label=Text("没有决议", "nothing has been decided"),
            places=(Place(("issues", key, "grade"), Text("关键问题", "a key issue")),),
        )


RULE = Rule(
    code="CK805",
    name="key-issue-without-resolution",
    severity=Severity.ERROR,
    stage=Stage.EXECUTING,
    title=Text("关键问题没有决议", "A key issue has no resolution"),
    why=Text(
        f"关键问题要召开专项会议并输出《{FORM_TITLES['resolution'].zh}》；没有决议，各部门各按各的理解办。",
        "A key issue is settled in a special meeting; without a signed resolution each department goes its own way.",
    ),
    help=Text(
        "补上 resolution：meeting、decision、decided_by、actions；不属于关键问题的改为「grade: general」",
        "add 'resolution': meeting, decision, decided_by, actions; or set 'grade: general' if it is not key",
    ),
    bad=Text(
        """\
issues:
  I1:
    title: 测试手机到货晚
    grade: key
    owner: 王芳
    due: 2026-03-24
""",
        """\
issues:
  I1:
    title: The test phones are late
    grade: key
    owner: Wang Fang
    due: 2026-03-24
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
      actions:
        - {action: Collect the phones, owner: Han Mei, due: 2026-03-23}
""",
    ),
    check=_check,
)
