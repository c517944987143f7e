"""A late task that nobody explains."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.phrases import working_days, zh
from collabkit.plan import Plan, is_something
from collabkit.plan.cause import cause
from collabkit.problem import Place, Problem
from collabkit.rules.timing import dated_tasks, is_contradictory, left_behind
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Problem]:
    told = left_behind(plan)
    for key, task in dated_tasks(plan).items():
        if key in told or not plan.is_overdue(task) or cause(task) or is_contradictory(task):
            continue
        named = entry(("tasks", key), task.name, 20)
        late = plan.days_late(task)
        how = _how_late(late)
        yield Problem(
            ("tasks", key, "note"),
            message(
                zh(named.zh, f"应于 {task.end} 完成，{'已' if late else ''}{how.zh}，未说明原因"),
                f"{named.en} was due {task.end}, is {how.en}, and gives no reason",
            ),
            label=_ONLY_PROGRESS
            if is_something(task.note or "")
            else Text(f"{how.zh}，未说明原因", f"{how.en}, and no reason given"),
            places=(Place(("tasks", key, "end"), Text("应在这一天完成", "it was due on this day")),),
            rests_on=(("tasks", key, "status"),),
            many=Text("{}已逾期，未说明原因", "{} are late and give no reason"),
        )


_ONLY_PROGRESS = Text("只写了进度，没有原因", "how far it has come, and no reason")


def _how_late(days: int) -> Text:
    """Return how late a task is: between Friday and Monday it is due and not done, and not a day late yet."""
    if not days:
        return Text("尚未完成", "not done")
    late = working_days(days)
    return Text(f"逾期 {late.zh}", f"{late.en} late")


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
        "在 note 中写明原因和预计完成日；已完成的改为 status: done",
        "give the reason and the expected day in 'note', or set 'status: done'",
    ),
    bad="""\
tasks:
  T1:
    end: 2026-03-19
""",
    good=Text(
        """\
tasks:
  T1:
    end: 2026-03-19
    note: 测试手机到货晚，预计 2026-03-24 完成
""",
        """\
tasks:
  T1:
    end: 2026-03-19
    note: The test phones came late; done by 2026-03-24
""",
    ),
    check=_check,
    dated=True,
    last=Stage.EXECUTING,
)
