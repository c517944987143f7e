"""Lists in [ ] whose text holds a number with a thousands comma, which YAML takes for the end of an item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from collabkit.lang import Text
from collabkit.problem import At, Fault, FilePath, FilePlace, FileProblem
from collabkit.source.parse_error import quoted
from collabkit.source.positions import Spots, at_of, own, pack
from collabkit.source.wording import short

CUT_NUMBER = re.compile(r",(?<=\d,)(?:\d{3}| +000)(?!\d)")
"""What a text must hold to be looked at."""
_BEFORE = re.compile(r"(?:^|[^A-Za-z0-9_.\-])\d{1,3}$")
_BEHIND = re.compile(r",(?:\d{3}| +000)(?!\d)")


def inside_number(text: str, offset: int) -> bool:
    """Return whether `offset` is behind the comma of a number such as 10,000."""
    return bool(_BEHIND.match(text, offset - 1)) and bool(_BEFORE.search(text[max(offset - 20, 0) : offset - 1]))


def rejoin(items: list[Any], spots: Spots, text: str, path: FilePath) -> Iterator[tuple[Fault, FilePath]]:
    """Put the pieces of cut numbers back together; yield the fault of each text and its path.

    Certain is only a number that stands in a text, or whose second part is 000: [100,200] may be two numbers.
    """
    index = 0
    while index < len(items) - 1:
        last = index
        while last + 1 < len(items) and _is_cut(spots[last + 1], spots[last + 2], items[last], text):
            last += 1
        pieces = items[index : last + 1]
        if last > index and (not all(map(str.isdecimal, pieces)) or any(piece == "000" for piece in pieces[1:])):
            start, rest = at_of(spots[index + 1])[0], at_of(spots[index + 2])
            whole = (start, sum(at_of(spots[last + 1])) - start)
            items[index : last + 1] = [text[start : sum(whole)]]
            spots[index + 1 : last + 2] = [pack(*whole)]
            yield (
                _fault(items[index], path / index, whole, (rest[0], whole[0] + whole[1] - rest[0]), last - index + 1),
                path / index,
            )
            last = index
        index = last + 1


def _is_cut(spot: Any, following: Any, item: Any, text: str) -> bool:
    if not isinstance(spot, int) or not isinstance(following, int) or not isinstance(item, str):
        return False
    end, start = sum(at_of(own(spot))), at_of(following)[0]
    return text[end:start].rstrip(" ") == "," and bool(_BEFORE.search(item)) and bool(_BEHIND.match(text, end))


def _fault(value: str, path: FilePath, at: At, rest: At, parts: int) -> Fault:
    shown = short(value)
    return Fault(
        "comma-splits-list",
        FileProblem(
            path,
            Text(f"逗号把「{shown}」切成了 {parts} 项", f"the comma cuts '{shown}' into {parts} items"),
            label=Text("方括号里的逗号会分隔各项", "in [ ] a comma begins the next item"),
            help=Text(f"给整个值加上引号：{quoted(value)}", f"put the whole value in quotes: {quoted(value)}"),
            places=(FilePlace(path, Text("从这里起成了另一项", "from here on another item"), at=rest),),
            at=at,
        ),
    )
