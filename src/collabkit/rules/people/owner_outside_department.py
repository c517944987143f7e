"""An owner who works in another department than the task's."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text, listing
from collabkit.model import Stage
from collabkit.model.task import Task
from collabkit.plan import Plan
from collabkit.problem import Place, Problem
from collabkit.rules.active import active_tasks, staff
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Problem]:
    """A person without a department stands above all of them and may own any task."""
    departments = plan.project.departments
    for key, task in active_tasks(plan).items():
        theirs = plan.department_of(task.owner)
        if theirs in departments and task.department in departments and theirs != task.department:
            yield _problem(plan, key, task, str(theirs))


def _problem(plan: Plan, key: str, task: Task, theirs: str) -> Problem:
    named = entry(("tasks", key))
    candidates = listing(staff(plan, task.department))
    instead = Text("", "")
    if candidates.en:
        instead = Text(f"改由「{task.department}」的人负责（{candidates.zh}），", f"name one of {candidates.en}, ")
    return Problem(
        ("tasks", key, "owner"),
        message(
            f"{named.zh} 由「{task.department}」负责，负责人「{task.owner}」却在「{theirs}」",
            f"{named.en} is {task.department}'s, but its owner {task.owner} is in {theirs}",
        ),
        label=Text(f"属于「{theirs}」", f"works in {theirs}"),
        help=instead + Text(f"或把任务划给「{theirs}」", f"or give the task to {theirs}"),
        places=(
            Place(("people", str(task.owner), "department"), Text("所属部门写在这里", "the department is set here")),
        ),
    )


RULE = Rule(
    code="CK204",
    name="owner-outside-department",
    severity=Severity.WARNING,
    stage=Stage.PLANNING,
    title=Text("负责人不在任务的负责部门", "The owner is in another department than the task"),
    why=Text(
        "部门负责人要对本部门的输出负责，却管不到别的部门的人；进度一紧，这项任务最先落空。",
        "A head answers for the department's output but cannot direct people of another one; such tasks slip first.",
    ),
    help=Text(
        "改由负责部门的人负责，或调整负责部门", "name somebody of the task's department, or change the department"
    ),
    bad=Text(
        """\
tasks:
  T1:
    owner: 王芳
""",
        """\
tasks:
  T1:
    owner: Wang Fang
""",
    ),
    good=Text(
        """\
tasks:
  T1:
    owner: 韩梅
""",
        """\
tasks:
  T1:
    owner: Han Mei
""",
    ),
    check=_check,
)
