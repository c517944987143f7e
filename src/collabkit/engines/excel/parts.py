"""The parts of a workbook's package: their XML, their kinds and what they are related to."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from collabkit.engines.excel.xml import CONTENT_TYPES, PACKAGE_RELATIONS
from collabkit.engines.opc import markup
from collabkit.engines.opc.markup import Element
from collabkit.errors import TemplateError
from collabkit.lang import Text

TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part is related to: the key it uses, the last word of the relationship's type, and the part."""

    key: str
    kind: str
    part: str


class Parts:
    """The parts of the template called `name`; TemplateError where one cannot be read."""

    def __init__(self, name: str, data: Mapping[str, bytes]) -> None:
        self.name = name
        self.data = data
        try:
            markup.check_parts(data)
        except markup.PartError as cause:
            raise broken(name, cause) from cause
        types = self.xml(TYPES)
        self._kinds = {
            found.get("PartName", "").lstrip("/"): found.get("ContentType", "")
            for found in types.iterchildren(f"{{{CONTENT_TYPES}}}Override")
        }
        self._usual = {
            found.get("Extension", "").casefold(): found.get("ContentType", "")
            for found in types.iterchildren(f"{{{CONTENT_TYPES}}}Default")
        }

    def xml(self, part: str) -> Element:
        """Return the root of a part, which is then the caller's own."""
        if part not in self.data:
            raise missing(self.name, part)
        try:
            return markup.parse(self.data[part], part)
        except markup.PartError as cause:
            raise broken(self.name, cause) from cause

    def kind(self, part: str) -> str:
        """Return the content type of a part, empty when it is not there or has none."""
        if part not in self.data:
            return ""
        return str(self._kinds.get(part) or self._usual.get(part.rpartition(".")[2].casefold(), ""))

    def of_kind(self, *ends: str) -> Iterator[str]:
        """Yield the parts whose content type ends like this."""
        return (part for part in self.data if self.kind(part).endswith(ends))

    def relations(self, part: str) -> Iterator[Relation]:
        """Yield what a part is related to within the package; an empty name is the package itself."""
        name = relations_of(part)
        if name not in self.data:
            return
        for found in self.xml(name).iterchildren(f"{{{PACKAGE_RELATIONS}}}Relationship"):
            if found.get("TargetMode") != "External":
                target = posixpath.join("/", posixpath.dirname(part), found.get("Target", ""))
                kind = found.get("Type", "").rpartition("/")[2]
                yield Relation(found.get("Id", ""), kind, posixpath.normpath(target).lstrip("/"))


def relations_of(part: str) -> str:
    """Return the name of the part that holds a part's relationships."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def broken(template: str, cause: markup.PartError) -> TemplateError:
    """Return the error for a part that cannot be understood."""
    return TemplateError(
        Text(f"模板 {template} 已损坏：{cause.part} ", f"template {template} is damaged: {cause.part} ") + cause.reason,
        Text("请在 Excel 中打开并重新另存为 .xlsx", "open it in Excel and save it as .xlsx again"),
    )


def missing(template: str, part: str) -> TemplateError:
    """Return the error for a part that is not there."""
    return broken(template, markup.PartError(part, markup.DAMAGED))
