"""The data against the model: the project as far as it is understood, a fault for every value that does not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from collabkit.model import Project
from collabkit.problem import Fault, Path
from collabkit.source import limits, misfit, unfilled
from collabkit.source.pause import collector_paused
from collabkit.source.prune import Pruned, value_at
from collabkit.source.shape import needed_but_missing, shape_at
from collabkit.source.source import Source

_MAX_ROUNDS = 20
"""A value that hides another one behind it costs a round; real files need two."""


@dataclass(frozen=True, slots=True)
class Read:
    """What reading a file came to.

    `project` is None when the text is broken or something without which no form can be rendered is missing. `faults`
    are sorted by place. `tainted` are the paths whose values were left out of the project, or are in doubt: a rule's
    problem at or under one of them only repeats a fault.
    """

    project: Project | None
    faults: tuple[Fault, ...]
    tainted: frozenset[Path]
    _pruned: Pruned = field(repr=False)

    def original(self, path: Path) -> Path:
        """Return a path into `project` as a path into the file, where list items that were left out still count."""
        return self._pruned.original(path)

    def doubts(self, path: Path) -> bool:
        """Return whether `path`, a path into the file, lies at or under a tainted one."""
        return bool(self.tainted) and any(path[:end] in self.tainted for end in range(len(path) + 1))


def validate(source: Source) -> Read:
    """Return the project of `source` and every fault of its text and of its values."""
    if not source.complete:
        return Read(None, _by_place(source, source.faults), source.tainted, Pruned(None))
    if not isinstance(source.data, dict):
        fault = misfit.no_mapping(source.data)
        faults = source.faults or [fault]
        return Read(None, _by_place(source, faults), frozenset(((),)), Pruned(None))
    with collector_paused():
        return _Reading(source).read()


class _Reading:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.pruned = Pruned(source.data)
        self.faults: list[Fault] = list(source.faults)
        self.tainted: set[Path] = set(source.tainted)
        self.misfits = 0
        self.with_stranger: set[Path] = set()
        """Mappings with an unknown key that means nothing: it may well be what is missing there."""

    def read(self) -> Read:
        self._places_held()
        project = self._project()
        if project is not None:
            self._needed(project)
        self._dates()
        if self.misfits > limits.MAX_FAULTS:
            self.faults.append(limits.more_misfits(self.misfits))
        faults = _by_place(self.source, self.faults)
        return Read(project, faults, frozenset(self.tainted | self._doubled()), self.pruned)

    def _places_held(self) -> None:
        """Tell what only holds a place, and read it as not written: what is missing there is told by that."""
        found = unfilled.unfilled(self.source.data)
        self.faults += unfilled.faults(found, self.source.data)
        self.tainted.update(each.path for each in found)
        for each in found:
            if each.may_be_empty:
                self.pruned.put(each.path, None)
        self.pruned.remove(each.path for each in found if not each.stays and not each.may_be_empty)

    def _doubled(self) -> set[Path]:
        """Return the entries whose id stands twice: which of the two is whose nobody knows."""
        paths = {fault.problem.path for fault in self.source.faults if fault.rule == "duplicate-key"}
        return {path for path in paths if (table := shape_at(path[:-1])) is not None and table.is_table}

    def _project(self) -> Project | None:
        for _ in range(_MAX_ROUNDS):
            try:
                return Project.model_validate(self.pruned.data, by_alias=True, by_name=False)
            except ValidationError as error:
                if not self._mend(error):
                    return None
        return None

    def _mend(self, error: ValidationError) -> bool:
        """Tell every error, take what causes it away; return whether that can have helped."""
        if error.error_count() > limits.MAX_MISFITS:
            self.faults.append(limits.no_project(error.error_count()))
            return False
        details = error.errors(include_url=False, include_input=False)
        # Unknown keys first: one that is a mistyped key explains why another is missing.
        details.sort(key=lambda detail: detail["type"] != "extra_forbidden")
        remove: set[Path] = set()
        changed = [self._mend_one(detail, remove) for detail in details]
        self.pruned.remove(remove)
        return bool(remove) or any(changed)

    def _mend_one(self, detail: ErrorDetails, remove: set[Path]) -> bool:
        """Tell one error, note in `remove` what causes it; return whether a value was put in place of another."""
        kind, loc = detail["type"], detail["loc"]
        path: Path = tuple(step for step in loc if step != "[key]")
        original = self.pruned.original(path)
        if kind == "missing":
            self._tell(original, partial(self._missing, original))
            if len(path) > 1 and path[0] != "project":
                remove.add(path[:-1])
            return False
        value = self.pruned.value(path)
        unknown = kind == "extra_forbidden"
        if value is None and not unknown and loc[-1:] != ("[key]",):
            return self._fill(path, remove)
        if kind == "too_short" and self._lost_items(original):
            remove.add(path)
            return False
        told = self._tell(original, partial(misfit.explain, kind, loc, original, value, self.source.data))
        remove.add(path)
        return unknown and told and self._rename(path, value)

    def _rename(self, path: Path, value: Any) -> bool:
        """Read a mistyped key as the one it means, if that is free, so that nothing else complains of its absence."""
        meant = misfit.meant_path(path)
        if meant is None:
            self.with_stranger.add(self.pruned.original(path[:-1]))
        if meant is None or meant[-1] in self.pruned.value(path[:-1]):
            return False
        self.pruned.put(meant, value)
        self.tainted.add(self.pruned.original(meant))
        return True

    def _fill(self, path: Path, remove: set[Path]) -> bool:
        """Read an empty value as an entry without fields, else as not written; return whether it was filled."""
        shape = shape_at(path)
        if shape is not None and shape.model is not None and not isinstance(path[-1], int) and len(path) > 1:
            self.pruned.put(path, {})
            return True
        original = self.pruned.original(path)
        if isinstance(path[-1], int) or (shape is not None and shape.field is None):
            self._tell(original, partial(misfit.empty, original))
        elif shape is not None and shape.field is not None and shape.field.is_required():
            self._tell(original, partial(self._missing, original))
        remove.add(path)
        return False

    def _tell(self, path: Path, fault: Callable[[], Fault]) -> bool:
        """Tell the fault at `path` unless it follows from another; return whether it is among those listed."""
        if self._doubted(path):
            return False
        self.tainted.add(path)
        self.misfits += 1
        if self.misfits > limits.MAX_FAULTS:
            return False
        self.faults.append(fault())
        return True

    def _missing(self, path: Path) -> Fault:
        above = value_at(self.source.data, path[:-1])
        return misfit.missing(path, written=isinstance(above, dict) and path[-1] in above)

    def _lost_items(self, path: Path) -> bool:
        return any(len(doubt) > len(path) and doubt[: len(path)] == path for doubt in self.tainted)

    def _doubted(self, path: Path) -> bool:
        return any(path[:end] in self.tainted for end in range(len(path) + 1))

    def _needed(self, project: Project) -> None:
        for path in needed_but_missing(project):
            original = self.pruned.original(path)
            if original[:-1] not in self.with_stranger:
                self._tell(original, partial(self._missing, original))

    def _dates(self) -> None:
        for path in self.source.dates:
            shape = shape_at(path)
            if shape is not None and shape.type is date and not self._doubted(path):
                self.faults += misfit.not_iso(path, value_at(self.source.data, path))


def _by_place(source: Source, faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return `faults` in the order of the file; what an alias repeats at one place is told once."""
    seen: dict[tuple[Any, ...], Fault] = {}
    for fault in faults:
        problem = fault.problem
        at = problem.at or source.at(problem.path, problem.on)
        seen.setdefault((*at, fault.rule, str(problem.path[-1:])), fault)
    return tuple(fault for _, fault in sorted(seen.items(), key=lambda item: item[0]))
