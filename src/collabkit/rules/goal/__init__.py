"""What the project is to reach."""

from __future__ import annotations

from collabkit.finding import Rule
from collabkit.rules.goal import (
    department_without_subgoal,
    goal_due_after_project_end,
    goal_percent_ambiguous,
    goal_target_wrong_direction,
    goal_value_incomparable,
    goal_without_baseline,
    goal_without_deadline,
    goal_without_metric,
    goal_without_owner,
    goal_without_subgoal,
    goal_without_target,
    no_goal,
    subgoal_weights_not_100,
)

RULES: tuple[Rule, ...] = (
    no_goal.RULE,
    goal_without_metric.RULE,
    goal_without_target.RULE,
    goal_without_baseline.RULE,
    goal_without_deadline.RULE,
    goal_without_owner.RULE,
    goal_percent_ambiguous.RULE,
    goal_target_wrong_direction.RULE,
    goal_due_after_project_end.RULE,
    goal_without_subgoal.RULE,
    department_without_subgoal.RULE,
    subgoal_weights_not_100.RULE,
    goal_value_incomparable.RULE,
)
