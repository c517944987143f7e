"""What is kept of the project, and where."""

from __future__ import annotations

from dataclasses import dataclass

from collabkit.forms.formatter import Formatter, Value
from collabkit.forms.parts.control import status_of, version_of
from collabkit.lang import Text
from collabkit.model.closeout import Archived
from collabkit.phrases import FORM_TITLES
from collabkit.plan import signing
from collabkit.plan.control import control
from collabkit.plan.edition import bare
from collabkit.styled import Styled


@dataclass(frozen=True, slots=True)
class ArchiveRow:
    """One file and who keeps it."""

    file: Value
    version: Value
    location: Value
    keeper: Value
    sensitivity: Value


def archive_row(page: Formatter, archived: Archived) -> ArchiveRow:
    """Return one file of the archive."""
    return ArchiveRow(
        file=page.need(archived.file),
        version=page.need(_version(page, archived)),
        location=page.need(archived.location),
        keeper=page.need(page.person(archived.keeper)),
        sensitivity=page.maybe(page.word(archived.sensitivity)),
    )


def _version(page: Formatter, archived: Archived) -> Value | None:
    """Return the version of what is archived; one of the project's forms has version and status of its own control.

    Where the list names another version than that, both are told.
    """
    written = f"V{bare(archived.version)}" if archived.version and bare(archived.version)[:1].isdigit() else None
    form = _archived_form(page, archived.file or "")
    if form is None:
        return written or archived.version
    found = control(page.plan, form[0], form[1])
    current = " · ".join(filter(None, (version_of(found), status_of(page, form[0], found))))
    if written is None or written == version_of(found):
        return current
    return Styled(page.say(Text(f"{written}（现为 {current}）", f"{written} (now {current})")), "amber")


def _archived_form(page: Formatter, file: str) -> tuple[str, str] | None:
    """Return which form of the project, about which item, is archived under this name; None for another file."""
    name = " ".join(file.split())
    for form in signing.FORMS:
        names = (FORM_TITLES[form].zh, FORM_TITLES[form].en)
        if form == "resolution":
            item = next((key for key in page.plan.project.issues if key in name), None)
            if item and any(each.casefold() in name.casefold() for each in names):
                return form, item
        elif any(_is_called(name, each) for each in names):
            return form, ""
    return None


def _is_called(name: str, title: str) -> bool:
    """Return whether a file is called like a form, by its title or the end of it: `Initiation sheet`."""
    short, whole = name.casefold(), title.casefold()
    return short == whole or (" " in short and whole.endswith(f" {short}"))
