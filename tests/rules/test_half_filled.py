"""Projects of several trades as people leave them half-way: what a PMO would mark is told, and nothing beside it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from collabkit import api

FOLDER = Path(__file__).with_name("half_filled")
TODAY = date(2026, 3, 20)
TEXT = frozenset((
    "value-out-of-range", "week-outside-project", "placeholder-left", "sample-text-left", "provider-unknown",
    "unknown-person", "department-undeclared", "unknown-reference", "scope-overlap", "task-touches-excluded-scope",
    "goal-without-target", "goal-without-baseline", "goal-percent-ambiguous", "goal-target-wrong-direction",
    "subgoal-weights-not-100", "dependency-violated", "background-missing", "no-sponsor", "department-without-head",
    "acceptance-missing", "risk-without-response", "risk-without-owner", "task-without-owner", "task-dates-missing",
))  # fmt: skip
"""Rules that judge what is written in a field, or not."""
TOLD = {
    "hospital.zh-CN.yaml": [
        ("placeholder-left", "warning", "document.reviewer"),
        ("placeholder-left", "error", "departments.护理部.head"),
        ("placeholder-left", "warning", "milestones.M2.evidence"),
        ("placeholder-left", "error", "tasks.T02.standard"),
        ("placeholder-left", "error", "tasks.T03.owner"),
        ("placeholder-left", "warning", "resources.2.gap_plan"),
        ("placeholder-left", "warning", "communication.plan.0.frequency"),
        ("placeholder-left", "error", "risks.R2.response"),
        ("placeholder-left", "warning", "meetings.1.place"),
    ],
    "factory-move.zh-CN.yaml": [
        ("placeholder-left", "error", "departments.供应链部.head"),
        ("value-out-of-range", "warning", "tasks.T1.effort"),
        ("placeholder-left", "error", "tasks.T5.owner"),
        ("provider-unknown", "warning", "resources.1.provider"),
        ("value-out-of-range", "error", "budget.contingency"),
        ("placeholder-left", "error", "risks.R2.response"),
    ],
    "winter-appeal.en.yaml": [
        ("placeholder-left", "error", "project.sponsor"),
        ("placeholder-left", "error", "departments.Volunteers.head"),
        ("goal-without-target", "error", "goals.G3.target"),
        ("value-out-of-range", "error", "subgoals.SG1.weight"),
        ("value-out-of-range", "error", "subgoals.SG2.weight"),
        ("placeholder-left", "error", "tasks.T2.standard"),
        ("placeholder-left", "warning", "communication.stakeholders.0.needs"),
        ("placeholder-left", "error", "risks.R2.owner"),
        ("placeholder-left", "warning", "meetings.0.attendees.2"),
    ],
    "certification.en.yaml": [],
    "store-opening.en.yaml": [
        ("placeholder-left", "error", "project.name"),
        ("sample-text-left", "info", "project.background"),
        ("placeholder-left", "warning", "document.organization"),
        ("placeholder-left", "error", "goals.G2.target"),
        ("placeholder-left", "warning", "tasks.T1.owner"),
        ("placeholder-left", "warning", "tasks.T1.start"),
        ("placeholder-left", "warning", "tasks.T1.end"),
        ("placeholder-left", "warning", "tasks.T1.deliverable"),
        ("placeholder-left", "warning", "tasks.T1.standard"),
        ("placeholder-left", "warning", "meetings.0.place"),
    ],
}


@pytest.mark.parametrize("name", TOLD)
def test_what_a_pmo_would_mark_is_told_and_nothing_else(name: str) -> None:
    found = api.check(api.load(FOLDER / name), today=TODAY)
    told = [
        (
            finding.rule.name,
            finding.severity.value,
            ".".join(map(str, finding.problem.path.steps)),
        )
        for finding in found
        if finding.rule.name in TEXT
    ]
    assert told == TOLD[name]


def test_every_half_filled_project_is_held_by_a_test() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(TOLD)
