"""Which version of a form is the current one, since which day, and which one was current on an earlier day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from collabkit.model.document import Control, Revision
from collabkit.plan.plan import Plan
from collabkit.plan.week import workweek

DRAFT_VERSION = "0.1"
"""The version of a document that names none."""
FIRST_VERSION = "1.0"
"""The version of a record that names none, from the day on which what it records has happened or been written."""
_FIRST = frozenset(("1", FIRST_VERSION))

EVENTS = frozenset(("resolution", "closeout", "weekly", "daily"))
"""The forms that record something that happened on a day."""


class Edition(NamedTuple):
    """The current version of a form, without a leading V: its day, its history, and what stands before it.

    `since` is the first day on which somebody can have signed this version; None for a first issue, and where the file
    does not tell.
    """

    version: str
    day: date | None
    since: date | None
    history: tuple[Revision, ...]

    @property
    def is_draft(self) -> bool:
        """Return whether it is a version before the first."""
        return self.version.startswith("0")

    def covers(self, day: date | None) -> bool:
        """Return whether what was signed on `day` is this version, and not one before it."""
        return day is None or self.since is None or day >= self.since

    def on(self, day: date) -> str | None:
        """Return the version that was current on `day`, as far as the history tells."""
        known = [each for each in self.history if each.version and each.date and each.date <= day]
        latest = max(known, key=lambda each: each.date or day, default=None)
        return bare(latest.version) if latest and latest.version else None


def own_control(plan: Plan, form: str, item: str = "") -> Control | None:
    """Return what the file says about the control of one form; None when it says nothing."""
    found = getattr(plan.project.documents, form, None)
    return found.get(item) if isinstance(found, dict) else found


def edition(plan: Plan, form: str, item: str = "") -> Edition:
    """Return the current version of `form` about `item` (a week or an issue, '' for the whole project).

    What `documents` does not say follows `document`. The record of an event (a resolution, a close-out, a week) has
    the day of that event and a version of its own, and no history but its own.
    """
    own, shared = own_control(plan, form, item) or Control(), plan.project.document
    event = form in EVENTS
    stated = own.version or (_version_of_event(plan, form, item) if event else shared.version)
    version = bare(stated or DRAFT_VERSION)
    history = own.history if own.history or event else shared.history
    day = own.date or (None if event else shared.date)
    # The project's history is that of the project's version, not of one that the form has of its own.
    known = own.history if own.version else history
    since = _since(version, day, known)
    return Edition(version, day or (happened(plan, form, item) if event else None), since, history)


def bare(version: str) -> str:
    """Return a version without the letter in front of it."""
    return version.strip().lstrip("Vv")


def _since(version: str, day: date | None, history: Sequence[Revision]) -> date | None:
    """Return the later of the day of the document and the day of the version in the history.

    None for the first issue: a draft becomes that once it has been signed.
    """
    if version in _FIRST:
        return None
    named = [each.date for each in history if each.date and each.version and bare(each.version) == version]
    return max([*named, *([day] if day else [])], default=None)


def happened(plan: Plan, form: str, item: str) -> date | None:
    """Return the day of what the document records; None before it has happened."""
    match form:
        case "resolution":
            issue = plan.project.issues.get(item)
            resolution = issue.resolution if issue else None
            return resolution.decided if resolution else None
        case "closeout":
            return plan.project.closeout.date if plan.project.closeout else None
        case "weekly":
            week = workweek(item)
            return min(plan.today, week.sunday) if week else plan.today
        case _:
            return plan.today


def _version_of_event(plan: Plan, form: str, item: str) -> str:
    """Return the first version for what has happened; a week is a draft until somebody has reported on it."""
    if form == "weekly":
        return FIRST_VERSION if item in plan.project.weeks else DRAFT_VERSION
    return FIRST_VERSION if happened(plan, form, item) else DRAFT_VERSION
