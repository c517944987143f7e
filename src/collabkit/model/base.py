"""What every noun of the project file is made of: the strict base model and the types of its fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema

from collabkit.model.scalars import Day, Flag, Int, Number, Share, Time, WeekId

__all__ = ["Day", "Flag", "Int", "Number", "Share", "Time", "WeekId"]


class Model(BaseModel):
    """A mapping of the project file: frozen, and a key it does not know is an error."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        populate_by_name=True,
        str_strip_whitespace=True,
        coerce_numbers_to_str=True,
        protected_namespaces=(),
    )


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a text as the id of an entry of one of these `sections`; `also` are words that count too."""

    sections: tuple[str, ...]
    also: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Needed:
    """Marks a field without which its entry says nothing, such as a task's name; missing, it is a finding."""


def _many(value: Any) -> Any:
    return () if value is None else value


def _table(value: Any) -> Any:
    return {} if value is None else value


Line = Annotated[str, WithJsonSchema({"type": ["string", "number", "boolean"]})]
"""Any text; a plain `1.10` or `no` stays what was written."""
Id = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[^\r\n]+$")]
"""The key of an entry that others refer to: up to 64 characters of any script, no line break."""

T = TypeVar("T")
Many = Annotated[tuple[T, ...], BeforeValidator(_many)]
"""A list; an empty value means none."""
Section = Annotated[T, BeforeValidator(_table)]
"""A section of the file; left empty, it has its defaults."""
Table = Annotated[dict[Id, T], BeforeValidator(_table)]
"""Entries keyed by id, in the order of the file; an empty value means none."""

PersonId = Annotated[Line, Ref(("people",))]
DepartmentId = Annotated[Line, Ref(("departments",))]
PartyId = Annotated[Line, Ref(("people", "departments"))]
GoalId = Annotated[Line, Ref(("goals",))]
AnyGoalId = Annotated[Line, Ref(("goals", "subgoals"))]
ScopeId = Annotated[Line, Ref(("scope.in",))]
MilestoneId = Annotated[Line, Ref(("milestones",))]
TaskId = Annotated[Line, Ref(("tasks",))]
RiskId = Annotated[Line, Ref(("risks",))]
IssueId = Annotated[Line, Ref(("issues",))]
ChangeId = Annotated[Line, Ref(("changes",))]
DEPARTMENT_KEYS = Ref(("departments",))
"""Beside a table: its keys are ids of departments."""
Words = Many[Line]
"""A list of texts."""
People = Many[PersonId]
Tasks = Many[TaskId]
