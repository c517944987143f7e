"""The escalation ladder."""

from typing import Annotated

from collabkit.lang import Text
from collabkit.model.base import Int, Line, Model
from collabkit.model.marks import Ref
from collabkit.model.ranges import WITHIN
from collabkit.model.words import Grade

Decider = Annotated[Line, Ref(("people",), frozenset({"heads"}))]
"""A person, or `heads` for the department heads together."""


class Escalation(Model):
    """One step of the escalation ladder."""

    natural_key = ("grade", "decider")

    grade: Annotated[Grade | None, Text("问题等级", "Grade of the issue")] = None
    decider: Annotated[Decider | None, Text("决策人；heads 为部门负责人", "Decider; heads: department heads")] = None
    within: Annotated[Int | None, WITHIN, Text("时限（工作日）", "Time limit in working days")] = None
    when: Annotated[Line | None, Text("适用情形", "When it applies")] = None
