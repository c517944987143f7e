"""A resolution that leaves open what is done, by whom or by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from collabkit.finding import Rule, Severity
from collabkit.lang import Lang, Text, listing
from collabkit.model import Stage
from collabkit.model.issue import Resolution
from collabkit.model.words import ActionStatus
from collabkit.plan import Plan
from collabkit.problem import Path, Place, Problem
from collabkit.rules.goal_text import is_blank
from collabkit.rules.wording import entry, message
from collabkit.source.wording import zh


def _check(plan: Plan) -> Iterator[Problem]:
    for key, issue in plan.project.issues.items():
        if issue.resolution is None:
            continue
        gaps = list(_gaps(plan, ("issues", key, "resolution"), issue.resolution))
        if gaps:
            yield _problem(key, gaps)


def _gaps(plan: Plan, path: Path, resolution: Resolution) -> Iterator[tuple[Path, Text]]:
    """Yield what is missing: where it would stand, and what it is called."""
    if is_blank(resolution.decision) and not plan.doubtful(*path, "decision"):
        yield (*path, "decision"), Text("决定内容", "the decision")
    if not resolution.actions and not plan.doubtful(*path, "actions"):
        yield (*path, "actions"), Text("行动项", "an action")
    for index, action in enumerate(resolution.actions):
        where = (*path, "actions", index)
        if action.status is ActionStatus.CANCELLED:
            continue
        number = index + 1
        if action.owner is None and not plan.doubtful(*where, "owner"):
            yield (*where, "owner"), Text(f"行动项 {number} 的责任人", f"the owner of action {number}")
        if action.due is None and not plan.doubtful(*where, "due"):
            yield (*where, "due"), Text(f"行动项 {number} 的完成时限", f"the due date of action {number}")


def _problem(key: str, gaps: Sequence[tuple[Path, Text]]) -> Problem:
    named = entry(("issues", key))
    chinese, english = (listing((text.to(lang) for _, text in gaps), most=4).to(lang) for lang in (Lang.ZH, Lang.EN))
    (first, missing), *others = gaps
    return Problem(
        first,
        message(zh(named.zh, f"的决议缺少：{chinese}"), f"the resolution of {named.en} lacks {english}"),
        label=Text(f"缺少{missing.zh}", f"{missing.en} is missing"),
        places=tuple(Place(path, Text(f"缺少{text.zh}", f"{text.en} is missing")) for path, text in others),
    )


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
