"""How much work something is: lines run or functions called, the same on every machine and at every load."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeVar

Result = TypeVar("Result")


def work(call: Callable[[], Result]) -> tuple[Result, int]:
    """Return what `call` returns and how many lines of Python it ran."""
    return _counted(call, "line")


def calls(call: Callable[[], Result]) -> tuple[Result, int]:
    """Return what `call` returns and how many functions of Python it called; quicker to count than lines."""
    return _counted(call, "call")


def _counted(call: Callable[[], Result], wanted: str) -> tuple[Result, int]:
    found = 0

    def count(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal found
        found += event == wanted
        return count if wanted == "line" else None

    before = sys.gettrace()
    sys.settrace(count)
    try:
        result = call()
    finally:
        sys.settrace(before)
    return result, found
