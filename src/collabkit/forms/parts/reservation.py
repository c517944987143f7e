"""What is held against an agreement: as the file says, and as people said when they signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from collabkit.forms.formatter import Formatter, Value
from collabkit.lang import Text
from collabkit.model.signoff import Signoff
from collabkit.model.tradeoffs import Reservation
from collabkit.model.words import Opinion
from collabkit.plan import signing

NONE_RECORDED = Text("无记录", "None recorded")
"""What a form says where nobody has said anything against it."""


@dataclass(frozen=True, slots=True)
class ReservationRow:
    """What a department holds against the agreement."""

    department: Value
    text: Value
    follow_up: Value
    due: Value


def reservation_rows(page: Formatter) -> Iterator[ReservationRow]:
    """Yield what the file holds against the agreement, then what people signed with that is not said there."""
    written = page.plan.project.reservations
    yield from (_reservation(page, each) for each in written)
    # Who signs with one refers to what the own department has written down.
    homes = {each.department for each in written}
    for signoff in signed_with(page, "goals"):
        home = page.plan.department_of(signoff.person)
        if home not in homes:
            yield replace(_reservation(page, Reservation(department=home)), text=in_words(page, signoff))


def _reservation(page: Formatter, reservation: Reservation) -> ReservationRow:
    return ReservationRow(
        department=page.need(page.department(reservation.department)),
        text=page.need(reservation.text),
        follow_up=page.need(reservation.follow_up),
        due=page.need(page.day(reservation.due)),
    )


def signed_with(page: Formatter, form: str, issue: str | None = None, *, said: Iterable[str] = ()) -> Iterator[Signoff]:
    """Yield the signatures on `form` that hold something against it and whose notes are not in one of `said`."""
    known = tuple(said)
    for signoff in signing.last(page.plan, form, issue).values():
        if signoff.opinion in (Opinion.RESERVATION, Opinion.DISAGREE):
            note = signoff.note
            if not note or not any(note in text for text in known):
                yield signoff


def in_words(page: Formatter, signoff: Signoff) -> str:
    """Return who holds what against it, such as `李雷（保留意见）：工期偏紧`."""
    name, word = page.person(signoff.person) or "", page.word(signoff.opinion)
    who = page.say(Text(f"{name}（{word}）", f"{name} ({word})"))
    return page.colon(who, signoff.note) or who
