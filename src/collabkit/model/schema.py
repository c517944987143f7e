"""The format as JSON Schema (draft 7), so that editors complete and validate the project file."""

from __future__ import annotations

import json
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
# Limits behind a validator of our own reach the schema under pydantic's names.
_KEYWORDS = {"ge": "minimum", "le": "maximum"}


def json_schema(lang: Lang) -> dict[str, Any]:
    """Return the JSON Schema (draft 7) of the project file, with descriptions in `lang`."""
    schema = Project.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs")
    models = {model.__name__: model for model in _models()}
    for name, definition in definitions.items():
        definition.pop("description", None)
        if name in models:
            _describe(definition, models[name], definitions, lang)
    _describe(schema, Project, definitions, lang)
    used = {name: shape for name, shape in sorted(definitions.items()) if "enum" not in shape}
    body = _without_titles({**schema, "definitions": used})
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": _TITLE.to(lang)}
    return head | {key: value for key, value in body.items() if key != "description"}


@cache
def compact_schema(lang: Lang) -> str:
    """Return the schema as a file to lie beside projects: half as long as one that is made to be read."""
    return json.dumps(json_schema(lang), ensure_ascii=False, separators=(",", ":")) + "\n"


def _describe(definition: dict[str, Any], model: type[BaseModel], definitions: dict[str, Any], lang: Lang) -> None:
    required = set(definition.get("required", ()))
    for name, field in model.model_fields.items():
        key = field.alias or name
        text = next((mark for mark in field.metadata if isinstance(mark, Text)), None)
        if any(isinstance(mark, Needed) for mark in field.metadata):
            required.add(key)
        shape = _field(definition["properties"][key], definitions, may_be_empty=not field.is_required())
        definition["properties"][key] = shape
        if text is not None:
            shape["description"] = text.to(lang)
    if required:
        definition["required"] = [key for key in definition["properties"] if key in required]


def _field(shape: dict[str, Any], definitions: dict[str, Any], *, may_be_empty: bool) -> dict[str, Any]:
    """Return the shape of a field; an empty value means the default of every field that is not required.

    Without `anyOf`, so that a validator can say which value is wrong and not only that none of the shapes fits.
    """
    shape = {_KEYWORDS.get(key, key): value for key, value in shape.items() if key != "default"}
    if "anyOf" in shape:
        options = shape.pop("anyOf")
        shape |= next({_KEYWORDS.get(key, key): value for key, value in option.items()} for option in options)
    if "patternProperties" in shape:
        shape["additionalProperties"] = False
    if "items" in shape and "$ref" in shape["items"]:
        shape["items"] = _item(shape["items"], definitions)
    if "$ref" in shape:
        return _referred(shape.pop("$ref"), definitions, may_be_empty=may_be_empty)
    return _or_null(shape) if may_be_empty else shape


def _item(shape: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the shape of a list's items, the words of an enumeration in place."""
    definition = definitions[shape["$ref"].rpartition("/")[2]]
    return {key: definition[key] for key in ("enum", "type")} if "enum" in definition else shape


def _referred(ref: str, definitions: dict[str, Any], *, may_be_empty: bool) -> dict[str, Any]:
    """Return a reference to a model, or the words of an enumeration themselves."""
    definition = definitions[ref.rpartition("/")[2]]
    if "enum" in definition:
        words = _item({"$ref": ref}, definitions)
        return _or_null(words) if may_be_empty else words
    if may_be_empty:
        definition |= _or_null(definition)
    # Whatever stands beside a $ref is ignored in draft 7, so the description needs the allOf.
    return {"allOf": [{"$ref": ref}]}


def _or_null(shape: dict[str, Any]) -> dict[str, Any]:
    kinds = shape.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    wider = {**shape, "type": list(dict.fromkeys([*kinds, "null"]))}
    if "enum" in shape and None not in shape["enum"]:
        wider["enum"] = [*shape["enum"], None]
    return wider


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
