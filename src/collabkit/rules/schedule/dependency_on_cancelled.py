"""A task that waits for work nobody will do."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.words import TaskStatus
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.plan.lights import is_open
from collabkit.plan.network import Edge
from collabkit.problem import Place, Problem
from collabkit.rules.wording import entry, message, short


def _check(plan: Plan) -> Iterator[Problem]:
    tasks = plan.project.tasks
    for edge in plan.network.edges:
        cancelled = tasks[edge.dependency.task].status is TaskStatus.CANCELLED
        # What is finished waits for nothing; a loop is dependency-cycle.
        if cancelled and is_open(tasks[edge.task]) and not plan.network.is_knotted(edge):
            yield _problem(plan, edge)


def _problem(plan: Plan, edge: Edge) -> Problem:
    before = edge.dependency.task
    waiting, named = entry(("tasks", edge.task)), entry(("tasks", before), plan.project.tasks[before].name)
    name = short(before)
    return Problem(
        edge.path,
        message(zh(waiting.zh, f"等待已取消的{named.zh}"), f"{waiting.en} waits for {named.en}, which is cancelled"),
        label=Text(f"{name} 已取消", f"{name} is cancelled"),
        places=(Place(("tasks", before, "status"), Text("在这里取消", "cancelled here")),),
        rests_on=(("tasks", edge.task, "status"),),
    )


RULE = Rule(
    code="CK519",
    name="dependency-on-cancelled",
    severity=Severity.ERROR,
    stage=Stage.PLANNING,
    title=Text("任务等待已取消的任务", "A task waits for a cancelled task"),
    why=Text(
        "前置任务取消了，它的产出不会再有：后面的任务不是等不到，就是本来不用等。",
        "What the cancelled task was to deliver will not come: the one that waits is stuck, or need not wait at all.",
    ),
    help=Text(
        "删去这一项依赖，或改为依赖接替它的任务",
        "remove this dependency, or name the task that replaces it",
    ),
    bad=Text(
        """\
tasks:
  T3: {name: 海报设计, status: cancelled}
  T2:
    after: [T1, T3]
""",
        """\
tasks:
  T3: {name: Design the poster, status: cancelled}
  T2:
    after: [T1, T3]
""",
    ),
    good=Text(
        """\
tasks:
  T3: {name: 海报设计, status: cancelled}
  T2:
    after: [T1]
""",
        """\
tasks:
  T3: {name: Design the poster, status: cancelled}
  T2:
    after: [T1]
""",
    ),
    check=_check,
    last=Stage.EXECUTING,
)
