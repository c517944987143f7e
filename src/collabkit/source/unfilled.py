"""Values that only hold a place: `待定`, `TBD`, a sentence of the scaffold. They count as not written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from collabkit.lang import Text, listing
from collabkit.model.fields import Value
from collabkit.model.placeholder import is_nobody, is_placeholder, is_tentative, part_of
from collabkit.model.prompts import is_prompt
from collabkit.phrases import zh
from collabkit.problem import TOP, Fault, FilePath, FilePlace, FileProblem, On
from collabkit.source.shape import entry_name, shape_at
from collabkit.source.wording import fit, short

FEW = 3
"""Placeholders in one field of one section that are still told one by one."""
_BRACKETS = "[]【】<>〈〉 "
_NAMED = ("people", "departments")


class Unfilled(NamedTuple):
    """A value, or the key of a person or department, that holds a place.

    `part` is the placeholder when the value says something beside it; `is_prompt` marks a sentence of the scaffold.
    What is content all the same `stays`.
    """

    path: FilePath
    text: str
    shape: Value
    part: str | None = None
    on: On = "value"
    is_prompt: bool = False

    @property
    def is_name(self) -> bool:
        """Return whether a person, a department or another entry is asked for."""
        return self.on == "key" or self.shape.ref is not None

    @property
    def stays(self) -> bool:
        """Return whether the value is kept: it says something beside, or nothing can be rendered without it."""
        kept = self.part is not None and not self.is_name
        return kept or self.on == "key" or (self.shape.required and self.shape.type is str)

    @property
    def may_be_empty(self) -> bool:
        """Return whether the value belongs to a key that counts without it, as a supporting department does."""
        table = shape_at(self.path[:-1])
        return bool(table and table.is_table and table.one.optional)


def unfilled(data: Mapping[str, Any]) -> tuple[Unfilled, ...]:
    """Return what holds a place in the data of a file; keys of people and departments first."""
    declared = {FilePath(section, key): key for section in _NAMED for key in _names(data.get(section))}
    found = [Unfilled(path, key, Value(str), on="key") for path, key in declared.items() if is_nobody(key)]
    names = set(declared.values())
    for path, text in _texts(data, TOP, _is_suspect):
        each = _judged(path, text)
        # A person called 待定 who is declared as such is told once, where that is done.
        if each is not None and not (each.is_name and (text in names or text.strip(_BRACKETS) in names)):
            found.append(each)
    return tuple(found)


def _names(table: Any) -> Iterator[str]:
    return (key for key in table if isinstance(key, str)) if isinstance(table, dict) else iter(())


def _texts(container: Any, path: FilePath, wanted: Callable[[str], bool]) -> Iterator[tuple[FilePath, str]]:
    """Yield the texts that are `wanted`, with their paths; a large file has a hundred thousand others."""
    for key, entry in container.items() if isinstance(container, dict) else enumerate(container):
        if isinstance(entry, str):
            if wanted(entry):
                yield path / key, entry
        elif entry:
            yield from _texts(entry, path / key, wanted)


def _judged(path: FilePath, text: str) -> Unfilled | None:
    """Return what a suspect text holds a place for; None where one of some fixed words is asked for."""
    whole, part, shape = is_placeholder(text), part_of(text), shape_at(path)
    if shape is None or not _takes_text(shape):
        return None
    each = Unfilled(path, text, shape)
    if is_prompt(text):
        return Unfilled(path, text, shape, is_prompt=True)
    if whole or (each.is_name and is_nobody(text)):
        return each
    if each.is_name and is_tentative(text):
        return Unfilled(path, text, shape, part or text)
    return Unfilled(path, text, shape, part) if part and shape.type is str else None


@lru_cache(maxsize=8192)
def _is_suspect(text: str) -> bool:
    """Return whether a text holds a place at least where a name is asked for."""
    return is_nobody(text) or is_tentative(text) or is_prompt(text)


def _takes_text(shape: Value) -> bool:
    """Return whether a text, name, number or date is asked for; fixed words are told as wrong ones."""
    plain = isinstance(shape.type, type) and shape.entry is None and shape.model is None
    return plain and not issubclass(shape.type, Enum | bool)


def faults(found: Iterable[Unfilled], data: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is told of the places held: sentences of the scaffold together, many of one field as one."""
    prompts: list[Unfilled] = []
    alike: dict[tuple[str | int, ...], list[Unfilled]] = {}
    for each in found:
        if each.is_prompt:
            prompts.append(each)
        else:
            alike.setdefault(_field_of(each), []).append(each)
    if prompts:
        yield Fault("sample-text-left", _sentences(prompts))
    for group in alike.values():
        together = [group] if len(group) > FEW else [[each] for each in group]
        for some in together:
            yield Fault("placeholder-left", _many(some) if len(some) > 1 else _one(some[0], data))


def _field_of(each: Unfilled) -> tuple[str | int, ...]:
    """Return the field of an entry without the entry, so that the owners of all tasks are one."""
    names = [step for step in each.path[1:] if not isinstance(step, int)]
    return (each.path[0], each.on, *(names[-1:] if each.on == "value" else ()))


def _one(each: Unfilled, data: Mapping[str, Any]) -> FileProblem:
    where, shown = _named(each.path, each.on), short(each.text)
    label = _NOT_SETTLED if each.part else _NOTHING_YET
    if each.part is None:
        told = Text(zh(where.zh, f"写的是占位文字「{shown}」"), f"{where.en} is only a placeholder, '{shown}'")
    elif each.is_name:
        told = Text(zh(where.zh, f"「{shown}」还没有定"), f"{where.en}, '{shown}', is not settled")
    else:
        part = short(each.part)
        told = Text(zh(where.zh, f"里还留着占位文字「{part}」"), f"{where.en} still holds the placeholder '{part}'")
    return FileProblem(each.path, fit(told), label=label, help=_help(each), on=each.on, places=tuple(_uses(each, data)))


def _many(group: Sequence[Unfilled]) -> FileProblem:
    first, *others = group
    names = _entries(group)
    key = first.path[0] if first.on == "key" else _field_of(first)[-1]
    told = Text(
        f"{first.path[0]} 有 {len(group)} 处 {key} 写的是占位文字：{names.zh}",
        f"{key} is only a placeholder at {len(group)} places of {first.path[0]}: {names.en}",
    )
    return FileProblem(
        first.path, fit(told), label=_NOTHING_YET, help=_help(first), on=first.on, places=_places(others)
    )


def _sentences(found: Sequence[Unfilled]) -> FileProblem:
    first, *others = found
    where = _named(first.path)
    told = Text(
        zh(where.zh, "还是模板里的说明，没有换成自己的内容"), f"{where.en} is still the instruction of the template"
    )
    if others:
        told = Text(
            f"{len(found)} 处还是模板里的说明，没有换成自己的内容",
            f"{len(found)} texts are still instructions of the template",
        )
    return FileProblem(
        first.path, fit(told), label=Text("这是说明，不是内容", "an instruction, no content"), places=_places(others)
    )


def _places(found: Iterable[Unfilled]) -> tuple[FilePlace, ...]:
    return tuple(FilePlace(each.path, Text("这里也是", "here too"), each.on) for each in found)


def _uses(each: Unfilled, data: Mapping[str, Any]) -> Iterator[FilePlace]:
    """Yield where somebody declared as a placeholder is referred to."""
    if each.on == "key":
        uses = _texts(data, TOP, lambda text: text == each.text)
        yield from (FilePlace(path, Text("这里用到", "used here")) for path, _ in islice(uses, 5))


def _entries(group: Iterable[Unfilled]) -> Text:
    """Return the entries that a group stands in as an enumeration, those of a list by their number."""
    steps = list(dict.fromkeys(each.path[1] for each in group if len(each.path) > 1))
    numbers = [step + 1 if isinstance(step, int) else step for step in steps]
    return listing(map(str, numbers), most=6)


def _named(path: FilePath, on: On = "value") -> Text:
    """Return a field by its entry, such as `任务 T03 的负责人` / `owner of task T03`; an item by its list."""
    if isinstance(path[-1], int):
        path = path[:-1]
    if on == "key" or len(path) < 2:
        return entry_name(path)
    shape, key = shape_at(path), str(path[-1])
    label = shape.label.zh if shape and shape.label else key
    entry = entry_name(path[:-1])
    return Text(zh(entry.zh, "的", label), f"{key} of {entry.en}")


_NOTHING_YET = Text("还没有内容", "nothing is said here yet")
_NOT_SETTLED = Text("还没有定", "not settled yet")


def _help(each: Unfilled) -> Text:
    if each.on == "key":
        return Text(
            "换成真名；还没有人就删去，用到的地方也不写",
            "use the real name; while there is none, leave it out everywhere",
        )
    if each.is_name:
        return Text("写定一个名字；没有定就删去这一行", "write the name; while there is none, delete the line")
    if each.part is not None:
        return Text("换成确定的内容", "write what is meant instead")
    if each.shape.type is date:
        return Text(
            "写成 2026-03-02 这样的日期；没有定就删去这一行",
            "write a date like 2026-03-02; while there is none, delete the line",
        )
    return Text(
        "写上内容；没有定就删去这一行，表单会印出「待填写」",
        "write what is meant, or delete the line: forms then ask for it",
    )
