"""Every entry of a list has an identity, wherever in the list it stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.model import Project
from collabkit.model.base import Model
from collabkit.model.fields import fields_of, models_under
from collabkit.model.identity import Identity, identities, identity
from collabkit.model.meeting import Meeting
from collabkit.model.walk import mappings
from collabkit.source.source import Source
from collabkit.source.validate import validate
from tests.projects import plan_of

EXAMPLES = Path(__file__).parents[2] / "examples"


def listed() -> Iterator[type[Model]]:
    """Yield every model that is the entry of a list somewhere in the project file."""
    for model in models_under(Project):
        for field in fields_of(model).values():
            inner = field.one.model
            if field.is_list and inner is not None:
                assert issubclass(inner, Model)
                yield inner


LISTED = sorted(set(listed()), key=lambda model: model.__name__)


def values(kind: Any) -> st.SearchStrategy[Any]:
    if kind is date:
        return st.dates(date(2026, 1, 1), date(2026, 1, 5))
    return st.sampled_from(list(kind) if issubclass(kind, Enum) else ["a", "b", "a b", "甲", ""])


def entries(model: type[Model]) -> st.SearchStrategy[Model]:
    """Return entries that have only what identifies them, now and then the same, and something beside it."""
    keys = {field.name: field.key for field in fields_of(model).values()}
    names = (*model.natural_key, *(["id"] if "id" in keys else []))
    written = {keys[name]: st.none() | values(fields_of(model)[keys[name]].type) for name in names}
    return st.fixed_dictionaries(written).map(model.model_validate)


@pytest.mark.parametrize("model", LISTED)
def test_every_entry_of_a_list_declares_what_identifies_it(model: type[Model]) -> None:
    names = {field.name: field for field in fields_of(model).values()}
    assert model.natural_key and set(model.natural_key) <= set(names)
    assert all(names[name].entry is None and names[name].model is None for name in model.natural_key)


@pytest.mark.parametrize("model", LISTED)
@given(data=st.data())
def test_a_list_in_another_order_has_the_same_identities(model: type[Model], data: st.DataObject) -> None:
    first = data.draw(st.lists(entries(model), unique_by=identity, max_size=6))
    second = data.draw(st.permutations(first))
    assert dict(zip(identities(first), first, strict=True)) == dict(zip(identities(second), second, strict=True))


@pytest.mark.parametrize("model", LISTED)
@given(data=st.data())
def test_entries_that_share_their_key_are_told_apart_and_keep_their_identity_when_others_follow(
    model: type[Model], data: st.DataObject
) -> None:
    some = data.draw(st.lists(entries(model), min_size=1, max_size=6))
    found = list(identities([*some, *some]))
    assert len(set(found)) == len(found)
    assert found[: len(some)] == list(identities(some))
    assert set(found) == set(identities(reversed([*some, *some])))


def meeting(**written: Any) -> Meeting:
    return Meeting.model_validate({"kind": "weekly", "date": "2026-03-06", **written})


def test_an_id_identifies_and_without_one_the_natural_key_does() -> None:
    assert identity(meeting(id="K1")) == identity(meeting(id="K1", date="2026-03-13")) == Identity(("K1",))
    assert identity(meeting()) == identity(meeting(id="")) == Identity(("weekly", "2026-03-06"))


def test_what_stands_beside_the_key_changes_no_identity() -> None:
    assert identity(meeting(place="Room 3", actions=[{"action": "a"}])) == identity(meeting())


def test_values_that_are_missing_keep_their_place() -> None:
    only_kind, only_date = Meeting.model_validate({"kind": "weekly"}), Meeting.model_validate({"date": "2026-03-06"})
    assert identity(only_kind) == Identity(("weekly", "")) != identity(only_date) == Identity(("", "2026-03-06"))


def test_how_a_text_is_broken_into_lines_changes_no_identity() -> None:
    folded, broken = (
        plan_of(f"lessons:\n  - description: {text}\n").project.lessons for text in ("a b", "|\n      a\n      b")
    )
    assert list(identities(folded)) == list(identities(broken)) == [Identity(("a b",))]


def test_an_identity_reads_as_one_line() -> None:
    assert [str(each) for each in identities([meeting(), meeting(), meeting(id="K1")])] == [
        "weekly 2026-03-06",
        "weekly 2026-03-06 #2",
        "K1",
    ]


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/project.yaml")), ids=lambda path: path.parent.name)
def test_the_natural_keys_suffice_for_the_examples(path: Path) -> None:
    project = validate(Source.from_text(path.read_text(encoding="utf-8"))).project
    assert project is not None
    for place, entry in mappings(project):
        for field in fields_of(type(entry)).values():
            found = list(identities(getattr(entry, field.name))) if field.is_list and field.one.model else []
            assert [each for each in found if each.ordinal > 1 or not any(each.values)] == [], (place, field.key)
