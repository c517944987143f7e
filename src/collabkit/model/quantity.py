"""A quantity as people write it: `≥ 36.8 %`, `12,000 台`, `5万元`, `-3 d`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from collabkit.model.scalars import parse_date

Comparator = Literal["≥", "≤", ">", "<", "="]

_COMPARATORS: dict[str, Comparator] = {
    "≥": "≥", ">=": "≥", "＞=": "≥", "≧": "≥", "不低于": "≥", "不少于": "≥", "at least": "≥",
    "≤": "≤", "<=": "≤", "≦": "≤", "不高于": "≤", "不超过": "≤", "不多于": "≤", "at most": "≤",
    ">": ">", "＞": ">", "<": "<", "＜": "<", "=": "=", "＝": "=",
}  # fmt: skip
_SCALE = {"万": 10_000.0, "亿": 100_000_000.0}
_QUANTITY = re.compile(
    r"\s*(?P<comparator>"
    + "|".join(map(re.escape, sorted(_COMPARATORS, key=len, reverse=True)))
    + r")?\s*(?P<number>[-+−]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?)"
    + r"\s*(?P<scale>[万亿])?\s*(?P<unit>[^\d；;]*?)\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit ('' when there is none) and the comparator in front of it, if any."""

    number: float
    unit: str = ""
    comparator: Comparator | None = None

    @property
    def is_percent(self) -> bool:
        """Return whether the unit is per cent."""
        return self.unit in ("%", "％", "百分点", "percent", "per cent")


def parse(text: str | None) -> Quantity | date | None:
    """Return the quantity or date that the whole of `text` writes; None when it is neither."""
    if not text:
        return None
    if (day := parse_date(text)) is not None:
        return day
    match = _QUANTITY.fullmatch(text)
    if not match:
        return None
    number = float(match["number"].replace(",", "").replace("，", "").replace("−", "-"))
    comparator = match["comparator"]
    return Quantity(
        number * _SCALE.get(match["scale"] or "", 1.0),
        match["unit"],
        _COMPARATORS[comparator.lower()] if comparator else None,
    )


def parse_each(text: str | None) -> tuple[Quantity | date | None, ...]:
    """Return what each part of `text` writes, parts standing apart by `；` or `;`."""
    return tuple(parse(part) for part in re.split(r"[；;]", text)) if text else ()
