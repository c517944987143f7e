"""Findings for programs: the files that were checked, and what was found in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from collabkit.finding import Finding
from collabkit.lang import Lang, Text
from collabkit.problem import FilePath, dotted
from collabkit.reporters.document import document
from collabkit.reporters.report import Checked, Reporter, tally
from collabkit.source.span import Span
from collabkit.terminal.output_style import OutputStyle


def report(files: Sequence[Checked], look: OutputStyle) -> Iterator[str]:
    """Yield the one document about all `files`."""
    yield document(as_data(files, look.lang), look)


def as_data(files: Sequence[Checked], lang: Lang) -> dict[str, Any]:
    """Return the report as plain data, messages in `lang`."""
    return {
        "files": [{"file": file.source.name, **_counts([file])} for file in files],
        "findings": [_finding(finding, lang) for file in files for finding in file.findings],
        "summary": _counts(files),
    }


def _counts(files: Sequence[Checked]) -> dict[str, int]:
    return {f"{severity.value}s": number for severity, number in tally(files).items()}


def _finding(finding: Finding, lang: Lang) -> dict[str, Any]:
    problem = finding.problem
    return {
        "code": finding.rule.code,
        "rule": finding.rule.name,
        "severity": finding.severity.value,
        **_where(finding.file, finding.span, problem.path),
        "message": problem.message.to(lang),
        "help": finding.help.to(lang),
        "fingerprint": finding.fingerprint,
        "related": [
            {**_where(finding.file, span, place.path), "message": (place.message or place.label).to(lang)}
            for place, span in zip(problem.places, finding.places, strict=True)
        ],
    }


def _where(file: str, span: Span, path: FilePath) -> dict[str, Any]:
    return {
        "file": file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "path": dotted(path),
    }


REPORTER = Reporter("json", Text("供程序读取", "for programs"), report, True)
