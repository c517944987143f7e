"""What is wrong at a symbolic path of the project file, before anyone knows its line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, overload

from collabkit.changes import Change
from collabkit.lang import Text

Path = tuple[str | int, ...]
"""The address of a value of the project: fields and ids from the top, e.g. `("tasks", "T03", "owner")`."""

On = Literal["key", "value"]
"""Whether a path means the key that leads to it or the value that stands there."""


EVERY = "*"
"""In a path that a problem rests on: any entry of the section."""
ITSELF = ""
"""In a path that a problem rests on: only the entry as a whole, not one of its values."""

At = tuple[int, int]
"""A stretch of the file's text that no path can name: its offset and length in code points."""


class FilePath:
    """The address of a value in the file: keys as they are written there, and positions in lists, from the top.

    It is another type than `Path`, since a list of the project lacks the items that could not be read.
    """

    __slots__ = ("steps",)

    def __init__(self, *steps: str | int) -> None:
        self.steps = steps

    def __truediv__(self, step: str | int) -> FilePath:
        """Return the path one step further in."""
        return FilePath(*self.steps, step)

    @overload
    def __getitem__(self, which: int) -> str | int: ...
    @overload
    def __getitem__(self, which: slice) -> FilePath: ...
    def __getitem__(self, which: int | slice) -> str | int | FilePath:
        """Return one step, or the path of some steps."""
        return FilePath(*self.steps[which]) if isinstance(which, slice) else self.steps[which]

    def __iter__(self) -> Iterator[str | int]:
        """Yield the steps."""
        return iter(self.steps)

    def __len__(self) -> int:
        """Return the number of steps."""
        return len(self.steps)

    def __eq__(self, other: object) -> bool:
        """Return whether both are the same steps in the file."""
        return isinstance(other, FilePath) and self.steps == other.steps

    def __hash__(self) -> int:
        """Return a hash that is not that of the steps alone."""
        return hash((FilePath, self.steps))

    def __repr__(self) -> str:
        """Return it as it is made."""
        return f"FilePath{self.steps!r}"

    @property
    def ways(self) -> Iterator[FilePath]:
        """Yield the file, everything that leads to the value, and the value itself."""
        return (self[:end] for end in range(len(self.steps) + 1))


TOP = FilePath()
"""The file as a whole."""


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
    """A second labelled place of the project that explains a problem, such as an edge of a cycle.

    `message` is what would be told of the place alone, where the problem stands for several like ones.
    """

    path: Path
    label: Text
    on: On = "value"
    message: Text | None = None


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A second labelled place of the file; `at` goes before `path`."""

    path: FilePath
    label: Text
    on: On = "value"
    at: At | None = None
    message: Text | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake of a project. A path that the file does not have means the missing key of the mapping above it.

    `message` says what is wrong and names the value or id, in one line without a final full stop;
    `label` stands at the caret; `help` is the one thing to do (the rule's own help when left out). `severity` is that
    of the rule when left out. `many` is what is said of several such problems at once, `{}` in it stands for their
    number and kind: `{} have no owner`. `rests_on` are further values it is concluded from,
    `("subgoals", EVERY, "goal")` for those of all entries: it is not told where one of them could not be read, since
    that may be the one it misses. `about` is the path of what the problem is about where that is another than the
    first place it is told at: the entry that is not there, wherever its id is used. By it the problem is known again
    when that place has gone.
    """

    path: Path
    message: Text
    label: Text | None = None
    help: Text | None = None
    on: On = "value"
    places: tuple[Place, ...] = ()
    severity: Severity | None = None
    many: Text | None = None
    rests_on: tuple[Path, ...] = ()
    about: Path = ()


@dataclass(frozen=True, slots=True)
class FileProblem:
    """One mistake where it stands in the file; `at` goes before `path` where the text could not become data.

    What it says is said as in a Problem.
    """

    path: FilePath
    message: Text
    label: Text | None = None
    help: Text | None = None
    on: On = "value"
    places: tuple[FilePlace, ...] = ()
    at: At | None = None
    severity: Severity | None = None
    about: FilePath = TOP


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
    problem: FileProblem


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of a value of the project."""

    path: Path
    change: Change


@dataclass(frozen=True, slots=True)
class FileEdit:
    """A change of a value of the file."""

    path: FilePath
    change: Change


def dotted(path: Iterable[str | int]) -> str:
    """Return a path as one text, its steps joined by dots: `tasks.T03.owner`, `tasks.T05.after.1`."""
    return ".".join(map(str, path))
