"""What the models say of every field of the project file; nothing else looks into them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from collabkit.lang import Text
from collabkit.model.marks import Needed, Ref
from collabkit.model.ranges import Range

Mark = TypeVar("Mark")


@dataclass(frozen=True, slots=True)
class Value:
    """What may stand at a place: `type` is a plain type, an enumeration or a model; tuple is a list, dict a table."""

    type: Any
    key: str = ""
    """The key of the file; an entry of a list or table has none."""
    text: Text | None = None
    """What it means."""
    entry: Value | None = None
    """What an entry of the list or table is."""
    optional: bool = False
    """Whether it may be left empty."""
    required: bool = False
    """Whether its mapping cannot be read without it."""
    needed: bool = False
    """Whether its mapping says nothing without it."""
    ref: Ref | None = None
    """What it is the id of."""
    least: float | None = None
    most: float | None = None
    """Within which limits a number is read at all."""
    constants: tuple[str, ...] = ()
    """The only texts that are read, where the type is a Literal."""
    words: tuple[str, ...] = field(init=False)
    """The words of an enumeration."""
    model: type[BaseModel] | None = field(init=False)
    """The model of a mapping."""

    def __post_init__(self) -> None:
        """Derive what follows from the type."""
        kind = self.type if isinstance(self.type, type) else object
        words = tuple(str(member.value) for member in kind) if issubclass(kind, Enum) else ()
        object.__setattr__(self, "words", words)
        object.__setattr__(self, "model", kind if issubclass(kind, BaseModel) else None)

    @property
    def label(self) -> Text | None:
        """Return what forms call it: the first phrase of its meaning."""
        return Text(_phrase(self.text.zh), _phrase(self.text.en)) if self.text else None

    @property
    def is_list(self) -> bool:
        """Return whether entries one after the other are expected."""
        return self.type is tuple

    @property
    def is_table(self) -> bool:
        """Return whether entries keyed by id are expected."""
        return self.type is dict

    @property
    def one(self) -> Value:
        """Return what one value is: the entry of a list or table, else the whole."""
        return self.entry or self


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Value):
    """What may stand behind a key of a model, which has the attribute `name` for it."""

    name: str
    own: bool = True
    """Whether the model declares it itself and shares it with no other."""
    range: Range | None = None
    key_ref: Ref | None = None
    """What the keys of a table are the ids of."""


def _phrase(text: str) -> str:
    for end in "（；，、：;,(:":
        text = text.split(end, 1)[0]
    return text.strip()


@cache
def fields_of(model: type[BaseModel]) -> Mapping[str, Field]:
    """Return the fields of a model by their keys in the file, in the order of the forms."""
    own = model.__annotations__
    fields = (_field(name, info, own=name in own) for name, info in model.model_fields.items())
    return {each.key: each for each in fields}


def field_label(model: type[BaseModel], key: str) -> Text:
    """Return what forms call the field `key` of a model; ValueError for one without a meaning."""
    found = fields_of(model)[key].label
    if found is None:
        raise ValueError(f"{key} of {model.__name__} has no meaning to call it by")
    return found


@cache
def models_under(model: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """Return a model and every other one that its mappings can hold."""
    found: dict[type[BaseModel], None] = {}
    waiting = [model]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found[each] = None
            waiting += [inner for field in fields_of(each).values() if (inner := field.one.model)]
    return tuple(found)


def _field(name: str, info: FieldInfo, *, own: bool) -> Field:
    said = _said(info.annotation, info.metadata)
    ref = said.pop("ref") if said["type"] is dict else None
    return Field(
        **said,
        name=name,
        key=info.alias or name,
        text=_first(info.metadata, Text),
        own=own,
        required=info.is_required(),
        needed=_first(info.metadata, Needed) is not None,
        range=_first(info.metadata, Range),
        key_ref=ref,
    )


def _said(annotation: Any, beside: Iterable[Any] = ()) -> dict[str, Any]:
    """Return what an annotation and the marks `beside` it say of a value, as the arguments of `Value`."""
    marks, optional = list(beside), False
    while (origin := get_origin(annotation)) in (Annotated, Union, UnionType):
        parts = get_args(annotation)
        if origin is Annotated:
            marks += parts[1:]
        else:
            optional = optional or NoneType in parts
        annotation = next(part for part in parts if part is not NoneType)
    arguments = get_args(annotation)
    inner = {tuple: 0, dict: 1}.get(origin)
    limits = tuple(_unpacked(marks))
    return {
        "type": annotation if inner is None else origin,
        "entry": None if inner is None else Value(**_said(arguments[inner])),
        "optional": optional,
        "ref": _first(marks, Ref),
        "least": next((part.ge for part in limits if getattr(part, "ge", None) is not None), None),
        "most": next((part.le for part in limits if getattr(part, "le", None) is not None), None),
        "constants": tuple(map(str, arguments)) if origin is Literal else (),
    }


def _unpacked(marks: Iterable[Any]) -> Iterator[Any]:
    """Yield marks and, of pydantic's own, what they are made of."""
    for mark in marks:
        yield mark
        yield from getattr(mark, "metadata", ())


def _first(marks: Iterable[Any], kind: type[Mark]) -> Mark | None:
    return next((mark for mark in marks if isinstance(mark, kind)), None)
