"""A resolution that leaves open what is done, by whom or by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from collabkit.finding import Rule, Severity
from collabkit.lang import Lang, Text, listing
from collabkit.model import Stage
from collabkit.model.issue import Resolution
from collabkit.model.words import ActionStatus
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Gap, Lacking, Path, Place, Problem
from collabkit.rules.goal_text import is_blank
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Lacking]:
    for key, issue in plan.project.issues.items():
        if issue.resolution is not None:
            gaps = _gaps(("issues", key, "resolution"), issue.resolution)
            yield Lacking(tuple(gaps), partial(_problem, key))


def _gaps(path: Path, resolution: Resolution) -> Iterator[Gap]:
    if is_blank(resolution.decision):
        yield Gap((*path, "decision"), Text("决定内容", "the decision"))
    if not resolution.actions:
        yield Gap((*path, "actions"), Text("行动项", "an action"))
    if resolution.meeting and resolution.meeting.date and resolution.decision and not resolution.meeting.attendees:
        yield Gap((*path, "meeting", "attendees"), Text("专项会议的参会人", "who attended the special meeting"))
    for index, action in enumerate(resolution.actions):
        where = (*path, "actions", index)
        if action.status is ActionStatus.CANCELLED:
            continue
        number = index + 1
        if action.owner is None:
            yield Gap((*where, "owner"), Text(f"行动项 {number} 的责任人", f"the owner of action {number}"))
        if action.due is None:
            yield Gap((*where, "due"), Text(f"行动项 {number} 的完成时限", f"the due date of action {number}"))


def _problem(key: str, gaps: Sequence[Gap]) -> Problem:
    named = entry(("issues", key))
    chinese, english = (listing((gap.name.to(lang) for gap in gaps), most=4).to(lang) for lang in (Lang.ZH, Lang.EN))
    first, *others = gaps
    return Problem(
        first.path,
        message(zh(named.zh, f"的决议缺少：{chinese}"), f"the resolution of {named.en} lacks {english}"),
        label=_label(first),
        places=tuple(Place(gap.path, _label(gap)) for gap in others),
        about=("issues", key, "resolution"),
    )


def _label(gap: Gap) -> Text:
    return Text(f"缺少{gap.name.zh}", f"{gap.name.en} is missing")


RULE = Rule(
    code="CK806",
    name="resolution-incomplete",
    severity=Severity.ERROR,
    stage=Stage.EXECUTING,
    title=Text("决议内容不完整", "A resolution is incomplete"),
    why=Text(
        "决议要明确解决方案、责任人和完成时限；缺一项，会后就没有人照办。",
        "A resolution says what is done, by whom and by when; with one of them open nothing happens afterwards.",
    ),
    help=Text(
        "写明 decision，并给每项 actions 补上 owner 和 due",
        "write the 'decision', and give each of the 'actions' an 'owner' and a 'due'",
    ),
    bad=Text(
        """\
issues:
  I1:
    title: 测试手机到货晚
    grade: key
    owner: 王芳
    due: 2026-03-24
    resolution:
      actions:
        - {action: 领取测试手机, owner: 韩梅}
""",
        """\
issues:
  I1:
    title: The test phones are late
    grade: key
    owner: Wang Fang
    due: 2026-03-24
    resolution:
      actions:
        - {action: Collect the phones, owner: Han Mei}
""",
    ),
    good=Text(
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
        - {action: 领取测试手机, owner: 韩梅, due: 2026-03-23}
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
        - {action: Collect the phones, owner: Han Mei, due: 2026-03-23}
""",
    ),
    check=_check,
)
