"""A deliverable accepted by whoever made it."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text, listing
from collabkit.model import Stage
from collabkit.model.task import Task
from collabkit.plan import Plan
from collabkit.problem import Place, Problem
from collabkit.rules.active import active_tasks
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Problem]:
    for key, task in active_tasks(plan).items():
        if task.acceptor not in plan.project.people:
            continue
        if task.acceptor == task.owner:
            yield _problem(
                plan, key, task, Place(("tasks", key, "owner"), Text("负责人是同一人", "the owner is the same"))
            )
        elif task.acceptor in task.team:
            path = ("tasks", key, "team", task.team.index(task.acceptor))
            yield _problem(plan, key, task, Place(path, Text("也是执行人", "is on the team as well")))


def _problem(plan: Plan, key: str, task: Task, place: Place) -> Problem:
    named = entry(("tasks", key))
    others = listing([name for name in plan.project.departments if name != task.department], most=4)
    return Problem(
        ("tasks", key, "acceptor"),
        message(
            f"{named.zh} 的交付物由完成人「{task.acceptor}」自己验收",
            f"the deliverable of {named.en} is accepted by {task.acceptor}, who makes it",
        ),
        label=Text("自己验收自己", "accepts their own work"),
        help=Text(f"改由接收方验收，例如：{others.zh}", f"name whoever receives it, such as {others.en}")
        if others.en
        else None,
        places=(place,),
    )


RULE = Rule(
    code="CK210",
    name="acceptor-is-producer",
    severity=Severity.WARNING,
    stage=Stage.PLANNING,
    title=Text("验收人就是完成人", "The acceptor made the deliverable"),
    why=Text(
        "自己验收自己，标准等于没有；缺陷会一直留到下游部门接手时才发现。",
        "Accepting one's own work makes the standard void; defects surface only when the next department takes over.",
    ),
    help=Text("改由接收方的人或部门验收", "name a person or department that receives it"),
    bad=Text(
        """\
tasks:
  T1:
    acceptor: 韩梅
""",
        """\
tasks:
  T1:
    acceptor: Han Mei
""",
    ),
    good=Text(
        """\
tasks:
  T1:
    acceptor: 赵敏
""",
        """\
tasks:
  T1:
    acceptor: Zhao Min
""",
    ),
    check=_check,
)
