"""Forms that wait for a signature."""

from __future__ import annotations

from collections.abc import Sequence

from collabkit.lang import Text, listing
from collabkit.plan import Plan, signing
from collabkit.problem import Path, Place, Problem
from collabkit.rules.wording import form_title, naming, short


def unsigned(plan: Plan, form: str, issue: str | None = None) -> Sequence[str]:
    """Return the people of the project who have to sign `form` and have not."""
    required_signatures = signing.required_by(plan, form, issue)
    return [duty.person for duty in required_signatures if duty.signed is None and duty.person in plan.project.people]


def waiting(
    plan: Plan,
    form: str,
    people: Sequence[str],
    issue: str | None = None,
    *,
    places: tuple[Place, ...] = (),
    rests_on: tuple[Path, ...] = (),
) -> Problem:
    """Return the problem of a form that `people` have still to sign."""
    names = [short(plan.person(name) or name) for name in people]
    title = form_title(form, issue)
    entry = Text("person、date、opinion", "person, date, opinion") + Text(*[f", issue: {issue}" if issue else ""] * 2)
    return Problem(
        ("signoffs", form),
        naming(Text(f"{title.zh}还没有签字：", f"the {title.en} is not signed by "), names, "人"),
        label=earlier_version(plan, form, people, issue) or Text("签字不全", "signatures are missing"),
        help=Text(
            f"请他们签字，并在 signoffs.{form} 中登记（{entry.zh}）",
            f"have them sign, and record it in signoffs.{form} ({entry.en})",
        ),
        on="key",
        places=places,
        rests_on=(("signoffs", form), *rests_on),
    )


def earlier_version(plan: Plan, form: str, people: Sequence[str], issue: str | None = None) -> Text | None:
    """Return which of `people` signed an earlier version of `form`, and which; None when nobody has."""
    signed = signing.earlier(plan, form, issue)
    known = [(short(plan.person(name) or name), *signed[name]) for name in people if name in signed]
    if not known:
        return None
    told = [f"{name}（{f'V{version}，' if version else ''}{day}）" for name, version, day in known]
    said = [f"{name} ({f'V{version}, ' if version else ''}{day})" for name, version, day in known]
    return Text("只签过旧版：" + listing(told, most=3).zh, "signed an earlier version: " + listing(said, most=3).en)
