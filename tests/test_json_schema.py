"""The JSON Schema says of a file what the model says of it."""

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
import yaml

from collabkit.json_schema import json_schema
from collabkit.lang import Lang
from collabkit.rules.example import PROJECT


class _Loader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: dates stay text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def project(**sections: Any) -> dict[str, Any]:
    return yaml.load(PROJECT, _Loader) | sections


def problems(data: Any) -> list[str]:
    return [error.json_path for error in jsonschema.Draft7Validator(json_schema(Lang.EN)).iter_errors(data)]


@pytest.mark.parametrize("lang", Lang)
def test_it_is_a_valid_draft_7_schema(lang: Lang):
    jsonschema.Draft7Validator.check_schema(json_schema(lang))


def test_it_accepts_a_clean_project_and_empty_sections():
    assert problems(project()) == []
    assert problems(project(tasks=None, closeout=None, weeks=None, meetings=None)) == []


@pytest.mark.parametrize(
    ("section", "value", "path"),
    [
        ("tasks", {"T1": {"name": "a", "ownr": "b"}}, "$.tasks.T1"),
        ("tasks", {"T1": {"owner": "b"}}, "$.tasks.T1"),
        ("tasks", {"T1": {"name": "a", "progress": "lots"}}, "$.tasks.T1.progress"),
        ("tasks", {"T1": {"name": "a", "progress": 101}}, "$.tasks.T1.progress"),
        ("tasks", {"T1": {"name": "a", "start": "in March"}}, "$.tasks.T1.start"),
        ("tasks", {"T1": {"name": "a", "status": "late"}}, "$.tasks.T1.status"),
        ("weeks", {"2026-12": {}}, "$.weeks"),
        ("collabkit", 2, "$.collabkit"),
        ("language", "fr", "$.language"),
        ("tusks", {}, "$"),
    ],
)
def test_it_refuses_what_the_model_refuses(section: str, value: Any, path: str):
    assert problems(project(**{section: value})) == [path]


@pytest.mark.parametrize("lang", Lang)
def test_every_field_is_described_in_the_language(lang: Lang):
    schema = json_schema(lang)
    for name, definition in {"(top)": schema, **schema["definitions"]}.items():
        for key, shape in definition.get("properties", {}).items():
            assert shape.get("description"), f"{name}.{key}"
            assert _is_chinese(shape["description"]) == (lang is Lang.ZH), f"{name}.{key}: {shape['description']}"


def fields(lang: Lang) -> Iterator[tuple[str, dict[str, Any], bool]]:
    """Yield every field's path, its shape, and whether it is required."""
    schema = json_schema(lang)
    for name, definition in {"(top)": schema, **schema["definitions"]}.items():
        for key, shape in definition.get("properties", {}).items():
            yield f"{name}.{key}", shape, key in definition.get("required", ())


def offered(shape: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the shapes in which an editor looks for proposals: conditions it does not read."""
    yield shape
    for word in ("allOf", "anyOf", "oneOf"):
        for part in shape.get(word, ()):
            yield from offered(part)


def test_an_editor_can_complete_every_key_with_a_colon():
    """Where yaml-language-server finds none of these beside the description, it inserts the key alone."""
    for path, shape, _ in fields(Lang.EN):
        assert {"type", "properties", "items", "anyOf", "const"} & set(shape), path


def test_an_editor_offers_true_false_and_nothing_only_where_they_are_meant():
    for path, shape, _ in fields(Lang.EN):
        kinds = {kind for part in offered(shape) for kind in _list(part.get("type"))}
        words = {word for part in offered(shape) for word in part.get("enum", ())}
        assert None not in words, path
        if not kinds & {"object", "array"}:
            assert "null" not in kinds, path
            assert "boolean" not in kinds or kinds == {"boolean"}, path


@pytest.mark.parametrize("lang", Lang)
def test_every_word_of_an_enumeration_is_explained_in_the_language(lang: Lang):
    found = 0
    for path, shape, _ in fields(lang):
        for part in (*offered(shape), *offered(shape.get("items", {}))):
            if "enum" in part:
                found += 1
                assert len(part["enum"]) == len(part["enumDescriptions"]), path
                assert all(_is_chinese(text) is (lang is Lang.ZH) for text in part["enumDescriptions"]), path
    assert found > 40


@pytest.mark.parametrize("lang", Lang)
def test_a_snippet_is_called_what_it_is_in_the_language(lang: Lang):
    for name, definition in json_schema(lang)["definitions"].items():
        if "properties" in definition:
            assert _is_chinese(definition["title"]) is (lang is Lang.ZH), name
    titles = {name: definition.get("title") for name, definition in json_schema(Lang.EN)["definitions"].items()}
    assert (titles["About"], titles["Signoff"], titles["Task"]) == ("The project", "Sign-offs", "Tasks")


def test_an_empty_value_is_refused_where_something_is_needed_and_nowhere_else():
    schema = json_schema(Lang.EN)
    for path, shape, required in fields(Lang.EN):
        validator = jsonschema.Draft7Validator({**shape, "definitions": schema["definitions"]})
        assert validator.is_valid(None) is not required, path


@pytest.mark.parametrize("value", ["text", 12, 1.5, True, False])
def test_a_text_may_look_like_anything_but_a_list_or_a_mapping(value: Any):
    assert problems(project(project={**project()["project"], "name": value, "code": value})) == []


@pytest.mark.parametrize("value", [["text"], {"a": "b"}])
def test_a_list_or_a_mapping_is_no_text(value: Any):
    wrong = project(project={**project()["project"], "name": value, "code": value})
    assert sorted(problems(wrong)) == ["$.project.code", "$.project.name"]


def _list(kinds: Any) -> list[str]:
    return [kinds] if isinstance(kinds, str) else list(kinds or ())


def _is_chinese(text: str) -> bool:
    return any("一" <= letter <= "鿿" for letter in text)
