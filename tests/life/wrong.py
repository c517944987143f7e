"""Wrong values: what might stand in an output by mistake, close to what is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

GONE = object()
"""In place of a row: it is missing."""
MOST_LETTERS = 60
"""How many letters at the beginning of a text are replaced, one after the other."""
_LIGHTS = str.maketrans("红黄绿🔴🟡🟢", "绿红黄🟢🔴🟡")
_BOXES = str.maketrans("☑☐", "☐☑")
_PAIRS = (
    ("Red", "Green"), ("Amber", "Red"), ("red", "green"), ("amber", "red"), ("红", "绿"), ("黄", "红"),
    ("Draft", "In force"), ("草稿", "生效"), ("关键", "一般"), ("Key", "General"), ("已完成", "待办"), ("Done", "Open"),
    ("执行", "收尾"), ("Executing", "Closing"), ("executing", "closing"), ("已解决", "已关闭"),
    ("Resolved", "Closed"), ("未承诺", "已承诺"), ("Not committed", "Committed"), ("未开始", "进行中"),
    ("进行中", "已完成"), ("Not started", "In progress"), ("In progress", "Done"), ("doing", "done"),
    ("通过", "不通过"), ("Accepted", "Rejected"),
)  # fmt: skip
_WORDS = (*_PAIRS, *((other, one) for one, other in _PAIRS))


def slots(data: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every place of an output where a value or a row stands: what holds it, and its key there."""
    if isinstance(data, dict | list):
        for key, inner in list(data.items() if isinstance(data, dict) else enumerate(data)):
            if not isinstance(inner, dict | list) or isinstance(data, list):
                yield data, key
            yield from slots(inner)


def values(container: Any, key: Any, *, coarse: bool = False) -> Iterator[Any]:
    """Yield what might stand at a place instead, only the most different ones when `coarse`."""
    value = container[key]
    if isinstance(container, list) and not isinstance(value, str):
        yield GONE
    if isinstance(value, bool) or value is None:
        yield not value
    elif isinstance(value, int | float):
        yield value + 1
    elif isinstance(value, date):
        yield value + timedelta(days=1)
        yield value - timedelta(days=1)
    elif isinstance(value, str):
        texts = _coarse(value) if coarse else _fine(value)
        yield from (other for other in texts if other != value)


def put(container: Any, key: Any, value: Any) -> None:
    """Put `value` at a place of an output."""
    if value is GONE:
        del container[key]
    else:
        container[key] = value


def _coarse(text: str) -> Iterator[str]:
    other = "".join(_other_letter(char) for char in text.translate(_LIGHTS).translate(_BOXES))
    yield re.sub(r"\d+", _counted_up, other) or "x"
    yield ""


def _fine(text: str) -> Iterator[str]:
    """Yield a text with another number, light, box or word in one of its cells."""
    yield ""
    for start, end in _cells(text):
        for other in _others(text[start:end]):
            yield text[:start] + other + text[end:]


def _cells(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the cells of a row of a table are, in Markdown or for a terminal; else the whole text."""
    found = [match.span() for match in re.finditer(r"[^|\s](?:[^|\s]|\s(?!\s|\|))*", text)]
    yield from found if len(found) > 1 else [(0, len(text))]


def _others(text: str) -> Iterator[str]:
    """Yield a text with one thing in it changed, as long as before so that the columns of a terminal stay in place."""
    for number in re.finditer(r"\d+", text):
        yield text[: number.start()] + _counted_up(number) + text[number.end() :]
    yield text.translate(_LIGHTS)
    yield text.translate(_BOXES)
    yield from (text.replace(old, new, 1) for old, new in _WORDS)
    for place in range(min(len(text), MOST_LETTERS)):
        yield text[:place] + _other_letter(text[place]) + text[place + 1 :]
    yield f"{text}x"


def _counted_up(number: re.Match[str]) -> str:
    """Return the next number, with as many digits."""
    return str(int(number[0]) + 1).zfill(len(number[0]))[-len(number[0]) :]


def _other_letter(char: str) -> str:
    """Return another letter of the same width; what is no letter stays."""
    if "\u4e00" <= char <= "\u9fff":
        return "甲" if char != "甲" else "乙"
    return ("X" if char != "X" else "Y") if char.isascii() and char.isalpha() else char
