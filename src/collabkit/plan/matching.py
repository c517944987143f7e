"""Whether one short text names what another one names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_OUTSIDE = r"不含|不包括|不包含|不涉及|不做|除外|以外|之外|除了|排除|\b(?:without|except|excluding|excludes?|not|no)\b"
_GAP = r"[\W_]+"
_LATIN = r"[a-z0-9]"
_LEAST_LATIN = 4
_LEAST_CHINESE = 3
_ENDINGS = frozenset(("本", "版", "版本", "工作", "项目", "服务", "功能", "模块", "部分", "系统", "s", "es"))
"""What may stand at the end of one of two names of one thing, as in 海外版 and 海外版本."""
_LONGEST_ENDING = 2
_ABOUT = (
    r"的?(?:培训|宣导|宣讲|手册|教材|课件|方案|预案|规划|评估|调研|论证|可行性|准备|预留|接口|对接|报告|分析|统计)"
    r"|\s(?:training|course|manual|handbook|guide|plan(?:ning)?|concept|assessment|study|survey|research|interface"
    r"|preparation|readiness|report|analysis)\b"
)
"""What makes of a thing something about it: 门店推广培训 trains people and opens no shop."""
_QUALIFIED = r"[(（\[【].*[)）\]】]\s*$"


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return `text` without case, width, punctuation and blanks, except blanks between Latin words."""
    words = re.sub(_GAP, " ", _folded(text)).strip()
    return re.sub(r" (?![a-z0-9])|(?<![a-z0-9]) ", "", words)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def contains(text: str, item: str) -> bool:
    """Return whether `text` names `item` in whole words, unless it says that it leaves something out.

    Something about the item, such as the training for it, is not the item. Items below three Chinese or four Latin
    characters are too short to tell.
    """
    part = plain(item)
    least = _LEAST_LATIN if part.isascii() else _LEAST_CHINESE
    # Most texts do not even have its first letter.
    if len(part.replace(" ", "")) < least or part[0] not in _folded(text):
        return False
    whole = plain(text)
    if re.search(_OUTSIDE, text.casefold()):
        return False
    return any(not re.match(_ABOUT, whole[found.end() :]) for found in _pattern(part).finditer(whole))


def same_thing(one: str, other: str) -> bool:
    """Return whether two texts name one thing: equal, or the longer one only adds an ending.

    What stands in brackets narrows a name: 收银系统（海外） is not the whole of 收银系统.
    """
    short, long = sorted((plain(one), plain(other)), key=len)
    if not short or short == long:
        return bool(short)
    if len(short) <= _LONGEST_ENDING or not long.startswith(short) or long[len(short) :] not in _ENDINGS:
        return False
    return not any(re.search(_QUALIFIED, text) for text in (one, other))


def overlap(inside: str, outside: str) -> bool:
    """Return whether an item in scope is, or names, one that is out of scope; the latter may narrow the former."""
    return same_thing(inside, outside) or contains(inside, outside)


@lru_cache(maxsize=1024)
def _pattern(part: str) -> re.Pattern[str]:
    before = "(?<![a-z0-9])" if re.match(_LATIN, part[0]) else ""
    after = "(?:e?s)?(?![a-z0-9])" if re.match(_LATIN, part[-1]) else ""
    return re.compile(before + re.escape(part) + after)
