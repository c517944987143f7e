"""What `import collabkit` offers: load a project file, check it, render its forms, see where it stands.

Nothing here reads the clock, prints or exits; `today` is always an argument.
"""

from __future__ import annotations

import shlex
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit import checking
from collabkit.errors import InputError
from collabkit.finding import Finding
from collabkit.lang import Lang, Text
from collabkit.model import Project, Stage
from collabkit.plan import Plan
from collabkit.reporters.report import Checked
from collabkit.source.source import Source
from collabkit.source.text import of_bytes
from collabkit.source.validate import Read, validate

if TYPE_CHECKING:
    from collabkit.rendering import Rendered
    from collabkit.standing import By, Status


_NOTHING_LOST = frozenset(("missing-field", "date-not-iso"))
"""Faults of a file that leave nothing of it out: forms ask for what is missing, and the date was read."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A project file as read: its text with places, and what it says as far as it is understood."""

    source: Source
    read: Read

    @property
    def project(self) -> Project | None:
        """Return the project; None when the file is too broken for one."""
        return self.read.project

    @property
    def language(self) -> Lang | None:
        """Return the project's language, of a file too broken for a project the one it asks for; None without one."""
        return self.read.project.language if self.read.project else self.source.language

    @property
    def unread(self) -> frozenset[str]:
        """Return the rules broken by what could not be read and is missing from the project."""
        broken = frozenset(fault.rule for fault in self.read.faults)
        return broken if self.read.project is None else broken - _NOTHING_LOST

    def plan(self, today: date) -> Plan:
        """Return the project on the day `today`; raise InputError when the file is too broken for one."""
        if self.read.project is None:
            name = self.source.name
            command = f"collabkit check {shlex.quote(name)}"
            raise InputError(
                Text(f"{name} 还读不成项目", f"{name} cannot be read as a project yet"),
                Text(f"运行 {command} 查看原因", f"run {command} to see why"),
            )
        return Plan(self.read.project, today, self.read.tainted)


def load(path: Path | str) -> Loaded:
    """Return the project file at `path`; raise InputError when there is nothing to read."""
    return _loaded(Source.read(Path(path)))


def loads(data: bytes | str, name: str = "project.yaml") -> Loaded:
    """Return the project file that holds `data`, called `name` in findings."""
    return _loaded(Source(of_bytes(data.encode() if isinstance(data, str) else data, name)))


def check(
    loaded: Loaded,
    *,
    today: date,
    stage: Stage | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
) -> list[Finding]:
    """Return the findings of a file on the day `today`, in the order of the file.

    `stage` asks whether the project would be ready for that stage; `select` and `ignore` name rules by code, by the
    beginning of a code, or by name, and raise UsageError for a name that no rule has.
    """
    return checking.check(loaded.read, loaded.source, today=today, stage=stage, select=select, ignore=ignore)


def checked(loaded: Loaded, **asked: Any) -> Checked:
    """Return a file together with its findings, as reporters want it; takes what `check` takes."""
    return Checked(loaded.source, tuple(check(loaded, **asked)))


def render(
    loaded: Loaded,
    *,
    today: date,
    out: Path,
    forms: Sequence[str] = (),
    lang: Lang | None = None,
    week: str | None = None,
    issue: str | None = None,
    templates: Path | None = None,
) -> Iterator[Rendered]:
    """Write the forms named by `forms`, else all that the project has data for, to `out`; yield each as it is written.

    Raises UsageError for a form, week or issue that does not exist, TemplateError and OutputError.
    """
    from collabkit import rendering

    plan = loaded.plan(today)
    return rendering.render(
        plan, forms=forms, out=out, lang=lang or plan.project.language, week=week, issue=issue, templates=templates
    )


def status(loaded: Loaded, *, today: date, by: By | None = None) -> Status:
    """Return where the project stands on the day `today`; `by` asks for one table only."""
    from collabkit.standing import status as of

    return of(loaded.plan(today), by)


def schema(lang: Lang = Lang.EN) -> dict[str, Any]:
    """Return the JSON Schema (draft 7) of the project file, with descriptions in `lang`."""
    from collabkit.model.schema import json_schema

    return json_schema(lang)


def _loaded(source: Source) -> Loaded:
    return Loaded(source, validate(source))
