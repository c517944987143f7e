"""A project that expects nothing to go wrong."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.problem import Problem


def _check(plan: Plan) -> Iterator[Problem]:
    if not plan.project.risks:
        yield Problem(
            ("risks",),
            Text("项目没有登记任何风险", "the project has no risk registered"),
            label=Text("这里还没有风险", "no risk is written here"),
        )


RULE = Rule(
    code="CK701",
    name="no-risk",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("项目没有登记风险", "No risk is registered"),
    why=Text(
        "没有风险的跨部门项目并不存在；没有登记，就没有人提前准备应对方案。",
        "There is no project across departments without risks; unregistered, nobody prepares for them.",
    ),
    help=Text(
        "在 risks 下登记至少一个风险：title、likelihood、impact、response、owner",
        "add at least one risk to 'risks': title, likelihood, impact, response, owner",
    ),
    bad="""\
risks: {}
""",
    good=Text(
        """\
risks:
  R1:
    title: 应用商店审核不通过
    likelihood: 2
    impact: 3
    response: 提前一周送应用商店预审
    owner: 赵敏
""",
        """\
risks:
  R1:
    title: The store rejects the release
    likelihood: 2
    impact: 3
    response: Ask the store for a preview a week before
    owner: Zhao Min
""",
    ),
    check=_check,
)
