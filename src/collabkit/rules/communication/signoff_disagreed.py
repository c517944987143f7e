"""A signature that says no."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.words import Opinion
from collabkit.phrases import zh
from collabkit.plan import Plan, signing
from collabkit.problem import Problem
from collabkit.rules.goal_text import is_blank
from collabkit.rules.wording import form_title, message, short


def _check(plan: Plan) -> Iterator[Problem]:
    for form, index, signoff in signing.last_words(plan):
        if signoff.opinion is not Opinion.DISAGREE or signoff.person is None:
            continue
        title, name = form_title(form, signoff.issue or signoff.change), plan.person(signoff.person) or ""
        note = short(signoff.note or "", 40)
        yield Problem(
            ("signoffs", form, index, "opinion"),
            message(zh(short(name), f"不同意{title.zh}"), f"{short(name)} disagrees with the {title.en}"),
            label=Text("没有写明理由", "no reason is given")
            if is_blank(note)
            else Text(f"理由：{note}", f"note: {note}"),
        )


RULE = Rule(
    code="CK904",
    name="signoff-disagreed",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("有人签了不同意", "Somebody has signed with 'disagree'"),
    why=Text(
        "有负责人不同意，这份文件就没有形成共识，不能作为协作和考核的依据。",
        "As long as one who has to carry it disagrees, the form is not agreed and cannot be relied on.",
    ),
    help=Text(
        "协商一致后请其重新签字，另记一行（后一行为准）；谈不拢就按升级机制提请决策",
        "settle it and have them sign again: a later entry of theirs counts; or take it up the escalation ladder",
    ),
    bad=Text(
        """\
signoffs:
  goals:
    - {person: 李雷, date: 2026-03-04, opinion: agree}
    - {person: 赵敏, date: 2026-03-04, opinion: disagree, note: 目标太高}
    - {person: 王芳, date: 2026-03-04, opinion: agree}
    - {person: 陈明, date: 2026-03-04, opinion: agree}
""",
        """\
signoffs:
  goals:
    - {person: Li Lei, date: 2026-03-04, opinion: agree}
    - {person: Zhao Min, date: 2026-03-04, opinion: disagree, note: The target is too high}
    - {person: Wang Fang, date: 2026-03-04, opinion: agree}
    - {person: Chen Ming, date: 2026-03-04, opinion: agree}
""",
    ),
    good=Text(
        """\
signoffs:
  goals:
    - {person: 李雷, date: 2026-03-04, opinion: agree}
    - {person: 赵敏, date: 2026-03-04, opinion: disagree, note: 目标太高}
    - {person: 王芳, date: 2026-03-04, opinion: agree}
    - {person: 陈明, date: 2026-03-04, opinion: agree}
    - {person: 赵敏, date: 2026-03-06, opinion: agree}
""",
        """\
signoffs:
  goals:
    - {person: Li Lei, date: 2026-03-04, opinion: agree}
    - {person: Zhao Min, date: 2026-03-04, opinion: disagree, note: The target is too high}
    - {person: Wang Fang, date: 2026-03-04, opinion: agree}
    - {person: Chen Ming, date: 2026-03-04, opinion: agree}
    - {person: Zhao Min, date: 2026-03-06, opinion: agree}
""",
    ),
    check=_check,
)
