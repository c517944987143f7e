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
INITIATED_WITHIN = 5
"""Working days after its start within which a project leaves the stage `initiating`."""
PLANNED_WITHIN = 10
"""Working days after its first task was to start within which a project leaves the stage `planning`."""
START_SLIP = 5
"""Working days a task may wait after its planned start: statuses are updated once a week."""
SIGN_WITHIN = 5
"""Working days after a decision within which its record is signed."""
DECIDE_WITHIN = 2
"""Working days for one step of the escalation ladder when the file gives none."""
