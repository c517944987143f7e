"""Every project whose forms are looked at as pages: examples, scenarios, and one for each word of every choice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from collabkit import api
from collabkit.lang import Lang
from collabkit.model import Project
from collabkit.plan import Plan
from collabkit.scaffold import SCENARIOS, Answers, draft
from tests.forms import sample
from tests.pages import stress

EXAMPLES = Path(__file__).parents[2] / "examples"
FIRST, EXECUTING, CLOSING = date(2026, 3, 2), date(2026, 3, 20), date(2026, 7, 10)
MOST_WORDS = 8
"""How many words the longest choice has."""


def plans() -> Iterator[tuple[str, Plan]]:
    """Yield the name and plan of every example and scenario, of the sample that shows all once, of the biggest ones."""
    for file in sorted(EXAMPLES.glob("*/project.yaml")):
        name = file.parent.name
        yield name, api.load(file).plan(CLOSING if "closing" in name else EXECUTING)
    for scenario in SCENARIOS:
        for lang in Lang:
            text = draft(Answers(scenario, start=date(2026, 3, 2)), lang, today=EXECUTING, schema="")
            yield f"new-{scenario}-{lang}", api.loads(text).plan(EXECUTING)
    for lang in Lang:
        text = draft(Answers("blank", start=FIRST), lang, today=FIRST, schema="")
        yield f"first-day-{lang}", api.loads(text).plan(FIRST)
    yield "sample", sample.plan()
    for lang in Lang:
        yield f"stress-{lang}", stress.plan(lang)


def worded() -> Iterator[tuple[str, Plan]]:
    """Yield the sample with every choice at its first word, at its second, and so on."""
    for number in range(MOST_WORDS):
        yield f"word-{number}", sample.plan(change=lambda project, number=number: _chosen(project, number))


def _chosen(project: Project, number: int) -> Project:
    changed = _worded(project, number)
    assert isinstance(changed, Project)
    return changed


def _worded(value: Any, number: int) -> Any:
    if isinstance(value, Enum):
        words = list(type(value))
        return words[number % len(words)]
    if isinstance(value, BaseModel):
        return value.model_copy(
            update={name: _worded(getattr(value, name), number) for name in type(value).model_fields}
        )
    if isinstance(value, dict):
        return {key: _worded(each, number) for key, each in value.items()}
    return tuple(_worded(each, number) for each in value) if isinstance(value, tuple) else value
