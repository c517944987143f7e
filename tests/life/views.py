"""Outputs as plain data, so that a test can look at every value, and change it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from collabkit.styled import Styled


def plain(value: Any) -> Any:
    """Return a view as dictionaries, lists, texts, numbers and days; a JSON document as its data, text as lines."""
    if isinstance(value, Styled):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, str) and "\n" in value:
        return json.loads(value) if value.startswith("{") else value.split("\n")
    return value


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield every value that is neither a dictionary nor a list, with its path."""
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, (*path, key))
    else:
        yield path, value


def toned(value: Any, tone: str, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a view that has this tone, with its path."""
    if isinstance(value, Styled):
        if value.tone == tone:
            yield path, value.text
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from toned(getattr(value, each.name), tone, f"{path}.{each.name}" if path else each.name)
    elif isinstance(value, list | tuple):
        for number, each in enumerate(value):
            yield from toned(each, tone, f"{path}[{number}]")
