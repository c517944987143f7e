"""A project without a milestone."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.problem import Problem


def _check(plan: Plan) -> Iterator[Problem]:
    if not plan.project.milestones:
        yield Problem(
            ("milestones",),
            Text("项目没有里程碑", "the project has no milestone"),
            label=Text("这里还没有里程碑", "no milestone is written here"),
        )


RULE = Rule(
    code="CK509",
    name="no-milestone",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("项目没有里程碑", "The project has no milestone"),
    why=Text(
        "没有里程碑，领导和各部门只能等到最后一天才知道项目是否按期。",
        "Without milestones it shows on the last day only whether the project was on time.",
    ),
    help=Text(
        "在 milestones 下写出关键节点：name、date、department、evidence",
        "add the key dates to 'milestones': name, date, department, evidence",
    ),
    bad="""\
milestones: {}
tasks:
  T2:
    milestone:
""",
    good=Text(
        """\
milestones:
  M1: {name: 发布, date: 2026-03-31}
tasks:
  T2:
    milestone: M1
""",
        """\
milestones:
  M1: {name: Release, date: 2026-03-31}
tasks:
  T2:
    milestone: M1
""",
    ),
    check=_check,
)
