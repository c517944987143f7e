"""A department without a head."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.active import staff
from collabkit.rules.wording import add, message


def _check(plan: Plan) -> Iterator[Problem]:
    for key, department in plan.project.departments.items():
        if department.head:
            continue
        people = staff(plan, key)
        yield Problem(
            ("departments", key, "head"),
            message(f"部门「{key}」没有负责人", f"department {key} has no head"),
            label=Text("没有人能代表这个部门承诺", "nobody can commit this department"),
            help=add("head", people) if people else None,
            many=Text("{}没有负责人", "{} have no head"),
        )


RULE = Rule(
    code="CK205",
    name="department-without-head",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("参与部门没有负责人", "A department has no head"),
    why=Text(
        "跨部门协作靠部门负责人承诺资源、确认分工；没有负责人的部门，签字和升级都找不到人。",
        "Heads commit people and confirm who does what; without one, nobody can sign or take an escalation.",
    ),
    help=Text("补上「head: 姓名」", "add 'head: name'"),
    bad=Text(
        """\
departments:
  开发部: {responsibility: 修复崩溃}
""",
        """\
departments:
  Development: {responsibility: Mends the crashes}
""",
    ),
    good=Text(
        """\
departments:
  开发部: {head: 李雷, responsibility: 修复崩溃}
""",
        """\
departments:
  Development: {head: Li Lei, responsibility: Mends the crashes}
""",
    ),
    check=_check,
)
