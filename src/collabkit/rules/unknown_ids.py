"""Ids that lead nowhere: every place that uses one, and what was most likely meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from collabkit.lang import Text, listing
from collabkit.model.marks import Ref
from collabkit.nearest import fold, nearest
from collabkit.plan import Plan
from collabkit.plan.network import Edge
from collabkit.problem import Path, Place, Problem
from collabkit.references import Reference, known
from collabkit.rules import blanks
from collabkit.rules.naming import department_meant, person_meant
from collabkit.rules.wording import field, message, short

MOST_PLACES = 5
"""Further uses of one unknown id that are shown."""
_MOST_COMPARED = 100_000
"""Ids compared to find what others were meant for; beyond that it takes longer than it helps."""

_MOST_NAMED = 12
"""Ids of an enumeration that its help writes out."""
_TASK = Ref(("tasks",))
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
_QUOTES = "\"'“”‘’「」『』《》〈〉«»‹›„‚`´＂＇〝〞()（）[]【】〔〕 \t"
_SEVERAL = r"\s*(?:[、,，;；/&+]|和|与|及|\band\b)\s*"


class UnknownId(NamedTuple):
    """An id that is no entry of any of `sections`, and the references that use it, in the order of the forms.

    Of a section without any entry all ids are one stray; `others` are those beside `id`.
    """

    id: str
    sections: tuple[str, ...]
    uses: tuple[Reference, ...]
    others: tuple[str, ...] = ()


def unknown_ids(plan: Plan) -> Iterator[UnknownId]:
    """Yield every id that leads nowhere once; one whose entry was written but could not be read is no stray.

    Nor is a goal where there is none at all: that has a rule of its own.
    """
    entries = known(plan.project)
    empty: dict[tuple[str, ...], list[UnknownId]] = {}
    for stray in _each(plan):
        if "goals" in stray.sections and not entries["goals"]:
            continue
        if len(stray.sections) == 1 and not entries[stray.sections[0]]:
            empty.setdefault(stray.sections, []).append(stray)
        else:
            yield stray
    for sections, group in empty.items():
        first, *others = group
        uses = tuple(use for stray in group for use in stray.uses)
        yield UnknownId(first.id, sections, uses, tuple(stray.id for stray in others))


def _each(plan: Plan) -> Iterator[UnknownId]:
    found: dict[tuple[str, tuple[str, ...]], list[Reference]] = {}
    for reference in plan.dangling:
        sections = reference.ref.sections
        if not any(was_written(plan, section, reference.id) for section in sections):
            found.setdefault((reference.id, sections), []).append(reference)
    # Where either of two kinds will do, an id that is missed elsewhere as one of them is that one.
    for name, sections in [key for key in found if len(key[1]) > 1]:
        home = next(((name, (part,)) for part in sections if (name, (part,)) in found), None)
        if home is not None:
            found[home] += found.pop((name, sections))
    # A predecessor that is missed elsewhere too is one and the same task.
    for name, edges in unknown_predecessors(plan).items():
        if (name, ("tasks",)) in found:
            found[name, ("tasks",)] += (Reference(edge.path, name, _TASK) for edge in edges)
    for (name, sections), uses in found.items():
        yield UnknownId(name, sections, tuple(uses))


def unknown_predecessors(plan: Plan) -> dict[str, list[Edge]]:
    """Return the tasks that others wait for and that do not exist, with the edges that lead to them."""
    tasks = plan.project.tasks
    unknown: dict[str, list[Edge]] = {}
    for edge in plan.network.written:
        name = edge.dependency.task
        if name not in tasks and not was_written(plan, "tasks", name):
            unknown.setdefault(name, []).append(edge)
    return unknown


def was_written(plan: Plan, section: str, name: str) -> bool:
    """Return whether the file may hold the entry: it or its section could not be read, or another stands twice."""
    path = (*section.split("."), name)
    return section in plan.mixed_up or any(path[:end] in plan.tainted for end in range(1, len(path) + 1))


class Guide:
    """Says what ids that lead nowhere were meant for, at a bounded cost however many there are."""

    def __init__(self, plan: Plan) -> None:
        self._known = known(plan.project)
        self._compared = 0

    def meant(self, name: str, section: str, *, but: str = "") -> str | None:
        """Return the id of `section` that `name` most likely means; never the id `but`."""
        table = self._known[section]
        if not self._affords(len(table)):
            return None
        if self.several(name, section):
            return None
        bare = name.strip(_QUOTES)
        if bare in table and bare != but:
            return bare
        called = [key for key, entry in table.items() if getattr(entry, "name", None) == name]
        if len(called) == 1:
            return called[0]
        ids = [key for key in table if key != but]
        otherwise = {"departments": department_meant, "people": person_meant}.get(section)
        return nearest_id(name, ids) or (otherwise(name, ids) if otherwise else None)

    def ids(self, section: str, *, but: str = "") -> Text:
        """Return the ids of `section` as an enumeration; empty when there is none."""
        if not self._affords(len(self._known[section])):
            return Text("", "")
        return listing(key for key in self._known[section] if key != but)

    def several(self, name: str, section: str) -> list[str]:
        """Return the ids that `name` enumerates, as in `T02、T03`; none unless each of them exists."""
        names = [part for part in re.split(_SEVERAL, name) if part]
        return names if len(names) > 1 and all(part in self._known[section] for part in names) else []

    def _affords(self, ids: int) -> bool:
        self._compared += ids
        return self._compared <= _MOST_COMPARED

    def explain(self, stray: UnknownId, help_: Text | None = None) -> Problem:
        """Return the problem of a stray id, at its first use; `help_` goes before what is usually said."""
        if stray.others:
            return _nothing_declared(stray)
        meant = self._path_meant(stray)
        if meant and blanks.is_only_blanks(stray.id, str(meant[-1])):
            return _other_blanks(stray, meant)
        first, *others = stray.uses
        places = [Place(use.path, Text("这里也用到", "also used here"), use.on) for use in others[:MOST_PLACES]]
        if meant:
            places.insert(0, declared(meant))
        return Problem(
            first.path,
            _message(stray, first),
            label=did_you_mean(str(meant[-1])) if meant else None,
            help=help_ or self._help(stray, meant),
            on=first.on,
            places=tuple(places),
            about=(stray.sections[0], stray.id),
        )

    def _path_meant(self, stray: UnknownId) -> Path | None:
        for section in stray.sections:
            meant = self.meant(stray.id, section)
            if meant is not None:
                return (*section.split("."), meant)
        return None

    def _help(self, stray: UnknownId, meant: Path | None) -> Text | None:
        section, name = stray.sections[0], short(stray.id)
        if names := self.several(stray.id, section):
            return apart(names, section, in_list=isinstance(stray.uses[0].path[-1], int))
        if meant and not stray.id.isprintable():
            return Text(f"删去看不见的字符，写「{meant[-1]}」", f"delete the invisible character: write '{meant[-1]}'")
        if meant and str(meant[-1]) in stray.id:
            return Text(f"改成「{meant[-1]}」", f"write '{meant[-1]}'")
        if meant:
            return Text(
                f"改成「{meant[-1]}」，或在 {section} 中加上「{name}」",
                f"write '{meant[-1]}', or add '{name}' to {section}",
            )
        if not self._known[section]:
            return Text(f"先在 {section} 中加上「{name}」", f"add '{name}' to {section}")
        ids = self.ids(section)
        if not ids.en:
            return None
        return Text(f"改用已有的：{ids.zh}；或在 {section} 中加上它", f"use one of {ids.en}, or add it to {section}")


def _other_blanks(stray: UnknownId, meant: Path) -> Problem:
    """Return the problem of a name that stands with other blanks where it is declared than where it is used."""
    name, first = str(meant[-1]), stray.uses[0]
    if not blanks.is_odd(name):
        return Problem(
            first.path,
            message(
                f"「{blanks.shown(stray.id)}」里多了空格", f"'{blanks.shown(stray.id)}' has other blanks than the name"
            ),
            label=did_you_mean(name),
            help=Text(f"改成「{name}」", f"write '{name}'"),
            on=first.on,
            places=(declared(meant),),
        )
    used = Place(first.path, Text(f"这里写的是「{short(stray.id)}」", f"'{short(stray.id)}' is used here"), first.on)
    return Problem(
        meant,
        message(f"「{blanks.shown(name)}」里多了空格", f"'{blanks.shown(name)}' is declared with an odd blank"),
        label=did_you_mean(stray.id),
        help=Text(f"改成「{stray.id}」", f"write '{stray.id}'"),
        on="key",
        places=(used,),
    )


def apart(names: Sequence[str], section: str, *, in_list: bool) -> Text:
    """Return what to do about several ids of `section` written as one."""
    if not in_list:
        one = Text("人" if section == "people" else "个", _NOUNS[section].en)
        return Text(f"只写一{one.zh}，例如「{names[0]}」", f"name one {one.en} only, such as '{names[0]}'")
    items = ", ".join((*names[:_MOST_NAMED], "…") if len(names) > _MOST_NAMED else names)
    return Text(f"各写一项，用半角逗号隔开：[{items}]", f"write each as an item of its own: [{items}]")


def _nothing_declared(stray: UnknownId) -> Problem:
    """Return the problem of a section that many refer to and that has no entry."""
    section, noun = stray.sections[0], _NOUNS[stray.sections[0]]
    names = (stray.id, *stray.others)
    shown = listing(map(short, names), most=5)
    first, *others = stray.uses
    return Problem(
        first.path,
        message(
            f"{section} 里没有任何{noun.zh}，却用到 {shown.zh}",
            f"{section} is empty, but these are referred to: {shown.en}",
        ),
        label=Text("这里用到", "used here"),
        help=Text(f"在 {section} 中写出它们", f"declare them in {section}"),
        on=first.on,
        places=tuple(Place(use.path, Text("这里也用到", "also used here"), use.on) for use in others[:MOST_PLACES]),
        about=(section,),
    )


def nearest_id(name: str, ids: Collection[str]) -> str | None:
    """Return the one of `ids` that `name` most likely means.

    Numbered ids lie so close together that another digit is another id, not a typo: T9 never means T1. There the same
    number counts (T3, T03), else digits that are swapped, doubled or left out, where only one id is near.
    """
    if not re.search(r"\d", name):
        return nearest(name, ids)
    same_number = [key for key in ids if _number(key) == _number(name)]
    if same_number:
        return same_number[0]
    likely = [key for key in ids if not _is_other_number(name, key)]
    first = nearest(name, likely)
    second = nearest(name, [key for key in likely if key != first]) if first else None
    return first if second is None else None


def _number(name: str) -> str:
    return re.sub(r"0*(\d+)", r"\1", fold(name))


def _is_other_number(one: str, other: str) -> bool:
    same_shape = re.sub(r"\d", "#", one.casefold()) == re.sub(r"\d", "#", other.casefold())
    return same_shape and sorted(re.findall(r"\d", one)) != sorted(re.findall(r"\d", other))


def did_you_mean(name: str) -> Text:
    """Return the label that proposes `name`."""
    return Text(f"是不是「{name}」？", f"did you mean '{name}'?")


def declared(path: Path) -> Place:
    """Return the place of the entry at `path`, where its id is declared."""
    return Place(path, Text(f"「{path[-1]}」在这里", f"'{path[-1]}' is declared here"), "key")


def _message(stray: UnknownId, use: Reference) -> Text:
    """Name the id and the field; an item of a list is named by the list."""
    in_list = use.on == "key" or isinstance(use.path[-1], int)
    where = field(use.path[:-1] if in_list else use.path)
    nouns = [_NOUNS[section] for section in stray.sections]
    zh, en = "或".join(noun.zh for noun in nouns), " or ".join(noun.en for noun in nouns)
    name = short(stray.id)
    return message(
        f"没有名为「{name}」的{zh}（{where.zh}）", f"unknown {en} '{name}' {'in' if in_list else 'as'} {where.en}"
    )
