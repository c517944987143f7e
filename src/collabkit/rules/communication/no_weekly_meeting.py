"""A project without a fixed weekly meeting."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.problem import Problem


def _check(plan: Plan) -> Iterator[Problem]:
    weekly = plan.project.communication.weekly
    if weekly and (weekly.weekday or weekly.time):
        return
    yield Problem(
        ("communication", "weekly"),
        Text("没有安排周例会", "no weekly meeting is arranged"),
        label=Text("没有每周固定的时间", "no fixed time of the week"),
        rests_on=(("communication", "weekly"),),
    )


RULE = Rule(
    code="CK902",
    name="no-weekly-meeting",
    severity=Severity.ERROR,
    stage=Stage.PLANNING,
    title=Text("项目没有周例会", "The project has no weekly meeting"),
    why=Text(
        "没有固定的周例会，进展、风险灯和需要协调的资源就没有同步的场合。",
        "Without a weekly meeting there is no occasion to share progress, lights and calls for help.",
    ),
    help=Text(
        '在 communication 下加上 weekly: {weekday: fri, time: "15:00", minutes: 45}',
        "add weekly: {weekday: fri, time: \"15:00\", minutes: 45} to 'communication'",
    ),
    bad="""\
communication: {chat: App 2.0}
""",
    good="""\
communication:
  weekly: {weekday: fri, time: "15:00"}
""",
    check=_check,
)
