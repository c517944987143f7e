"""The tags of Excel templates: `{{ project.name }}` anywhere in a text, `{{ tasks[].name }}` for the rows of a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from collabkit.engines.excel.location import CellLocation
from collabkit.engines.tags.braces import outside, spans
from collabkit.engines.tags.tag import STRAY, shortened
from collabkit.engines.tags.view_fields import ViewFields
from collabkit.errors import TemplateError
from collabkit.lang import Text, listing, same
from collabkit.nearest import nearest

_NAME = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*(?:\[\](?:\.[^\W\d]\w*)*)?")
_MOST_NAME = 300
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class TagField:
    """What a tag names: `steps` from the view, or from each item of the list at `list_name`."""

    name: str
    list_name: str
    steps: tuple[str, ...]

    def of(self, start: Any) -> Any:
        """Return the field's value in `start` (the view or an item), None where a record on the way is missing."""
        for step in self.steps:
            if start is None:
                return None
            start = getattr(start, step)
        return start


Piece = str | TagField


def has_tag(text: str) -> bool:
    """Return whether `text` has a tag or something that was meant as one."""
    return bool(STRAY.search(text))


def field(name: str) -> TagField:
    """Return the field that the dotted `name` means, such as `tasks[].owner`."""
    list_name, of_list, rest = name.partition("[]")
    steps = rest.removeprefix(".") if of_list else name
    return TagField(name, list_name if of_list else "", tuple(filter(None, steps.split("."))))


def parse(text: str, place: CellLocation) -> tuple[Piece, ...]:
    """Return `text` as plain stretches and fields; TemplateError where a tag cannot be read."""
    pieces: list[Piece] = []
    found = list(spans(text, "{"))
    for (_, before), span in zip(outside(text, found), found, strict=False):
        pieces += _plain(before, place)
        name = re.sub(r"\s+", "", span.inside(text)[:_MOST_NAME])
        if span.end - span.start > _MOST_NAME or not _NAME.fullmatch(name):
            raise _not_a_name(text[span.start : span.end], place)
        pieces.append(field(name))
    return (*pieces, *_plain(text[found[-1].end if found else 0 :], place))


def has_list(text: str) -> bool:
    """Return whether a tag of `text` names a field of a list."""
    return any("[]" in re.sub(r"\s+", "", span.inside(text)) for span in spans(text, "{"))


FontText = tuple[Any, str]
"""A text in one font."""


def joined(stretches: Iterable[FontText]) -> Iterator[list[FontText]]:
    """Yield stretches of a text, those together that one tag stands over."""
    together: list[FontText] = []
    inside, rest = False, ""
    for stretch in stretches:
        together.append(stretch)
        inside, rest = _state(inside, rest + stretch[1])
        # A brace at the end may be the first half of two.
        if not inside and rest != "{":
            yield together
            together = []
    if together:
        yield together


def _state(inside: bool, text: str) -> tuple[bool, str]:
    """Return whether a tag is open behind `text`, as `inside` says of the beginning, and a last half of two braces."""
    position = 0
    while (found := text.find("}}" if inside else "{{", position)) >= 0:
        position, inside = found + 2, not inside
    last = text[-1:] if position < len(text) else ""
    return inside, last if last and last in "{}" else ""


def _plain(text: str, place: CellLocation) -> list[Piece]:
    left = STRAY.search(text)
    if not left:
        return [text] if text else []
    if any(brace in left[0] for brace in "｛｝"):
        raise place.error(
            Text(f"标签使用了全角括号 {left[0]}", f"a tag is written with full-width braces {left[0]}"),
            Text("请改用半角 {{ 和 }}", "write half-width {{ and }}"),
        )
    if "%" in left[0]:
        raise place.error(
            Text("Excel 模板不支持 {% … %}", "Excel templates have no {% … %}"),
            Text("列表的行请写成 {{ tasks[].name }}", "write the rows of a list as {{ tasks[].name }}"),
        )
    raise place.error(
        Text(f"标签不完整，{left[0]} 没有配对", f"a tag is not complete: {left[0]} stands alone"),
        Text("标签请写成 {{ project.name }}", "write a tag as {{ project.name }}"),
    )


def _not_a_name(tag: str, place: CellLocation) -> TemplateError:
    shown = shortened(tag)
    return place.error(
        Text(f"{shown} 不是字段名", f"{shown} is not the name of a field"),
        Text(
            "标签里只能写一个字段名，用半角点号，如 {{ project.name }} 或 {{ tasks[].name }}",
            "a tag holds one field name with plain dots, such as {{ project.name }} or {{ tasks[].name }}",
        ),
    )


def unknown(found: TagField, offered: ViewFields, place: CellLocation) -> TemplateError:
    """Return the error for a field that the form does not have, with the nearest known name."""
    leaves = printable(offered)
    near = nearest(found.name, leaves)
    if near:
        hint = Text(f"是否要写 {{{{ {near} }}}}？", f"did you mean {{{{ {near} }}}}?")
    else:
        known = sorted(name for name in leaves if name.startswith(_family(found.name, leaves)))
        hint = Text("可用的字段：", "known fields: ") + listing(known, most=_MOST_NAMED)
    return place.error(Text(f"没有字段 {{{{ {found.name} }}}}", f"there is no field {{{{ {found.name} }}}}"), hint)


def _family(name: str, leaves: Iterable[str]) -> str:
    head = re.split(r"[.\[]", name)[0]
    return head if any(re.split(r"[.\[]", leaf)[0] == head for leaf in leaves) else ""


@cache
def printable(offered: ViewFields) -> frozenset[str]:
    """Return the names of `offered` that hold one value each, not a record or a list."""
    holders = {name.rpartition(".")[0] for name in offered} | {
        name.removesuffix("[]") for name in offered if name.endswith("[]")
    }
    return frozenset(name for name in offered if name not in holders)


def check_field(found: TagField, offered: ViewFields, place: CellLocation) -> None:
    """Raise TemplateError when `found` is not a printable field of `offered`."""
    if found.name in printable(offered):
        return
    if found.name in offered:
        example = next((n for n in sorted(printable(offered)) if n.startswith(f"{found.name}[]")), "")
        example = example or next((n for n in sorted(printable(offered)) if n.startswith(found.name)), "")
        raise place.error(
            Text(f"{{{{ {found.name} }}}} 不是单个值", f"{{{{ {found.name} }}}} is not a single value"),
            Text("例如写成 ", "write for example ") + same(f"{{{{ {example} }}}}"),
        )
    raise unknown(found, offered, place)
