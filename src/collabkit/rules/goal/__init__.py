"""What the project is to reach."""

from __future__ import annotations

from collabkit.finding import Rule

RULES: tuple[Rule, ...] = ()
