"""The JSON documents that programs read: every one has a `format_version`; within 1.x members are only added."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from collabkit.terminal.harmless import harmless_json
from collabkit.terminal.output_style import OutputStyle

FORMAT_VERSION = "1.0"
# What a terminal would obey, though JSON lets it stand in a string.
_HARMFUL = (*range(0x7F, 0xA0), 0x200E, 0x200F, 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A))


def document(members: Mapping[str, Any], look: OutputStyle) -> str:
    """Return the text of a JSON document with these members."""
    return dumped({"format_version": FORMAT_VERSION, **members}, look)


def dumped(data: Any, look: OutputStyle) -> str:
    """Return `data` as JSON text that any terminal, and any CI runner, leaves alone."""
    text = json.dumps(data, indent=2, ensure_ascii=not look.unicode)
    # Both stand within strings only: there is no other place for them in JSON.
    for code in _HARMFUL:
        text = text.replace(chr(code), f"\\u{code:04x}")
    return harmless_json(text)
