"""Names and ids that lead nowhere."""

from __future__ import annotations

from collabkit.finding import Rule

RULES: tuple[Rule, ...] = ()
