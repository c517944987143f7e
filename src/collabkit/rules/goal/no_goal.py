"""A project without a goal."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.problem import Problem


def _check(plan: Plan) -> Iterator[Problem]:
    if not plan.project.goals:
        yield Problem(
            ("goals",),
            Text("项目没有目标", "the project has no goal"),
            label=Text("这里还没有目标", "no goal is written here"),
        )


RULE = Rule(
    code="CK401",
    name="no-goal",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("项目没有目标", "The project has no goal"),
    why=Text(
        "没有目标，各部门无从判断做到什么程度才算成功，验收和考核也没有依据。",
        "Without a goal no department can tell when the work has succeeded, and acceptance has nothing to go by.",
    ),
    help=Text(
        "在 goals 下写出至少一个目标：statement、metric、baseline、target、due、owner",
        "add at least one goal to 'goals': statement, metric, baseline, target, due, owner",
    ),
    bad="""\
goals: {}
""",
    good=Text(
        """\
goals:
  G1:
    statement: App 2.0 运行稳定不崩溃
    metric: 每千次会话崩溃次数
    baseline: 8
    target: ≤ 2
    due: 2026-03-31
    owner: 李雷
""",
        """\
goals:
  G1:
    statement: App 2.0 runs without crashes
    metric: crashes per 1000 sessions
    baseline: 8
    target: ≤ 2
    due: 2026-03-31
    owner: Li Lei
""",
    ),
    check=_check,
)
