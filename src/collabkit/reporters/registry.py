"""Every output format, in the order of the help."""

from __future__ import annotations

from collabkit.reporters.concise import CONCISE
from collabkit.reporters.json import JSON
from collabkit.reporters.report import Reporter
from collabkit.reporters.text import TEXT

REPORTERS: tuple[Reporter, ...] = (TEXT, CONCISE, JSON)
BY_NAME = {reporter.name: reporter for reporter in REPORTERS}
