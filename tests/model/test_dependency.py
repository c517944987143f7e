"""Predecessors as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.model.dependency import Dependency, Link, parse


@pytest.mark.parametrize(
    ("text", "dependency"),
    [
        ("T02", Dependency("T02")),
        ("T02+2", Dependency("T02", Link.FS, 2)),
        ("T02-2", Dependency("T02", Link.FS, -2)),
        ("T02 SS", Dependency("T02", Link.SS)),
        ("T02 FF+1", Dependency("T02", Link.FF, 1)),
        ("T02 SF-3", Dependency("T02", Link.SF, -3)),
        ("T02 fs + 2 d", Dependency("T02", Link.FS, 2)),
        ("需求评审 SS+2 个工作日", Dependency("需求评审", Link.SS, 2)),
        ("Kick off +1", Dependency("Kick off", Link.FS, 1)),
        ("  T02  ", Dependency("T02")),
    ],
)
def test_the_notation_of_planning_tools_is_understood(text: str, dependency: Dependency) -> None:
    assert parse(text) == dependency


@pytest.mark.parametrize("name", ["A-1", "Phase+2", "Build SS", "T 3 FF-1"])
def test_a_known_id_is_that_id_whatever_it_looks_like(name: str) -> None:
    assert parse(name, {name}) == Dependency(name)
    assert parse(f"{name} SS+2", {name}) == Dependency(name, Link.SS, 2)


IDS = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=20).filter(
    lambda name: not name.endswith(("d", "天", "日"))
)


@given(IDS, st.sampled_from(Link), st.integers(-9999, 9999))
def test_what_is_written_reads_back(task: str, link: Link, lag: int) -> None:
    dependency = Dependency(task, link, lag)
    assert parse(str(dependency)) == dependency


@given(st.text(max_size=120))
def test_any_text_is_some_dependency(text: str) -> None:
    assert isinstance(parse(text), Dependency)


@pytest.mark.parametrize("text", ["T" + " " * 100_000 + "x", "T" + "+1" * 50_000, "S" * 100_000])
def test_a_text_longer_than_any_id_is_taken_as_it_is(text: str) -> None:
    # Matching it would take a time that grows with the square of its length.
    assert parse(text) == Dependency(text)
