"""Which values of the project file are ids of something else in it, and which of these ids do not exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from collabkit.model.fields import Field, fields_of
from collabkit.model.marks import Ref
from collabkit.model.project import Project
from collabkit.problem import On, Path


class Reference(NamedTuple):
    """An id standing at `path` that must be an entry of one of `ref.sections`."""

    path: Path
    id: str
    ref: Ref
    on: On = "value"


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
    return tuple(reference for reference in references(project) if reference.id and not _leads(reference, entries))


def _leads(reference: Reference, entries: Mapping[str, Mapping[str, object]]) -> bool:
    for section in reference.ref.sections:
        if reference.id in entries[section]:
            return True
    return reference.id in reference.ref.also


def _of(model: BaseModel, path: Path) -> Iterator[Reference]:
    for field in _links(type(model)):
        value = getattr(model, field.name)
        if not value:
            continue
        here = (*path, field.key)
        if field.key_ref is not None:
            for key in value:
                yield Reference((*here, key), key, field.key_ref, "key")
        if field.one.ref is not None:
            yield from _ids(value, here, field.one.ref)
        elif field.one.model is not None:
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
    else:
        for key, item in value.items() if isinstance(value, Mapping) else enumerate(value):
            yield from _of(item, (*path, key))


@cache
def _links(model: type[BaseModel]) -> tuple[Field, ...]:
    """Return the fields that hold references, or mappings that may."""
    return tuple(field for field in fields_of(model).values() if field.key_ref or field.one.ref or field.one.model)
