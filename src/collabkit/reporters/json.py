"""Findings for programs: JSON, `format_version` 1.0; within 1.x members are only added."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from collabkit.finding import Finding
from collabkit.lang import Lang, Text
from collabkit.problem import Path, dotted
from collabkit.reporters.look import Look
from collabkit.reporters.report import Checked, Reporter, tally
from collabkit.source.span import Span

FORMAT_VERSION = "1.0"


def report(files: Sequence[Checked], look: Look) -> Iterator[str]:
    """Yield the one document about all `files`."""
    yield dumped(as_data(files, look.lang), look)


def as_data(files: Sequence[Checked], lang: Lang) -> dict[str, Any]:
    """Return the report as plain data, messages in `lang`."""
    counts = {f"{severity.value}s": number for severity, number in tally(files).items()}
    findings = [_finding(finding, lang) for file in files for finding in file.findings]
    return {"format_version": FORMAT_VERSION, "findings": findings, "summary": counts}


def dumped(data: Any, look: Look) -> str:
    """Return `data` as JSON text that any terminal, and any CI runner, leaves alone."""
    text = json.dumps(data, indent=2, ensure_ascii=not look.unicode)
    # Only within strings: what a terminal would obey, and what a CI runner would take for a command.
    for code in (*range(0x7F, 0xA0), 0x200E, 0x200F, 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)):
        text = text.replace(chr(code), f"\\u{code:04x}")
    return text.replace("##[", "\\u0023#[")


def _finding(finding: Finding, lang: Lang) -> dict[str, Any]:
    problem = finding.problem
    return {
        "code": finding.rule.code,
        "rule": finding.rule.name,
        "severity": finding.rule.severity.value,
        **_where(finding.file, finding.span, problem.path),
        "message": problem.message.to(lang),
        "help": finding.help.to(lang),
        "related": [
            {**_where(finding.file, span, place.path), "message": place.label.to(lang)}
            for place, span in zip(problem.places, finding.places, strict=True)
        ],
    }


def _where(file: str, span: Span, path: Path) -> dict[str, Any]:
    return {
        "file": file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "path": dotted(path),
    }


JSON = Reporter("json", Text("供程序读取", "for programs"), report, True)
