"""A task that is still open when the project closes."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.plan.lights import is_open
from collabkit.problem import Problem
from collabkit.rules.leftover import is_handed_over
from collabkit.rules.timing import is_contradictory
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Problem]:
    for key, task in plan.project.tasks.items():
        # A status that its own dates deny is a mistake of its own.
        if not is_open(task) or is_contradictory(task) or is_handed_over(plan, key, task.name):
            continue
        named = entry(("tasks", key), task.name)
        yield Problem(
            ("tasks", key, "status"),
            message(zh(named.zh, "还没有完成"), f"{named.en} is not finished"),
            label=Text(f"状态是 {task.status}", f"the status is {task.status}"),
            many=Text("{}还没有完成", "{} are not finished"),
        )


RULE = Rule(
    code="CK601",
    name="closing-with-open-tasks",
    severity=Severity.ERROR,
    stage=Stage.CLOSING,
    title=Text("结项时还有任务没有完成", "A task is still open at closing"),
    why=Text(
        "项目一关闭，团队就散了；没做完又没移交的任务再也没有人管。",
        "Once the project is closed the team is gone; what is neither done nor handed over is done by nobody.",
    ),
    help=Text(
        "完成的写「status: done」和 actual_end，不做的写「status: cancelled」，移交的写进 handover_items（注明编号）",
        "set 'status: done' with 'actual_end', or 'status: cancelled', or name the task in an item of handover_items",
    ),
    bad="""\
project:
  end: 2026-05-29
tasks:
  T2:
    end: 2026-05-29
    milestone:
    status: doing
    progress: 60
    actual_end:
""",
    good="""\
tasks:
  T1:
    status: done
    progress: 100
    actual_end: 2026-03-24
""",
    check=_check,
)
