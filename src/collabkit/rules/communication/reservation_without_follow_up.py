"""A reservation that nobody follows up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.signoff import Signoff
from collabkit.model.tradeoffs import Reservation
from collabkit.model.words import Opinion
from collabkit.phrases import zh
from collabkit.plan import Plan, signing
from collabkit.problem import EVERY, Gap, Lacking, Problem
from collabkit.rules.goal_text import is_blank
from collabkit.rules.wording import form_title, message, short


def _check(plan: Plan) -> Iterator[Problem | Lacking]:
    for index, reservation in enumerate(plan.project.reservations):
        if not is_blank(reservation.text):
            yield _unfollowed(index, reservation)
    noted = {reservation.department for reservation in plan.project.reservations}
    for form, index, signoff in signing.last_words(plan):
        home = plan.department_of(signoff.person)
        if signoff.opinion is Opinion.RESERVATION and signoff.person in plan.project.people and home not in noted:
            yield _unnoted(plan, form, index, signoff)


def _unfollowed(index: int, reservation: Reservation) -> Lacking:
    given = {"follow_up": not is_blank(reservation.follow_up), "due": reservation.due is not None}
    gaps = tuple(Gap(("reservations", index, key), _WORDS[key]) for key, is_given in given.items() if not is_given)
    return Lacking(gaps, partial(_without, short(reservation.text or "")))


def _without(text: str, gaps: Sequence[Gap]) -> Problem:
    chinese, english = "和".join(gap.name.zh for gap in gaps), " and no ".join(gap.name.en for gap in gaps)
    return Problem(
        gaps[0].path,
        message(f"保留意见「{text}」没有{chinese}", f"the reservation '{text}' has no {english}"),
        label=Text("没有跟进", "nobody follows it up"),
        many=Text(f"{{}}没有{chinese}", f"{{}} have no {english}"),
    )


_WORDS = {"follow_up": Text("处理方式", "follow-up"), "due": Text("期限", "due date")}


def _unnoted(plan: Plan, form: str, index: int, signoff: Signoff) -> Problem:
    title, name = form_title(form, signoff.issue or signoff.change), short(plan.person(signoff.person) or "")
    home = plan.department_of(signoff.person)
    text = short(signoff.note, 20) if signoff.note else "…"
    line = ", ".join([*([f"department: {home}"] if home else []), f"text: {text}", "follow_up: …", "due: …"])
    return Problem(
        ("signoffs", form, index, "opinion"),
        message(
            zh(name, f"对{title.zh}有保留意见，没有跟进"),
            f"{name} signed the {title.en} with a reservation nobody follows up",
        ),
        label=Text("没有写明保留什么", "what it is about is not said") if is_blank(signoff.note) else None,
        rests_on=(("reservations", EVERY, "department"),),
        help=Text(f"在 reservations 下加上 {{{line}}}", f"add {{{line}}} to 'reservations'"),
    )


RULE = Rule(
    code="CK905",
    name="reservation-without-follow-up",
    severity=Severity.WARNING,
    stage=Stage.INITIATING,
    title=Text("保留意见没有跟进", "A reservation has no follow-up"),
    why=Text(
        "签字时的保留意见没有人跟进，到执行时就变成分歧和推诿。",
        "A reservation that is signed and forgotten comes back as a dispute once the work is under way.",
    ),
    help=Text(
        "在 reservations 中写明 follow_up 和 due",
        "write in 'reservations' how it is followed up ('follow_up') and by when",
    ),
    bad=Text(
        """\
reservations:
  - {department: 市场部, text: 素材周期偏紧}
""",
        """\
reservations:
  - {department: Marketing, text: The time for the store page is short}
""",
    ),
    good=Text(
        """\
reservations:
  - {department: 市场部, text: 素材周期偏紧, follow_up: 周会复核, due: 2026-03-27}
""",
        """\
reservations:
  - {department: Marketing, text: The time for the store page is short, follow_up: Weekly check, due: 2026-03-27}
""",
    ),
    check=_check,
)
