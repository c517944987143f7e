"""Every mapping of a project with its path, and what is wrong in each: numbers out of range, needed fields missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from collabkit.model.fields import Field, fields_of
from collabkit.model.ranges import Range
from collabkit.problem import Path


def mappings(value: Any, path: Path = ()) -> Iterator[tuple[Path, BaseModel]]:
    """Yield path and model of every mapping under `value`, the outer ones first."""
    if isinstance(value, BaseModel):
        yield path, value
        for field in _holders(type(value)):
            yield from mappings(getattr(value, field.name), (*path, field.key))
    elif isinstance(value, Mapping):
        for key, entry in value.items():
            yield from mappings(entry, (*path, key))
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from mappings(entry, (*path, index))


def outside(value: Any) -> Iterator[tuple[Path, float, Range]]:
    """Yield path, number and range of every number under `value` that is not usual, or not even possible."""
    for path, entry in mappings(value):
        for name, key, allowed in _ranges(type(entry)):
            number = getattr(entry, name)
            if number is not None and not (allowed.is_possible(number) and allowed.is_usual(number)):
                yield (*path, key), number, allowed


def needed_but_missing(value: Any) -> Iterator[Path]:
    """Yield the paths of needed fields that nothing is written for, anywhere under `value`."""
    for path, entry in mappings(value):
        for name, key in _needed(type(entry)):
            if getattr(entry, name) is None:
                yield (*path, key)


@cache
def _holders(model: type[BaseModel]) -> tuple[Field, ...]:
    """Return the fields that hold further mappings."""
    return tuple(field for field in fields_of(model).values() if field.one.model)


@cache
def _ranges(model: type[BaseModel]) -> tuple[tuple[str, str, Range], ...]:
    return tuple((field.name, field.key, field.range) for field in fields_of(model).values() if field.range)


@cache
def _needed(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    return tuple((field.name, field.key) for field in fields_of(model).values() if field.needed)
