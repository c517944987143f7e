"""A project without a sponsor."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.wording import add


def _check(plan: Plan) -> Iterator[Problem]:
    if plan.project.about.sponsor:
        return
    above = [key for key, person in plan.project.people.items() if person.department is None]
    yield Problem(
        ("project", "sponsor"),
        Text("项目没有发起人（分管领导）", "the project has no sponsor"),
        label=Text("部门之间谈不拢时，没有人能拍板", "nobody can decide when departments disagree"),
        help=add("sponsor", above) if above else None,
    )


RULE = Rule(
    code="CK208",
    name="no-sponsor",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("没有项目发起人", "The project has no sponsor"),
    why=Text(
        "部门之间的分歧最终要由分管领导决定；没有发起人，升级到头也没有人拍板。",
        "Departments that disagree need somebody above them; without a sponsor an escalation ends nowhere.",
    ),
    help=Text("补上「sponsor: 姓名」，写分管领导", "add 'sponsor: name', the executive in charge"),
    bad="""\
project:
  sponsor:
""",
    good=Text(
        """\
project:
  sponsor: 陈明
""",
        """\
project:
  sponsor: Chen Ming
""",
    ),
    check=_check,
)
