"""Rules, and what they find."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from collabkit.lang import Text
from collabkit.model.words import Stage
from collabkit.plan import Plan
from collabkit.problem import Problem

if TYPE_CHECKING:
    from collabkit.source.span import Span


class Severity(StrEnum):
    """How bad a finding is: an error stops a form from being issued."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Return 2 for an error, 1 for a warning, 0 for information."""
        return {"error": 2, "warning": 1, "info": 0}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that can be wrong with a project file.

    `bad` and `good` are the smallest YAML fragments, laid over one minimal clean project, of which `bad` breaks exactly
    this rule and `good` none. `check` is None for a rule that is found out while the file is read.
    """

    code: str
    name: str
    severity: Severity
    stage: Stage
    title: Text
    why: Text
    help: Text
    bad: str
    good: str
    check: Callable[[Plan], Iterable[Problem]] | None


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem of a rule in a file, with the stretches of text it and its places mean."""

    rule: Rule
    problem: Problem
    file: str
    span: Span
    places: tuple[Span, ...] = ()

    @property
    def help(self) -> Text:
        """Return the one thing to do."""
        return self.problem.help or self.rule.help
