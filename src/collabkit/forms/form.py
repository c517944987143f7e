"""What a form is: its names, the view that it shows and how that is built from a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from collabkit.lang import Lang, Text
from collabkit.phrases import FORM_TITLES
from collabkit.plan import Plan

Suffix = Literal["docx", "xlsx", "txt"]


@dataclass(frozen=True, slots=True)
class Item:
    """What one document of a form is about: an ISO week, the id of an issue, or '' for the whole project.

    `reconstructed` says that it tells of a past week by what the file says today.
    """

    name: str = ""
    reconstructed: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user asked for of the forms that have several documents; None leaves it to the form."""

    week: str | None = None
    issue: str | None = None
    reconstruct: bool = False
    """Whether the report of a past week may be computed from what the file says today."""


def whole_project(plan: Plan, choice: Choice) -> Iterable[Item]:
    """Return the one document of a form about the whole project."""
    return (Item(),)


def always(plan: Plan) -> bool:
    """Return True: what every project file must hold is enough for the form."""
    return True


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the method.

    `view` is the dataclass that `build` returns and the template is held against; `items` yields the documents to
    write and raises UsageError for a choice that does not exist; `has_data` says whether the form is rendered when
    nobody asks for it; a form that is not `versioned` belongs to its week or day, not to a version of the document;
    `ids` names the lists of a workbook that can come back, each with the field that identifies a row.
    """

    key: str
    number: str
    purpose: Text
    suffix: Suffix
    view: type
    build: Callable[[Plan, Lang, Item], Any]
    items: Callable[[Plan, Choice], Iterable[Item]] = whole_project
    has_data: Callable[[Plan], bool] = always
    versioned: bool = True
    ids: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> Text:
        """Return what the form is called."""
        return FORM_TITLES[self.key]
