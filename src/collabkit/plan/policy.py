"""The thresholds by which a project is judged, each once; a rule that has an option takes it from here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What an organisation can set; days are working days."""

    due_soon: int = 3
    """Days before its planned finish, that day included, from which an open task is due soon."""
    enough: int = 70
    """Per cent complete that keeps a task green when it is due soon."""
    milestone_slip: int = 5
    """Days a milestone may slip and still be amber."""
    cost_slip: float = 0.05
    """Share of the approved budget by which the forecast may exceed it and still be amber."""
    initiated_within: int = 5
    """Days after its start within which a project leaves the stage `initiating`."""
    planned_within: int = 10
    """Days after its first task was to start within which a project leaves the stage `planning`."""
    start_slip: int = 5
    """Days a task may wait after its planned start: statuses are updated once a week."""
    sign_within: int = 5
    """Days after a decision within which its record is signed."""
    decide_within: int = 2
    """Days for one step of the escalation ladder when the file gives none."""
    respond_within: int = 5
    """Days within which the response to a red risk is proposed to be done."""
    background: int = 30
    """Characters, blanks not counted, from which a project's background can say what is wrong today."""


POLICY = Policy()
"""What applies where nobody has set anything."""
