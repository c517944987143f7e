"""The forms of the method, in their order."""

from __future__ import annotations

from collabkit.forms import charter, closeout, daily, goals, resolution, tasks, weekly
from collabkit.forms.form import Choice, Form, Item

__all__ = ["FORMS", "Choice", "Form", "Item", "find"]

FORMS: tuple[Form, ...] = (
    charter.FORM,
    tasks.FORM,
    goals.FORM,
    weekly.FORM,
    resolution.FORM,
    closeout.FORM,
    daily.FORM,
)


def find(key: str) -> Form | None:
    """Return the form with this key."""
    return next((form for form in FORMS if form.key == key), None)
