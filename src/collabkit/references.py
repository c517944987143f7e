"""Which values of the project file are ids of something else in it, and which of these ids do not exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from collabkit.model.base import Ref
from collabkit.model.project import Project
from collabkit.problem import On, Path


@dataclass(frozen=True, slots=True)
class Reference:
    """An id standing at `path` that must be an entry of one of `ref.sections`."""

    path: Path
    id: str
    ref: Ref
    on: On = "value"


@dataclass(frozen=True, slots=True)
class _Link:
    """A field that holds references (`ref`, `keys`) or models that do (`inner`)."""

    attribute: str
    key: str
    ref: Ref | None
    keys: Ref | None
    inner: bool


def references(project: Project) -> Iterator[Reference]:
    """Yield every reference in the order of the model's fields."""
    yield from _of(project, ())


def known(project: Project) -> Mapping[str, Mapping[str, object]]:
    """Return the entries of every section that can be referred to, by id."""
    return {
        "people": project.people,
        "departments": project.departments,
        "goals": project.goals,
        "subgoals": project.subgoals,
        "scope.in": project.scope.in_,
        "milestones": project.milestones,
        "tasks": project.tasks,
        "risks": project.risks,
        "issues": project.issues,
        "changes": project.changes,
    }


def unknown(project: Project) -> tuple[Reference, ...]:
    """Return the references whose id does not exist, those to somebody who may be outside the project too."""
    entries = known(project)
    return tuple(
        reference
        for reference in references(project)
        if reference.id
        and reference.id not in reference.ref.also
        and not any(reference.id in entries[section] for section in reference.ref.sections)
    )


def _of(model: BaseModel, path: Path) -> Iterator[Reference]:
    for link in _links(type(model)):
        value = getattr(model, link.attribute)
        if not value:
            continue
        here = (*path, link.key)
        if link.keys is not None:
            for key in value:
                yield Reference((*here, key), key, link.keys, "key")
        if link.ref is not None:
            yield from _ids(value, here, link.ref)
        elif link.inner:
            yield from _inner(value, here)


def _ids(value: Any, path: Path, ref: Ref) -> Iterator[Reference]:
    if isinstance(value, str):
        yield Reference(path, value, ref)
    else:
        for index, item in enumerate(value):
            yield Reference((*path, index), item, ref)


def _inner(value: Any, path: Path) -> Iterator[Reference]:
    if isinstance(value, BaseModel):
        yield from _of(value, path)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if isinstance(item, BaseModel):
                yield from _of(item, (*path, key))
    else:
        for index, item in enumerate(value):
            if isinstance(item, BaseModel):
                yield from _of(item, (*path, index))


@cache
def _links(model: type[BaseModel]) -> tuple[_Link, ...]:
    found = []
    for name, field in model.model_fields.items():
        keys = next((mark for mark in field.metadata if isinstance(mark, Ref)), None)
        ref, inner = _look(field.annotation)
        if keys is not None and not _is_table(field.annotation):
            ref, keys = keys, None
        if ref or keys or inner:
            found.append(_Link(name, field.alias or name, ref, keys, inner))
    return tuple(found)


def _look(kind: Any) -> tuple[Ref | None, bool]:
    """Return the reference mark inside a type, and whether the type holds models."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return None, True
    if get_origin(kind) is Annotated:
        ref = next((mark for mark in kind.__metadata__ if isinstance(mark, Ref)), None)
        return (ref, False) if ref else _look(kind.__origin__)
    found = [_look(part) for part in get_args(kind) if part not in (NoneType, Ellipsis)]
    if get_origin(kind) in (Union, UnionType, tuple, dict) and found:
        return next((ref for ref, _ in found if ref), None), any(inner for _, inner in found)
    return None, False


def _is_table(kind: Any) -> bool:
    return get_origin(kind) is dict
