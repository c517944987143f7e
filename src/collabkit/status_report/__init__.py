"""Where the project stands: the overview and the tables that `status` shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from collabkit.plan import Plan
from collabkit.plan.reasons import Reason
from collabkit.status_report import tables
from collabkit.status_report.overview import Overview, overview
from collabkit.status_report.table import Cell, Column, Table

__all__ = ["By", "Cell", "Column", "Overview", "Reason", "Status", "Table", "status"]

By = Literal["department", "owner", "task"]

_BY: dict[By, Callable[[Plan], Table]] = {
    "department": tables.departments,
    "owner": tables.owners,
    "task": tables.tasks,
}
_ALL = (
    tables.departments,
    tables.owners,
    tables.overdue,
    tables.due_soon,
    tables.issues,
    tables.risks,
    tables.unsigned,
)


@dataclass(frozen=True, slots=True)
class Status:
    """Everything `status` shows."""

    overview: Overview
    tables: tuple[Table, ...]


def status(plan: Plan, by: By | None = None) -> Status:
    """Return the overview and all tables, or with `by` only that table beside the overview."""
    makers = (_BY[by],) if by else _ALL
    return Status(overview(plan), tuple(make(plan) for make in makers))
