"""A predecessor as people write it: `T02`, `T02+2`, `T02 SS`, `T02 FF+1`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Container
from enum import StrEnum
from typing import NamedTuple


class Link(StrEnum):
    """How two tasks are linked."""

    FS = "FS"
    SS = "SS"
    FF = "FF"
    SF = "SF"


class Dependency(NamedTuple):
    """A predecessor, the kind of link, and the lag in working days (negative: lead)."""

    task: str
    link: Link = Link.FS
    lag: int = 0

    def __str__(self) -> str:
        """Return the shortest notation, such as `T02`, `T02+2` or `T02 FF-1`."""
        lag = f"{self.lag:+d}" if self.lag else ""
        return f"{self.task}{lag}" if self.link is Link.FS else f"{self.task} {self.link}{lag}"


# An id has at most 64 characters; what is longer than an id with a link and a lag is not worth matching.
_LONGEST = 100
_NOTATION = re.compile(
    r"(?P<task>.+?)(?:\s+(?P<link>FS|SS|FF|SF|fs|ss|ff|sf))?\s*(?P<lag>[-+]\s*\d{1,4})?\s*(?:d|天|个?工作日)?"
)


_WORDS = {
    Link.FS: r"fs|finish[- ]?to[- ]?start|完成[-到至–]?开始|(?:完成|结束)(?:之?后)?|finish(?:es|ed)?|ends?|之?后",
    Link.SS: r"ss|start[- ]?to[- ]?start|开始[-到至–]?开始|开始(?:之?后)?|starts?|started",
    Link.FF: r"ff|finish[- ]?to[- ]?finish|完成[-到至–]?完成",
    Link.SF: r"sf|start[- ]?to[- ]?finish|开始[-到至–]?完成",
}
_UNITS = {1: r"|d|wd|days?|working ?days?|workdays?|天|日|个?工作日", 5: r"w|wks?|weeks?|周|个?星期|个?礼拜"}


def meant(text: str, known: Collection[str]) -> Dependency | None:
    """Return the dependency on one of `known` that other tools write as `text`; None when that does not show.

    `T1FS+2d`, `T1 + 2 days`, `T1 finish-to-start`, `T1 完成后 2 天`, a row number with a link; a lag in per cent or
    elapsed days has no counterpart.
    """
    if len(text) > _LONGEST:
        return None
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    plain = re.sub(r"^after:? ", "", plain)
    for key in sorted(known, key=len, reverse=True):
        if plain.startswith(key.casefold()):
            return _linked(key, plain[len(key) :])
    row = re.match(r"\d+(?=\D)", plain)
    rows = [key for key in known if row and re.sub(r"\D", "", key).lstrip("0") == row[0].lstrip("0")]
    return _linked(rows[0], plain[row.end() :]) if row and len(rows) == 1 else None


def _linked(task: str, rest: str) -> Dependency | None:
    lag = r"(?P<sign>[-+]?) ?(?P<lag>\d{1,4}) ?(?:" + "|".join(f"(?P<u{n}>{unit})" for n, unit in _UNITS.items()) + ")"
    link = "|".join(f"(?P<{link}>{words})" for link, words in _WORDS.items())
    match = re.fullmatch(rf"[ (\[:-]*(?:{link})?[ )\]]*(?:{lag})?[ 后)\]]*(?:later)?", rest)
    if not match:
        return None
    kind = next((kind for kind in Link if match[kind.value] is not None), None)
    # T12 is no T1 with a lag of two days.
    if match["lag"] and not match["sign"] and kind is None:
        return None
    days = int(match["lag"] or 0) * (5 if match["u5"] else 1) * (-1 if match["sign"] == "-" else 1)
    return Dependency(task, kind or Link.FS, days)


def parse(text: str, known: Container[str] = ()) -> Dependency:
    """Return the dependency that `text` writes; a text that is itself a `known` id is that id, whatever it contains."""
    text = text.strip()
    match = None if text in known or len(text) > _LONGEST else _NOTATION.fullmatch(text)
    if not match:
        return Dependency(text)
    lag = int(match["lag"].replace(" ", "")) if match["lag"] else 0
    link = Link(match["link"].upper()) if match["link"] else Link.FS
    return Dependency(match["task"], link, lag) if match["lag"] or match["link"] else Dependency(text)
