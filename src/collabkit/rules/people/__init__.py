"""Who answers for what."""

from __future__ import annotations

from collabkit.finding import Rule

RULES: tuple[Rule, ...] = ()
