"""Texts that stand where content is still to come."""

from __future__ import annotations

from collabkit.finding import Rule
from collabkit.rules.text import placeholder_left, sample_text_left

RULES: tuple[Rule, ...] = (
    placeholder_left.RULE,
    sample_text_left.RULE,
)
