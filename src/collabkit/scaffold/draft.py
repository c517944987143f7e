"""The files that `init` writes, as texts: project file, schema, CI job."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from collabkit.errors import UsageError
from collabkit.lang import Lang, Text
from collabkit.model import team
from collabkit.model.base import Model
from collabkit.model.schema import json_schema
from collabkit.model.words import Weekday
from collabkit.plan.calendar import Calendar
from collabkit.scaffold import paper
from collabkit.scaffold.comments import HEAD, SCHEMA, SECTIONS
from collabkit.scaffold.outline import Key, keys, sections
from collabkit.scaffold.scenario import load, shared
from collabkit.scaffold.tokens import Setting, half

PROJECT = "project.yaml"
LONGEST_ID = 64
_YEARS = range(2000, 2101)

Files = Mapping[str, str]
"""Texts by path below the project's folder."""


def draft(
    scenario: str,
    lang: Lang,
    *,
    start: date,
    today: date,
    name: str | None = None,
    manager: str | None = None,
    jobs: Mapping[str, str] | None = None,
) -> Files:
    """Return the files of a new project, the project file last.

    Dates are working days counted from `start`, or from the first working day after it. `name` and `manager`
    replace the scenario's own; `jobs` are further files. Raises UsageError for an unknown scenario, an empty name,
    and a start outside the years 2000 to 2100.
    """
    stored = load(scenario)
    names = {key: half(text, lang) for key, text in stored["names"].items()}
    person = None if manager is None else one_line(manager, "--manager")
    data = _filled(stored, lang, names, start, today, person)
    if name is not None:
        data["project"]["name"] = one_line(name, "--name")
    return {SCHEMA: _schema(lang), **(jobs or {}), PROJECT: _text(data, lang)}


@cache
def _schema(lang: Lang) -> str:
    return json.dumps(json_schema(lang), ensure_ascii=False, indent=2) + "\n"


@dataclass(frozen=True, slots=True)
class Sample:
    """The names that a scenario has when nobody gives others."""

    name: str
    manager: str


def sample(scenario: str, lang: Lang) -> Sample:
    """Return the scenario's own names in `lang`. Raises UsageError when there is no such scenario."""
    stored = load(scenario)
    return Sample(half(stored["project"]["name"], lang), half(stored["names"]["manager"], lang))


def _filled(
    stored: Mapping[str, Any], lang: Lang, names: dict[str, str], start: date, today: date, manager: str | None
) -> dict[str, Any]:
    """Return the sections of the project file, those for later under `later`."""
    fits = manager is not None and len(manager) <= LONGEST_ID and manager not in names.values()
    if manager is not None and fits:
        names["manager"] = manager
    departments = [key for key in names if f"{key}.head" in names]
    for alias, key in zip(("a", "b"), departments, strict=False):
        names |= {alias: names[key], f"{alias}.head": names[f"{key}.head"]}
    setting = Setting(lang, names, first_day(start), stored["project"]["end"], today, _calendar())
    common = shared()
    later = {**common["later"], **stored["later"], "closeout": common["later"]["closeout"]}
    data: dict[str, Any] = setting.resolve({**common, **stored, "later": later})
    data |= {"collabkit": 1, "language": lang.value, "handovers": list(_handovers(data["tasks"]))}
    if manager is not None and not fits:
        data["people"][names["manager"]]["name"] = manager
    return data


def _calendar() -> Calendar:
    settings = shared()["calendar"]
    days = tuple(Weekday(day) for day in settings["workdays"])
    return Calendar(team.Calendar(workdays=days, country=settings["country"]))


def first_day(start: date) -> date:
    """Return `start`; raise UsageError for a year whose holidays nobody knows."""
    if start.year not in _YEARS:
        raise UsageError(
            Text(f"开始日期 {start} 不在 2000 至 2100 年之间", f"the start {start} is not between 2000 and 2100"),
            Text("例如 --start 2026-03-02", "for example --start 2026-03-02"),
        )
    return start


def one_line(text: str, option: str) -> str:
    """Return `text` as one line of what can be printed; raise UsageError, naming `option`, when nothing is left."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    if not line:
        raise UsageError(Text(f"{option} 不能为空", f"{option} must not be empty"))
    return line


def _handovers(tasks: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the confirmation of each dependency that crosses departments."""
    for name, task in tasks.items():
        for other in task.get("after", ()):
            before = tasks[other]
            if before["department"] != task["department"]:
                confirmed = [before["department"], task["department"]]
                yield {"from": other, "to": name, "item": before["deliverable"], "confirmed": confirmed}


def _text(data: Mapping[str, Any], lang: Lang) -> str:
    blocks = [_head(lang)]
    for name, key in sections().items():
        if name in data:
            blocks.append(_block(name, data[name], key, lang))
        elif name in data["later"]:
            blocks.append(_block(name, data["later"][name], key, lang, off=True))
    # A section without a comment of its own belongs to the one above it.
    return "".join("\n" + block if block.startswith("#") else block for block in blocks).lstrip("\n")


def _head(lang: Lang) -> str:
    lines = [f"yaml-language-server: $schema=./{SCHEMA}", f"$schema: ./{SCHEMA}", ""]
    return _commented([*lines, *HEAD.to(lang).strip().split("\n")])


def _block(name: str, value: Any, key: Key, lang: Lang, *, off: bool = False) -> str:
    code = paper.section(name, _ordered(value, key), key, lang)
    if off:
        code = "".join(f"#{line}\n" for line in code.splitlines())
    return (_commented(SECTIONS[name].to(lang).split("\n")) if name in SECTIONS else "") + code


def _commented(lines: list[str]) -> str:
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)


def _ordered(value: Any, key: Key) -> Any:
    """Return `value` with the keys of every mapping in the order of the model."""
    if isinstance(value, list):
        return [_ordered(item, key) for item in value]
    if not isinstance(value, dict) or key.model is None:
        return value
    if key.keyed:
        return {name: _ordered(entry, Key(None, model=key.model)) for name, entry in value.items()}
    return _sorted(value, key.model)


def _sorted(value: Mapping[str, Any], model: type[Model]) -> dict[str, Any]:
    known = keys(model)
    return {name: _ordered(value[name], known[name]) for name in known if name in value}
