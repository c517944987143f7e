"""The five scenarios in both languages, day by day: the file as it is then, and all that is made of it."""

from __future__ import annotations

import contextlib
import copy
import io
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from collabkit import api
from collabkit.cli.main import main
from collabkit.forms.form import Choice, Form, Item
from collabkit.forms.registry import forms
from collabkit.lang import Lang
from collabkit.plan import Plan
from collabkit.rendering import file_name
from collabkit.reporters.json import as_data
from collabkit.reporters.status import registry as formats
from collabkit.reporters.status.report import Stated
from collabkit.terminal.output_style import OutputStyle
from tests.life.book import Book
from tests.life.steps import STEPS, Step
from tests.life.views import plain

SCENARIOS = ("product-launch", "process-improvement", "major-event", "strategy-breakdown", "compliance")
FIRST_DAY = "2026-03-02"
WIDE = 400
"""A terminal in which no cell of a table is cut or wrapped."""
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True)
class Moment:
    """One project on one day."""

    scenario: str
    lang: Lang
    step: Step
    text: str
    loaded: api.Loaded
    plan: Plan

    def __str__(self) -> str:
        return f"{self.scenario} {self.lang} {self.step.name} ({self.plan.today})"

    @cached_property
    def documents(self) -> Mapping[str, tuple[Form, Item]]:
        """Return what can be rendered by a name: every form that has something to say, and the close-out beforehand."""
        return {
            ".".join(filter(None, (form.key, item.name if form.key == "resolution" else ""))): (form, item)
            for form in forms()
            if form.has_data(self.plan) or form.key == "closeout"
            for item in form.items(self.plan, Choice())
        }

    @cached_property
    def views(self) -> Mapping[str, Any]:
        """Return what every document shows."""
        return {name: form.build(self.plan, self.lang, item) for name, (form, item) in self.documents.items()}

    @cached_property
    def findings(self) -> list[Any]:
        """Return what `check` finds, as its JSON tells it."""
        checked = api.checked(self.loaded, today=self.plan.today)
        found: list[Any] = as_data([checked], self.lang)["findings"]
        return found

    @cached_property
    def outputs(self) -> dict[str, Any]:
        """Return everything that anybody gets to see, as plain data: dictionaries, lists, texts, numbers, days."""
        found: dict[str, Any] = {name: plain(view) for name, view in self.views.items()}
        look = OutputStyle(self.lang, WIDE, False, True)
        everything = Stated("project.yaml", api.status(self.loaded, today=self.plan.today))
        for name in formats.NAMES:
            found[f"status {name}"] = plain(formats.reporter(name)([everything], look))
        for by in ("owner", "task"):
            table = Stated("project.yaml", api.status(self.loaded, today=self.plan.today, by=by))
            found[f"status by {by}"] = plain(formats.reporter("json")([table], look))
        names = {name: file_name(self.plan, form, item, self.lang) for name, (form, item) in self.documents.items()}
        return found | {"check": self.findings, "file names": names, "file": yaml.load(self.text, _Loader)}


@cache
def life(scenario: str, lang: Lang) -> tuple[Moment, ...]:
    """Return the project on every day of its life."""
    return tuple(_moments(scenario, lang))


def _moments(scenario: str, lang: Lang) -> Iterator[Moment]:
    book = Book.opened(yaml.safe_load(drafted(scenario, lang)), lang)
    for step in STEPS:
        book.today = step.when(book)
        for edit in step.edits:
            edit(book)
        text = yaml.dump(copy.deepcopy(book.data), Dumper=_Dumper, allow_unicode=True, sort_keys=False)
        loaded = api.loads(text)
        yield Moment(scenario, lang, step, text, loaded, loaded.in_full(book.today))


def drafted(scenario: str, lang: Lang) -> str:
    """Return the project file that `collabkit init` writes."""
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        place = Path(folder) / "project"
        line = ["init", str(place), "--scenario", scenario, "--start", FIRST_DAY, "--language", lang, "--no-input"]
        assert main(line, {"COLLABKIT_TODAY": FIRST_DAY}) == 0
        return (place / "project.yaml").read_text(encoding="utf-8")
