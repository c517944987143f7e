"""A risk that nobody watches."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text, listing
from collabkit.model import Stage
from collabkit.model.risk import Risk
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.lacking import lacks


def _check(plan: Plan) -> Iterator[Problem]:
    for key, risk in plan.open_risks.items():
        if risk.owner:
            continue
        label = Text("没有人盯这个风险", "nobody watches it")
        what = Text("责任人", "owner")
        yield lacks(("risks", key, "owner"), risk.title, what, label, _help(plan, risk))


def _help(plan: Plan, risk: Risk) -> Text | None:
    """Propose the owners of the tasks that the risk threatens."""
    tasks = [plan.project.tasks[name] for name in risk.tasks if name in plan.project.tasks]
    owners = [task.owner for task in tasks if task.owner in plan.project.people and task.owner]
    if not owners:
        return None
    names = listing(dict.fromkeys(owners))
    return Text(
        f"补上「owner: {owners[0]}」；受影响任务的负责人：{names.zh}",
        f"add 'owner: {owners[0]}'; owners of the tasks it threatens: {names.en}",
    )


RULE = Rule(
    code="CK702",
    name="risk-without-owner",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("风险没有责任人", "A risk has no owner"),
    why=Text(
        "没有责任人的风险没有人盯，触发时也没有人启动应对。",
        "A risk that is nobody's own is watched by nobody, and nobody acts when it strikes.",
    ),
    help=Text("补上「owner: 姓名」", "add 'owner:' with the person who watches it"),
    bad="""\
risks:
  R1:
    owner:
""",
    good=Text(
        """\
risks:
  R1:
    owner: 赵敏
""",
        """\
risks:
  R1:
    owner: Zhao Min
""",
    ),
    check=_check,
)
