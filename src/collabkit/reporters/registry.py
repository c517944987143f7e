"""Every output format, in the order of the help; each is a file of this folder with a REPORTER."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collabkit.reporters.report import Reporter

NAMES = ("text", "concise", "json")


def reporter(name: str) -> Reporter:
    """Return the reporter of the format `name`, one of NAMES."""
    found: Reporter = import_module(f"collabkit.reporters.{name}").REPORTER
    return found
