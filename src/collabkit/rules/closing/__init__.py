"""What is missing before the project can be closed."""

from __future__ import annotations

from collabkit.finding import Rule
from collabkit.rules.closing import (
    closeout_incomplete,
    closing_unsigned,
    closing_with_open_risks_or_issues,
    closing_with_open_tasks,
    deliverable_not_accepted,
    goal_without_actual,
    handover_items_open,
    lesson_without_recommendation,
    lessons_missing,
    variance_unexplained,
)

RULES: tuple[Rule, ...] = (
    closing_with_open_tasks.RULE,
    goal_without_actual.RULE,
    deliverable_not_accepted.RULE,
    closing_with_open_risks_or_issues.RULE,
    lessons_missing.RULE,
    closing_unsigned.RULE,
    handover_items_open.RULE,
    closeout_incomplete.RULE,
    variance_unexplained.RULE,
    lesson_without_recommendation.RULE,
)
