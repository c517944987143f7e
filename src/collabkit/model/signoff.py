"""Who signed which form."""

from typing import Annotated

from collabkit.lang import Text
from collabkit.model.base import ChangeId, Day, IssueId, Line, Many, Model, PersonId
from collabkit.model.marks import Needed
from collabkit.model.words import Opinion
from collabkit.phrases import FORM_TITLES


class Signoff(Model):
    """One signature on one form."""

    natural_key = ("person", "date", "issue", "change")

    person: Annotated[PersonId | None, Needed(), Text("签字人", "Who signed")] = None
    date: Annotated[Day | None, Text("签字日期", "Signed on")] = None
    opinion: Annotated[Opinion | None, Text("意见", "Opinion")] = None
    note: Annotated[Line | None, Text("意见说明", "Note on the opinion")] = None
    issue: Annotated[IssueId | None, Text("所签决议对应的问题", "The issue whose resolution was signed")] = None
    change: Annotated[ChangeId | None, Text("所签变更单", "The change that was signed")] = None


class Signoffs(Model):
    """The section `signoffs`, by form."""

    charter: Annotated[Many[Signoff], FORM_TITLES["charter"]] = ()
    tasks: Annotated[Many[Signoff], FORM_TITLES["tasks"]] = ()
    goals: Annotated[Many[Signoff], FORM_TITLES["goals"]] = ()
    resolution: Annotated[Many[Signoff], FORM_TITLES["resolution"]] = ()
    change: Annotated[Many[Signoff], FORM_TITLES["change"]] = ()
    minutes: Annotated[Many[Signoff], FORM_TITLES["minutes"]] = ()
    acceptance: Annotated[Many[Signoff], FORM_TITLES["acceptance"]] = ()
    closeout: Annotated[Many[Signoff], FORM_TITLES["closeout"]] = ()
