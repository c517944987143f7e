"""A number as people type it into a cell."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import isfinite

from collabkit.forms.tables.answer import Answer
from collabkit.lang import Text
from collabkit.model.scalars import is_ambiguous
from collabkit.problem import Problem

_UNIT = r"\s*(?:人\s*天|人\s*日|个?工作日|天|person[- ]?days?|working days?|days?|pd|d)\.?"


def number(least: float | None = None, most: float | None = None) -> Callable[[Answer], float | Problem | None]:
    """Return the reader of a number between `least` and `most`; a unit behind it is passed over."""

    def parse(answer: Answer) -> float | Problem | None:
        if answer.is_blank:
            return None
        found = _number(re.sub(_UNIT, "", answer.plain.casefold()), answer)
        return found if isinstance(found, Problem) else _within(found, least, most, answer)

    return parse


def percent(answer: Answer) -> int | Problem | None:
    """Return whole per cent: 50 for 0.5, 50 and 50%; a number up to 1 without the sign is a share of the whole."""
    if answer.is_blank:
        return None
    text = answer.plain.removesuffix("%").strip()
    found = _number(text, answer)
    if isinstance(found, Problem):
        return found
    signed = answer.plain.endswith("%")
    within = _within(found if signed or found > 1 else found * 100, 0, 100, answer)
    return within if isinstance(within, Problem) else round(within)


def _number(text: str, answer: Answer) -> float | Problem:
    if isinstance(answer.content, bool):
        return answer.wrong("不是数字", "is no number", _WRITE)
    # Groups of three digits with commas between are one number; any other comma may be a decimal point.
    plain = text.replace(",", "") if re.fullmatch(r"[-+]?\d{1,3}(,\d{3})+(\.\d+)?", text) else text
    if isinstance(answer.content, str) and is_ambiguous(plain):
        return answer.wrong("有两种读法", "can be read in two ways", _WRITE)
    try:
        found = float(plain) if re.fullmatch(r"[-+.\de]+", plain.casefold()) else None
    except ValueError:
        found = None
    if found is None or not isfinite(found):
        return answer.wrong("不是数字", "is no number", _WRITE)
    return found


_WRITE = Text("只写数字，如 3.5", "write the bare number, such as 3.5")


def _within(found: float, least: float | None, most: float | None, answer: Answer) -> float | Problem:
    if (least is not None and found < least) or (most is not None and found > most):
        if most is None:
            return answer.wrong(f"小于 {least:g}", f"is below {least:g}")
        return answer.wrong(f"不在 {least:g} 到 {most:g} 之间", f"is not between {least:g} and {most:g}")
    return found
