"""Rules, and what they find."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from collabkit.lang import Lang, Text
from collabkit.model.words import Stage
from collabkit.plan import Plan
from collabkit.problem import FileProblem, Lacking, Problem, Severity

if TYPE_CHECKING:
    from collabkit.source.span import Span


__all__ = ["Finding", "Rule", "Severity"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that can be wrong with a project file.

    `bad` and `good` are the smallest YAML fragments, laid over one minimal clean project, of which `bad` breaks exactly
    this rule and `good` none. Names and prose in them stand in both languages; a fragment of ids, days and numbers is a
    plain string. `check` is None for a rule that is found out while the file is read. `also` are the severities of
    those cases that are less serious than most, or more; `weigh` says which one a problem has in a project at a stage.

    A rule applies from `stage` on and up to `last`, after which the rules of the next stage ask for the same; one that
    is `dated` compares planned days with today and applies from the project's start on, whatever its stage says.
    """

    code: str
    name: str
    severity: Severity
    stage: Stage
    title: Text
    why: Text
    help: Text
    bad: Text | str
    good: Text | str
    check: Callable[[Plan], Iterable[Problem | Lacking]] | None
    also: tuple[Severity, ...] = ()
    weigh: Callable[[FileProblem, Stage], Severity | None] | None = None
    dated: bool = False
    last: Stage = Stage.CLOSING

    def applies(self, stage: Stage) -> bool:
        """Return whether the rule applies to a project at `stage`."""
        return stage.reaches(self.stage) and self.last.reaches(stage)

    def example(self, which: Literal["bad", "good"], lang: Lang) -> str:
        """Return the wrong or the right fragment in `lang`."""
        fragment = self.bad if which == "bad" else self.good
        return fragment if isinstance(fragment, str) else fragment.to(lang)


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem of a rule in a file, with the stretches of text it and its places mean.

    `fingerprint` tells it from the other findings of the file and stays the same when lines move.
    """

    rule: Rule
    problem: FileProblem
    file: str
    span: Span
    places: tuple[Span, ...] = ()
    fingerprint: str = ""

    @property
    def code(self) -> str:
        """Return the stable code of the rule, such as `CK101`."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """Return how bad it is: as its rule says, unless this case is another."""
        return self.problem.severity or self.rule.severity

    @property
    def message(self) -> Text:
        """Return what is wrong."""
        return self.problem.message

    @property
    def line(self) -> int:
        """Return the line where it stands, from 1."""
        return self.span.line

    @property
    def column(self) -> int:
        """Return the column where it begins, from 1."""
        return self.span.column

    @property
    def help(self) -> Text:
        """Return the one thing to do."""
        return self.problem.help or self.rule.help
