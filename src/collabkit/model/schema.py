"""The format as JSON Schema (draft 7), so that editors complete and validate the project file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import NoneType
from typing import Any, get_args

from pydantic import BaseModel

from collabkit.lang import Lang, Text
from collabkit.model.base import Needed
from collabkit.model.project import Project

_TITLE = Text("collabkit 项目文件，格式 1", "collabkit project file, format 1")
_NULL = {"type": "null"}


def json_schema(lang: Lang) -> dict[str, Any]:
    """Return the JSON Schema (draft 7) of the project file, with descriptions in `lang`."""
    schema = Project.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs")
    models = {model.__name__: model for model in _models()}
    for name, definition in definitions.items():
        definition.pop("description", None)
        if name in models:
            _describe(definition, models[name], lang)
    _describe(schema, Project, lang)
    body = _without_titles({**schema, "definitions": dict(sorted(definitions.items()))})
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": _TITLE.to(lang)}
    return head | {key: value for key, value in body.items() if key != "description"}


def _describe(definition: dict[str, Any], model: type[BaseModel], lang: Lang) -> None:
    required = set(definition.get("required", ()))
    for name, field in model.model_fields.items():
        key = field.alias or name
        text = next((mark for mark in field.metadata if isinstance(mark, Text)), None)
        if any(isinstance(mark, Needed) for mark in field.metadata):
            required.add(key)
        shape = definition["properties"][key]
        if not field.is_required():
            shape = definition["properties"][key] = _or_null(shape)
        if text is not None:
            shape["description"] = text.to(lang)
    if required:
        definition["required"] = [key for key in definition["properties"] if key in required]


def _or_null(shape: dict[str, Any]) -> dict[str, Any]:
    """Return `shape` widened to an empty value, which means the default everywhere."""
    shape.pop("default", None)
    if "anyOf" in shape:
        return shape if _NULL in shape["anyOf"] else {**shape, "anyOf": [*shape["anyOf"], _NULL]}
    return {"anyOf": [shape, dict(_NULL)]}


def _without_titles(value: Any, *, names: bool = False) -> Any:
    """Return `value` without the titles made up from field names; `names`: its keys are names, not keywords."""
    if isinstance(value, list):
        return [_without_titles(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _without_titles(item, names=not names and key in ("properties", "definitions", "patternProperties"))
        for key, item in value.items()
        if names or key != "title"
    }


@cache
def _models() -> tuple[type[BaseModel], ...]:
    """Return every model of the file."""
    found: dict[type[BaseModel], None] = {}
    waiting: list[type[BaseModel]] = [Project]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found[model] = None
            waiting += [inner for field in model.model_fields.values() for inner in _inner(field.annotation)]
    return tuple(found)


def _inner(kind: Any) -> Iterator[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
        return
    for part in get_args(kind):
        if part not in (NoneType, Ellipsis):
            yield from _inner(part)
