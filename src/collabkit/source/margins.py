"""Syntax errors of lines that stand too far to the left or to the right of the block they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from collabkit.lang import Text
from collabkit.model import Project
from collabkit.model.fields import models_under
from collabkit.problem import TOP, FilePlace, FileProblem
from collabkit.source.parse_error import KEY_LINE, Trouble
from collabkit.source.shape import known_keys
from collabkit.source.wording import short

_STEP = 2
"""Blanks by which people indent."""


class _Line(NamedTuple):
    start: int
    text: str

    @property
    def level(self) -> int:
        return len(self.text) - len(self.text.lstrip())

    @property
    def name(self) -> str:
        """Return the key, or the beginning of a list item."""
        text = self.text.strip()
        return short(text if self.is_item else text.split(":")[0])

    @property
    def key(self) -> str:
        """Return the key, the first one of a list item too."""
        return self.text.strip().removeprefix("- ").split(":")[0]

    @property
    def opens(self) -> bool:
        """Return whether a block of lines is expected below."""
        return self.text.split(" #")[0].rstrip().endswith(":")

    @property
    def is_item(self) -> bool:
        return self.text.lstrip().startswith("- ")

    @property
    def is_entry(self) -> bool:
        return bool(KEY_LINE.match(self.text)) or self.is_item


def too_far_left(trouble: Trouble) -> FileProblem | None:
    """A key, or an entry with all its lines in place, that stands too far to the left.

    libyaml stumbles over the next line of the block that was left; what slipped stands above that, between two lines
    of the block's own level.
    """
    found = _found(trouble)
    above = list(_up_to_level(trouble, found)) if found else []
    if found is None or not above or above[-1].level >= found.level:
        return None
    *inside, slipped = above
    if not slipped.is_entry or (slipped.level == 0 and slipped.name in known_keys(Project)):
        return None
    if slipped.is_item and not inside:
        return _item_left(trouble, slipped, found)
    sibling = _last(_up_to_level(trouble, slipped, found.level))
    if slipped.opens != bool(inside) or sibling is None or not sibling.is_entry:
        return None
    first = sibling.level == slipped.level and sibling.opens and not sibling.is_item
    beside = found if first else sibling
    if beside.level != found.level or not _are_siblings(slipped.name, beside.key):
        return None
    return _problem(trouble, slipped, beside, found.level - slipped.level)


def _item_left(trouble: Trouble, slipped: _Line, found: _Line) -> FileProblem | None:
    """The first line of a list item stands left of its others, or of the other items."""
    above, following = _last(_up_to_level(trouble, slipped)), _line_below(trouble, found)
    if above is None or (above.opens and above.level < slipped.level and found.is_item):
        return None
    blanks = found.level - slipped.level - (0 if found.is_item else 2)
    level = slipped.level + (0 if found.is_item else 2)
    alone = following is not None and following.level == level and following.is_item == found.is_item
    return None if blanks <= 0 or alone else _problem(trouble, slipped, found, blanks)


def too_far_right(trouble: Trouble) -> FileProblem | None:
    """The first line of a block, which stands right of the next ones: libyaml tells of the second."""
    found = _found(trouble)
    if found is None:
        return None
    above = list(_up_to_level(trouble, found))
    if above and above[0].is_item and above[0].level == found.level and not found.is_item:
        return _item_right(trouble, above[0], found)
    parent = above[-1] if above and above[-1].level < found.level else None
    inside = above[:-1] if parent else above
    if not inside or any(line.level <= found.level for line in inside):
        return None
    first = inside[-1]
    regular = found.level == 0 if parent is None else parent.opens and found.level == parent.level + _STEP
    alone = sum(line.level == first.level for line in inside) == 1 or _is_heading(inside)
    alike = first.is_item == found.is_item and (first.is_item or _are_siblings(first.key, found.key))
    return _problem(trouble, first, found, found.level - first.level) if regular and alone and alike else None


def _is_heading(inside: list[_Line]) -> bool:
    """Return whether the first line, the last of `inside`, heads an entry whose keys stand on its own level."""
    second, first = inside[-2:]
    return first.opens and second.level == first.level and not _are_siblings(first.key, second.key)


def _item_right(trouble: Trouble, item: _Line, found: _Line) -> FileProblem | None:
    """The dash of an item stands where its keys do."""
    following = _line_below(trouble, found)
    level = following.level + (2 if following.is_item else 0) if following and following.text.strip() else -1
    fits = level == found.level and bool(KEY_LINE.match(item.text)) and _are_siblings(item.key, found.key)
    return _problem(trouble, item, found, -2) if fits else None


def _found(trouble: Trouble) -> _Line | None:
    """Return the line that libyaml stumbles over, if it says that it expected another one."""
    if not trouble.says("expected key", "mapping values", "'-' indicator", "<document start>"):
        return None
    found = _Line(*trouble.line_at(trouble.at))
    return found if found.is_entry else None


def _up_to_level(trouble: Trouble, line: _Line, level: int | None = None) -> Iterator[_Line]:
    """Yield the lines above `line` that say something, up to one that is not deeper than `level`, else than itself."""
    start, wanted = line.start, line.level if level is None else level
    while start > 0:
        line = _Line(*trouble.line_at(start - 1))
        start = line.start
        if line.text.strip() and not line.text.lstrip().startswith("#"):
            yield line
            if line.level <= wanted:
                return


def _line_below(trouble: Trouble, line: _Line) -> _Line | None:
    end = trouble.text.find("\n", line.start)
    return _Line(*trouble.line_at(end + 1)) if end >= 0 else None


def _last(lines: Iterator[_Line]) -> _Line | None:
    last = None
    for line in lines:
        last = line
    return last


def _are_siblings(one: str, other: str) -> bool:
    """Return whether two keys may stand in one mapping: fields of one model, or ids both."""
    models = _models()
    if not any(one in keys or other in keys for keys in models):
        return True
    return any(one in keys and other in keys for keys in models)


@cache
def _models() -> frozenset[frozenset[str]]:
    """Return the keys of every model of the project file."""
    return frozenset(frozenset(known_keys(model)) for model in models_under(Project))


def _problem(trouble: Trouble, wrong: _Line, beside: _Line, blanks: int) -> FileProblem:
    """Return the problem of a line that needs so many more blanks in front, or fewer, to align with another."""
    number, other, name, right = trouble.number(wrong.start), trouble.number(beside.start), wrong.name, beside.name
    blank = f"{abs(blanks)} {'more' if blanks > 0 else 'fewer'} space{'s' if abs(blanks) > 1 else ''}"
    return FileProblem(
        TOP,
        Text(f"第 {number} 行的缩进对不上", f"the indentation of line {number} fits nothing around it"),
        help=Text(
            f"「{name}」前面{'补' if blanks > 0 else '删去'} {abs(blanks)} 个空格，与第 {other} 行的「{right}」对齐",
            f"put {blank} before '{name}', to align it with '{right}' in line {other}",
        ),
        at=(wrong.start + wrong.level, max(len(name.rstrip("…")), 1)),
        places=(
            FilePlace(TOP, Text("同一层的行", "a line of its level"), at=trouble.visible(beside.start + beside.level)),
        ),
    )
