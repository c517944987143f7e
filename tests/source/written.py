"""Plain data written as people write YAML: block and flow, quoted and plain, comments and blank lines everywhere."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

from collabkit.source.yaml_scalar import is_plain, single_quoted

WORDS = (
    "阶段一",
    "yes",
    "a: b",
    "x # y",
    "李雷",
    "007",
    "1.10",
    "- x",
    "=cmd|x",
    "'",
    'say "hi"',
    "two words",
    "R&D",
    "*",
    "null",
)


class Writer:
    """Writes data at random, the same for the same `chance`."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.step = chance.choice((2, 2, 2, 4))
        self.dash = chance.choice((0, 2, 2))
        self.comments = chance.choice((0.0, 0.1, 0.4))
        self.flows = chance.choice((0.0, 0.3, 0.9))
        self.blank = chance.choice((0.0, 0.2, 1.0))

    def file(self, data: dict[str, object]) -> str:
        """Return data as the text of a file."""
        return "\n".join(("# a project file", *self._mapping(data, 0))) + self.chance.choice(("\n", "", "\n\n# end\n"))

    def _maybe(self, share: float) -> bool:
        return self.chance.random() < share

    def _scalar(self, value: str | None, *, flow: bool) -> str:
        if value is None:
            return "null" if flow else self.chance.choice(("", "null", "~"))
        if value.isprintable() and self._maybe(0.15):
            return single_quoted(value)
        if is_plain(value, flow=flow) and self._maybe(0.85):
            return value
        return json.dumps(value, ensure_ascii=False)

    def _flow(self, value: object) -> str:
        if isinstance(value, dict):
            return (
                "{"
                + ", ".join(f"{self._scalar(key, flow=True)}: {self._flow(inner)}" for key, inner in value.items())
                + "}"
            )
        if isinstance(value, list):
            return "[" + self.chance.choice((", ", ",  ")).join(map(self._flow, value)) + "]"
        assert value is None or isinstance(value, str)
        return self._scalar(value, flow=True)

    def _around(self, indent: int) -> Iterator[str]:
        if self._maybe(self.blank * 0.5):
            yield ""
        if self._maybe(self.comments):
            yield " " * indent + "# a comment: of its own"

    def _trailing(self) -> str:
        return self.chance.choice(("  # why", " # x", "   #")) if self._maybe(self.comments) else ""

    def _mapping(self, data: dict[str, object], indent: int) -> Iterator[str]:
        for number, (key, value) in enumerate(data.items()):
            if number:
                yield from self._around(indent)
            yield from self._entry(" " * indent + self._scalar(key, flow=False) + ":", value, indent)

    def _entry(self, head: str, value: object, indent: int) -> Iterator[str]:
        if isinstance(value, dict | list) and value and not self._maybe(self.flows):
            yield head + self._trailing()
            if isinstance(value, dict):
                yield from self._mapping(value, indent + self.step)
            else:
                yield from self._list(value, indent + self.dash)
        elif isinstance(value, str) and self._is_block(value):
            yield head + " |-" + self._trailing()
            yield from (" " * (indent + self.step) + row for row in value.split("\n"))
        else:
            written = self._flow(value) if isinstance(value, dict | list) else self._scalar(value, flow=False)  # type: ignore[arg-type]  # a text or None
            blank = self.chance.choice((" ", " ", "  ", "\t")) if written else ""
            yield head + blank + written + self._trailing()

    def _is_block(self, value: str) -> bool:
        rows = value.split("\n")
        return len(rows) > 1 and all(row and row == row.strip() and row.isprintable() for row in rows)

    def _list(self, items: list[object], indent: int) -> Iterator[str]:
        margin = " " * indent
        for number, item in enumerate(items):
            if number:
                yield from self._around(indent)
            if isinstance(item, dict) and item and not self._maybe(self.flows):
                first, *rest = self._mapping(item, indent + 2)
                yield f"{margin}- {first[indent + 2 :]}"
                yield from rest
            elif isinstance(item, list) and item and not self._maybe(0.5):
                first, *rest = self._list(item, indent + 2)
                yield f"{margin}- {first[indent + 2 :]}"
                yield from rest
            else:
                yield from (
                    self._entry(f"{margin}-", item if not isinstance(item, dict | list) else item or None, indent)
                    if not isinstance(item, dict | list)
                    else (f"{margin}- {self._flow(item)}{self._trailing()}",)
                )
