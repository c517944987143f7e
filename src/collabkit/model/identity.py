"""What tells the entries of a list apart, wherever in it they stand.

An entry of a table has its key for that. An entry of a list has its `id` or, without one, the values of its natural
key, which its model declares.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from collabkit.model.base import Model


@dataclass(frozen=True, slots=True)
class Identity:
    """The `id` of an entry, or the values of its natural key; '' stands for one that is missing.

    `ordinal` tells apart the entries of a list that share them: the first is 1.
    """

    values: tuple[str, ...]
    ordinal: int = 1

    def __str__(self) -> str:
        """Return it in one line, such as `kickoff 2026-03-03`, or `kickoff 2026-03-03 #2`."""
        said = " ".join(filter(None, self.values))
        return said if self.ordinal == 1 else f"{said} #{self.ordinal}".lstrip()


def identity(entry: Model) -> Identity:
    """Return what identifies an entry of a list by what stands in it alone."""
    if given := getattr(entry, "id", None):
        return Identity((given,))
    return Identity(tuple(_said(getattr(entry, name)) for name in entry.natural_key))


def identities(entries: Iterable[Model]) -> Iterator[Identity]:
    """Yield the identity of every entry of a list, no two alike; those that share one are counted in their order."""
    seen: Counter[Identity] = Counter()
    for entry in entries:
        plain = identity(entry)
        seen[plain] += 1
        yield replace(plain, ordinal=seen[plain])


def _said(value: object) -> str:
    """Return a value as text; how a long text is broken into lines says nothing."""
    return "" if value is None else " ".join(str(value).split())
