"""A department that does not take part."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.unknown_ids import Guide, unknown_ids


def _check(plan: Plan) -> Iterator[Problem]:
    guide = Guide(plan)
    return (guide.explain(stray) for stray in unknown_ids(plan) if stray.sections == ("departments",))


RULE = Rule(
    code="CK102",
    name="department-undeclared",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("提到的部门没有列入参与部门", "A department named does not take part"),
    why=Text(
        "没有列入参与部门，就没有负责人、没有参加启动会，也没有认可过这份计划。",
        "A department that is not declared has no head here, was not at the kick-off and has agreed to nothing.",
    ),
    help=Text("改成 departments 中的部门，或把它加进去", "use one of the departments, or declare it"),
    bad=Text(
        """\
milestones:
  M1: {name: 发布, date: 2026-03-31, department: 市厂部}
""",
        """\
milestones:
  M1: {name: Release, date: 2026-03-31, department: Marketting}
""",
    ),
    good=Text(
        """\
milestones:
  M1: {name: 发布, date: 2026-03-31, department: 市场部}
""",
        """\
milestones:
  M1: {name: Release, date: 2026-03-31, department: Marketing}
""",
    ),
    check=_check,
)
