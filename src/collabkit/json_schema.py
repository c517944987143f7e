"""The format as JSON Schema (draft 7), so that editors complete and validate the project file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from collabkit.labels import LABELS
from collabkit.lang import Lang, Text
from collabkit.model.fields import fields_of, models_under
from collabkit.model.project import Project
from collabkit.model.ranges import Range

Shape = dict[str, Any]

_TITLE = Text("collabkit 项目文件，格式 1", "collabkit project file, format 1")
_LANGUAGES = {Lang.ZH: Text("中文", "Chinese"), Lang.EN: Text("英文", "English")}
_WORDS: Mapping[str, Mapping[str, Text]] = {
    **{kind.__name__: labels for kind, labels in LABELS.items()},
    "Lang": {lang.value: text for lang, text in _LANGUAGES.items()},
}
"""What the words of an enumeration mean, by its name."""
# Limits behind a validator of our own reach the schema under pydantic's names.
_KEYWORDS = {"ge": "minimum", "le": "maximum"}
# An editor offers whatever `type` names: true, false and null for a text, null for a day. What is accepted but not to
# be offered therefore stands behind a condition, where editors do not look for proposals.
_HIDDEN = ("boolean", "null")
_EMPTY: Shape = {"$ref": "#/definitions/empty"}


def json_schema(lang: Lang) -> Shape:
    """Return the JSON Schema (draft 7) of the project file, with descriptions in `lang`."""
    schema = Project.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs")
    models = {model.__name__: model for model in models_under(Project)}
    for name, definition in definitions.items():
        definition.pop("description", None)
        if name in models:
            _describe(definition, models[name], definitions, lang)
    _describe(schema, Project, definitions, lang)
    used = {name: shape for name, shape in sorted(definitions.items()) if "enum" not in shape}
    body = _without_titles({**schema, "definitions": {**used, **_values(), "empty": _nothing(lang)}})
    for name, title in _titles().items():
        body["definitions"][name] = {"title": title.to(lang), **body["definitions"][name]}
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": _TITLE.to(lang)}
    return head | {key: value for key, value in body.items() if key != "description"}


@cache
def compact_schema(lang: Lang) -> str:
    """Return the schema as a file to lie beside projects: half as long as one that is made to be read."""
    return json.dumps(json_schema(lang), ensure_ascii=False, separators=(",", ":")) + "\n"


# Fields


def _describe(definition: Shape, model: type[BaseModel], definitions: Shape, lang: Lang) -> None:
    required = set(definition.get("required", ()))
    for key, field in fields_of(model).items():
        if field.needed:
            required.add(key)
        allowed, text = field.range or Range(), field.text
        raw = {**definition["properties"][key], **_limits(allowed)}
        shape = _field(raw, definitions, lang, may_be_empty=key not in required)
        definition["properties"][key] = {"description": _meaning(text, allowed).to(lang), **shape} if text else shape
    if required:
        definition["required"] = [key for key in definition["properties"] if key in required]


def _limits(allowed: Range) -> Shape:
    """Return what a number can be as limits; a bare number above 1 for a share is in per cent."""
    factor = 100 if allowed.is_share else 1
    ends = {"minimum": allowed.least, "maximum": allowed.most}
    return {keyword: int(end * factor) for keyword, end in ends.items() if end is not None}


def _meaning(text: Text, allowed: Range) -> Text:
    """Return what a field means, with what its number usually is."""
    return text + Text("；", "; ") + allowed.usual if allowed.usual.en else text


def _field(shape: Shape, definitions: Shape, lang: Lang, *, may_be_empty: bool) -> Shape:
    """Return the shape of a field; an empty value means the default of every field that is not required."""
    shape = {_KEYWORDS.get(key, key): value for key, value in shape.items() if key != "default"}
    if "anyOf" in shape:
        first = shape.pop("anyOf")[0]
        shape |= {_KEYWORDS.get(key, key): value for key, value in first.items()}
    if "$ref" in shape:
        return _referred(shape["$ref"], definitions, lang, may_be_empty=may_be_empty)
    if "items" in shape:
        return _or_null({**shape, "items": _item(shape["items"], definitions, lang)}, may_be_empty)
    if "patternProperties" in shape:
        entries = {key: _item(entry, definitions, lang) for key, entry in shape["patternProperties"].items()}
        return _or_null({**shape, "patternProperties": entries, "additionalProperties": False}, may_be_empty)
    return _scalar(shape, may_be_empty)


def _item(shape: Shape, definitions: Shape, lang: Lang) -> Shape:
    """Return the shape of an item of a list or an entry by id."""
    if "$ref" in shape:
        words = _words(shape["$ref"], definitions, lang)
        return words or shape
    return _field(
        shape, definitions, lang, may_be_empty=any(option == {"type": "null"} for option in shape.get("anyOf", ()))
    )


def _referred(ref: str, definitions: Shape, lang: Lang, *, may_be_empty: bool) -> Shape:
    """Return a reference to a model, or the words of an enumeration themselves."""
    words = _words(ref, definitions, lang)
    if words:
        return {"anyOf": [words, _EMPTY]} if may_be_empty else words
    definition = definitions[_name(ref)]
    definition |= _or_null(definition, may_be_empty)
    # Whatever stands beside a $ref is ignored in draft 7, so the description needs the allOf; without a type of its own
    # an editor would insert the key without a colon.
    return {"type": definition["type"], "allOf": [{"$ref": ref}]}


def _words(ref: str, definitions: Shape, lang: Lang) -> Shape | None:
    """Return the words of an enumeration, each with its meaning; None when `ref` is none."""
    name = _name(ref)
    words = definitions[name].get("enum")
    if words is None:
        return None
    return {"type": "string", "enum": words, "enumDescriptions": [_WORDS[name][word].to(lang) for word in words]}


def _name(ref: str) -> str:
    return ref.rpartition("/")[2]


# Values


def _scalar(shape: Shape, may_be_empty: bool) -> Shape:
    """Return the shape of a single value, so that an editor offers true and false only where they are meant."""
    kinds = _kinds(shape) + ["null"] * may_be_empty
    shown = [kind for kind in kinds if kind not in _HIDDEN]
    if "const" in shape or shown == kinds:
        return shape
    if not shown:
        return {"anyOf": [{"type": "boolean"}, _EMPTY]} if may_be_empty else {"type": "boolean"}
    examples = {"examples": shape["examples"]} if "examples" in shape else {}
    limits = {key: value for key, value in shape.items() if key not in ("type", "title", "examples")}
    value = _accepted(kinds, limits)
    named = next((name for name, known in _values().items() if known == value), None)
    return {**examples, "anyOf": [{"$ref": f"#/definitions/{named}"} if named else value]}


def _accepted(kinds: list[str], limits: Mapping[str, Any]) -> Shape:
    """Return a shape that accepts values of these kinds and names, for an editor, only those to be offered."""
    shown = [kind for kind in kinds if kind not in _HIDDEN]
    return {**limits, "if": {"not": {"type": kinds}}, "then": {"type": shown[0] if len(shown) == 1 else shown}}


@cache
def _values() -> Mapping[str, Shape]:
    """Return the shapes that most fields have, by the name they get in the schema."""
    text = ["string", "number", "boolean"]
    day = {"pattern": r"^\d{4}([-/.])\d{1,2}\1\d{1,2}$"}
    return {
        "day-or-empty": _accepted(["string", "null"], day),
        "text": _accepted(text, {}),
        "text-or-empty": _accepted([*text, "null"], {}),
    }


def _nothing(lang: Lang) -> Shape:
    """Return the shape of an empty value; the description keeps it apart from the others in what editors say."""
    return {"description": Text("留空", "left empty").to(lang), "if": {"not": {"type": "null"}}, "then": False}


def _or_null(shape: Shape, may_be_empty: bool) -> Shape:
    return {**shape, "type": list(dict.fromkeys([*_kinds(shape), "null"]))} if may_be_empty else shape


def _kinds(shape: Shape) -> list[str]:
    kinds = shape.get("type", [])
    return [kinds] if isinstance(kinds, str) else list(kinds)


# Titles


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
def _titles() -> Mapping[str, Text]:
    """Return what every model is called: as the field that holds it, or, of many fields, as their own model."""
    said: dict[str, dict[Text, str]] = {}
    for model in models_under(Project):
        for field in fields_of(model).values():
            inner = field.one.model
            if inner is not None and field.text is not None:
                said.setdefault(inner.__name__, {}).setdefault(field.text, model.__name__)
    short = {
        name: Text(*(_head(half) for half in (next(iter(texts)).zh, next(iter(texts)).en)))
        for name, texts in said.items()
    }
    holders = {name: next(iter(texts.values())) for name, texts in said.items() if len(texts) > 2}
    return short | {name: short[holder] for name, holder in holders.items()}


def _head(text: str) -> str:
    return text.split("，")[0].split(", ")[0]
