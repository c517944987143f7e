"""What cannot be relied on: values that could not be read, ids that lead nowhere, a country nobody knows."""

from __future__ import annotations

from collabkit.plan import Plan
from collabkit.problem import EVERY, FilePath
from collabkit.source.validate import Read


class Doubt:
    """Answers whether what a rule concludes from could not be read; paths are those of the file."""

    def __init__(self, read: Read, plan: Plan) -> None:
        country = () if plan.calendar.country_is_known else (FilePath("calendar", "country"),)
        nowhere = (read.original(reference.path) for reference in plan.dangling)
        self._paths: frozenset[FilePath] = read.tainted.union(nowhere, country)
        self._above = frozenset(path[:end] for path in self._paths for end in range(len(path)))
        self._known: dict[FilePath, bool] = {}

    def about(self, path: FilePath) -> bool:
        """Return whether there is doubt about the value at `path`, one around it or one inside it."""
        if not self._paths:
            return False
        if EVERY in path:
            return self._about_every(path)
        return path in self._above or any(way in self._paths for way in path.ways)

    def _about_every(self, path: FilePath) -> bool:
        if path not in self._known:
            self._known[path] = any(doubt[:1] == path[:1] and _fits(doubt, path) for doubt in self._paths)
        return self._known[path]


def _fits(doubt: FilePath, path: FilePath) -> bool:
    return all(asked in (EVERY, step) for step, asked in zip(doubt, path, strict=False))
