"""The JSON Schema says of a file what the model says of it."""

from typing import Any

import jsonschema
import pytest
import yaml

from collabkit.lang import Lang
from collabkit.model.schema import json_schema
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
            has_chinese = any("一" <= letter <= "鿿" for letter in shape["description"])
            assert has_chinese == (lang is Lang.ZH), f"{name}.{key}: {shape['description']}"
