"""What was learned."""

from typing import Annotated

from collabkit.lang import Text
from collabkit.model.base import Day, Line, Model, PersonId
from collabkit.model.marks import Needed
from collabkit.model.words import (
    LessonCategory,
    LessonKind,
)


class Lesson(Model):
    """Something learned."""

    natural_key = ("description",)

    id: Annotated[
        Line | None, Text("经验编号；不写则以描述区分", "Lesson number; without one, its description tells it apart")
    ] = None
    kind: Annotated[LessonKind | None, Text("类型", "Kind")] = None
    category: Annotated[LessonCategory | None, Text("类别", "Category")] = None
    description: Annotated[Line | None, Needed(), Text("描述", "Description")] = None
    cause: Annotated[Line | None, Text("根因", "Root cause")] = None
    recommendation: Annotated[Line | None, Text("建议与适用范围", "Recommendation and where it applies")] = None
    owner: Annotated[PersonId | None, Text("改进责任人", "Improvement owner")] = None
    due: Annotated[Day | None, Text("改进期限", "Improvement due")] = None
