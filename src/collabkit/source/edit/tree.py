"""The values of a file as the edits leave them, each knowing where it stood before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from collabkit.problem import FilePath
from collabkit.source.positions import Spots

Children = dict[str, "Node"] | list["Node"]


class Node:
    """A value: one of the file with the `spot` where it stands, or a fresh one without.

    `children` are those of a mapping or list that was looked into; `number` is its place among the entries that its
    mapping or list has in the file, also where a fresh value takes the place of one; `value` is what the file says, or
    what was asked for.
    """

    __slots__ = ("children", "key", "merged", "number", "own", "path", "spot", "value", "written")

    def __init__(self, value: Any, path: FilePath, spot: int | Spots | None = None, number: int | None = None) -> None:
        self.value = value
        self.path = path
        self.spot = spot
        self.number = number
        self.key = path.steps[-1] if path.steps else None
        """The key it has in the file."""
        self.merged = False
        self.own = 0
        """The number of entries that it has in the file without those of a merge."""
        self.written: str | None = None
        self.children: Children | None = None
        if spot is None:
            self.children = _fresh(value, path)

    @property
    def is_mapping(self) -> bool:
        """Return whether it has keys."""
        return isinstance(self.value if self.children is None else self.children, dict)

    @property
    def is_list(self) -> bool:
        """Return whether it has items."""
        return isinstance(self.value if self.children is None else self.children, list)

    def open(self, own: int) -> None:
        """Make the children of a value of the file; those after the first `own` come from a merge."""
        if self.children is not None or self.spot is None or isinstance(self.spot, int):
            return
        self.own = own
        if isinstance(self.value, dict):
            spots = self.spot[2::2]
            self.children = {
                key: Node(value, self.path / key, spots[number], number)
                for number, (key, value) in enumerate(self.value.items())
            }
            for child in list(self.children.values())[own:]:
                child.merged = True
        else:
            spots = self.spot[1:]
            self.children = [Node(value, self.path / at, spots[at], at) for at, value in enumerate(self.value)]

    def is_as_it_was(self, key: str | None) -> bool:
        """Return whether nobody has looked into it, replaced it or renamed the key that it now has, if it has one."""
        return self.children is None and self.spot is not None and key in (None, self.key)

    def data(self) -> Any:
        """Return it as a file that holds it is read."""
        if isinstance(self.children, dict):
            return {key: child.data() for key, child in self.children.items()}
        if isinstance(self.children, list):
            return [child.data() for child in self.children]
        return self.value if self.spot is not None else as_read(self.value)

    def asked(self) -> Any:
        """Return it as it was asked for, not as it is read."""
        if isinstance(self.children, dict):
            return {key: child.asked() for key, child in self.children.items()}
        if isinstance(self.children, list):
            return [child.asked() for child in self.children]
        return self.value

    def entries(self) -> Iterator[tuple[str | None, Node]]:
        """Yield key and value of every child; items have no key."""
        if isinstance(self.children, dict):
            yield from self.children.items()
        elif self.children is not None:
            for child in self.children:
                yield None, child


def as_read(value: Any) -> Any:
    """Return a value as it is read from a file: texts, None, and lists and dicts of them."""
    if isinstance(value, dict):
        return {str(key): as_read(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [as_read(inner) for inner in value]
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def _fresh(value: Any, path: FilePath) -> Children | None:
    if isinstance(value, dict):
        return {str(key): Node(inner, path / str(key)) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [Node(inner, path / at) for at, inner in enumerate(value)]
    return None
