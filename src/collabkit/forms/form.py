"""What a form is: its names, the view that it shows and how that is built from a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from collabkit.forms.registry import SCOPES
from collabkit.forms.scope import Scope
from collabkit.lang import Lang, Text
from collabkit.plan import Plan, signing
from collabkit.plan.signing import Signer

Suffix = Literal["docx", "xlsx", "txt"]


@dataclass(frozen=True, slots=True)
class Item:
    """What one document of a form is about, by the form's scope: a week, the id of an issue, '' for the project.

    `reconstructed` says that it tells of a past week by what the file says today.
    """

    name: str = ""
    reconstructed: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Which one of its documents somebody asked a form for; None leaves it to the form."""

    name: str | None = None
    reconstruct: bool = False
    """Whether the report of a past week may be computed from what the file says today."""


WHOLE = Item()
"""The one document about the whole project."""


def whole_project(plan: Plan, choice: Choice) -> Iterable[Item]:
    """Return the one document of a form about the whole project."""
    return (WHOLE,)


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
    title: Text
    purpose: Text
    suffix: Suffix
    view: type
    build: Callable[[Plan, Lang, Item], Any]
    items: Callable[[Plan, Choice], Iterable[Item]] = whole_project
    has_data: Callable[[Plan], bool] = always
    versioned: bool = True
    ids: Mapping[str, str] = field(default_factory=dict)

    @property
    def scope(self) -> Scope:
        """Return what one document of the form is about."""
        return SCOPES[self.key]

    def signers(self, plan: Plan, item: Item) -> Sequence[Signer]:
        """Return who signs the document about `item`, in the order of its signature block; nobody where none do."""
        return signing.signers(plan, self.key, item.name or None) if self.key in signing.FORMS else ()
