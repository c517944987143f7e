"""When the work is done, and in which order."""

from __future__ import annotations

from collabkit.finding import Rule

RULES: tuple[Rule, ...] = ()
