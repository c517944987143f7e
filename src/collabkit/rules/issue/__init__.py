"""What has gone wrong."""

from __future__ import annotations

from collabkit.finding import Rule
from collabkit.rules.issue import (
    action_overdue,
    decider_below_level,
    issue_overdue,
    issue_without_due,
    issue_without_grade,
    issue_without_owner,
    key_issue_without_resolution,
    resolution_incomplete,
)

RULES: tuple[Rule, ...] = (
    issue_without_grade.RULE,
    issue_without_owner.RULE,
    issue_without_due.RULE,
    issue_overdue.RULE,
    key_issue_without_resolution.RULE,
    resolution_incomplete.RULE,
    action_overdue.RULE,
    decider_below_level.RULE,
)
