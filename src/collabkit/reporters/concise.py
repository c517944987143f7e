"""One line per finding, stable for grep, editors and problem matchers: `path:line:col: severity CODE message`.

A finding that stands for several like ones is followed by a `note` for each of the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from collabkit.finding import Finding
from collabkit.lang import Text
from collabkit.reporters.report import Checked, Reporter
from collabkit.source.span import Span
from collabkit.terminal.display_width import visible
from collabkit.terminal.output_style import OutputStyle


def report(files: Sequence[Checked], look: OutputStyle) -> Iterator[str]:
    """Yield one line per finding of `files`, and one per place that is a finding of its own."""
    for file in files:
        for finding in file.findings:
            yield _line(finding, finding.span, finding.severity.value, finding.problem.message, look)
            for place, span in zip(finding.problem.places, finding.places, strict=True):
                if place.message is not None:
                    yield _line(finding, span, "note", place.message, look)


def _line(finding: Finding, span: Span, severity: str, message: Text, look: OutputStyle) -> str:
    at = f"{visible(finding.file)}:{span.line}:{span.column}"
    return f"{at}: {severity} {finding.rule.code} {visible(look.say(message))}"


REPORTER = Reporter(
    "concise", Text("每条一行，供编辑器和 grep 使用", "a line each, for editors and grep"), report, True
)
