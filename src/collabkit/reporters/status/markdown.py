"""Where projects stand, for a chat group: short lines, lights as words and marks, no wide tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from collabkit.labels import label
from collabkit.lang import Lang, Text
from collabkit.model.words import Light
from collabkit.phrases import DIMENSIONS
from collabkit.reporters.markdown_table import markdown_table
from collabkit.reporters.status.report import Stated, declared, facts, shown
from collabkit.status_report import Cell, Overview, Status, Table
from collabkit.terminal.display_width import visible
from collabkit.terminal.harmless import calling_nobody
from collabkit.terminal.output_style import OutputStyle

_MARKS = {Light.RED: "🔴", Light.AMBER: "🟡", Light.GREEN: "🟢"}


def report(projects: Sequence[Stated], look: OutputStyle) -> str:
    """Return a message about `projects`, each under the heading of its name."""
    return "\n\n".join("\n".join(_lines(each.status, look.lang)) for each in projects)


def _lines(status: Status, lang: Lang) -> Iterator[str]:
    overview = status.overview
    yield from (f"## {_escaped(overview.name)}", "")
    yield f"- {Text('总体', 'Overall').to(lang)} {_marked(overview.light, lang)}{_declared(overview, lang)}"
    yield from (f"- {_escaped(text)}" for text in facts(overview, lang))
    dimensions = (f"{DIMENSIONS[name].to(lang)} {_MARKS[light]}" for name, light in overview.dimensions.items())
    yield "- " + Text("，", ", ").to(lang).join(dimensions)
    yield from (f"  - {_MARKS[reason.light]} {_escaped(reason.text.to(lang))}" for reason in overview.reasons)
    for found in status.tables:
        yield from ("", f"### {found.title.to(lang)}", "")
        yield from _table(found, lang)


def _declared(overview: Overview, lang: Lang) -> str:
    if overview.declared is None or overview.declared is overview.light:
        return ""
    return declared(_marked(overview.declared, lang)).to(lang)


def _table(found: Table, lang: Lang) -> list[str]:
    if not found.rows:
        return [found.empty.to(lang)]
    head = [column.title.to(lang) for column in found.columns]
    right = [column.kind in ("number", "percent") for column in found.columns]
    return list(markdown_table(head, [_cells(found, row, lang) for row in found.rows], right))


def _cells(found: Table, row: tuple[Cell, ...], lang: Lang) -> list[str]:
    return [
        _marked(value, lang) if isinstance(value, Light) else _escaped(shown(value, column, lang))
        for value, column in zip(row, found.columns, strict=True)
    ]


def _marked(light: Light, lang: Lang) -> str:
    return f"{_MARKS[light]} {label(light, lang)}"


def _escaped(text: str) -> str:
    for sign in "\\`*_[]<>|#":
        text = text.replace(sign, "\\" + sign)
    return calling_nobody(visible(text))
