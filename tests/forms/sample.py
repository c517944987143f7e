"""A project in its third week in which everything that a form can show happens once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from collabkit.forms.form import Item
from collabkit.forms.registry import find
from collabkit.lang import Lang
from collabkit.model import Project
from collabkit.plan import Plan
from collabkit.source.source import Source
from collabkit.source.validate import validate

FILE = Path(__file__).with_name("sample.yaml")
TODAY = date(2026, 3, 20)
"""The Friday of week 12."""
MINIMUM = {
    "collabkit": 1,
    "project": {"name": "P", "manager": "王芳", "start": "2026-03-02", "end": "2026-05-29"},
    "departments": {"研发部": {}, "市场部": {}},
}
"""What a project file must hold for its forms to be rendered."""


@cache
def _project() -> Project:
    read = validate(Source.from_text(FILE.read_text(encoding="utf-8")))
    assert read.project is not None and not read.faults, read.faults
    return read.project


def plan(today: date = TODAY, change: Callable[[Project], Project] = lambda project: project) -> Plan:
    """Return the sample on the day `today`, with `change` applied."""
    return Plan(change(_project()), today)


def plan_of(today: date = TODAY, **sections: Any) -> Plan:
    """Return the smallest project with these sections."""
    return Plan(Project.model_validate(MINIMUM | sections), today)


def view(key: str, of: Plan | None = None, lang: Lang = Lang.ZH, item: str = "") -> Any:
    """Return the view of a form of the sample, or of another plan."""
    form = find(key)
    assert form is not None
    return form.build(of or plan(), lang, Item(item))


def texts(rows: Any, *names: str) -> list[Any]:
    """Return these fields of every row as plain texts."""
    cut = [tuple(str(getattr(row, name)) for name in names) for row in rows]
    return [each[0] for each in cut] if len(names) == 1 else cut
