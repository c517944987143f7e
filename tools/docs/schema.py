"""docs/schema: the JSON Schema in both languages."""

from __future__ import annotations

import json
from collections.abc import Mapping

from collabkit.json_schema import json_schema
from collabkit.lang import Lang


def pages() -> Mapping[str, str]:
    """Return the schema files by path."""
    return {
        f"docs/schema/collabkit.{lang}.schema.json": json.dumps(json_schema(lang), ensure_ascii=False, indent=2) + "\n"
        for lang in Lang
    }
