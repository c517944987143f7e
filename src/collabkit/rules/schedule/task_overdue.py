"""A late task of which somebody has said why."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.plan.cause import cause
from collabkit.problem import Place, Problem
from collabkit.rules.timing import dated_tasks, is_contradictory, left_behind
from collabkit.rules.wording import entry, how_late, message, short


def _check(plan: Plan) -> Iterator[Problem]:
    told = left_behind(plan)
    for key, task in dated_tasks(plan).items():
        # One without a reason is overdue-without-reason.
        explained = cause(task) is not None
        if key in told or not plan.is_overdue(task) or not explained or is_contradictory(task):
            continue
        named, late = entry(("tasks", key), task.name, 20), plan.days_late(task)
        how, reason = how_late(late), short(task.delay_reason or "", 40)
        yield Problem(
            ("tasks", key, "end"),
            message(
                zh(named.zh, f"应于 {task.end} 完成，{'已' if late else ''}{how.zh}"),
                f"{named.en} was due {task.end} and is {how.en}",
            ),
            label=Text("应在这一天完成", "it was due on this day"),
            places=(Place(("tasks", key, "delay_reason"), Text(f"原因：{reason}", f"reason: {reason}")),),
            rests_on=(("tasks", key, "status"),),
            many=Text("{}已逾期，已说明原因", "{} are late, with a reason"),
        )


RULE = Rule(
    code="CK523",
    name="task-overdue",
    severity=Severity.INFO,
    stage=Stage.EXECUTING,
    title=Text("任务逾期，原因已说明", "A task is overdue, with a reason"),
    why=Text(
        "说明了原因的任务仍然逾期：周会要看补救措施是否有效，而不只是原因写没写。",
        "A task with a reason is late all the same: the meeting asks whether what is done about it helps.",
    ),
    help=Text(
        "跟进补救措施；完成后写「status: done」和 actual_end",
        "follow up on it; once it is done set 'status: done' and 'actual_end'",
    ),
    bad=Text(
        """\
tasks:
  T1:
    end: 2026-03-19
    delay_reason: 测试手机到货晚，预计 2026-03-24 完成
""",
        """\
tasks:
  T1:
    end: 2026-03-19
    delay_reason: The test phones came late; done by 2026-03-24
""",
    ),
    good="""\
tasks:
  T1:
    end: 2026-03-19
    status: done
    actual_end: 2026-03-20
""",
    check=_check,
    dated=True,
    last=Stage.EXECUTING,
)
