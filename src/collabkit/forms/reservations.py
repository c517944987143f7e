"""What is held against an agreement: as the file says, and as people said when they signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from collabkit.forms.formatter import Formatter
from collabkit.lang import Text
from collabkit.model.signoff import Signoff
from collabkit.model.words import Opinion
from collabkit.plan import signing

NONE_RECORDED = Text("无记录", "None recorded")
"""What a form says where nobody has said anything against it."""


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
