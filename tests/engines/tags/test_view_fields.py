"""Which names a view offers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from collabkit.engines.tags.view_fields import view_fields
from collabkit.styled import Styled


@dataclass(frozen=True)
class Row:
    name: str | Styled
    people: tuple[str, ...]


@dataclass(frozen=True)
class Base:
    title: str


@dataclass(frozen=True)
class View(Base):
    rows: list[Row]
    best: Row | None
    light: Styled


@dataclass(frozen=True)
class Endless:
    inner: tuple[Endless, ...]


@dataclass(frozen=True)
class Loose:
    values: Mapping[str, str]


def test_fields_groups_and_lists_are_named_also_inherited_and_optional_ones() -> None:
    assert view_fields(View) == {
        "title", "light",
        "rows", "rows[]", "rows[].name", "rows[].people", "rows[].people[]",
        "best", "best.name", "best.people", "best.people[]",
    }  # fmt: skip


@pytest.mark.parametrize("view", [Endless, Loose, str])
def test_what_has_no_finite_names_is_no_view(view: type) -> None:
    with pytest.raises(TypeError):
        view_fields(view)
