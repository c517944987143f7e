"""Who answers for what."""

from __future__ import annotations

from collabkit.finding import Rule
from collabkit.rules.people import (
    acceptor_is_producer,
    department_without_head,
    department_without_task,
    no_sponsor,
    owner_is_a_group,
    owner_outside_department,
    single_department_project,
    sponsor_is_manager,
    task_without_department,
    task_without_owner,
)

RULES: tuple[Rule, ...] = (
    task_without_owner.RULE,
    task_without_department.RULE,
    owner_is_a_group.RULE,
    owner_outside_department.RULE,
    department_without_head.RULE,
    department_without_task.RULE,
    single_department_project.RULE,
    no_sponsor.RULE,
    sponsor_is_manager.RULE,
    acceptor_is_producer.RULE,
)
