"""Entries on lines of their own: put in between others, taken out, and given other values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from collabkit.model.fields import Value
from collabkit.source.edit import lines
from collabkit.source.edit.layout import Entry, Layout, OddLayoutError, Stretch
from collabkit.source.edit.patch import Patch
from collabkit.source.edit.style import Style
from collabkit.source.edit.tree import Node
from collabkit.source.edit.writing import Writer, Written


def inserted(
    layout: Layout, before: Entry | None, behind: Entry | None, entries: Sequence[tuple[str, ...]]
) -> Iterator[Patch]:
    """Yield what puts the lines of `entries` behind the entry `before`, else before `behind`, else at the end."""
    text = layout.text
    if before is None and behind is not None:
        margin = " " * layout.column
        new = lines.line_break(text, behind.begin)
        rows = [row for entry in entries for row in entry]
        yield Patch(behind.begin, behind.begin, new.join(rows)[layout.column :] + new + margin)
        return
    end = before.value.end if before else layout.end
    place = lines.comments_below(text, end, layout.column)
    new = lines.line_break(text, place)
    apart = new if _is_apart(layout) else ""
    yield Patch(place, place, "".join(new + apart + new.join(entry) for entry in entries))


def _is_apart(layout: Layout) -> bool:
    """Return whether every two entries that follow each other have a blank line between them."""
    pairs = list(pairwise(layout.entries))[-8:]
    return bool(pairs) and all(_blank_between(layout, one, other) for one, other in pairs)


def _blank_between(layout: Layout, one: Entry, other: Entry) -> bool:
    place = lines.after(layout.text, one.value.end)
    while place < other.begin:
        if lines.is_blank(layout.text, place):
            return True
        place = lines.after(layout.text, place)
    return False


def removed(layout: Layout, gone: Sequence[int], *, is_root: bool) -> Iterator[Patch]:
    """Yield what takes the entries `gone` out, with their comments, others staying."""
    done = 0
    for number in gone:
        for patch in _removed(layout, number, is_root=is_root):
            # What two of them would both take away is gone with the first.
            if patch.end > done:
                yield Patch(max(patch.start, done), patch.end, "")
                done = patch.end


def _removed(layout: Layout, number: int, *, is_root: bool) -> Iterator[Patch]:
    text, entry = layout.text, layout.entries[number]
    is_last = number + 1 == len(layout.entries)
    end = lines.comments_below(text, entry.value.end, layout.column)
    if not lines.is_first(text, entry.begin):
        if is_last:
            raise OddLayoutError(entry.begin)
        begin = layout.entries[number + 1].begin
        rest = text[end:begin]
        yield Patch(entry.begin, end + len(rest) - len(rest.lstrip()), "")
        return
    start = lines.start(text, entry.begin)
    if number or not is_root:
        start = lines.comment_above(text, start, layout.column)
    after = lines.after(text, end)
    if start == 0:
        yield Patch(0, after, "")
        return
    above = _content_above(text, start)
    has_blank_above = above != lines.above(text, start)
    has_blank_below = lines.is_blank(text, after) if after > end else False
    if has_blank_above and (is_last or has_blank_below):
        yield Patch(above, end, "")
    elif number == 0 and has_blank_below:
        yield Patch(lines.above(text, start), _content_below(text, after), "")
    else:
        yield Patch(lines.above(text, start), end, "")


def _content_above(text: str, start: int) -> int:
    """Return the end of the last line above `start` that is not blank."""
    place = lines.above(text, start)
    while (begin := lines.start(text, place)) > 0 and lines.is_blank(text, begin):
        place = lines.above(text, begin)
    return place


def _content_below(text: str, start: int) -> int:
    """Return the end of the last blank line from `start` on."""
    place = lines.above(text, start)
    while lines.is_blank(text, start):
        place = lines.end(text, start)
        start = lines.after(text, start)
    return place


def replaced(
    layout: Layout, entry: Entry, new: Written, writer: Writer, node: Node, shape: Value | None, style: Style
) -> Iterator[Patch]:
    """Yield what gives an entry another value; a comment behind its key or on its line stays."""
    text, old = layout.text, entry.value
    stop = layout.block_text(old)
    if entry.is_block and "\n" not in text[old.head : old.start]:
        yield from _beside_dash(layout, old, new, writer, node, shape, style)
        return
    if not layout.keys and new.below and not new.inline:
        first, *rest = writer.block(node, shape, style, layout.column + 2)
        new = Written(first[layout.column + 2 :], tuple(rest))
    inline = f" {new.inline}" if new.inline else ""
    if not old.is_written:
        yield Patch(old.head, old.head, inline)
        yield from _below(text, old.head, old.head, new)
    elif stop is not None:
        yield Patch(old.start if new.inline else old.head, stop, new.inline)
        yield from _below(text, stop, old.end, new)
    elif entry.is_block:
        yield Patch(old.head, old.head, inline)
        yield from _below(text, old.head, lines.end(text, old.end), new)
    elif new.inline and not new.below:
        yield Patch(old.start, old.end, new.inline, keeps_comment=True)
    else:
        yield Patch(old.head, old.end, inline)
        yield from _below(text, old.end, old.end, new)


def _below(text: str, head: int, end: int, new: Written) -> Iterator[Patch]:
    """Yield what puts the lines of a value in place of those behind the line of `head` up to `end`."""
    place = lines.end(text, head)
    break_ = lines.line_break(text, head)
    rows = "".join(break_ + row for row in new.below)
    if rows or end > place:
        yield Patch(place, max(end, place), rows)


def _beside_dash(
    layout: Layout, old: Stretch, new: Written, writer: Writer, node: Node, shape: Value | None, style: Style
) -> Iterator[Patch]:
    """Yield what replaces a mapping or list that begins on the line of its dash."""
    break_ = lines.line_break(layout.text, old.start)
    if new.inline:
        yield Patch(old.start, old.end, break_.join((new.inline, *new.below)))
        return
    column = lines.column(layout.text, old.start)
    rows = list(writer.block(node, shape, style, column))
    yield Patch(old.start, old.end, break_.join(rows)[column:] if rows else "")
