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
from collabkit.model.fields import Value
from collabkit.model.walk import needed_but_missing
from collabkit.problem import TOP, Fault, FilePath, Path
from collabkit.source import far_days, hashes, headings, keys, limits, strangers, type_errors, unfilled
from collabkit.source.pause import collector_paused
from collabkit.source.prune import Pruned, value_at
from collabkit.source.shape import is_plain_text, shape_at
from collabkit.source.slips import slips
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
    tainted: frozenset[FilePath]
    _pruned: Pruned = field(repr=False)

    def original(self, path: Path) -> FilePath:
        """Return where a value of `project` stands in the file."""
        return self._pruned.original(path)

    def doubts(self, path: FilePath) -> bool:
        """Return whether `path` lies at or under a tainted one."""
        return bool(self.tainted) and any(way in self.tainted for way in path.ways)

    @property
    def unread(self) -> frozenset[Path]:
        """Return the tainted paths as those of the project; of a list item that was left out, that of its list."""
        return frozenset(map(self._pruned.now, self.tainted))


def validate(source: Source) -> Read:
    """Return the project of `source` and every fault of its text and of its values."""
    if not source.complete:
        return Read(None, _by_place(source, source.faults), source.tainted, Pruned(None))
    if not isinstance(source.data, dict):
        fault = type_errors.no_mapping(source.data)
        faults = source.faults or [fault]
        return Read(None, _by_place(source, faults), frozenset((TOP,)), Pruned(None))
    with collector_paused():
        return _Reading(source).read()


class _Reading:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.pruned = Pruned(source.data)
        self.faults: list[Fault] = list(source.faults)
        self.tainted: set[FilePath] = set(source.tainted)
        self.misfits = 0
        self.maybe: set[FilePath] = set()
        """Fields that an unknown key may have been meant for: that they are missing is no second mistake."""
        self.commented: dict[FilePath, str] = {}
        """Needed fields without a value, and the comment that looks like it."""

    def read(self) -> Read:
        self._hashes()
        self._slips()
        self._headings()
        self._far_days()
        self._places_held()
        project = self._project()
        if project is not None:
            self._needed(project)
        self._dates()
        if self.misfits > limits.MAX_FAULTS:
            self.faults.append(limits.more_misfits(self.misfits))
        faults = _by_place(self.source, self.faults)
        return Read(project, faults, frozenset(self.tainted | self.maybe | self._doubled()), self.pruned)

    def _hashes(self) -> None:
        """Tell the texts that `#` cuts short; of one that is needed and empty, that it is missing is told instead."""
        for path, at in self.source.hashes:
            shape, value = shape_at(path), value_at(self.source.data, path)
            comment = self.source.text[at[0] : sum(at)]
            error = hashes.of_excel(comment)
            if error is not None:
                self._tell(path, partial(hashes.error_value, path, error, at))
            elif shape is None or not is_plain_text(shape):
                continue
            elif value is None and (shape.required or shape.needed):
                self.commented[path] = comment
            else:
                self._tell(path, partial(hashes.cut, path, value, comment, at))

    def _headings(self) -> None:
        """Tell the headings that are missing, and read what they head where it belongs."""
        for lost in headings.headless(self.pruned.data):
            self._tell(lost.paths[0], lost.fault)
            self.pruned.remove(path.steps for path in lost.paths)
            self.pruned.put((lost.section,), lost.value)
            self.tainted.update((FilePath(lost.section), *lost.paths))

    def _slips(self) -> None:
        """Tell the lines whose indentation puts them elsewhere, and read them where they belong."""
        for slip in slips(self.source.data, Value(Project)):
            following = {name: self.pruned.value((*slip.path[:-1], name)) for name in slip.following}
            value = following or self.pruned.value(slip.path.steps)
            self._tell(slip.path, slip.fault)
            self.pruned.remove([slip.path.steps, *((*slip.path[:-1], name) for name in following)])
            self.pruned.put(slip.target.steps, value)
            self.tainted.add(slip.target)

    def _far_days(self) -> None:
        """Tell the days that cannot be meant, and read those that most likely are."""
        for path, day, meant in far_days.far_days(self.source.text, self.source.data):
            self._tell(path, partial(far_days.fault, path, day, meant))
            if self.pruned.value(path.steps) is not None:
                self.pruned.put(path.steps, str(meant) if meant else None)

    def _places_held(self) -> None:
        """Tell what only holds a place, and read it as not written: what is missing there is told by that."""
        found = unfilled.unfilled(self.source.data)
        self.faults += unfilled.faults(found, self.source.data)
        self.tainted.update(each.path for each in found)
        for each in found:
            if each.may_be_empty:
                self.pruned.put(each.path.steps, None)
        self.pruned.remove(each.path.steps for each in found if not each.stays and not each.may_be_empty)

    def _doubled(self) -> set[FilePath]:
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
            self._miss(original)
            if len(path) > 1 and path[0] != "project":
                remove.add(path[:-1])
            return False
        value = self.pruned.value(path)
        if kind == "extra_forbidden":
            return self._stranger(path, value, remove)
        if value is None and loc[-1:] != ("[key]",):
            return self._fill(path, remove)
        remove.add(path)
        if kind == "too_short" and self._lost_items(original):
            return False
        slip = self._slip(kind, original)
        if slip is not None:
            told = self._tell(original, partial(type_errors.slipped, original, value, slip))
            return told and self._move(path, value, slip)
        self._tell(original, partial(type_errors.explain, kind, loc, original, value, self.source.data))
        return False

    def _stranger(self, path: Path, value: Any, remove: set[Path]) -> bool:
        """Tell an unknown key and read it as what it means, so that nothing else complains of the absence of that."""
        original, data = self.pruned.original(path), self.source.data
        if not isinstance(value_at(data, original[:-1]), dict):
            # It stands in what has slipped, which is read where it belongs.
            original, data = FilePath(*path), self.pruned.data
        meant = keys.meant(original, data)
        told = self._tell(original, partial(strangers.unknown, original, data, meant))
        remove.add(path)
        if meant is None:
            others = keys.strays_may_mean(original, value, value_at(data, original[:-1]))
            self.maybe.update(original[:-1] / key for key in others)
            return False
        self.maybe.update(original[:-1] / key for key in meant.others)
        return told and self._move(path, value, meant)

    def _slip(self, kind: str, path: FilePath) -> keys.Meant | None:
        """Return where a line belongs that stands among entries of another kind."""
        table = shape_at(path[:-1])
        among = table is not None and table.is_table and kind in ("model_type", "dict_type", "string_type")
        return keys.slipped(path, self.source.data) if among else None

    def _move(self, path: Path, value: Any, meant: keys.Meant) -> bool:
        """Put a value where it belongs, if that place is free."""
        target = (*path[: -meant.up], *meant.rest)
        beside = self.pruned.value(target[:-1])
        if beside is None and meant.slipped:
            # A heading whose entries have all slipped.
            self.pruned.put(target[:-1], {})
            beside = {}
        if not isinstance(beside, dict) or target[-1] in beside:
            return False
        self.pruned.put(target, value)
        self.tainted.add(meant.target(self.pruned.original(path)))
        return True

    def _fill(self, path: Path, remove: set[Path]) -> bool:
        """Read an empty value as an entry without fields, else as not written; return whether it was filled."""
        original = self.pruned.original(path)
        shape = shape_at(original)
        if shape is not None and shape.model is not None and not isinstance(path[-1], int) and len(path) > 1:
            self.pruned.put(path, {})
            return True
        if isinstance(path[-1], int) or (shape is not None and not shape.key):
            self._tell(original, partial(type_errors.empty, original))
        elif shape is not None and shape.required:
            self._tell(original, partial(self._missing, original))
        remove.add(path)
        return False

    def _tell(self, path: FilePath, fault: Callable[[], Fault]) -> bool:
        """Tell the fault at `path` unless it follows from another; return whether it is among those listed."""
        if self._doubted(path):
            return False
        self.tainted.add(path)
        self.misfits += 1
        if self.misfits > limits.MAX_FAULTS:
            return False
        self.faults.append(fault())
        return True

    def _miss(self, path: FilePath) -> None:
        if path not in self.maybe:
            self._tell(path, partial(self._missing, path))

    def _missing(self, path: FilePath) -> Fault:
        above = value_at(self.source.data, path[:-1])
        written = isinstance(above, dict) and path[-1] in above
        return type_errors.missing(path, written=written, comment=self.commented.get(path))

    def _lost_items(self, path: FilePath) -> bool:
        return any(len(doubt) > len(path) and doubt[: len(path)] == path for doubt in self.tainted)

    def _doubted(self, path: FilePath) -> bool:
        return any(way in self.tainted for way in path.ways)

    def _needed(self, project: Project) -> None:
        for path in needed_but_missing(project):
            self._miss(self.pruned.original(path))

    def _dates(self) -> None:
        for path in self.source.dates:
            shape = shape_at(path)
            if shape is not None and shape.type is date and not self._doubted(path):
                self.faults += type_errors.not_iso(path, value_at(self.source.data, path))


def _by_place(source: Source, faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return `faults` in the order of the file; what an alias repeats at one place is told once."""
    seen: dict[tuple[Any, ...], Fault] = {}
    for fault in faults:
        problem = fault.problem
        at = problem.at or source.at(problem.path, problem.on)
        seen.setdefault((*at, fault.rule, str(problem.path.steps[-1:])), fault)
    return tuple(fault for _, fault in sorted(seen.items(), key=lambda item: item[0]))
