"""What is wrong with the file itself: its text and its fields."""

from __future__ import annotations

from collabkit.finding import Rule

RULES: tuple[Rule, ...] = ()
