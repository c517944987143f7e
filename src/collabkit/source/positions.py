"""Where keys and values stand, packed: one whole number per stretch, one list per mapping or list."""

from __future__ import annotations

from typing import Any

from collabkit.problem import At

Spots = list[Any]
"""A list's own stretch and those of its items; a mapping's own, then key and value by turns, in the data's order.

A stretch is `offset << 32 | length` in code points; a value that is itself a mapping or list has its Spots instead.
"""
_LENGTH = (1 << 32) - 1


def pack(start: int, length: int) -> int:
    """Return the stretch of `length` code points from offset `start` as one number."""
    return start << 32 | length


def at_of(span: int) -> At:
    """Return offset and length of a packed stretch."""
    return span >> 32, span & _LENGTH


def own(spot: Any) -> int:
    """Return the stretch of a whole value, be it a text, a mapping or a list."""
    return spot if isinstance(spot, int) else int(spot[0])
