"""Somebody who was at the kick-off and has not signed."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text, listing
from collabkit.model import Stage
from collabkit.phrases import FORM_TITLES
from collabkit.plan import Plan, signing
from collabkit.problem import Place, Problem
from collabkit.rules.unsigned import earlier_version
from collabkit.rules.wording import naming, short


def _check(plan: Plan) -> Iterator[Problem]:
    signed = {person for person, signoff in signing.standing(plan, "charter").items() if signoff.date}
    # A mistyped name is a mistake of its own.
    attendees = [name for name in signing.attendees(plan, held=True) if name in plan.project.people]
    missing = [name for name in attendees if name not in signed]
    if not missing:
        return
    people = [short(plan.person(name) or name) for name in missing]
    names = listing(people, most=5)
    yield Problem(
        ("signoffs", "charter"),
        naming(
            Text(
                f"启动会 {len(attendees)} 人参加，{len(missing)} 人未签字：",
                f"{len(missing)} of {len(attendees)} at the kick-off have not signed: ",
            ),
            people,
        ),
        label=earlier_version(plan, "charter", missing) or Text("签字不全", "signatures are missing"),
        help=Text(
            f"请 {names.zh} 签字，并在 signoffs.charter 中登记",
            f"have {names.en} sign, and record it in signoffs.charter",
        ),
        on="key",
        rests_on=(("signoffs", "charter"),),
        places=tuple(
            Place(("meetings", index), Text("参会人见这里", "who attended stands here"))
            for index, _ in signing.kickoffs(plan)
        ),
    )


RULE = Rule(
    code="CK903",
    name="kickoff-signoff-incomplete",
    severity=Severity.ERROR,
    stage=Stage.EXECUTING,
    title=Text("启动会参会人未全部签字", "Not everybody at the kick-off has signed"),
    why=Text(
        f"《{FORM_TITLES['charter'].zh}》由全体参会人签字，才能作为后续协作的依据。",
        f"Only when all who attended have signed the {FORM_TITLES['charter'].en} can the work refer to it.",
    ),
    help=Text("请他们签字，并在 signoffs.charter 中登记", "have them sign, and record it in signoffs.charter"),
    bad=Text(
        """\
signoffs:
  charter:
    - {person: 陈明, date: 2026-03-02, opinion: agree}
    - {person: 王芳, date: 2026-03-02, opinion: agree}
    - {person: 李雷, date: 2026-03-02, opinion: agree}
""",
        """\
signoffs:
  charter:
    - {person: Chen Ming, date: 2026-03-02, opinion: agree}
    - {person: Wang Fang, date: 2026-03-02, opinion: agree}
    - {person: Li Lei, date: 2026-03-02, opinion: agree}
""",
    ),
    good=Text(
        """\
signoffs:
  charter:
    - {person: 陈明, date: 2026-03-02, opinion: agree}
    - {person: 王芳, date: 2026-03-02, opinion: agree}
    - {person: 李雷, date: 2026-03-02, opinion: agree}
    - {person: 赵敏, date: 2026-03-03, opinion: agree}
""",
        """\
signoffs:
  charter:
    - {person: Chen Ming, date: 2026-03-02, opinion: agree}
    - {person: Wang Fang, date: 2026-03-02, opinion: agree}
    - {person: Li Lei, date: 2026-03-02, opinion: agree}
    - {person: Zhao Min, date: 2026-03-03, opinion: agree}
""",
    ),
    check=_check,
)
