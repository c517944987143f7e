"""A fact of a project, and how it is read from every output in which it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from collabkit.lang import Lang

Outputs = Mapping[str, Any]
Values = Mapping[Any, Any]
Reader = Callable[[Any, Lang], Values]
"""Returns what an output says: a value for each entry it tells of, under '' what is told once of the whole project."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What the outputs say about one entry, where they do not say the same."""

    fact: str
    entry: Any
    said: Mapping[str, Any]

    def __str__(self) -> str:
        entry = f" {self.entry}" if self.entry != "" else ""
        return f"{self.fact}{entry}: " + ", ".join(f"{output} says {value!r}" for output, value in self.said.items())


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that stands in several outputs, with a reader for each of them.

    A fact that stands twice in one output has a reader for each place, such as `weekly / budget`. Outputs are compared
    entry by entry where they both tell of it; that an output leaves entries out is a fact of its own, whose value is
    their set. `within` is how far numbers may lie apart because they are rounded differently; `spoken` says that the
    value is a word or a name, which is another one in the other language.
    """

    name: str
    readers: Mapping[str, Reader]
    within: float = 0
    spoken: bool = False

    def said(self, outputs: Outputs, lang: Lang) -> dict[Any, dict[str, Any]]:
        """Return for each entry what the outputs say about it."""
        found: dict[Any, dict[str, Any]] = {}
        for place, reader in self.readers.items():
            output = output_of(place)
            if output in outputs:
                for entry, value in reader(outputs[output], lang).items():
                    found.setdefault(entry, {})[place] = value
        return found

    def disagreements(self, outputs: Outputs, lang: Lang) -> Iterator[Disagreement]:
        """Yield every entry about which the outputs do not agree."""
        for entry, said in self.said(outputs, lang).items():
            first, *others = said.values()
            if any(not self.same(first, other) for other in others):
                yield Disagreement(self.name, entry, said)

    def same(self, one: Any, other: Any) -> bool:
        """Return whether two values are the same."""
        if self.within and isinstance(one, float) and isinstance(other, float):
            return abs(one - other) <= self.within
        return bool(one == other)


def output_of(place: str) -> str:
    """Return the output in which a place is."""
    return place.split(" / ")[0]
