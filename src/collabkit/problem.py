"""What is wrong at a symbolic path of the project file, before anyone knows its line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from collabkit.lang import Text

Path = tuple[str | int, ...]
"""The address of a value: mapping keys and list indexes from the top, e.g. `("tasks", "T03", "owner")`."""

On = Literal["key", "value"]
"""Whether a path means the key that leads to it or the value that stands there."""


EVERY = "*"
"""In a path that a problem rests on: any entry of the section."""
ITSELF = ""
"""In a path that a problem rests on: only the entry as a whole, not one of its values."""

At = tuple[int, int]
"""A stretch of the file's text that no path can name: its offset and length in code points."""


class Severity(StrEnum):
    """How bad a mistake is: an error stops a form from being issued."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Return 2 for an error, 1 for a warning, 0 for information."""
        return {"error": 2, "warning": 1, "info": 0}[self.value]


@dataclass(frozen=True, slots=True)
class Place:
    """A second labelled place that explains a problem, such as an edge of a cycle; `at` goes before `path`.

    `message` is what would be told of the place alone, where the problem stands for several like ones.
    """

    path: Path
    label: Text
    on: On = "value"
    at: At | None = None
    message: Text | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake. A path that does not exist in the file means the missing key of the mapping above it.

    `message` says what is wrong and names the value or id, in one line without a final full stop;
    `label` stands at the caret; `help` is the one thing to do (the rule's own help when left out).
    `at` goes before `path` where the text could not become data, as in broken YAML. `severity` is that of the rule
    when left out. `many` is what is said of several such problems at once, `{}` in it stands for their number and kind:
    `{} have no owner`. `rests_on` are further values it is concluded from, `("subgoals", EVERY, "goal")` for those of
    all entries: it is not told where one of them could not be read, since that may be the one it misses.
    """

    path: Path
    message: Text
    label: Text | None = None
    help: Text | None = None
    on: On = "value"
    places: tuple[Place, ...] = ()
    at: At | None = None
    severity: Severity | None = None
    many: Text | None = None
    rests_on: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A value that is missing: where it would stand, and what it is called."""

    path: Path
    name: Text

    @property
    def key(self) -> str:
        """Return the key that is missing."""
        return str(self.path[-1])


@dataclass(frozen=True, slots=True)
class Lacking:
    """What something lacks, told as one problem by `tell`, of those gaps that are none of a mistyped value."""

    gaps: tuple[Gap, ...]
    tell: Callable[[Sequence[Gap]], Problem]


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem found while the file was read, with the name of the rule it breaks."""

    rule: str
    problem: Problem


def dotted(path: Iterable[str | int]) -> str:
    """Return a path as one text, its steps joined by dots: `tasks.T03.owner`, `tasks.T05.after.1`."""
    return ".".join(map(str, path))
