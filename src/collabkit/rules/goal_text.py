"""Goals and sub-goals together, and how their texts speak of numbers, growth and decline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum

from collabkit.model.goal import Goal
from collabkit.plan import Plan, is_something
from collabkit.problem import Path

_UP_ZH = "提升|提高|增长|增加|上升|扩大|翻番|翻倍"
_DOWN_ZH = "降低|减少|下降|缩短|压缩|削减|减半"
_UP_EN = r"increas(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|grow(?:s|n|th|ing)?|boost(?:s|ed|ing)?|doubl(?:e|es|ed|ing)"
_DOWN_EN = (
    r"reduc(?:e|es|ed|ing|tion)|cut(?:s|ting)?(?![-\w])|lower(?:s|ed|ing)?|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)"
    r"|shorten(?:s|ed|ing)?|halv(?:e|es|ed|ing)|shrink(?:s|ing)?"
)
_NEITHER = r"(?i)改善|\b(?:improv(?:e|es|ed|ing|ement)|expand(?:s|ed|ing)?)\b"
# These say where a value ends, never by how much it moves.
_UP_TO = r"升(?:到|至)|增(?:到|至)|涨(?:到|至)|\bris(?:e|es|ing) to\b|\bbring(?:s|ing)?\b[^.;,]{0,40}\bup to\b"
_DOWN_TO = (
    r"[降减压缩](?:到|至|为)|\b(?:drop|fall)(?:s|ping|ing)? (?:to|below|under)\b"
    r"|\bbring(?:s|ing)?\b[^.;,]{0,40}\bdown to\b"
)
_UP = rf"(?i){_UP_ZH}|{_UP_TO}|\b(?:{_UP_EN})\b"
_DOWN = rf"(?i){_DOWN_ZH}|{_DOWN_TO}|\b(?:{_DOWN_EN})\b"

_PER_CENT = ("%", "％", "percent", "per cent")
_NUMBER = r"(?P<number>\d{1,9}(?:\.\d{1,9})?)\s{0,3}(?:[%％]|percent\b|per cent\b)"
# "提升至 36.8 %" and "raise to 36.8 %" name the result, not the difference.
_BY_PERCENT = (
    rf"(?:{_UP_ZH}|{_DOWN_ZH}|改善)(?!率|至|到|为)[^，。；,;\d至到]{{0,12}}?{_NUMBER}",
    rf"(?i)\b(?:{_UP_EN}|{_DOWN_EN}|improv(?:e|es|ed|ing))\b[^.;,\d]{{0,60}}?\bby\b[^.;,\d]{{0,12}}{_NUMBER}",
    rf"(?i){_NUMBER}\s{{1,3}}(?:increase|growth|reduction|cut|decrease|improvement)\b",
)
_SAID = r"(?i)相对|绝对|百分点|个点|\b(?:relative|relatively|absolute|points?|pp)\b"
_RATE = (
    r"(?i)(?:(?<![效汇频速功心])率|占比|比例|比重|份额|百分比"
    r"|\b(?:rate|share|ratio|percentage|margin|retention|churn|conversion))$"
)
_WRITTEN_NUMBER = (
    r"(?i)\d|零|百分之|翻[一两]?番|翻倍|减半|[一二两三四五六七八九十百千万半]{1,9}(?:个|项|次|件|名|家|篇|份|人|天|周|月|台|倍|成)"
    r"|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|half|double|twice|triple)\b"
)
_CORE = r"[（(,，：:]"


class Direction(IntEnum):
    """Where a value is to go."""

    DOWN = -1
    UNKNOWN = 0
    UP = 1


def every_goal(plan: Plan) -> Iterator[tuple[Path, Goal]]:
    """Yield the project's goals and then the departments' sub-goals, each with its path."""
    for key, goal in plan.project.goals.items():
        yield ("goals", key), goal
    for key, subgoal in plan.project.subgoals.items():
        yield ("subgoals", key), subgoal


def is_blank(text: str | None) -> bool:
    """Return whether a text is missing or says nothing, such as `—` or `无`."""
    return text is None or not is_something(text)


def is_relative(text: str | None) -> bool:
    """Return whether a text speaks of a change and not of a state: `提升`, `reduce`."""
    return bool(text and any(re.search(pattern, text) for pattern in (_UP, _DOWN, _NEITHER)))


def direction(text: str | None) -> Direction:
    """Return where a text wants a value to go; unknown when it names no direction or both."""
    up, down = bool(text and re.search(_UP, text)), bool(text and re.search(_DOWN, text))
    return Direction(int(up) - int(down))


def percent_change(text: str | None) -> float | None:
    """Return the 15 of `提升 15%` or `raise ... by 15 %`; None when relative or points is said, or nothing changes."""
    if not text or not any(sign in text.casefold() for sign in _PER_CENT) or re.search(_SAID, text):
        return None
    match = next((match for pattern in _BY_PERCENT if (match := re.search(pattern, text))), None)
    return float(match["number"]) if match else None


def metric_name(metric: str) -> str:
    """Return what a metric is called, without its definition in brackets: `次月留存率（数据平台口径）`."""
    return re.split(_CORE, metric, maxsplit=1)[0].strip()


def is_rate(metric: str) -> bool:
    """Return whether a metric is by its name a percentage: `留存率`, `market share`."""
    return bool(re.search(_RATE, metric_name(metric)))


def names_number(text: str) -> bool:
    """Return whether a text holds a number, in digits or words, or a date."""
    return bool(re.search(_WRITTEN_NUMBER, text))


def is_about(statement: str, metric: str) -> bool:
    """Return whether a statement names the metric by the end of its name, as `降低投诉率` does `客户投诉率`."""
    name, text = metric_name(metric).casefold(), statement.casefold()
    if not name.isascii():
        return name[-3:] in text
    return " ".join(name.split()[-2:]) in " ".join(text.split())
