"""The project file that `init` writes, as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel

from collabkit.lang import Lang
from collabkit.model.fields import Field, Value
from collabkit.scaffold import yaml_writer
from collabkit.scaffold.answers import Answers, Department, refuse_twice
from collabkit.scaffold.cast import cast, slots
from collabkit.scaffold.comments import HEAD, SECTIONS
from collabkit.scaffold.days import Days, calendar, days
from collabkit.scaffold.outline import keys, sections
from collabkit.scaffold.scenario import load, shared
from collabkit.scaffold.tokens import Setting, half


def draft(answers: Answers, lang: Lang, *, today: date, schema: str) -> str:
    """Return the project file of a new project; `schema` is where its JSON Schema lies, seen from it.

    Nobody has agreed to anything in it yet: no need is answered, no resource and no hand-over confirmed, no meeting
    held. Its days are working days from the start, or from the first working day after it, to the end. Raises
    UsageError for answers that cannot be meant.
    """
    return _text(_filled(answers, lang, today), lang, schema)


@dataclass(frozen=True, slots=True)
class Sample:
    """What a scenario calls what nobody has named: project, sponsor, manager, departments with their heads."""

    name: str
    sponsor: str
    manager: str
    departments: tuple[tuple[str, str], ...]


def sample(scenario: str, lang: Lang) -> Sample:
    """Return the scenario's own names in `lang`. Raises UsageError when there is no such scenario."""
    stored = load(scenario)
    names = {role: half(text, lang) for role, text in stored["names"].items()}
    return Sample(
        half(stored["project"]["name"], lang),
        names["sponsor"],
        names["manager"],
        tuple((names[role], names[f"{role}.head"]) for role in slots(stored)),
    )


def placed(departments: Iterable[Department], scenario: str, lang: Lang) -> tuple[Department, ...]:
    """Return departments in the places of the scenario's: those it has by their name, the others in their order.

    Raises UsageError when one is named twice.
    """
    departments = tuple(departments)
    refuse_twice(each.name for each in departments if each.name)
    known = [name for name, _ in sample(scenario, lang).departments]
    named = {each.name: each for each in departments if each.name in known}
    others = iter([each for each in departments if each.name not in known])
    missing = Department()
    found = [named.get(name) or next(others, missing) for name in known]
    while found and found[-1] is missing:
        found.pop()
    return (*found, *others)


def refuse(answers: Answers, lang: Lang, today: date) -> None:
    """Raise UsageError for answers that `draft` would refuse."""
    cast(load(answers.scenario), answers, lang)
    _days(answers, today)


def period(answers: Answers, today: date) -> tuple[date, date, int]:
    """Return first and last day of the project and the number of its working days; raise UsageError as `draft`."""
    planned = _days(answers, today)
    return planned.start, planned.of(planned.length), planned.total


def _days(answers: Answers, today: date) -> Days:
    return days(load(answers.scenario), calendar(shared()["calendar"]), answers.start or today, answers.end)


def _filled(answers: Answers, lang: Lang, today: date) -> dict[str, Any]:
    """Return the sections of the project file, those for later under `later`."""
    people = cast(load(answers.scenario), answers, lang)
    stored, common = people.stored, shared()
    setting = Setting(lang, people.names, _days(answers, today), stored["project"]["end"], today)
    later = {**common["later"], **stored["later"], "closeout": common["later"]["closeout"]}
    data: dict[str, Any] = setting.resolve({**common, **stored, "later": later})
    data |= {"collabkit": 1, "language": lang.value, "handovers": list(_handovers(data["tasks"]))}
    said = {"name": answers.name, "code": answers.code}
    data["project"] |= {key: text for key, text in said.items() if text}
    for role, name in people.long_names.items():
        data["people"][people.names[role]]["name"] = name
    return data


def _handovers(tasks: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield each dependency that crosses departments, for both to confirm."""
    for name, task in tasks.items():
        for other in task.get("after", ()):
            before = tasks[other]
            if before["department"] != task["department"]:
                yield {"from": other, "to": name, "item": before["deliverable"]}


def _text(data: Mapping[str, Any], lang: Lang, schema: str) -> str:
    blocks = [_head(lang, schema)]
    for name, field in sections().items():
        if name in data:
            blocks.append(_block(data[name], field, lang))
        elif name in data["later"]:
            blocks.append(_block(data["later"][name], field, lang, off=True))
    # A section without a comment of its own belongs to the one above it.
    return "".join("\n" + block if block.startswith("#") else block for block in blocks).lstrip("\n")


def _head(lang: Lang, schema: str) -> str:
    lines = [f"yaml-language-server: $schema={schema}", f"$schema: {schema}", ""]
    return _commented([*lines, *HEAD.to(lang).strip().split("\n")])


def _block(value: Any, field: Field, lang: Lang, *, off: bool = False) -> str:
    code, name = yaml_writer.section(_ordered(value, field), field, lang), field.key
    if off:
        code = "".join(f"#{line}\n" for line in code.splitlines())
    return (_commented(SECTIONS[name].to(lang).split("\n")) if name in SECTIONS else "") + code


def _commented(lines: list[str]) -> str:
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)


def _ordered(value: Any, what: Value) -> Any:
    """Return `value` with the keys of every mapping in the order of the model."""
    if isinstance(value, list):
        return [_ordered(item, what.one) for item in value]
    if not isinstance(value, dict):
        return value
    if what.model is None:
        return {name: _ordered(entry, what.one) for name, entry in value.items()}
    return _sorted(value, what.model)


def _sorted(value: Mapping[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    known = keys(model)
    return {name: _ordered(value[name], known[name]) for name in known if name in value}
