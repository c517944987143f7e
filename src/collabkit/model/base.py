"""What every noun of the project file is made of: the strict base model and the types of its fields."""

# No file with a model postpones the reading of annotations: pydantic would compile each of them again, which takes a
# seventh of the time that all models take.
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, WithJsonSchema, model_validator

from collabkit.model.fields import fields_of
from collabkit.model.marks import Ref
from collabkit.model.scalars import Day, Flag, Int, Number, Share, Time, WeekId

__all__ = ["Day", "Flag", "Int", "Number", "Share", "Time", "WeekId"]


class Model(BaseModel):
    """A mapping of the project file: frozen; an unknown key is an error, an empty value means the default."""

    natural_key: ClassVar[tuple[str, ...]] = ()
    """The fields whose values tell an entry from the others of a list, where it has no `id`."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        populate_by_name=True,
        str_strip_whitespace=True,
        coerce_numbers_to_str=True,
        protected_namespaces=(),
    )

    @model_validator(mode="before")
    @classmethod
    def _empty_means_default(cls, data: Any) -> Any:
        # An unknown key stays, empty or not: it is an error.
        if isinstance(data, dict) and None in data.values():
            known = fields_of(cls)
            return {key: value for key, value in data.items() if value is not None or key not in known}
        return data


Line = Annotated[str, WithJsonSchema({"type": ["string", "number", "boolean"]})]
"""Any text; a plain `1.10` or `no` stays what was written."""
Id = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[^\r\n]+$")]
"""The key of an entry that others refer to: up to 64 characters of any script, no line break."""

T = TypeVar("T")
Many = tuple[T, ...]
"""A list; an empty value means none."""
Table = dict[Id, T]
"""Entries keyed by id, in the order of the file; an empty value means none."""

PersonId = Annotated[Line, Ref(("people",))]
DepartmentId = Annotated[Line, Ref(("departments",))]
PartyId = Annotated[Line, Ref(("people", "departments"))]
AnyPartyId = Annotated[Line, Ref(("departments", "people"), open=True)]
"""A department or person of the project, or anybody else."""
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
ISSUE_KEYS = Ref(("issues",))
"""Beside a table: its keys are ids of issues."""
Words = Many[Line]
"""A list of texts."""
People = Many[PersonId]
Tasks = Many[TaskId]
