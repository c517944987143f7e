"""An owner that is a department or everyone."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text, listing
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.problem import Path, Problem
from collabkit.rules.active import active_tasks, staff
from collabkit.rules.groups import department_called, is_group, is_owned_by_group
from collabkit.rules.wording import field, message, short


def _check(plan: Plan) -> Iterator[Problem]:
    for reference in plan.dangling:
        if is_owned_by_group(plan, reference):
            yield _problem(plan, reference.path, reference.id)
    for key, task in active_tasks(plan).items():
        if task.owner in plan.project.people and is_group(plan, task.owner):
            yield _problem(plan, ("tasks", key, "owner"), task.owner)


def _problem(plan: Plan, path: Path, name: str) -> Problem:
    where, shown = field(path), short(name)
    return Problem(
        path,
        message(f"{where.zh}写的是「{shown}」，不是一个人", f"{where.en} is '{shown}', which is not one person"),
        label=Text("人人负责等于没人负责", "where all answer for it, nobody does"),
        help=_help(plan, path, name),
    )


def _help(plan: Plan, path: Path, name: str) -> Text | None:
    department = department_called(plan, name)
    task = plan.project.tasks.get(str(path[1])) if path[0] == "tasks" else None
    if department is None and task is not None:
        department = task.department
    people = listing(staff(plan, department) or plan.project.people)
    if not people.en:
        return None
    return Text(f"只写一个人的名字：{people.zh}", f"name exactly one person: {people.en}")


RULE = Rule(
    code="CK203",
    name="owner-is-a-group",
    severity=Severity.ERROR,
    stage=Stage.PLANNING,
    title=Text("负责人不是具体的一个人", "The owner is not one person"),
    why=Text(
        "「研发部」「全体」「相关人员」不会接电话，也不会为延期负责；出了问题找不到人。",
        "A department or 'everyone' answers no phone and for no delay; when it matters there is nobody to ask.",
    ),
    help=Text("只写一个人的名字", "name exactly one person"),
    bad=Text(
        """\
tasks:
  T1:
    owner: 大家
""",
        """\
tasks:
  T1:
    owner: everyone
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
