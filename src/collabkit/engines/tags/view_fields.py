"""Which names a view offers to a template, read from its dataclass."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from collabkit.styled import Styled

ViewFields = frozenset[str]
"""All dotted names of a view, groups too: `project`, `project.name`, `tasks`, `tasks[]`, `tasks[].name`."""


@cache
def view_fields(view: type) -> ViewFields:
    """Return the names that instances of `view` offer; TypeError when it is no dataclass or has no end."""
    if not is_dataclass(view):
        raise TypeError(f"{view!r} is not a dataclass")
    return frozenset(name.removeprefix(".") for name in _below(view, "", ()))


def _below(view: type, prefix: str, inside: tuple[type, ...]) -> Iterator[str]:
    if view in inside:
        raise TypeError(f"{view.__name__} contains itself")
    hints = get_type_hints(view)
    for field in fields(view):
        name = f"{prefix}.{field.name}"
        yield name
        yield from _of_type(hints[field.name], name, (*inside, view))


def _of_type(hint: Any, name: str, inside: tuple[type, ...]) -> Iterator[str]:
    if isinstance(hint, type) and is_dataclass(hint):
        # A Styled is a leaf: a template prints it, it does not look into it.
        yield from () if hint is Styled else _below(hint, name, inside)
        return
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        for part in args:
            yield from _of_type(part, name, inside)
    elif isinstance(origin, type) and issubclass(origin, Mapping):
        raise TypeError(f"{name.removeprefix('.')}: a view names its fields, a mapping does not")
    elif origin in (list, tuple) or getattr(origin, "__name__", "") == "Sequence":
        yield f"{name}[]"
        yield from _of_type(args[0], f"{name}[]", inside)


def names_of(view: object) -> dict[str, Any]:
    """Return the fields of a dataclass instance, or what a mapping has, by name."""
    if isinstance(view, Mapping):
        return dict(view)
    if is_dataclass(view):
        return {field.name: getattr(view, field.name) for field in fields(view)}
    raise TypeError(f"a view is a dataclass or a mapping, not {type(view).__name__}")
