"""A late task that nobody explains."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.phrases import zh
from collabkit.plan import Plan, is_something
from collabkit.plan.cause import cause
from collabkit.problem import Place, Problem
from collabkit.rules.timing import dated_tasks, is_contradictory, left_behind
from collabkit.rules.wording import entry, how_late, message


def _check(plan: Plan) -> Iterator[Problem]:
    told = left_behind(plan)
    for key, task in dated_tasks(plan).items():
        if key in told or not plan.is_overdue(task) or cause(task) or is_contradictory(task):
            continue
        named = entry(("tasks", key), task.name, 20)
        late = plan.days_late(task)
        how = how_late(late)
        yield Problem(
            ("tasks", key, "delay_reason"),
            message(
                zh(named.zh, f"应于 {task.end} 完成，{'已' if late else ''}{how.zh}，未说明原因"),
                f"{named.en} was due {task.end}, is {how.en}, and gives no reason",
            ),
            label=_ONLY_PROGRESS
            if is_something(task.delay_reason or "")
            else Text(f"{how.zh}，未说明原因", f"{how.en}, and no reason given"),
            places=(Place(("tasks", key, "end"), Text("应在这一天完成", "it was due on this day")),),
            rests_on=(("tasks", key, "status"),),
            many=Text("{}已逾期，未说明原因", "{} are late and give no reason"),
        )


_ONLY_PROGRESS = Text("只写了进度，没有原因", "how far it has come, and no reason")

RULE = Rule(
    code="CK513",
    name="overdue-without-reason",
    severity=Severity.WARNING,
    stage=Stage.EXECUTING,
    title=Text("逾期任务没有说明原因", "An overdue task has no reason"),
    why=Text(
        "逾期不说明原因，周会上就无法判断是等人、等料还是估错了，也就无从补救。",
        "Without a reason nobody can tell whether it waits, lacks something or was misjudged, and nobody can help.",
    ),
    help=Text(
        "在 delay_reason 中写明原因和预计完成日（note 只是备注）；已完成的改为 status: done",
        "give the reason and the expected day in 'delay_reason' (a 'note' is a remark), or set 'status: done'",
    ),
    bad="""\
tasks:
  T1:
    end: 2026-03-19
""",
    good="""\
tasks:
  T1:
    end: 2026-03-19
    status: done
    actual_end: 2026-03-19
""",
    check=_check,
    dated=True,
    last=Stage.EXECUTING,
)
