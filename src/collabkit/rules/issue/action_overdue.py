"""An action of a resolution that should be done by now."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.action import Action
from collabkit.model.words import ActionStatus
from collabkit.phrases import working_days, zh
from collabkit.plan import Plan
from collabkit.problem import Path, Problem
from collabkit.rules.wording import entry, message

_SETTLED = (ActionStatus.DONE, ActionStatus.CANCELLED)


def _check(plan: Plan) -> Iterator[Problem]:
    for key, issue in plan.project.issues.items():
        for index, action in enumerate(issue.resolution.actions if issue.resolution else ()):
            path = ("issues", key, "resolution", "actions", index)
            if action.status not in _SETTLED:
                yield from _problem(plan, path, action)


def _problem(plan: Plan, path: Path, action: Action) -> Iterator[Problem]:
    if action.due is None or action.due >= plan.today:
        return
    named, number = entry(path[:2]), int(path[-1]) + 1
    late = working_days(plan.calendar.between(action.due, plan.today))
    yield Problem(
        (*path, "due"),
        message(
            zh(named.zh, f"的行动项 {number} 应于 {action.due} 完成，已超期 {late.zh}"),
            f"action {number} of {named.en} was due {action.due} and is {late.en} late",
        ),
        label=Text("已经过了这一天", "this day has passed"),
        rests_on=((*path, "status"),),
    )


_ISSUE = Text(
    """\
issues:
  I1:
    title: 测试手机到货晚
    grade: key
    owner: 王芳
    due: 2026-03-24
    resolution:
      decision: 向客服部借用测试手机
      actions:
        - {action: 领取测试手机, owner: 韩梅, due: 2026-03-19}
""",
    """\
issues:
  I1:
    title: The test phones are late
    grade: key
    owner: Wang Fang
    due: 2026-03-24
    resolution:
      decision: Borrow phones from the support desk
      actions:
        - {action: Collect the phones, owner: Han Mei, due: 2026-03-19}
""",
)

RULE = Rule(
    code="CK807",
    name="action-overdue",
    severity=Severity.WARNING,
    stage=Stage.EXECUTING,
    title=Text("决议的行动项超期未完成", "An action of a resolution is overdue"),
    why=Text(
        "决议定了却没有落实，问题等于没有解决；每周都要逐项跟踪到关闭。",
        "A decision that nobody carries out resolves nothing; actions are followed up until they are done.",
    ),
    help=Text(
        "做完了写「status: done」，不做了写「status: cancelled」，还要做就写明新的 due",
        "set 'status: done' if it is, 'status: cancelled' if it is dropped, or give it a new 'due'",
    ),
    bad=_ISSUE,
    good=Text(*(text.replace("2026-03-19}", "2026-03-19, status: done}") for text in (_ISSUE.zh, _ISSUE.en))),
    check=_check,
    dated=True,
)
