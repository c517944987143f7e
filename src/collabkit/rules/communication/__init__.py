"""Meetings and signatures."""

from __future__ import annotations

from collabkit.finding import Rule
from collabkit.rules.communication import (
    kickoff_signoff_incomplete,
    no_kickoff,
    no_weekly_meeting,
)

RULES: tuple[Rule, ...] = (
    no_kickoff.RULE,
    no_weekly_meeting.RULE,
    kickoff_signoff_incomplete.RULE,
)
