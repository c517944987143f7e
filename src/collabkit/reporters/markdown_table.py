"""A table in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def markdown_table(head: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool]) -> Iterator[str]:
    """Yield a table line by line, the columns that are `right` aligned to the right; no cell holds a bare `|`."""
    for row in (head, ["--:" if each else "---" for each in right], *rows):
        yield "| " + " | ".join(row) + " |"
