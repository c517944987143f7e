"""What the project delivers and what it does not."""

from typing import Annotated

from pydantic import Field

from collabkit.lang import Text
from collabkit.model.base import (
    Line,
    Model,
    Table,
)


class Scope(Model):
    """The section `scope`: what is delivered and what is not."""

    statement: Annotated[Line | None, Text("范围说明（一句话）", "Scope statement")] = None
    in_: Annotated[Table[Line], Text("包含内容", "In scope"), Field(alias="in")] = {}
    out: Annotated[Table[Line], Text("不包含内容", "Out of scope")] = {}
