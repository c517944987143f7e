"""What may go wrong."""

from __future__ import annotations

from collabkit.finding import Rule
from collabkit.rules.risk import (
    no_risk,
    red_risk_without_action_date,
    risk_response_overdue,
    risk_unscored,
    risk_without_owner,
    risk_without_response,
)

RULES: tuple[Rule, ...] = (
    no_risk.RULE,
    risk_without_owner.RULE,
    risk_without_response.RULE,
    risk_unscored.RULE,
    red_risk_without_action_date.RULE,
    risk_response_overdue.RULE,
)
