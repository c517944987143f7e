"""Templates and views fit together: no template names a field that is not there, and none forgets one."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from collabkit import templates
from collabkit.engines import excel, text, word
from collabkit.engines.tags.view_fields import view_fields
from collabkit.forms.form import Form
from collabkit.forms.registry import find, forms
from collabkit.lang import Lang

ENGINES: dict[str, Any] = {"docx": word, "xlsx": excel, "txt": text}
HEADS = ("form", "project", "document")
"""What every view has and no template needs in full."""
OFFERED = {
    "charter": {
        "approval.department", "approval.role", "constraints[].id", "exit_criteria[].id", "goals[].owner",
        "goals[].source", "risks[].description", "risks[].due", "scope.inside[].id", "scope.outside[].id",
        "success_criteria[].id",
    },
    "goals": {"agreements[].id"},
    "weekly": {
        "budget[].day", "dimensions.cost.shown", "dimensions.quality.shown", "dimensions.resources.shown",
        "dimensions.risk.shown", "dimensions.schedule.shown", "goals[].metric", "milestones[].department",
        "risks[].level", "status.light.shown", "week.name",
    },
    "closeout": {
        "goals[].department", "goals[].owner", "milestones[].forecast", "milestones[].light", "milestones[].reason",
        "subgoals[].evidence",
    },
    "daily": {"day.iso"},
}  # fmt: skip
"""Fields that a company may put into its own templates and the bundled ones leave out."""

each_template = pytest.mark.parametrize(
    ("form", "lang"), [(form, lang) for form in forms() for lang in Lang], ids=lambda each: getattr(each, "key", each)
)


@cache
def _fields(key: str, lang: Lang) -> frozenset[str]:
    form = find(key)
    assert form is not None
    found: frozenset[str] = ENGINES[form.suffix].load(templates.find(key, f".{form.suffix}", lang)).fields()
    return found


def _leaves(form: Form) -> set[str]:
    """Return the fields of a form's view that hold a value and no further fields."""
    shape = view_fields(form.view)
    groups = {name for name in shape if any(other.startswith((f"{name}.", f"{name}[]")) for other in shape)}
    return {name for name in shape - groups if not name.endswith("[]") and name.split(".")[0] not in HEADS}


@each_template
def test_a_template_names_only_fields_that_its_view_offers(form: Form, lang: Lang) -> None:
    assert _fields(form.key, lang) <= view_fields(form.view)


@each_template
def test_a_template_shows_every_field_of_its_view(form: Form, lang: Lang) -> None:
    assert _leaves(form) - _fields(form.key, lang) <= OFFERED.get(form.key, set())


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.key)
def test_both_languages_show_the_same_fields(form: Form) -> None:
    assert _fields(form.key, Lang.ZH) == _fields(form.key, Lang.EN)


@pytest.mark.parametrize("form", [form for form in forms() if form.suffix != "txt"], ids=lambda form: form.key)
def test_every_office_form_says_whose_it_is(form: Form) -> None:
    for lang in Lang:
        used = _fields(form.key, lang)
        assert {"project.name", "project.code", "document.version"} <= used


def test_forms_have_their_own_keys_numbers_and_titles() -> None:
    for names in zip(*((form.key, form.number, form.title.zh) for form in forms()), strict=True):
        assert len(set(names)) == len(forms())
    assert [form.key for form in forms()] == ["charter", "tasks", "goals", "weekly", "resolution", "closeout", "daily"]
    assert all(form.view is not None and form.purpose.zh and form.purpose.en for form in forms())
