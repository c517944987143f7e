"""Every form, in the order of the method, and what one document of it is about; each is a file of this folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from collabkit.forms.scope import NAMINGS, Scope

if TYPE_CHECKING:
    from collabkit.forms.form import Form

SCOPES: dict[str, Scope] = {
    "charter": Scope.PROJECT,
    "tasks": Scope.PROJECT,
    "goals": Scope.PROJECT,
    "weekly": Scope.WEEK,
    "resolution": Scope.ISSUE,
    "closeout": Scope.PROJECT,
    "daily": Scope.DAY,
}
"""The scope of every form by its key, which is also the name of its file."""


@cache
def form(key: str) -> Form:
    """Return the form called `key`."""
    found: Form = import_module(f"collabkit.forms.{key}").FORM
    return found


def forms() -> tuple[Form, ...]:
    """Return every form."""
    return tuple(form(key) for key in SCOPES)


def find(key: str) -> Form | None:
    """Return the form called `key`; None when there is none."""
    return form(key) if key in SCOPES else None


def asked_for() -> Mapping[Scope, Sequence[str]]:
    """Return the scopes of which one document of a form can be asked for, each with the keys of its forms."""
    found = {scope: [key for key, its in SCOPES.items() if its is scope] for scope in NAMINGS}
    return {scope: keys for scope, keys in found.items() if keys}
