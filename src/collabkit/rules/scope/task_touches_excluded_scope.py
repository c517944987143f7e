"""A task on something that is out of scope."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.plan.matching import contains, overlap
from collabkit.problem import Place, Problem
from collabkit.rules.active import active_tasks
from collabkit.rules.wording import entry, message, short


def _check(plan: Plan) -> Iterator[Problem]:
    """A task of an item that is both in and out of scope only does what is in; the two lists have a finding."""
    scope = plan.project.scope
    for key, task in active_tasks(plan).items():
        for out, left_out in scope.out.items():
            if any(item in scope.in_ and overlap(scope.in_[item], left_out) for item in task.covers):
                continue
            for field, text in (("name", task.name), ("deliverable", task.deliverable)):
                if text and contains(text, left_out):
                    yield _problem(key, field, out, left_out)
                    break


def _problem(key: str, field: str, out: str, left_out: str) -> Problem:
    named = entry(("tasks", key))
    return Problem(
        ("tasks", key, field),
        message(
            f"{named.zh} 涉及不做的内容 {out}「{short(left_out)}」",
            f"{named.en} is about {out} ({short(left_out)}), which is out of scope",
        ),
        label=Text("不在范围内", "out of scope"),
        help=Text(
            f"删去这项任务，或走变更把 {out} 移到 scope.in",
            f"remove the task, or move {out} to scope.in by a change",
        ),
        places=(Place(("scope", "out", out), Text("这里写明不做", "left out here")),),
    )


RULE = Rule(
    code="CK306",
    name="task-touches-excluded-scope",
    severity=Severity.WARNING,
    stage=Stage.PLANNING,
    title=Text("任务涉及范围之外的内容", "A task is about something out of scope"),
    why=Text(
        "范围外的工作悄悄进入计划，占用的正是范围内任务的人手和时间。",
        "Work that was left out eats the people and days of the work that was promised.",
    ),
    help=Text("删去这项任务，或走变更调整范围", "remove the task, or change the scope"),
    bad=Text(
        """\
tasks:
  T1:
    name: 修复海外版的崩溃
""",
        """\
tasks:
  T1:
    name: Mend the crashes of the overseas edition
""",
    ),
    good=Text(
        """\
tasks:
  T1:
    name: 修复崩溃，不含海外版
""",
        """\
tasks:
  T1:
    name: Mend the crashes without the overseas edition
""",
    ),
    check=_check,
)
