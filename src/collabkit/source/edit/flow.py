"""Entries in brackets: put in between others, and taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from collabkit.source.edit import lines
from collabkit.source.edit.layout import Entry, Layout
from collabkit.source.edit.patch import Patch

_COMMA = re.compile(r"(?:\s|#[^\n]*\n)*,")


def inserted(layout: Layout, before: Entry | None, behind: Entry | None, parts: Iterable[str]) -> Iterator[Patch]:
    """Yield what puts `parts` behind the entry `before`, else before `behind`."""
    text, comma, gap = layout.text, ",", _gap(layout)
    if before is None:
        if behind is not None:
            yield Patch(behind.begin, behind.begin, "".join(f"{part}{comma}{gap}" for part in parts))
        else:
            # All there is are merge keys.
            yield Patch(layout.end - 1, layout.end - 1, "".join(f"{comma}{gap}{part}" for part in parts))
        return
    end = before.value.end
    trailing = _COMMA.match(text, end)
    on_lines = "\n" in gap
    is_last = before is layout.entries[-1]
    if is_last and trailing:
        place = trailing.end()
        rest = "".join(f"{gap if number or on_lines else ' '}{part}{comma}" for number, part in enumerate(parts))
        yield Patch(place, place, rest)
        return
    place = lines.end(text, end) if is_last and on_lines and _has_comment(text, end) else end
    if place != end:
        yield Patch(end, end, comma)
        yield Patch(place, place, f"{comma}".join(gap + part for part in parts))
    else:
        yield Patch(place, place, "".join(f"{comma}{gap}{part}" for part in parts))


def removed(layout: Layout, gone: Sequence[int], *, is_root: bool) -> Iterator[Patch]:
    """Yield what takes the entries `gone` out, others staying."""
    entries, out = layout.entries, set(gone)
    last = max((number for number in range(len(entries)) if number not in out), default=-1)
    for number in gone:
        if number < last:
            yield Patch(entries[number].begin, entries[number + 1].begin, "")
    if last + 1 < len(entries):
        yield Patch(entries[last].value.end, entries[-1].value.end, "")


def _gap(layout: Layout) -> str:
    """Return what stands behind the comma between two entries."""
    text, entries = layout.text, layout.entries
    for one, other in pairwise(entries):
        between = text[one.value.end : other.begin]
        if between.strip() == ",":
            return between[between.index(",") + 1 :]
        if "\n" in between:
            return lines.line_break(text, one.value.end) + " " * lines.column(text, other.begin)
    if entries and lines.is_first(text, entries[0].begin) and "\n" in text[layout.start : entries[0].begin]:
        return lines.line_break(text, layout.start) + " " * lines.column(text, entries[0].begin)
    return " "


def _has_comment(text: str, end: int) -> bool:
    return bool(re.match(r"[ \t]*#", text[end : lines.end(text, end)]))
