"""What is delivered, to which standard, and what is not."""

from __future__ import annotations

from collabkit.finding import Rule
from collabkit.rules.scope import (
    acceptance_missing,
    background_missing,
    deliverable_missing,
    deliverable_rejected,
    early_need_unanswered,
    scope_in_empty,
    scope_item_without_deliverable,
    scope_out_empty,
    scope_overlap,
    task_touches_excluded_scope,
)

RULES: tuple[Rule, ...] = (
    background_missing.RULE,
    scope_in_empty.RULE,
    scope_out_empty.RULE,
    scope_overlap.RULE,
    scope_item_without_deliverable.RULE,
    task_touches_excluded_scope.RULE,
    deliverable_missing.RULE,
    acceptance_missing.RULE,
    early_need_unanswered.RULE,
    deliverable_rejected.RULE,
)
