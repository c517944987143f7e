"""The value as it was most likely meant, where one that does not fit still shows it."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from collabkit.labels import LABELS
from collabkit.lang import Text, listing
from collabkit.model import quantity
from collabkit.model.fields import Value
from collabkit.model.other_words import word_called
from collabkit.nearest import nearest
from collabkit.source import entries
from collabkit.source.full_width import plain
from collabkit.source.shape import known_keys
from collabkit.source.wording import short

_CLOSED_UP = r"(?s)([A-Za-z_]+)(:|：)\s*(\S.*)"
_MONEY = r"(?i)^(?:[¥$€£]|rmb|cny|usd|eur|us\$)\s*|\s*(?:元|rmb|cny|usd|eur)$"
_SCALES = {
    "k": 1e3, "千": 1e3, "thousand": 1e3, "百万": 1e6, "m": 1e6, "mn": 1e6, "mio": 1e6, "million": 1e6, "千万": 1e7,
    "bn": 1e9, "billion": 1e9,
}  # fmt: skip
"""What stands behind a number and multiplies it."""
_OTHER_UNIT = r"-|个?(?:月|周|星期|年|季度|小时)|(?:hour|week|month|quarter|year|hr|wk)s?|h|q|y"
_ABOUT = r"^(?:约|大约|大概|about|approx\.?|ca\.?|~)\s*|(?:左右)$"
_GROUPS = r"\d{1,3}(?:[ '’_]\d{3})+(?:[.,]\d{1,2})?|\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d+,\d{1,2}"
"""600 000, 600'000, 1.600.000,50, 12,5: as other countries write numbers; 80.000 alone is read two ways."""
_DIGITS = "〇一二三四五六七八九"
_STOPS = " ;；,，。、."
_TENTHS = rf"([{_DIGITS}\d])成([{_DIGITS}\d]?)(半?)"
_CLOCK = r"(上午|早上|下午|晚上|中午)?\s*(\d{1,2})\s*(?:[:.点时h]\s*(\d{1,2}|半)?\s*分?)?\s*(am|pm|o'clock)?"
_SCORES = {
    1: ("很低", "极低", "极小", "very low", "rare"),
    2: ("低", "较低", "小", "low", "minor", "unlikely"),
    3: ("中", "中等", "一般", "medium", "moderate", "possible", "mid"),
    4: ("高", "较高", "大", "high", "major", "likely"),
    5: ("很高", "极高", "极大", "严重", "very high", "critical", "severe", "almost certain"),
}
_HALF = frozenset(("half", "一半", "半", "半天", "half-time", "half time"))
_FULL = frozenset(("full", "全部", "全职", "全天", "full-time", "full time"))
_YES = frozenset(("yes", "y", "on", "是", "有", "对", "√", "✓", "1"))
_NO = frozenset(("no", "n", "off", "否", "无", "不", "×", "✗", "0"))


def rewritten(kind: str, value: Any, shape: Value, ids: tuple[str, ...] = ()) -> Text | None:
    """Return how to write `value`, to which pydantic's error `kind` belongs; None when it does not show that.

    `ids` are those that a list may hold.
    """
    if kind in ("dict_type", "model_type"):
        return (
            closed_up(value)
            or _braces(value)
            or _colon(value, shape)
            or entries.for_table(value, shape)
            or _keys(shape)
        )
    if kind in ("tuple_type", "list_type"):
        return entries.for_list(value, shape, ids)
    if kind in ("whole_number", "number"):
        return _number(value, shape, whole=kind == "whole_number")
    if kind == "string_type":
        return _one_of(value)
    other = {"share": _share, "time_of_day": _time, "true_false": _flag}.get(kind)
    return other(_plain(value)) if other and isinstance(value, str) else None


def closed_up(value: Any) -> Text | None:
    """Return how to write the line of `name:App`, where a key with a value was meant."""
    match = re.match(_CLOSED_UP, value) if isinstance(value, str) else None
    if not match:
        return None
    right = f"{match[1]}: {short(match[3])}"
    if match[2] == "：":
        return Text(f"全角冒号改为半角冒号加空格：{right}", f"write a plain colon and a blank: {right}")
    return Text(f"冒号后面加一个空格：{right}", f"put a blank after the colon: {right}")


def word(shape: Value, value: Any) -> str | None:
    """Return the fixed word that `value` means: the one that forms print so, else the nearest spelling."""
    if not isinstance(value, str):
        return None
    typed = value.strip().casefold()
    labels = LABELS.get(shape.type, {})
    for name, label in labels.items():
        if typed in (label.zh, label.en.casefold()) or typed.replace("_", " ") == label.en.casefold():
            return name
    called = word_called(shape.type, value) if shape.words else None
    if called is not None:
        return called
    # 完成 for 已完成, 执行中 for 执行.
    alike = [name for name, label in labels.items() if typed and (typed in label.zh or label.zh in typed)]
    return nearest(value, shape.words) or (alike[0] if len(alike) == 1 else None)


def words(shape: Value) -> Text:
    """Return the fixed words that may stand here; in Chinese with what they mean."""
    labels = LABELS.get(shape.type, {})
    named = [f"{name}（{labels[name].zh}）" if name in labels else name for name in shape.words]
    return Text(listing(named, most=8).zh, listing(shape.words, most=8).en)


def _braces(value: Any) -> Text | None:
    """Return how to write `｛head：x｝`."""
    if not isinstance(value, str) or value[:1] not in ("｛", "【", "［"):
        return None
    right = short(plain(value), 80)
    return Text(f"改成半角括号：{right}", f"write plain brackets: {right}")


def _colon(value: Any, shape: Value) -> Text | None:
    """Return how to write `next` with the lines of its list below it, which ran together as one text."""
    first = value.split(maxsplit=1)[0] if isinstance(value, str) and " " in value.strip() else ""
    if shape.model is None or first not in known_keys(shape.model):
        return None
    return Text(f"「{first}」后面补上冒号：{first}:", f"put a colon behind '{first}': '{first}:'")


def _keys(shape: Value) -> Text | None:
    if shape.model is None:
        return None
    keys = listing(known_keys(shape.model), most=4)
    return Text(
        f"换行缩进，每行写一个「键: 值」；可写的键：{keys.zh}",
        f"write indented lines 'key: value' below it; keys: {keys.en}",
    )


def _number(value: Any, shape: Value, *, whole: bool) -> Text | None:
    low, high = shape.least, shape.most
    if not isinstance(value, str):
        return None
    text = _plain(value)
    if (low, high) == (1, 5):
        return _scored(value, text)
    number = _count(text)
    fits = number is not None and (low is None or number >= low) and (high is None or number <= high)
    if number is not None and fits and not (whole and number != int(number)):
        return Text(f"只写数字：{number:.10g}", f"write the bare number: {number:.10g}")
    if low is None or high is None:
        return None
    return Text(f"写 {low} 到 {high} 的整数，如 60", f"write a whole number from {low} to {high}, such as 60")


def _scored(value: str, text: str) -> Text:
    """Return how to write a score from 1 to 5; words of a scale of five are given theirs."""
    number = _count(text)
    score = next((score for score, names in _SCORES.items() if text.removesuffix("级") in names), None)
    if score is not None:
        shown = short(value)
        return Text(
            f"写 1 到 5 的整数，5 为最高：「{shown}」写 {score}",
            f"write a whole number from 1 to 5, 5 being the highest: {score} for '{shown}'",
        )
    if number is not None and number in range(1, 6):
        return Text(f"只写数字：{number:.10g}", f"write the bare number: {number:.10g}")
    return Text("写 1 到 5 的整数，5 为最高", "write a whole number from 1 to 5, 5 being the highest")


def _count(text: str) -> float | None:
    """Return the number in `40 %`, `¥1,200.50`, `六成`."""
    tenths = re.fullmatch(_TENTHS, text)
    if tenths:
        first, second = (max(_DIGITS.find(part), 0) if part in _DIGITS else int(part) for part in tenths.group(1, 2))
        return float(10 * first + second + (5 if tenths[3] else 0))
    read = quantity.parse(_grouped(re.sub(_MONEY, "", re.sub(_ABOUT, "", text.strip(_STOPS)))))
    if not isinstance(read, quantity.Quantity):
        return None
    unit = read.unit.lower()
    if unit in _SCALES:
        return read.number * _SCALES[unit]
    # Months are not days, and what a sign behind a number means nobody can tell.
    return None if re.fullmatch(_OTHER_UNIT, unit) else read.number


def _grouped(text: str) -> str:
    """Return a number whose digits stand in groups, or that has a decimal comma, as it is written here."""
    match = re.match(_GROUPS, text)
    if not match or text[match.end() : match.end() + 1].isdigit():
        return text
    number, rest = match[0], text[match.end() :]
    whole, _, decimals = number.rpartition(",") if re.search(r",\d{1,2}$", number) else (number, "", "")
    if not decimals and re.fullmatch(r"\d{1,3}\.\d{3}", number):
        return text
    point = re.fullmatch(r"(.*)(\.\d{1,2})", whole)
    whole, decimals = (point[1], point[2]) if point else (whole, f".{decimals}" if decimals else "")
    return re.sub(r"\D", "", whole) + decimals + rest


def _share(text: str) -> Text | None:
    read = 50.0 if text in _HALF else 100.0 if text in _FULL else _count(text)
    if read is None:
        return None
    number = read * 100 if 0 < read <= 1 and "." in text else read
    return Text(f"写成 {number:.10g}%", f"write {number:.10g}%") if 0 <= number <= 1000 else None


def _time(text: str) -> Text | None:
    """`“15:00”`, `下午3点`, `3 pm`, `15.30`."""
    match = re.fullmatch(_CLOCK, text.strip("\"'“”‘’「」 "))
    if not match or not (match[1] or match[4] or re.search(r"[:.点时h]", text)):
        return None
    hour, minute = int(match[2]), 30 if match[3] == "半" else int(match[3] or 0)
    if hour < 12 and (match[1] in ("下午", "晚上") or match[4] == "pm"):
        hour += 12
    if hour > 23 or minute > 59:
        return None
    return Text(f'写成 "{hour:02d}:{minute:02d}"', f'write "{hour:02d}:{minute:02d}"')


def _flag(text: str) -> Text | None:
    if text not in _YES | _NO:
        return None
    return Text("写 true（是）", "write true") if text in _YES else Text("写 false（否）", "write false")


def _plain(value: str) -> str:
    return unicodedata.normalize("NFKC", value).strip().casefold()


def _one_of(value: Any) -> Text | None:
    if not isinstance(value, list) or not value or not all(isinstance(item, str) for item in value):
        return None
    first = short(value[0])
    if len(value) == 1:
        return Text(f"去掉方括号：{first}", f"remove the brackets: {first}")
    return Text(f"只写一个，如「{first}」", f"write one only, such as '{first}'")
