"""A quantity as people write it: `≥ 36.8 %`, `12,000 台`, `5万元`, `-3 d`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from collabkit.model.scalars import is_ambiguous, parse_date

Comparator = Literal["≥", "≤", ">", "<", "="]

_BEFORE: dict[str, Comparator] = {
    "≥": "≥", ">=": "≥", "＞=": "≥", "≧": "≥", "⩾": "≥", "不低于": "≥", "不少于": "≥", "不小于": "≥", "至少": "≥",
    "at least": "≥", "no less than": "≥", "not less than": "≥",
    "≤": "≤", "<=": "≤", "＜=": "≤", "≦": "≤", "⩽": "≤", "不高于": "≤", "不超过": "≤", "不多于": "≤", "不大于": "≤",
    "至多": "≤", "at most": "≤", "no more than": "≤", "not more than": "≤", "up to": "≤",
    ">": ">", "＞": ">", "高于": ">", "大于": ">", "超过": ">", "more than": ">", "over": ">",
    "<": "<", "＜": "<", "低于": "<", "小于": "<", "少于": "<", "less than": "<", "under": "<", "below": "<",
    "=": "=", "＝": "=",
}  # fmt: skip
_AFTER: dict[str, Comparator] = {
    "及以上": "≥", "以上": "≥", "or more": "≥", "or better": "≥", "+": "≥",
    "及以下": "≤", "以下": "≤", "以内": "≤", "之内": "≤", "or less": "≤", "or fewer": "≤",
}  # fmt: skip
_SCALE = {"万": 10_000.0, "亿": 100_000_000.0, "": 1.0}
_PERCENT = frozenset(("%", "percent", "per cent"))
# Longer texts are sentences; the limit also keeps the pattern from searching them for ever.
_LONGEST = 80


def _any(words: dict[str, Comparator]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_QUANTITY = re.compile(
    rf"(?P<before>{_any(_BEFORE)})?\s*(?P<number>[-+−]?(?:\d{{1,3}}(?:[,，]\d{{3}})+|\d+)(?:\.\d+)?)"
    rf"\s*(?P<scale>[万亿]?)\s*(?P<unit>[^\d；;]*?)\s*(?P<after>{_any(_AFTER)})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit ('' when there is none) and the comparator at it, if any."""

    number: float
    unit: str = ""
    comparator: Comparator | None = None

    @property
    def is_percent(self) -> bool:
        """Return whether the unit is per cent; percentage points are not."""
        return self.unit.lower() in _PERCENT


def parse(text: str | None) -> Quantity | date | None:
    """Return the quantity or date that the whole of `text` writes; None when it is neither."""
    text = " ".join((text or "").split())
    if not text or len(text) > _LONGEST:
        return None
    if (day := parse_date(text)) is not None:
        return day
    match = _QUANTITY.fullmatch(text)
    # 10.000 units are ten or ten thousand; 99.999 % is what it looks like.
    if not match or (is_ambiguous(match["number"]) and match["unit"].replace("％", "%").lower() not in _PERCENT):
        return None
    number = float(re.sub("[,，]", "", match["number"]).replace("−", "-"))
    before, after = match["before"], match["after"]
    return Quantity(
        number * _SCALE[match["scale"]],
        match["unit"].replace("％", "%"),
        _BEFORE[before.lower()] if before else _AFTER[after.lower()] if after else None,
    )


def parse_each(text: str | None) -> tuple[Quantity | date | None, ...]:
    """Return what each part of `text` writes, parts standing apart by `；` or `;`."""
    return tuple(map(parse, parts(text)))


def parts(text: str | None) -> tuple[str, ...]:
    """Return the parts of a text that stand apart by `；` or `;`, none of an empty one."""
    return tuple(part.strip() for part in re.split(r"[；;]", text)) if text else ()
