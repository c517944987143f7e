"""What stands beside a field in `Annotated` and says more of it than its type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Ref(NamedTuple):
    """Marks a text as the id of an entry of one of these `sections`; `also` are words that count too.

    Where it is `open`, somebody outside the project may be named.
    """

    sections: tuple[str, ...]
    also: frozenset[str] = frozenset()
    open: bool = False


@dataclass(frozen=True, slots=True)
class Needed:
    """Marks a field without which its entry says nothing, such as a task's name; missing, it is a finding."""
