"""A task of no department."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text, listing
from collabkit.model import Stage
from collabkit.model.task import Task
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.active import active_tasks
from collabkit.rules.lacking import lacks


def _check(plan: Plan) -> Iterator[Problem]:
    for key, task in active_tasks(plan).items():
        if task.department:
            continue
        label = Text("没有部门承担这项任务", "no department is responsible for this task")
        what = Text("负责部门", "department")
        yield lacks(("tasks", key, "department"), task.name, what, label, _help(plan, task))


def _help(plan: Plan, task: Task) -> Text | None:
    department = plan.department_of(task.owner)
    if department:
        return Text(
            f"补上「department: {department}」（「{task.owner}」所在部门）",
            f"add 'department: {department}', the department of {task.owner}",
        )
    known = listing(plan.project.departments)
    return Text(f"补上「department: …」，可选：{known.zh}", f"add 'department: …', one of {known.en}")


RULE = Rule(
    code="CK202",
    name="task-without-department",
    severity=Severity.ERROR,
    stage=Stage.PLANNING,
    title=Text("任务没有负责部门", "A task has no department"),
    why=Text(
        "不写明负责部门，就没有部门为它安排人手，部门汇总与周报里也看不到它。",
        "Without a department nobody staffs the task, and it is missing from the department's report.",
    ),
    help=Text("补上「department: 部门」", "add 'department: …'"),
    bad="""\
tasks:
  T1:
    department:
""",
    good=Text(
        """\
tasks:
  T1:
    department: 开发部
""",
        """\
tasks:
  T1:
    department: Development
""",
    ),
    check=_check,
)
