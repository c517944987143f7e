"""Headings and fields whose indentation alone puts them elsewhere, found in text that can be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from collabkit.lang import Text
from collabkit.model.fields import Value, fields_of
from collabkit.problem import TOP, Fault, FilePath, FileProblem
from collabkit.source.keys import Meant, fits
from collabkit.source.shape import entries_of, step
from collabkit.source.strangers import belongs
from collabkit.source.wording import fit, short


class Slip(NamedTuple):
    """What stands at `path` belongs at `target`, together with the keys that follow it, if it is a heading."""

    path: FilePath
    target: FilePath
    following: tuple[str, ...] = ()

    def fault(self) -> Fault:
        """Return the fault of its line."""
        name = short(str(self.path[-1]))
        if self.target == self.path:
            message = Text(f"「{name}」下面的键没有缩进", f"the keys below '{name}' are not indented")
            label = Text("它的键在同一层", "its keys stand on its own level")
            help_ = Text(f"「{name}」少缩进两格，或它的键多缩进两格", f"indent '{name}' less, or its keys further")
            return Fault("wrong-type", FileProblem(self.path, fit(message), label, help_, "key"))
        outwards = len(self.target) < len(self.path)
        meant = Meant(self.target.steps[-1:], up=2) if outwards else Meant(self.target.steps[-2:])
        message = Text(f"「{name}」的缩进对不上", f"the indentation of '{name}' does not fit")
        label, help_ = belongs(self.path, meant)
        return Fault(
            "unknown-field" if outwards else "wrong-type", FileProblem(self.path, fit(message), label, help_, "key")
        )


def slips(data: Any, shape: Value, path: FilePath = TOP) -> Iterator[Slip]:
    """Yield the lines of `data` that slipped, the outer ones first; at most one for each mapping."""
    entries = entries_of(shape)
    for name, value in data.items() if isinstance(data, dict) else ():
        if not isinstance(value, dict):
            continue
        inner = entries or step(shape, name)
        if inner is None or (inner.model is None and not inner.is_table):
            continue
        found = _heading(shape, data, inner, value, path / name) or _among_entries(inner, value, path / name)
        if found is not None:
            yield found
        else:
            yield from slips(value, inner, path / name)


def _heading(outer: Value, beside: dict[str, Any], shape: Value, data: dict[str, Any], path: FilePath) -> Slip | None:
    """A key that is missed one level further out: one without a value, to which what follows belongs, or a field."""
    if outer.model is None:
        return None
    wanted = fields_of(outer.model)
    own = fields_of(shape.model) if shape.model else {}
    entries = entries_of(shape)
    of_texts = entries is not None and entries.model is None
    for index, name in enumerate(data):
        following = tuple(data)[index + 1 :] if data[name] is None else ()
        if name not in wanted or name in beside or name in own:
            continue
        # No table has lists for entries.
        astray = of_texts or (entries is not None and isinstance(data[name], list))
        if following or (astray and fits(wanted[name], data[name])):
            return Slip(path / name, path[:-1] / name, following)
    return None


def _among_entries(table: Value, data: dict[str, Any], path: FilePath) -> Slip | None:
    """A field that stands among the entries it belongs into, or an entry whose fields stand among the entries."""
    entries = entries_of(table)
    if entries is None or entries.model is None:
        return None
    known, before = fields_of(entries.model), None
    for index, (name, value) in enumerate(data.items()):
        following = tuple(data)[index + 1 :] if value is None else ()
        if following and all(key in known and fits(known[key], data[key]) for key in following):
            return Slip(path / name, path / name, following)
        above = data[before] if before is not None else None
        if name in known and isinstance(above, dict) and name not in above and _is_field(known[name], entries, value):
            return Slip(path / name, path / str(before) / name)
        before = name
    return None


def _is_field(field: Value, entries: Value, value: Any) -> bool:
    return value is not None and fits(field, value) and not fits(entries, value)
