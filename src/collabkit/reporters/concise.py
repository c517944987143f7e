"""One line per finding, stable for grep, editors and problem matchers: `path:line:col: severity CODE message`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from collabkit.cells import visible
from collabkit.lang import Text
from collabkit.reporters.look import Look
from collabkit.reporters.report import Checked, Reporter


def report(files: Sequence[Checked], look: Look) -> Iterator[str]:
    """Yield one line per finding of `files`."""
    for file in files:
        for finding in file.findings:
            at = f"{visible(finding.file)}:{finding.span.line}:{finding.span.column}"
            message = visible(look.say(finding.problem.message))
            yield f"{at}: {finding.severity.value} {finding.rule.code} {message}"


CONCISE = Reporter("concise", Text("每条一行，供编辑器和 grep 使用", "a line each, for editors and grep"), report, True)
