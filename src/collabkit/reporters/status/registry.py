"""Every format of `status`, in the order of the help; each is a file of this folder with a `report`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collabkit.reporters.status.report import Format

NAMES = ("table", "json", "markdown")


def reporter(name: str) -> Format:
    """Return what prints the format `name`, one of NAMES."""
    found: Format = import_module(f"collabkit.reporters.status.{name}").report
    return found
