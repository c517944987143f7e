"""What `check` finds in the minimal project with a fragment laid over it."""

from __future__ import annotations

from datetime import date

from collabkit.checking import check
from collabkit.finding import Finding
from collabkit.model import Stage
from collabkit.rules.example import TODAY
from collabkit.source.source import Source
from collabkit.source.validate import validate
from tests.sections import source


def found(fragment: str = "", *, stage: Stage | None = None, today: date = TODAY) -> list[Finding]:
    """Return the findings of the fragment's file."""
    return found_in(source(fragment), stage=stage, today=today)


def found_in(file: Source, *, stage: Stage | None = None, today: date = TODAY) -> list[Finding]:
    """Return the findings of a file."""
    return check(validate(file), file, today=today, stage=stage)


def names(findings: list[Finding]) -> list[str]:
    """Return the names of the rules that were broken, in the order of the file."""
    return [finding.rule.name for finding in findings]


def marked(file: Source, finding: Finding) -> str:
    """Return the text that a finding points at, up to the end of its line."""
    span = finding.span
    end = span.end_column - 1 if span.end_line == span.line else None
    return file.line(span.line)[span.column - 1 : end]
