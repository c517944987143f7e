"""What the project leaves to a line department when it closes."""

from __future__ import annotations

import re

from collabkit.plan import Plan
from collabkit.plan.matching import contains


def is_handed_over(plan: Plan, key: str, name: str | None) -> bool:
    """Return whether an item that is handed over names the entry `key`, or what it is called."""
    items = [each.item for each in plan.project.handover_items if each.item]
    named = re.compile(rf"(?<![A-Za-z0-9]){re.escape(key)}(?![A-Za-z0-9])")
    return any(named.search(item) or (name and contains(item, name)) for item in items)
