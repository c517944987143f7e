"""Ids that lead nowhere: every place that uses one, and what was most likely meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from collabkit.lang import Text, listing
from collabkit.nearest import nearest
from collabkit.plan import Plan
from collabkit.problem import Path, Place, Problem
from collabkit.references import Reference, known
from collabkit.rules.wording import field, message, short

MOST_PLACES = 5
"""Further uses of one unknown id that are shown."""

_NOUNS = {
    "people": Text("成员", "person"),
    "departments": Text("部门", "department"),
    "goals": Text("目标", "goal"),
    "subgoals": Text("子目标", "sub-goal"),
    "scope.in": Text("范围项", "scope item"),
    "milestones": Text("里程碑", "milestone"),
    "tasks": Text("任务", "task"),
    "risks": Text("风险", "risk"),
    "issues": Text("问题", "issue"),
    "changes": Text("变更", "change"),
}


@dataclass(frozen=True, slots=True)
class Stray:
    """An id that is no entry of any of `sections`, and the references that use it, in the order of the forms."""

    id: str
    sections: tuple[str, ...]
    uses: tuple[Reference, ...]


def strays(plan: Plan) -> Iterator[Stray]:
    """Yield every id that leads nowhere once; one whose entry was written but could not be read is no stray."""
    found: dict[tuple[str, tuple[str, ...]], list[Reference]] = {}
    for reference in plan.dangling:
        sections = reference.ref.sections
        if not any(was_written(plan, section, reference.id) for section in sections):
            found.setdefault((reference.id, sections), []).append(reference)
    for (name, sections), uses in found.items():
        yield Stray(name, sections, tuple(uses))


def was_written(plan: Plan, section: str, name: str) -> bool:
    """Return whether the file holds the entry, or the section it belongs to, in a form that could not be read."""
    path = (*section.split("."), name)
    return any(path[:end] in plan.tainted for end in range(1, len(path) + 1))


def explain(plan: Plan, stray: Stray, help_: Text | None = None) -> Problem:
    """Return the problem of a stray id, at its first use; `help_` goes before what is usually said."""
    noun = _noun(stray.sections)
    entries = {section: known(plan.project)[section] for section in stray.sections}
    meant = _meant(stray.id, entries)
    first, *others = stray.uses
    uses = [Place(use.path, Text("这里也用到", "also used here"), use.on) for use in others[:MOST_PLACES]]
    label = None
    if meant:
        label = Text(f"是不是「{meant[-1]}」？", f"did you mean '{meant[-1]}'?")
        uses.insert(0, Place(meant, Text(f"「{meant[-1]}」在这里", f"'{meant[-1]}' is declared here"), "key"))
    return Problem(
        first.path,
        _message(stray.id, noun, first),
        label=label,
        help=help_ or _help(stray.id, meant, entries),
        on=first.on,
        places=tuple(uses),
    )


def _noun(sections: tuple[str, ...]) -> Text:
    nouns = [_NOUNS[section] for section in sections]
    return Text("或".join(noun.zh for noun in nouns), " or ".join(noun.en for noun in nouns))


def _message(name: str, noun: Text, use: Reference) -> Text:
    """Name the id and the field; an item of a list is named by the list."""
    in_list = use.on == "key" or isinstance(use.path[-1], int)
    where = field(use.path[:-1] if in_list else use.path)
    name = short(name)
    return message(
        f"没有名为「{name}」的{noun.zh}（{where.zh}）",
        f"unknown {noun.en} '{name}' {'in' if in_list else 'as'} {where.en}",
    )


def _meant(name: str, entries: Mapping[str, Mapping[str, object]]) -> Path | None:
    """Return the path of the one entry that is called `name`, or else is spelt most like it."""
    paths = {key: (*section.split("."), key) for section, table in entries.items() for key in table}
    called = [key for table in entries.values() for key, entry in table.items() if _name(entry) == name]
    meant = called[0] if len(called) == 1 else nearest(name, paths)
    return paths[meant] if meant else None


def _name(entry: object) -> str | None:
    return getattr(entry, "name", None)


def _help(name: str, meant: Path | None, entries: Mapping[str, Mapping[str, object]]) -> Text:
    section = next(iter(entries))
    name = short(name)
    if meant:
        return Text(
            f"改成「{meant[-1]}」，或在 {section} 中加上「{name}」",
            f"write '{meant[-1]}', or add '{name}' to {section}",
        )
    ids = [key for table in entries.values() for key in table]
    if not ids:
        return Text(f"先在 {section} 中加上「{name}」", f"add '{name}' to {section}")
    shown = listing(ids)
    return Text(f"改用已有的：{shown.zh}；或在 {section} 中加上它", f"use one of {shown.en}, or add it to {section}")
