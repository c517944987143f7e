"""A department that takes part and owns no task."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text, listing
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.problem import EVERY, Problem
from collabkit.rules.active import active_tasks
from collabkit.rules.wording import message


def _check(plan: Plan) -> Iterator[Problem]:
    tasks = active_tasks(plan)
    # A task without a department has its own finding and may be the one that is missed here.
    if not all(task.department for task in tasks.values()):
        return
    busy = {task.department for task in tasks.values()}
    for key in plan.project.departments:
        if key not in busy:
            yield Problem(
                ("departments", key),
                message(f"部门「{key}」参与项目，却没有任务", f"department {key} takes part but has no task"),
                label=Text("没有一项任务由它负责", "no task is its own"),
                help=_help(plan, key),
                on="key",
                rests_on=(("tasks", EVERY, "department"),),
                many=Text("{}参与项目，却没有任务", "{} take part but have no task"),
            )


def _help(plan: Plan, department: str) -> Text | None:
    supported = [key for key, task in active_tasks(plan).items() if department in task.support]
    if not supported:
        return None
    tasks = listing(supported, most=4)
    return Text(
        f"它只在 {tasks.zh} 中协作；给它一项自己的任务，或移出参与部门",
        f"it only supports {tasks.en}; give it a task of its own, or remove it from departments",
    )


RULE = Rule(
    code="CK206",
    name="department-without-task",
    severity=Severity.WARNING,
    stage=Stage.PLANNING,
    title=Text("参与部门没有任务", "A department takes part but has no task"),
    why=Text(
        "来开会却没有任务的部门，要么漏了分工，要么不必参加。",
        "A department that only sits in meetings has either been forgotten in the plan or need not be there.",
    ),
    help=Text("给它一项任务，或移出参与部门", "give it a task, or remove it from departments"),
    bad=Text(
        """\
tasks:
  T2:
    department: 开发部
    owner: 李雷
""",
        """\
tasks:
  T2:
    department: Development
    owner: Li Lei
""",
    ),
    good=Text(
        """\
tasks:
  T2:
    department: 市场部
    owner: 赵敏
""",
        """\
tasks:
  T2:
    department: Marketing
    owner: Zhao Min
""",
    ),
    check=_check,
)
