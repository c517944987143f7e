"""What the model says about each key of the project file: its order, its meaning, the words it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from collabkit.lang import Lang, Text
from collabkit.model import Project
from collabkit.model.base import Model


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a mapping: its meaning, the words it takes, and what stands below it."""

    text: Text | None
    words: tuple[str, ...] = ()
    model: type[Model] | None = None
    keyed: bool = False
    """Whether entries stand below it by id."""


def sections() -> Mapping[str, Key]:
    """Return the top-level keys of the project file, in their order."""
    return keys(Project)


@cache
def keys(model: type[Model]) -> Mapping[str, Key]:
    """Return the keys of a mapping that `model` describes, its own before those it shares with another noun."""
    fields = model.model_fields
    own = [name for name in fields if name in model.__annotations__]
    return {
        fields[name].alias or name: _key(fields[name]) for name in (*own, *(name for name in fields if name not in own))
    }


def _key(field: FieldInfo) -> Key:
    text = next((mark for mark in field.metadata if isinstance(mark, Text)), None)
    kind = field.annotation
    classes = tuple(_classes(kind))
    words = next((tuple(found) for found in classes if issubclass(found, StrEnum)), ())
    model = next((found for found in classes if issubclass(found, Model)), None)
    return Key(text, words, model, keyed=_holds(kind, dict))


def _classes(kind: Any) -> Iterator[type]:
    if isinstance(kind, type) and issubclass(kind, Model | StrEnum):
        yield kind
    for part in get_args(kind):
        if part not in (NoneType, Ellipsis):
            yield from _classes(part)


def _holds(kind: Any, container: type) -> bool:
    return get_origin(kind) is container or any(_holds(part, container) for part in get_args(kind))


def meaning(name: str, key: Key, lang: Lang) -> str:
    """Return the short comment that teaches a key, '' when the key says it all."""
    text = key.text.to(lang) if key.text else ""
    if _plain(text) == _plain(name):
        text = ""
    # Words already explained in the text are not listed twice.
    words = "" if any(word in text for word in key.words) else " | ".join(key.words)
    colon = "：" if lang is Lang.ZH else ": "
    return f"{text}{colon}{words}" if text and words else text or words


def _plain(text: str) -> str:
    return text.casefold().removeprefix("the ").replace("_", " ").strip()
