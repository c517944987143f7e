"""What the model expects at a path: its type, its label, the keys and words it knows."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from collabkit.lang import Text, same
from collabkit.model import Project
from collabkit.model.marks import Needed, Ref
from collabkit.problem import Path
from collabkit.source.wording import short, zh


@dataclass(frozen=True, slots=True)
class Shape:
    """The type that is expected, without Annotated and Optional, and the field and its key, if it belongs to one."""

    type: Any
    field: FieldInfo | None = None
    limits: tuple[Any, ...] = ()
    key: str = ""

    @property
    def model(self) -> type[BaseModel] | None:
        """Return the model that is expected, if it is one."""
        return self.type if isinstance(self.type, type) and issubclass(self.type, BaseModel) else None

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words an enumeration allows; none for other types."""
        if isinstance(self.type, type) and issubclass(self.type, Enum):
            return tuple(str(member.value) for member in self.type)
        return ()

    @property
    def is_table(self) -> bool:
        """Return whether entries keyed by id are expected."""
        return get_origin(self.type) is dict

    @property
    def label(self) -> Text | None:
        """Return what forms call the field."""
        return label_of(self.field) if self.field else None

    @property
    def limit(self) -> tuple[Any, Any]:
        """Return the least and the greatest number allowed; None where there is no limit."""
        marks = [*(self.field.metadata if self.field else ()), *self.limits]
        parts = [part for mark in marks for part in (mark, *getattr(mark, "metadata", ()))]
        low = next((part.ge for part in parts if getattr(part, "ge", None) is not None), None)
        high = next((part.le for part in parts if getattr(part, "le", None) is not None), None)
        return low, high


def shape_at(path: Path) -> Shape | None:
    """Return what is expected at `path`; None when the model knows nothing of it."""
    shape: Shape | None = Shape(Project)
    for key in path:
        if shape is None:
            return None
        shape = step(shape, key)
    return shape


def step(shape: Shape, key: str | int) -> Shape | None:
    """Return what is expected at `key` of a value of this shape; None when there is no such key."""
    model = shape.model
    if model is not None:
        return fields_of(model).get(key) if isinstance(key, str) else None
    origin, arguments = get_origin(shape.type), get_args(shape.type)
    if origin is dict and isinstance(key, str):
        return bare(arguments[1])
    if origin in (tuple, list) and isinstance(key, int):
        return bare(arguments[0])
    return None


@cache
def fields_of(model: type[BaseModel]) -> dict[str, Shape]:
    """Return what is expected for every key of `model`, in the order of the forms."""
    shapes = {}
    for name, field in model.model_fields.items():
        plain = bare(field.annotation)
        key = field.alias or name
        shapes[key] = Shape(plain.type, field, plain.limits, key)
    return shapes


def bare(annotation: Any) -> Shape:
    """Return the type without Annotated and Optional, with the marks met on the way."""
    marks: list[Any] = []
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation, *more = get_args(annotation)
            marks += more
        elif origin in (Union, types.UnionType):
            annotation = next(part for part in get_args(annotation) if part is not type(None))
        else:
            return Shape(annotation, None, tuple(marks))


def entries_of(table: Shape) -> Shape | None:
    """Return what the entries of a table are; None when `table` is none."""
    return bare(get_args(table.type)[1]) if table.is_table else None


def label_of(field: FieldInfo) -> Text | None:
    """Return what forms call `field`, shortened to its first phrase."""
    label = next((mark for mark in field.metadata if isinstance(mark, Text)), None)
    return Text(_phrase(label.zh), _phrase(label.en)) if label else None


def _phrase(text: str) -> str:
    for end in "（；，、：;,(:":
        text = text.split(end, 1)[0]
    return text.strip()


def known_keys(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys that `model` knows, in the order of the forms."""
    return tuple(fields_of(model))


def is_plain_text(shape: Shape) -> bool:
    """Return whether any text may stand here, not an id of something else."""
    marks = (*shape.limits, *(shape.field.metadata if shape.field else ()))
    return shape.type is str and not any(isinstance(mark, Ref) for mark in marks)


def is_needed(shape: Shape) -> bool:
    """Return whether an entry says nothing without this field, or cannot be read."""
    field = shape.field
    return field is not None and (field.is_required() or any(isinstance(mark, Needed) for mark in field.metadata))


@dataclass(frozen=True, slots=True)
class _Plan:
    """What to look at in the entries of one model: needed fields, and fields that hold further entries."""

    needed: tuple[tuple[str, str], ...]
    inner: tuple[tuple[str, str], ...]


@cache
def _plan(model: type[BaseModel]) -> _Plan:
    needed, inner = [], []
    for name, field in model.model_fields.items():
        key = field.alias or name
        if any(isinstance(mark, Needed) for mark in field.metadata):
            needed.append((name, key))
        if _holds_entries(bare(field.annotation)):
            inner.append((name, key))
    return _Plan(tuple(needed), tuple(inner))


def _holds_entries(shape: Shape) -> bool:
    if shape.model is not None:
        return True
    arguments = get_args(shape.type)
    return bool(arguments) and any(_holds_entries(bare(part)) for part in arguments if part is not Ellipsis)


def needed_but_missing(value: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the paths of needed fields that nothing is written for, anywhere under `value`."""
    if isinstance(value, BaseModel):
        plan = _plan(type(value))
        for name, key in plan.needed:
            if getattr(value, name) is None:
                yield (*path, key)
        for name, key in plan.inner:
            yield from needed_but_missing(getattr(value, name), (*path, key))
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from needed_but_missing(entry, (*path, key))
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from needed_but_missing(entry, (*path, index))


_NOUNS = {
    "tasks": Text("任务", "task"),
    "people": Text("成员", "person"),
    "departments": Text("部门", "department"),
    "goals": Text("目标", "goal"),
    "subgoals": Text("子目标", "sub-goal"),
    "milestones": Text("里程碑", "milestone"),
    "risks": Text("风险", "risk"),
    "issues": Text("问题", "issue"),
    "changes": Text("变更", "change"),
    "weeks": Text("周报", "week"),
}


def entry_name(path: Path) -> Text:
    """Return what people call the mapping at `path`: `任务 T03` / `task T03`, `item 2 of escalation`."""
    if not path:
        return Text("文件", "the file")
    section = str(path[0])
    noun = _NOUNS.get(section)
    if section == "project":
        name, rest = Text("项目", "the project"), path[1:]
    elif noun and len(path) > 1 and not isinstance(path[1], int):
        shown = short(str(path[1]))
        name, rest = Text(zh(noun.zh, shown), f"{noun.en} {shown}"), path[2:]
    else:
        name, rest = same(section), path[1:]
    for step in rest:
        if isinstance(step, int):
            name = Text(zh(name.zh, f"第 {step + 1} 项"), f"item {step + 1} of {name.en}")
        else:
            name = Text(zh(name.zh, "的", step), f"{step} of {name.en}")
    return name
