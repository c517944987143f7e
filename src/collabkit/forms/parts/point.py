"""Texts one below the other, each with its id or number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from collabkit.forms.formatter import MISSING, Formatter, Value
from collabkit.styled import Styled


@dataclass(frozen=True, slots=True)
class Point:
    """One text of a list, with its id where it has one."""

    id: str
    text: Value


def points(page: Formatter, texts: Iterable[str]) -> tuple[Point, ...]:
    """Return `texts` as numbered rows."""
    return tuple(Point(str(number), text) for number, text in enumerate(texts, 1))


def needed_points(page: Formatter, texts: Iterable[str]) -> tuple[Point, ...]:
    """Return `texts` as numbered rows, or one row that asks for them."""
    return points(page, texts) or (Point("1", Styled(page.say(MISSING), "missing")),)
