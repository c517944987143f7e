"""What a reporter gets, and what a reporter is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from collabkit.finding import Finding, Severity
from collabkit.lang import Text
from collabkit.source.source import Source
from collabkit.terminal.output_style import OutputStyle


@dataclass(frozen=True, slots=True)
class Checked:
    """A file and what was found in it."""

    source: Source
    findings: tuple[Finding, ...]

    def count(self, severity: Severity) -> int:
        """Return how many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)


class Reporter(NamedTuple):
    """An output format: its name on the command line, what it is for, and what it prints, line by line.

    Programs read the output of a `machine` format, so nothing else may stand beside it.
    """

    name: str
    title: Text
    report: Callable[[Sequence[Checked], OutputStyle], Iterator[str]]
    machine: bool


def tally(files: Sequence[Checked]) -> dict[Severity, int]:
    """Return how many findings of each severity there are in all files."""
    return {severity: sum(file.count(severity) for file in files) for severity in Severity}
