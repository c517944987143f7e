"""The examples say what their head promises: the clean ones are clean, the troubled one is not."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from collabkit import api

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted(EXAMPLES.glob("*/project.yaml"))


@pytest.mark.parametrize(
    ("name", "today"),
    [
        ("product-launch", date(2026, 3, 20)),
        ("product-launch-en", date(2026, 3, 20)),
        ("product-launch-closing", date(2026, 7, 6)),
        ("product-launch-closing-en", date(2026, 7, 6)),
    ],
)
def test_check_is_silent_on_a_clean_example(name: str, today: date) -> None:
    loaded = api.load(EXAMPLES / name / "project.yaml")
    assert [f"{finding.rule.name} {finding.problem.path}" for finding in api.check(loaded, today=today)] == []


@pytest.mark.parametrize("name", ["troubled-launch", "troubled-launch-en"])
def test_a_troubled_example_breaks_many_different_rules_one_finding_per_mistake(name: str) -> None:
    loaded = api.load(EXAMPLES / name / "project.yaml")
    findings = api.check(loaded, today=date(2026, 3, 20))
    rules = {finding.rule.name for finding in findings}
    assert len(rules) >= 30
    assert {"dependency-cycle", "unknown-person", "scope-item-without-deliverable", "unknown-field"} <= rules
    assert len(findings) <= len(rules) + 6


@pytest.mark.parametrize("name", ["product-launch", "product-launch-closing"])
def test_both_languages_of_an_example_are_the_same_story(name: str) -> None:
    chinese, english = (_facts(_raw(each)) for each in (name, f"{name}-en"))
    assert chinese == english


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_an_example_is_written_in_its_own_language(file: Path) -> None:
    text = file.read_text("utf-8")
    english = file.parent.name.endswith("-en")
    assert f"\nlanguage: {'en' if english else 'zh-CN'}" in text
    assert bool(re.search(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]", text)) is not english


def test_the_demo_writes_every_form_from_an_example_of_its_language() -> None:
    lines = [line for line in (EXAMPLES.parent / "Makefile").read_text("utf-8").splitlines() if " render " in line]
    assert len(lines) >= 4
    for line in lines:
        assert ("-en/project.yaml" in line) is ("--language en" in line) is ("--out out/en" in line), line


@pytest.mark.parametrize("name", ["product-launch", "product-launch-closing"])
def test_the_budget_of_a_launch_pays_for_its_batch(name: str) -> None:
    project = api.load(EXAMPLES / name / "project.yaml").project
    assert project and project.budget and project.budget.approved
    batch = next(line for line in project.budget.lines if line.quantity)
    assert batch.unit_cost and batch.quantity == 20_000
    assert batch.planned == batch.unit_cost * batch.quantity
    assert sum(line.planned or 0 for line in project.budget.lines) == project.budget.approved


def _raw(name: str) -> Any:
    return yaml.load((EXAMPLES / name / "project.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)


def _facts(value: Any) -> Any:
    """Return `value` without its words: the shape, the ids, the days and the numbers."""
    if isinstance(value, dict):
        return [(_facts(key), _facts(inner)) for key, inner in value.items()]
    if isinstance(value, list):
        return [_facts(inner) for inner in value]
    return value if re.fullmatch(r"[\d.:-]+|[A-Z]{1,2}\d+", value) else None


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_an_example_names_the_schema_its_editor_needs(file: Path) -> None:
    first = file.read_text("utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=../../docs/schema/collabkit.")
