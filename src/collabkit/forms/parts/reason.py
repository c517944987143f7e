"""Why a light is not green."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from collabkit.forms.formatter import Formatter, Value
from collabkit.lang import Text
from collabkit.phrases import DIMENSIONS
from collabkit.plan.reasons import Reason, reasons

MOST_REASONS = 2
"""How many reasons of a light stand beside it."""


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """Why the computed light of a dimension is not green."""

    dimension: str
    light: Value
    text: str


def first_reasons(page: Formatter, found: Sequence[Reason]) -> str:
    """Return the first of `found` in words, and how many more there are; blank for none."""
    shown = page.sentences(page.say(reason.text) for reason in found[:MOST_REASONS]) or ""
    rest = len(found) - MOST_REASONS
    return shown + (page.say(Text(f"；另有 {rest} 项", f"; {rest} more")) if rest > 0 else "")


def reason_rows(page: Formatter) -> Iterator[ReasonRow]:
    """Yield why each dimension is not green, the worst first."""
    found: dict[str, list[Reason]] = {}
    for reason in reasons(page.plan):
        found.setdefault(reason.dimension, []).append(reason)
    for key, its in found.items():
        light = page.plan.dimensions[key]
        decisive = [reason for reason in its if reason.light is light]
        yield ReasonRow(page.say(DIMENSIONS[key]), page.need(page.light(light)), first_reasons(page, decisive))
