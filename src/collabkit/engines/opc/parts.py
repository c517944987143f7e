"""The parts of a package: their XML, their content types and what they are related to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from posixpath import dirname, join, normpath, split
from typing import Final

from collabkit.engines.opc import markup
from collabkit.engines.opc.markup import Element, PartError
from collabkit.engines.opc.package import CONTENT_TYPES

_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part is related to: the key it uses, the last word of the relationship's type, and the part."""

    key: str
    kind: str
    part: str


class Parts:
    """The parts of a package by name; PartError where one is not there, cannot be read or declares a document type."""

    def __init__(self, data: Mapping[str, bytes]) -> None:
        self.data = data
        markup.check_parts(data)

    def xml(self, part: str) -> Element:
        """Return the root of a part, which is then the caller's own."""
        if part not in self.data:
            raise PartError(part, markup.DAMAGED)
        return markup.parse(self.data[part], part)

    def kind(self, part: str) -> str:
        """Return the content type of a part, empty when it is not there or has none."""
        if part not in self.data:
            return ""
        named, usual = self._kinds
        return named.get(part) or usual.get(part.rpartition(".")[2].casefold(), "")

    def of_kind(self, *ends: str) -> Iterator[str]:
        """Yield the parts whose content type ends like this."""
        return (part for part in self.data if self.kind(part).endswith(ends))

    def relationships(self, part: str) -> Iterator[Relationship]:
        """Yield what a part is related to within the package; an empty name is the package itself."""
        name = relationships_of(part)
        for found in self.xml(name).iterchildren(_RELATIONSHIP) if name in self.data else ():
            if found.get("TargetMode") != "External":
                target = join("/", dirname(part), found.get("Target", ""))
                kind = found.get("Type", "").rpartition("/")[2]
                yield Relationship(found.get("Id", ""), kind, normpath(target).lstrip("/"))

    def core_properties(self) -> str:
        """Return the part with title, author and days, empty when there is none."""
        names = (found.part for found in self.relationships("") if found.kind == "core-properties")
        return next((name for name in (*names, *self.of_kind("core-properties+xml")) if name in self.data), "")

    @cached_property
    def _kinds(self) -> tuple[dict[str, str], dict[str, str]]:
        """The content types by part, and by the ending of a part's name."""
        types = self.xml(CONTENT_TYPES)
        named = {
            str(found.get("PartName", "")).lstrip("/"): str(found.get("ContentType", ""))
            for found in types.iterchildren(f"{_TYPES}Override")
        }
        usual = {
            str(found.get("Extension", "")).casefold(): str(found.get("ContentType", ""))
            for found in types.iterchildren(f"{_TYPES}Default")
        }
        return named, usual


def relationships_of(part: str) -> str:
    """Return the name of the part that holds a part's relationships."""
    folder, name = split(part)
    return join(folder, "_rels", f"{name}.rels")
