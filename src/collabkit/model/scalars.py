"""What a scalar means where a number, truth value, date or share is expected (YAML 1.2 core schema)."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from math import isfinite
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_GROUPED = re.compile(r"[-+]?[1-9][0-9]{0,2}\.[0-9]{3}")
_TRUE = frozenset(("true", "True", "TRUE"))
_FALSE = frozenset(("false", "False", "FALSE"))
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_LOOSE = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_SHARE = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*([%％]?)")
_TIME = re.compile(r"([01]?\d|2[0-3])[:：]([0-5]\d)")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")


def is_loose_date(text: str) -> bool:
    """Return whether `text` is a readable date that is not written `YYYY-MM-DD`."""
    return bool(_LOOSE.fullmatch(text)) and not _ISO.fullmatch(text)


def is_ambiguous(text: str) -> bool:
    """Return whether `text` is 80,000 to one reader and 80 to another: `80.000`; `0.125` is not."""
    return bool(_GROUPED.fullmatch(text))


def _int(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise PydanticCustomError("whole_number", "expected a whole number")
    if isinstance(value, int):
        return value
    # 18 digits hold every quantity a project can have; more would only slow the conversion down.
    if not _INT.fullmatch(value) or len(value) > 18:
        raise PydanticCustomError("whole_number", "expected a whole number")
    return int(value, 8 if value.startswith("0o") else 16 if value.startswith("0x") else 10)


def _number(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise PydanticCustomError("number", "expected a number")
    if isinstance(value, str):
        if not _FLOAT.fullmatch(value) or len(value) > 40:
            raise PydanticCustomError("number", "expected a number")
        if is_ambiguous(value):
            raise PydanticCustomError("number_ambiguous", "expected a number that can be read in one way")
        value = float(value)
    # 1e400 is written like a number and is none that can be counted with.
    if isinstance(value, float) and not isfinite(value):
        raise PydanticCustomError("number", "expected a number")
    return value


def _flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value in _TRUE:
        return True
    if value in _FALSE:
        return False
    raise PydanticCustomError("true_false", "expected true or false")


@lru_cache(maxsize=4096)
def parse_date(text: str) -> date | None:
    """Return the date that `text` writes as 2026-03-02, 2026/3/2 or 2026.3.2; None when it is not a date."""
    match = _LOOSE.fullmatch(text.strip())
    if not match:
        return None
    try:
        return date(int(match[1]), int(match[3]), int(match[4]))
    except ValueError:
        return None


def _date(value: Any) -> Any:
    if isinstance(value, date):
        return value
    day = parse_date(value) if isinstance(value, str) else None
    if day is None:
        raise PydanticCustomError("date_invalid", "expected a date")
    return day


def _share(value: Any) -> Any:
    if isinstance(value, bool):
        raise PydanticCustomError("share", "expected a percentage")
    match = _SHARE.fullmatch(str(value).strip()) if isinstance(value, (int, float, str)) else None
    if not match:
        raise PydanticCustomError("share", "expected a percentage")
    number = float(match[1])
    share = number / 100 if match[2] or number > 1 else number
    if share > 10:
        raise PydanticCustomError("share", "expected a percentage")
    return share


def _time(value: Any) -> Any:
    match = _TIME.fullmatch(value) if isinstance(value, str) else None
    if not match:
        raise PydanticCustomError("time_of_day", "expected a time")
    return f"{int(match[1]):02d}:{match[2]}"


def _week(value: str) -> str:
    if monday_of(value) is None:
        raise PydanticCustomError("iso_week", "expected an ISO week")
    return value


def monday_of(week: str) -> date | None:
    """Return the Monday of an ISO week such as `2026-W12`; None when there is no such week."""
    match = _WEEK.fullmatch(week)
    if not match:
        return None
    try:
        return date.fromisocalendar(int(match[1]), int(match[2]), 1)
    except ValueError:
        return None


def week_of(day: date) -> str:
    """Return the ISO week of `day`, such as `2026-W12`."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


_DATE_PATTERN = r"^\d{4}([-/.])\d{1,2}\1\d{1,2}$"

Int = Annotated[int, BeforeValidator(_int, json_schema_input_type=int)]
Number = Annotated[float, BeforeValidator(_number, json_schema_input_type=float)]
Flag = Annotated[bool, BeforeValidator(_flag, json_schema_input_type=bool)]
Day = Annotated[
    date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "pattern": _DATE_PATTERN, "examples": ["2026-03-02"]}),
]
Share = Annotated[
    float,
    BeforeValidator(_share),
    WithJsonSchema({"type": ["string", "number"], "pattern": r"^\d+(\.\d+)?\s*[%％]?$", "examples": ["50%", "100%"]}),
]
"""A share of working time as a fraction: `50%` is 0.5; a bare number above 1 counts as per cent."""
Time = Annotated[
    str,
    BeforeValidator(_time),
    WithJsonSchema({"type": "string", "pattern": r"^([01]?\d|2[0-3]):[0-5]\d$", "examples": ["15:00"]}),
]
"""A time of day as `HH:MM`."""
WeekId = Annotated[
    str,
    AfterValidator(_week),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-W\d{2}$", "examples": ["2026-W12"]}),
]
"""An ISO week, `2026-W12`."""
