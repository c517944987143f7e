"""The thresholds by which a project is judged, each once."""

from __future__ import annotations

DUE_SOON = 3
"""Working days before its planned finish, that day included, from which an open task is due soon."""
ENOUGH = 70
"""Per cent complete that keeps a task green when it is due soon."""
MILESTONE_SLIP = 5
"""Working days a milestone may slip and still be amber."""
COST_SLIP = 0.05
"""Share of the approved budget by which the forecast may exceed it and still be amber."""
DECIDE_WITHIN = 2
"""Working days for one step of the escalation ladder when the file gives none."""
