"""What stays of a finding when lines move: its rule and the logical path of what it is about."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from typing import Any

from collabkit.model import Project
from collabkit.model.base import Model
from collabkit.model.fields import Value, fields_of
from collabkit.problem import FilePath
from collabkit.source.shape import step


class Fingerprints:
    """Names what is found in one file; ask in the order of the file.

    A fingerprint does not change with lines, line ends, the order of a list or mapping, the words of a message or the
    file's name; two findings of a file never share one.
    """

    def __init__(self, data: Any) -> None:
        self._data = data
        self._names: dict[int, list[str]] = {}
        self._told: Counter[tuple[str, ...]] = Counter()

    def of(self, code: str, path: FilePath) -> str:
        """Return 32 hexadecimal digits for the next finding of the rule `code` at a path of the file."""
        logical = (code, *self._logical(path))
        self._told[logical] += 1
        text = "\0".join((*logical, str(self._told[logical])))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def _logical(self, path: FilePath) -> tuple[str, ...]:
        """Return a path with what entries of lists say of themselves in place of their positions."""
        steps: list[str] = []
        data = self._data
        here: Value | None = Value(Project)
        for key in path:
            here = step(here, key) if here else None
            if isinstance(data, list) and isinstance(key, int) and key < len(data):
                steps.append(self._of_entries(data, here)[key])
                data = data[key]
            else:
                steps.append(str(key))
                data = data.get(key) if isinstance(data, dict) else None
        return tuple(steps)

    def _of_entries(self, entries: list[Any], shape: Value | None) -> list[str]:
        """Return what tells the entries of a list apart, those that say the same counted."""
        if id(entries) not in self._names:
            model = shape.model if shape else None
            seen: Counter[str] = Counter()
            names = []
            for entry in entries:
                name = _said(entry, model) if isinstance(entry, dict) else str(entry)
                seen[name] += 1
                names.append(f"{name}#{seen[name]}")
            self._names[id(entries)] = names
        return self._names[id(entries)]


def _said(entry: Mapping[str, Any], model: type[Any] | None) -> str:
    if model is None or not issubclass(model, Model):
        return ""
    keys = {field.name: key for key, field in fields_of(model).items()}
    if entry.get("id"):
        return str(entry["id"])
    return "\0".join(" ".join(str(entry.get(keys[name]) or "").split()) for name in model.natural_key)
