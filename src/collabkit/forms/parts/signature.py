"""Who signs a form, and who has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from collabkit.forms.form import WHOLE, Form, Item
from collabkit.forms.formatter import DASH, Formatter, Value
from collabkit.lang import Text
from collabkit.model.words import Opinion
from collabkit.plan import signing
from collabkit.plan.edition import edition
from collabkit.plan.signing import Signer

_DATE_LINE = Text("____年__月__日", "____-__-__")
_SIGNED = Text("已签", "Signed")


@dataclass(frozen=True, slots=True)
class Signature:
    """One row of a signature block; an unsigned one has a blank `signature` and a date to fill in by hand."""

    role: Value
    department: str
    name: Value
    opinion: str
    note: str
    signature: str
    date: str


def signatures(
    page: Formatter, form: Form, item: Item = WHOLE, *, without: Signer | None = None
) -> tuple[Signature, ...]:
    """Return one row for each who has to sign a form, and one for everybody else who did, except for `without`."""
    every = form.signers(page.plan, item)
    names = {signer.person for signer in every}
    others = [name for name in signing.last(page.plan, form.key, item.name or None) if name not in names]
    shown = [*(signer for signer in every if signer != without), *(signing.signer(page.plan, name) for name in others)]
    return tuple(signature(page, form, signer, item) for signer in shown)


def signature(page: Formatter, form: Form, signer: Signer, item: Item = WHOLE) -> Signature:
    """Return the row in which `signer` signs the current version, as far as signed preset.

    One without a name asks for it. What somebody signed on an earlier version is told as that and nothing more.
    """
    signoff = signing.last(page.plan, form.key, item.name or None).get(signer.person or "")
    current = edition(page.plan, form.key, item.name)
    earlier = None
    if signoff and signoff.date and not current.covers(signoff.date):
        earlier, signoff = page.say(_earlier(current.on(signoff.date), signoff.date)), None
    return Signature(
        role=page.say(signer.role),
        department=page.department(signer.department) or DASH,
        name=page.need(page.person(signer.person)),
        opinion=page.boxes(Opinion, {signoff.opinion if signoff else None}),
        note=earlier or (signoff.note if signoff else None) or "",
        signature=page.say(_SIGNED) if signoff and signoff.date else "",
        date=(page.day(signoff.date) if signoff else None) or page.say(_DATE_LINE),
    )


def _earlier(version: str | None, day: date) -> Text:
    which = Text(f"V{version}", f"V{version}") if version else Text("上一版", "an earlier version")
    return Text(f"{day} 签的是{which.zh}，本版未签", f"signed {which.en} on {day}, not this version")
