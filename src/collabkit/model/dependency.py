"""A predecessor as people write it: `T02`, `T02+2`, `T02 SS`, `T02 FF+1`."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from enum import StrEnum


class Link(StrEnum):
    """How two tasks are linked."""

    FS = "FS"
    SS = "SS"
    FF = "FF"
    SF = "SF"


@dataclass(frozen=True, slots=True)
class Dependency:
    """A predecessor, the kind of link, and the lag in working days (negative: lead)."""

    task: str
    link: Link = Link.FS
    lag: int = 0

    def __str__(self) -> str:
        """Return the shortest notation, such as `T02`, `T02+2` or `T02 FF-1`."""
        lag = f"{self.lag:+d}" if self.lag else ""
        return f"{self.task}{lag}" if self.link is Link.FS else f"{self.task} {self.link}{lag}"


# An id has at most 64 characters; what is longer than an id with a link and a lag is not worth matching.
_LONGEST = 100
_NOTATION = re.compile(
    r"(?P<task>.+?)(?:\s+(?P<link>FS|SS|FF|SF|fs|ss|ff|sf))?\s*(?P<lag>[-+]\s*\d{1,4})?\s*(?:d|天|个?工作日)?"
)


def parse(text: str, known: Container[str] = ()) -> Dependency:
    """Return the dependency that `text` writes; a text that is itself a `known` id is that id, whatever it contains."""
    text = text.strip()
    match = None if text in known or len(text) > _LONGEST else _NOTATION.fullmatch(text)
    if not match:
        return Dependency(text)
    lag = int(match["lag"].replace(" ", "")) if match["lag"] else 0
    link = Link(match["link"].upper()) if match["link"] else Link.FS
    return Dependency(match["task"], link, lag) if match["lag"] or match["link"] else Dependency(text)
