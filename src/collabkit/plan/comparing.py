"""Whether a value can be held against a target: both in one unit, or nobody can tell."""

from __future__ import annotations

import re
from datetime import date

from collabkit.model.quantity import Quantity, parse, parts
from collabkit.model.state import is_level

_REMARK = r"\s*[（(].*$"
_SCALES = ("万", "亿")


def number(text: str) -> Quantity | date | None:
    """Return the number or day that a text writes, whatever remark in brackets stands behind it."""
    return parse(re.sub(_REMARK, "", text))


def same_unit(target: str, value: str) -> tuple[Quantity, Quantity] | None:
    """Return two quantities that are in one unit, or of which one leaves out the unit of the other; None for others.

    A number without a unit beside a percentage is a percentage only where it cannot be a share, as 0.372 can, and one
    beside `5万元` counts in 元 only where it cannot count in 万.
    """
    wanted, found = number(target), number(value)
    if not isinstance(wanted, Quantity) or not isinstance(found, Quantity):
        return None
    one, other = _unit(wanted), _unit(found)
    if one == other:
        return wanted, found
    if one and other:
        return None
    bare, named, text = (found, wanted, target) if one else (wanted, found, value)
    return (wanted, found) if _is_certain(bare, named, text) else None


def incomparable(target: str | None, value: str | None) -> tuple[str, str] | None:
    """Return the first part of `target` that the part of `value` beside it cannot be held against, with that part.

    None when all can, and for states such as `取得证书`, of which people judge. Of values that are not as many as the
    targets both are returned whole.
    """
    targets, values = parts(target), parts(value)
    if not targets or not values:
        return None
    if len(targets) != len(values):
        is_measured = any(map(_is_measured, targets))
        return (target or "", value or "") if is_measured else None
    pairs = zip(targets, values, strict=True)
    return next((pair for pair in pairs if _is_measured(pair[0]) and not _is_comparable(*pair)), None)


def _is_measured(target: str) -> bool:
    """Return whether a target is a number or a day; a step of a ladder is a state."""
    wanted = number(target)
    return isinstance(wanted, date) or (isinstance(wanted, Quantity) and not is_level(wanted.unit))


def _is_comparable(target: str, value: str) -> bool:
    if isinstance(number(target), date):
        return isinstance(number(value), date)
    return same_unit(target, value) is not None


def _is_certain(bare: Quantity, named: Quantity, text: str) -> bool:
    """Return whether a number without a unit can only be in the unit of `named`, which is written as `text`."""
    size, other = abs(bare.number), abs(named.number)
    if size == 0:
        return True
    near = size * 10 >= other
    if named.is_percent:
        return size > 1 and near
    return near or not any(scale in text for scale in _SCALES)


def _unit(quantity: Quantity) -> str:
    """Return a unit as it is compared: an English word whatever its number and case."""
    unit = quantity.unit.casefold()
    if Quantity(0, unit).is_percent:
        return "%"
    return unit[:-1] if len(unit) > 3 and unit.isascii() and unit.endswith("s") and not unit.endswith("ss") else unit
