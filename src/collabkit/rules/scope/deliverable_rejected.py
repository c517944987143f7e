"""A deliverable that was rejected and has not been accepted since."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.words import TaskStatus, Verdict
from collabkit.plan import Plan
from collabkit.plan.acceptances import last_notes
from collabkit.plan.lights import is_open
from collabkit.problem import EVERY, Place, Problem
from collabkit.rules.wording import message, short


def _check(plan: Plan) -> Iterator[Problem]:
    for key, index in last_notes(plan.project).items():
        task = plan.project.tasks.get(key)
        if plan.project.acceptances[index].verdict is not Verdict.REJECTED:
            continue
        if task is None or task.status is not TaskStatus.CANCELLED:
            yield _problem(plan, key, index)


def _problem(plan: Plan, key: str, index: int) -> Problem:
    task, path = plan.project.tasks.get(key), ("acceptances", index, "verdict")
    name = short(plan.project.acceptances[index].deliverable or "", 40)
    rests_on = (("acceptances", EVERY, "task"), ("acceptances", EVERY, "deliverable"), ("tasks", key, "status"))
    if task is not None and is_open(task):
        text = message(
            f"交付物「{name}」未通过验收，正在整改", f"the deliverable '{name}' was rejected and is to be mended"
        )
        return Problem(path, text, Text("未通过", "rejected"), severity=Severity.WARNING, rests_on=rests_on)
    text = message(f"交付物「{name}」未通过验收", f"the deliverable '{name}' was rejected")
    done = Text("任务却写着已完成", "yet the task is done")
    places = (Place(("tasks", key, "status"), done),) if task else ()
    return Problem(path, text, Text("未通过", "rejected"), places=places, rests_on=rests_on)


RULE = Rule(
    code="CK310",
    name="deliverable-rejected",
    severity=Severity.ERROR,
    also=(Severity.WARNING,),
    stage=Stage.EXECUTING,
    title=Text("交付物未通过验收", "A deliverable was rejected"),
    why=Text(
        "接收方没有收下的交付物还不算完成；任务写着已完成，后面的部门就会照着不合格的东西往下做。",
        "What its receiver refuses is not done; while the task says so, the next department builds on it.",
    ),
    help=Text(
        "任务改回「status: doing」整改；重新验收后再登记一条 verdict: accepted（后一条为准）",
        "set the task back to 'status: doing' and mend it; once accepted, add an entry with 'verdict: accepted'",
    ),
    bad=Text(
        """\
acceptances:
  - {deliverable: 需求说明书, verdict: rejected, accepted_by: 赵敏, accepted: 2026-03-18}
""",
        """\
acceptances:
  - {deliverable: List of requirements, verdict: rejected, accepted_by: Zhao Min, accepted: 2026-03-18}
""",
    ),
    good=Text(
        """\
acceptances:
  - {deliverable: 需求说明书, verdict: rejected, accepted_by: 赵敏, accepted: 2026-03-18}
  - {deliverable: 需求说明书, verdict: accepted, accepted_by: 赵敏, accepted: 2026-03-19}
""",
        """\
acceptances:
  - {deliverable: List of requirements, verdict: rejected, accepted_by: Zhao Min, accepted: 2026-03-18}
  - {deliverable: List of requirements, verdict: accepted, accepted_by: Zhao Min, accepted: 2026-03-19}
""",
    ),
    check=_check,
    last=Stage.EXECUTING,
)
