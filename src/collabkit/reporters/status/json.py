"""Where projects stand, for programs: values as they are, enumerations by their word in the project file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from collabkit.lang import Lang, Text
from collabkit.plan.progress import tenths
from collabkit.reporters.document import document
from collabkit.reporters.status.report import Stated
from collabkit.status_report import Cell, Column, Overview, Table
from collabkit.terminal.output_style import OutputStyle


def report(projects: Sequence[Stated], look: OutputStyle) -> str:
    """Return one document: the members of one project at the top, several projects in the list `projects`."""
    found = [_project(each, look.lang) for each in projects]
    return document(found[0] if len(found) == 1 else {"projects": found}, look)


def _project(stated: Stated, lang: Lang) -> dict[str, Any]:
    tables = {found.key: _rows(found, lang) for found in stated.status.tables}
    return {"file": stated.file, "overview": _overview(stated.status.overview, lang), **tables}


def _overview(overview: Overview, lang: Lang) -> dict[str, Any]:
    return {
        "name": overview.name,
        "code": overview.code,
        "stage": overview.stage,
        "manager": overview.manager,
        "sponsor": overview.sponsor,
        "today": overview.today.isoformat(),
        "start": overview.start.isoformat(),
        "end": overview.end.isoformat(),
        "working_days": overview.days,
        "working_days_left": overview.days_left,
        "working_days_past_end": overview.days_past,
        "progress": None if overview.progress is None else tenths(overview.progress),
        "weighted_by": overview.weighted_by,
        "light": overview.light,
        "declared_light": overview.declared,
        "dimensions": dict(overview.dimensions),
        "reasons": [
            {"dimension": reason.dimension, "light": reason.light, "text": reason.text.to(lang)}
            for reason in overview.reasons
        ],
    }


def _rows(found: Table, lang: Lang) -> list[dict[str, Any]]:
    return [
        {column.key: _value(cell, column, lang) for column, cell in zip(found.columns, row, strict=True)}
        for row in found.rows
    ]


def _value(cell: Cell, column: Column, lang: Lang) -> Any:
    if isinstance(cell, Text):
        return cell.to(lang)
    if isinstance(cell, date):
        return cell.isoformat()
    return tenths(cell) if isinstance(cell, float) and column.kind == "percent" else cell
