"""Did you mean: the known name nearest to a mistyped one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the one of `known` that `name` most likely meant, or None when nothing is near.

    Equal up to case, width, `-`, `_`, blanks and invisible characters comes first; then the smallest
    Damerau-Levenshtein distance (optimal string alignment: a transposition counts 1) up to a third of the longer
    name's length, at least 1; of two as near as each other the one that begins alike.
    """
    folded = fold(name)
    best: tuple[int, bool, str] | None = None
    for candidate in known:
        other = fold(candidate)
        if other == folded:
            return candidate
        limit = max(1, max(len(folded), len(other)) // 3)
        if abs(len(other) - len(folded)) > limit:
            continue
        distance = _distance(folded, other)
        # 王方 may mean 王芳, who shares one character of two; of a name of one character nothing would be left.
        rank = (distance, other[:1] != folded[:1])
        if distance <= limit and distance < len(other) and (best is None or rank < best[:2]):
            best = (*rank, candidate)
    return best[2] if best else None


def fold(name: str) -> str:
    """Return `name` without what people do not see or do not mind: case, width, `-`, `_`, blanks, zero-width marks."""
    if not name.isascii():
        name = "".join(char for char in unicodedata.normalize("NFKC", name) if unicodedata.category(char) != "Cf")
    return name.casefold().replace("-", "").replace("_", "").replace(" ", "")


def _distance(a: str, b: str) -> int:
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
