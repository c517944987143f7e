"""The examples say what their head promises: the clean ones are clean, the troubled one is not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from collabkit import api

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize(
    ("name", "today"),
    [
        ("product-launch", date(2026, 3, 20)),
        ("product-launch-en", date(2026, 3, 20)),
        ("product-launch-closing", date(2026, 7, 6)),
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


def test_both_languages_of_the_example_are_the_same_project() -> None:
    plans = [api.load(EXAMPLES / name / "project.yaml").project for name in ("product-launch", "product-launch-en")]
    chinese, english = (plan for plan in plans if plan)
    assert list(chinese.tasks) == list(english.tasks)
    assert [(task.start, task.progress) for task in chinese.tasks.values()] == [
        (task.start, task.progress) for task in english.tasks.values()
    ]


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*/project.yaml")), ids=lambda file: file.parent.name)
def test_an_example_names_the_schema_its_editor_needs(file: Path) -> None:
    first = file.read_text("utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=../../docs/schema/collabkit.")
