"""Every fact that stands in more than one output; one more fact is one more entry of a list."""

from __future__ import annotations

from tests.life.facts import goals, money, papers, project, trouble, work
from tests.life.facts.fact import Disagreement, Fact

__all__ = ["FACTS", "Disagreement", "Fact"]

FACTS: tuple[Fact, ...] = tuple(
    fact for family in (project, work, trouble, money, goals, papers) for fact in family.facts()
)
