"""What `check` looks for: a family per folder, a rule per file, here in order of code."""

from __future__ import annotations

from collabkit.finding import Rule
from collabkit.rules import closing, communication, file, goal, issue, people, reference, risk, schedule, scope, text

RULES: tuple[Rule, ...] = (
    *file.RULES,
    *text.RULES,
    *reference.RULES,
    *people.RULES,
    *scope.RULES,
    *goal.RULES,
    *schedule.RULES,
    *closing.RULES,
    *risk.RULES,
    *issue.RULES,
    *communication.RULES,
)

_BY_NAME = {key: rule for rule in RULES for key in (rule.code.casefold(), rule.name)}


def find(code_or_name: str) -> Rule | None:
    """Return the rule with this code or name, whatever the case; None when there is none."""
    return _BY_NAME.get(code_or_name.strip().casefold())
