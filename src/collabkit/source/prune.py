"""A copy of the data without the values that do not fit, and the way back from its list positions to the file's."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from typing import Any

from collabkit.problem import Path


def value_at(data: Any, path: Path) -> Any:
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
        self._dropped: dict[Path, list[int]] = {}

    def value(self, path: Path) -> Any:
        """Return the value at `path`, its list positions counted as now; None when there is none."""
        return value_at(self.data, path)

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
                *above, position = self.original(path)
                if isinstance(position, int):
                    insort(self._dropped.setdefault(tuple(above), []), position)
                del parent[path[-1]]

    def original(self, path: Path) -> Path:
        """Return `path` with positions in lists counted as in the file."""
        if not self._dropped:
            return path
        steps: Path = ()
        for step in path:
            if isinstance(step, int):
                for dropped in self._dropped.get(steps, ()):
                    if dropped > step:
                        break
                    step += 1
            steps = (*steps, step)
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
