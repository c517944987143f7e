"""A copy of the data without the values that do not fit, and the way back from its list positions to the file's."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from typing import Any

from collabkit.problem import TOP, FilePath, Path


def value_at(data: Any, path: FilePath) -> Any:
    """Return the value at `path` of plain data; None when there is none."""
    for step in path:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


class Pruned:
    """Data from which values are taken away; what was given stays as it is, only touched parts are copied."""

    def __init__(self, data: Any) -> None:
        self.data = data
        self._own: set[int] = set()
        self._dropped: dict[FilePath, list[int]] = {}

    def value(self, path: Path) -> Any:
        """Return the value at `path`, its list positions counted as now; None when there is none."""
        return value_at(self.data, FilePath(*path))

    def put(self, path: Path, value: Any) -> None:
        """Set the existing value at `path`, positions counted as now."""
        if path:
            self._owned(path[:-1])[path[-1]] = value
        else:
            self.data = value

    def remove(self, paths: Iterable[Path]) -> None:
        """Take the values at `paths` away, all positions counted as before the call."""
        # From the end, so that the position of what is still to be removed does not move.
        for path in sorted(set(paths), key=_from_the_end, reverse=True):
            if path and self._exists(path):
                parent = self._owned(path[:-1])
                original = self.original(path)
                if isinstance(original[-1], int):
                    insort(self._dropped.setdefault(original[:-1], []), original[-1])
                del parent[path[-1]]

    def original(self, path: Path) -> FilePath:
        """Return where the value at `path` stands in the file, where list items that were left out still count."""
        if not self._dropped:
            return FilePath(*path)
        found = TOP
        for step in path:
            if isinstance(step, int):
                for dropped in self._dropped.get(found, ()):
                    if dropped > step:
                        break
                    step += 1
            found = found / step
        return found

    def now(self, path: FilePath) -> Path:
        """Return where the value at `path` of the file stands now; of a list item that was left out, its list."""
        steps: Path = ()
        for number, step in enumerate(path):
            dropped = self._dropped.get(path[:number], ()) if isinstance(step, int) else ()
            if step in dropped:
                break
            steps = (*steps, step - sum(each < step for each in dropped) if isinstance(step, int) else step)
        return steps

    def _exists(self, path: Path) -> bool:
        parent, step = self.value(path[:-1]), path[-1]
        if isinstance(parent, dict):
            return step in parent
        return isinstance(parent, list) and isinstance(step, int) and step < len(parent)

    def _owned(self, path: Path) -> Any:
        """Return the mapping or list at `path` as a copy of our own, copying what leads to it."""
        self.data = value = self._copy(self.data)
        for step in path:
            value[step] = value = self._copy(value[step])
        return value

    def _copy(self, value: Any) -> Any:
        if id(value) in self._own:
            return value
        copy = value.copy()
        self._own.add(id(copy))
        return copy


def _from_the_end(path: Path) -> tuple[tuple[bool, str, int], ...]:
    return tuple((isinstance(step, int), "", step) if isinstance(step, int) else (False, step, 0) for step in path)
