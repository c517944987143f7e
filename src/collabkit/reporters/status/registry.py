"""Every format of `status`, in the order of the help."""

from __future__ import annotations

from collections.abc import Mapping

from collabkit.reporters.status.json import json
from collabkit.reporters.status.markdown import markdown
from collabkit.reporters.status.report import Format
from collabkit.reporters.status.table import table

FORMATS: Mapping[str, Format] = {"table": table, "json": json, "markdown": markdown}
