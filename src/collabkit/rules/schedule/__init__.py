"""When the work is done, and in which order."""

from __future__ import annotations

from collabkit.finding import Rule
from collabkit.rules.schedule import (
    actual_date_in_future,
    change_not_in_plan,
    days_out_of_order,
    dependency_cycle,
    dependency_on_cancelled,
    dependency_on_self,
    dependency_violated,
    end_before_start,
    handover_unconfirmed,
    make_up_days_unpublished,
    milestone_before_work,
    milestone_passed_without_actual,
    milestone_reached_with_open_work,
    milestone_without_work,
    no_milestone,
    non_working_day,
    overdue_without_reason,
    stage_behind_calendar,
    start_passed_still_todo,
    status_contradicts_progress,
    task_dates_missing,
    task_outside_project,
)

RULES: tuple[Rule, ...] = (
    end_before_start.RULE,
    task_dates_missing.RULE,
    task_outside_project.RULE,
    dependency_cycle.RULE,
    dependency_on_self.RULE,
    dependency_violated.RULE,
    handover_unconfirmed.RULE,
    non_working_day.RULE,
    no_milestone.RULE,
    milestone_before_work.RULE,
    make_up_days_unpublished.RULE,
    status_contradicts_progress.RULE,
    overdue_without_reason.RULE,
    actual_date_in_future.RULE,
    stage_behind_calendar.RULE,
    milestone_passed_without_actual.RULE,
    start_passed_still_todo.RULE,
    milestone_reached_with_open_work.RULE,
    dependency_on_cancelled.RULE,
    milestone_without_work.RULE,
    days_out_of_order.RULE,
    change_not_in_plan.RULE,
)
