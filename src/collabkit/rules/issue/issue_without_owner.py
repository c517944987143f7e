"""An issue that nobody drives."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text, listing
from collabkit.model import Stage
from collabkit.model.issue import Issue
from collabkit.model.words import Grade
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.lacking import lacks


def _check(plan: Plan) -> Iterator[Problem]:
    for key, issue in plan.open_issues.items():
        if issue.owner:
            continue
        label = Text("没有人推动解决", "nobody drives it")
        what = Text("责任人", "owner")
        yield lacks(("issues", key, "owner"), issue.title, what, label, _help(plan, issue))


def _help(plan: Plan, issue: Issue) -> Text | None:
    """Propose the project manager for a general issue, the heads of the departments for a key one."""
    heads = [plan.project.departments[name].head for name in issue.departments if name in plan.project.departments]
    candidates = heads if issue.grade is Grade.KEY and any(heads) else [plan.project.about.manager]
    names = [name for name in dict.fromkeys(candidates) if name and name in plan.project.people]
    if not names:
        return None
    shown = listing(names)
    return Text(f"补上责任人，如 {shown.zh}", f"add 'owner:', such as {shown.en}")


RULE = Rule(
    code="CK802",
    name="issue-without-owner",
    severity=Severity.ERROR,
    stage=Stage.EXECUTING,
    title=Text("问题没有责任人", "An issue has no owner"),
    why=Text(
        "没有责任人的问题会在部门之间来回推，直到影响进度。",
        "An issue that is nobody's own is passed between departments until it costs time.",
    ),
    help=Text("补上「owner: 姓名」", "add 'owner:' with the person who drives it"),
    bad=Text(
        """\
issues:
  I1:
    title: 测试手机到货晚
    grade: general
    due: 2026-03-24
""",
        """\
issues:
  I1:
    title: The test phones are late
    grade: general
    due: 2026-03-24
""",
    ),
    good=Text(
        """\
issues:
  I1:
    title: 测试手机到货晚
    grade: general
    owner: 王芳
    due: 2026-03-24
""",
        """\
issues:
  I1:
    title: The test phones are late
    grade: general
    owner: Wang Fang
    due: 2026-03-24
""",
    ),
    check=_check,
)
