"""Plans to test with: the minimal clean project with sections of a test laid over it."""

from __future__ import annotations

from datetime import date

from collabkit.plan import Plan
from collabkit.rules.example import TODAY
from collabkit.source.source import Source
from collabkit.source.validate import validate
from tests.sections import overlay


def plan_of(fragment: str = "", today: date = TODAY) -> Plan:
    """Return the minimal project with the sections of `fragment` in place of its own, looked at on `today`."""
    read = validate(Source.from_text(overlay(fragment) if fragment else overlay("language: en\n")))
    assert read.project is not None, read.faults
    return Plan(read.project, today, read.unread)
