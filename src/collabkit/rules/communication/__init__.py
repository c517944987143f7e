"""Meetings and signatures."""

from __future__ import annotations

from collabkit.finding import Rule
from collabkit.rules.communication import (
    agreement_unsigned,
    declared_light_without_reason,
    kickoff_signoff_incomplete,
    no_kickoff,
    no_weekly_meeting,
    reservation_without_follow_up,
    resolution_unsigned,
    signoff_disagreed,
    task_table_unsigned,
)

RULES: tuple[Rule, ...] = (
    no_kickoff.RULE,
    no_weekly_meeting.RULE,
    kickoff_signoff_incomplete.RULE,
    signoff_disagreed.RULE,
    reservation_without_follow_up.RULE,
    agreement_unsigned.RULE,
    task_table_unsigned.RULE,
    resolution_unsigned.RULE,
    declared_light_without_reason.RULE,
)
