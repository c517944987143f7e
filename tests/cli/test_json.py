"""What `--format json` prints, held against the schemas that docs/json.md publishes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, FormatChecker

from collabkit.cli.options import Option
from collabkit.cli.registry import NAMES, taken
from collabkit.lang import Lang
from tests.cli.conftest import Call

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "docs" / "schema"
EXAMPLES = sorted(str(path.parent) for path in ROOT.glob("examples/*/project.yaml"))
LINES = [
    *(("check", name) for name in EXAMPLES),
    ("check", *EXAMPLES, "--stage", "closing"),
    *(("status", name) for name in EXAMPLES),
    *(("status", EXAMPLES[0], "--by", by) for by in ("department", "owner", "task")),
    ("status", *EXAMPLES),
    ("render", *(name for name in EXAMPLES if "troubled" not in name), "--today", "2026-07-10"),
    ("explain", "CK101"),
    ("explain", "--all"),
    ("rules",),
    ("rules", "--family", "goal", "--stage", "planning"),
    ("forms",),
]


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / f"{name}-output.schema.json").read_text("utf-8"))


def closed(shape: Any) -> Any:
    """Return a schema that allows no member which it does not describe."""
    if isinstance(shape, list):
        return [closed(item) for item in shape]
    if not isinstance(shape, dict):
        return shape
    inner = {key: closed(value) for key, value in shape.items()}
    return {**inner, "additionalProperties": False} if isinstance(shape.get("properties"), dict) else inner


def faults(name: str, data: Any) -> list[str]:
    found = Draft7Validator(closed(schema(name)), format_checker=FormatChecker()).iter_errors(data)
    return [f"{error.json_path}: {error.message}" for error in found]


def printing_json() -> Iterator[str]:
    """Yield the commands that print JSON."""
    for name in NAMES:
        if any(isinstance(mark, Option) and "json" in mark.choices for mark in taken(name)):
            yield name


def test_every_command_that_prints_json_has_a_schema_and_is_tried_here() -> None:
    there = {path.name.removesuffix("-output.schema.json") for path in SCHEMAS.glob("*-output.schema.json")}
    assert set(printing_json()) == there == {line[0] for line in LINES}
    for name in there:
        Draft7Validator.check_schema(schema(name))


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_what_a_command_prints_has_the_published_shape(collabkit: Call, line: tuple[str, ...], lang: Lang) -> None:
    done = collabkit(*line, "--format", "json", "--language", lang)
    data = json.loads(done.out)
    assert data["format_version"] == "1.0"
    assert faults(line[0], data) == []
    assert next(iter(data)) == "format_version"


def test_a_schema_would_notice_a_member_that_is_missing_or_new(collabkit: Call) -> None:
    data = json.loads(collabkit("status", *EXAMPLES, "--format", "json").out)
    data["projects"][0]["overview"]["mood"] = "good"
    del data["projects"][1]["overview"]["light"]
    assert len(faults("status", data)) == 2
    data = json.loads(collabkit("check", *EXAMPLES, "--format", "json").out)
    data["findings"][0]["line"] = 0
    del data["summary"]
    assert len(faults("check", data)) == 2


def test_the_schema_of_the_project_file_is_printed_as_it_is(collabkit: Call) -> None:
    printed = json.loads(collabkit("schema").out)
    Draft7Validator.check_schema(printed)
    assert printed == json.loads((SCHEMAS / "collabkit.en.schema.json").read_text("utf-8"))
