"""What `import collabkit` offers: load a project file, check it, render its forms, see where it stands.

Nothing here reads the clock, prints or exits; `today` is always an argument. Paths, days, languages, stages and names
may be given as text; a value that cannot be right raises UsageError. docs/api.md shows all of it.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypedDict, Unpack, get_args

from collabkit import arguments, checking
from collabkit.errors import InputError, UsageError
from collabkit.finding import Finding
from collabkit.lang import Lang, Text
from collabkit.model import Project, Stage
from collabkit.plan import Plan
from collabkit.reporters.report import Checked
from collabkit.source.source import Source
from collabkit.source.text import of_bytes
from collabkit.source.validate import Read, validate

if TYPE_CHECKING:
    from collabkit.forms.scope import Scope
    from collabkit.rendering import Rendered
    from collabkit.status_report import By, Status


STDIN = "<stdin>"
"""What a file is called that came from standard input."""
_NOTHING_LOST = frozenset(("missing-field", "date-not-iso", "placeholder-left", "sample-text-left"))
"""Faults of a file that leave nothing of it out: forms ask for what is missing, and the date was read."""


_LONGEST_NAME = 255
"""Characters that the name of a file can have."""


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

    @property
    def number_unread(self) -> int:
        """Return how many things could not be read and are missing from the project."""
        unread = self.unread
        return sum(fault.rule in unread for fault in self.read.faults)

    def plan(self, today: date) -> Plan:
        """Return the project on the day `today`; raise InputError when the file is too broken for one."""
        if self.read.project is None:
            name = self.source.name
            raise InputError(Text(f"{name} 还读不成项目", f"{name} cannot be read as a project yet"), self._see())
        return Plan(self.read.project, today, self.read.unread)

    def in_full(self, today: date) -> Plan:
        """Return the project on the day `today`; raise InputError when something in the file could not be read."""
        if number := self.number_unread:
            name = self.source.name
            raise InputError(
                Text(
                    f"{name} 有 {number} 处读不懂，没有写任何文件",
                    f"{name} cannot be read in full; nothing was written",
                ),
                self._see(),
            )
        return self.plan(today)

    def _see(self) -> Text:
        command = check_command(self.source.name)
        return Text(f"运行 {command} 查看原因", f"run {command} to see why")


def check_command(*names: str) -> str:
    """Return the command that checks the files called `names`; what came from standard input has to come again."""
    return shlex.join(["collabkit", "check", *("-" if name == STDIN else name for name in names)])


AnyPath: TypeAlias = str | os.PathLike[str]
AnyProject: TypeAlias = Loaded | AnyPath
"""A project file as loaded, or the path of one."""


class About(TypedDict, total=False):
    """Which one of a form's documents is wanted, by what they are about."""

    week: str | None
    issue: str | None
    meeting: str | None
    change: str | None
    task: str | None
    department: str | None


def load(path: AnyPath) -> Loaded:
    """Return the project file at `path`; raise InputError when there is nothing to read."""
    return _loaded(Source.read(_path(path, "path")))


def loads(data: bytes | str, name: str = "project.yaml") -> Loaded:
    """Return the project file that holds `data`, called `name` in findings."""
    if not isinstance(data, bytes | str):
        raise UsageError(
            Text("loads 需要文件内容本身", "loads needs the content of a file itself"),
            Text("给出路径请用 load", "to give a path, call load"),
        )
    return _loaded(Source(of_bytes(data.encode(errors="surrogatepass") if isinstance(data, str) else data, name)))


def check(
    project: AnyProject,
    *,
    today: date | str,
    stage: Stage | str | None = None,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
) -> list[Finding]:
    """Return the findings of a file on the day `today`, in the order of the file.

    `stage` asks whether the project would be ready for that stage; `select` and `ignore` name rules by code, by the
    beginning of a code, or by name, and raise UsageError for a name that no rule has.
    """
    file = _file(project)
    return checking.check(
        file.read,
        file.source,
        today=arguments.day(today, "today"),
        stage=None if stage is None else arguments.word(stage, "stage", Stage),
        select=_names(select, "select"),
        ignore=_names(ignore, "ignore"),
    )


def checked(project: AnyProject, **asked: Any) -> Checked:
    """Return a file together with its findings, as reporters want it; takes what `check` takes."""
    file = _file(project)
    return Checked(file.source, tuple(check(file, **asked)))


def render(
    project: AnyProject,
    *,
    today: date | str,
    out: AnyPath,
    forms: str | Iterable[str] = (),
    lang: Lang | str | None = None,
    reconstruct: bool = False,
    templates: AnyPath | None = None,
    **about: Unpack[About],
) -> tuple[Rendered, ...]:
    """Write the forms named by `forms`, else all that the project has data for, to `out`; return what was written.

    `lang` is the project's own when left out. `about` names the one document that is wanted of a form with several,
    such as `week="2026-W12"` or `issue="I1"`. A past week is refused with UsageError unless `reconstruct`: its report
    would be rewritten from what the file says today. Raises InputError for a file that cannot be read in full,
    UsageError for a form, week or issue that does not exist, TemplateError and OutputError.
    """
    from collabkit import rendering

    plan = _file(project).in_full(arguments.day(today, "today"))
    written = rendering.render(
        plan,
        forms=_names(forms, "forms"),
        out=_path(out, "out"),
        lang=plan.project.language if lang is None else arguments.language(lang, "lang"),
        about=_about(about),
        reconstruct=reconstruct,
        templates=None if templates is None else _path(templates, "templates"),
    )
    return tuple(written)


def status(project: AnyProject, *, today: date | str, by: By | None = None) -> Status:
    """Return where the project stands on the day `today`; `by` asks for one table only.

    What could not be read is left out of it: see `Loaded.unread`.
    """
    from collabkit.status_report import By
    from collabkit.status_report import status as of

    if by is not None and by not in get_args(By):
        raise arguments.not_a_choice("by", by, get_args(By))
    return of(_file(project).plan(arguments.day(today, "today")), by)


def schema(lang: Lang | str = Lang.EN) -> dict[str, Any]:
    """Return the JSON Schema (draft 7) of the project file, with descriptions in `lang`."""
    from collabkit.json_schema import json_schema

    return json_schema(arguments.language(lang, "lang"))


def _loaded(source: Source) -> Loaded:
    return Loaded(source, validate(source))


def _file(project: AnyProject) -> Loaded:
    return project if isinstance(project, Loaded) else load(_path(project, "project"))


def _path(given: AnyPath, where: str) -> Path:
    if isinstance(given, str) and _is_content(given):
        begins = given.split("\n", 1)[0][:40].strip()
        raise UsageError(
            Text(
                f"{where} 需要一个路径，这里却是文件内容（“{begins}…”）",
                f"{where} needs a path, not the content of a file ('{begins}…')",
            ),
            Text("给出内容请用 loads(…)", "to give the content itself, call loads(...)"),
        )
    if isinstance(given, str | os.PathLike) and os.fspath(given):
        return Path(given)
    raise UsageError(
        Text(f"{where} 需要一个路径，不能是「{given}」", f"{where} needs a path, not '{given}'"),
        Text(
            '写成 "project.yaml" 或 Path("project.yaml") 这样', 'write it like "project.yaml" or Path("project.yaml")'
        ),
    )


def _is_content(given: str) -> bool:
    """Return whether a text is more than one line, or longer than any name that a file can have."""
    return "\n" in given or any(len(part) > _LONGEST_NAME for part in given.split("/"))


def _names(given: str | Iterable[str], where: str) -> tuple[str, ...]:
    """Return names given as one text, with commas between several, or one by one."""
    if isinstance(given, str):
        return tuple(name.strip() for name in given.split(",") if name.strip())
    names = tuple(given) if isinstance(given, Iterable) else (given,)
    return tuple(_text(name, where) for name in names)


def _about(given: Mapping[str, object]) -> Mapping[Scope, str]:
    from collabkit.forms.scope import NAMINGS, Scope

    if unknown := [name for name in given if name not in NAMINGS]:
        # As Python says it of any other function.
        raise TypeError(f"render() got an unexpected keyword argument '{unknown[0]}'")
    return {Scope(key): _text(name, key) for key, name in given.items() if name is not None}


def _text(given: Any, where: str) -> str:
    if isinstance(given, str):
        return given
    raise UsageError(
        Text(f"{where} 需要文字，不能是「{given}」", f"{where} needs text, not '{given}'"),
        Text('写成 "2026-W12"、"I1" 这样', 'write it like "2026-W12" or "I1"') if where in ("week", "issue") else None,
    )
