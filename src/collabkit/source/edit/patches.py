"""What the edits of a file change in its text: stretches of it and what stands there then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from collabkit.model import Project
from collabkit.model.fields import Value
from collabkit.source.edit import block, flow
from collabkit.source.edit.layout import Entry, Layout
from collabkit.source.edit.patch import Patch
from collabkit.source.edit.style import Sample, Style, is_loose
from collabkit.source.edit.tree import Node
from collabkit.source.edit.writing import Writer, is_no_text, texts
from collabkit.source.shape import step as inner_shape


def patches(text: str, root: Node) -> list[Patch]:
    """Return what changes in `text` when its values become those of `root`, in the order of the text."""
    found = _Patches(text).container(root, Value(Project), Style(text))
    return sorted(found, key=lambda patch: (patch.start, patch.end))


@dataclass(frozen=True, slots=True)
class _Patches:
    text: str

    def container(self, node: Node, shape: Value | None, style: Style) -> Iterator[Patch]:
        """Yield the changes of a mapping or list that keeps at least one of its entries."""
        assert node.spot is not None and not isinstance(node.spot, int)
        layout = Layout(self.text, node.spot, keys=isinstance(node.value, dict), number=node.own)
        writer = self._writer(layout)
        nodes = [child for _, child in node.entries()]
        by_key = node.is_mapping and (shape is None or shape.model is not None)
        before: Entry | None = None
        fresh: list[str | tuple[str, ...]] = []
        for at, (key, child) in enumerate(node.entries()):
            if child.merged:
                continue
            entry = None if child.number is None else layout.entries[child.number]
            if entry is not None:
                if fresh:
                    yield from self._insert(layout, before, entry, fresh)
                    fresh = []
                before = entry
                if child.is_as_it_was(key):
                    continue
            inner = inner_shape(shape, key if key is not None else at) if shape else None
            own_style = style.of(key) if by_key and key is not None else style.beside(nodes, at)
            if entry is not None:
                yield from self._kept(layout, entry, key, child, inner, own_style, writer)
            elif layout.is_flow:
                written = writer.value(child, inner, own_style, 0, flow=True).inline or "null"
                fresh.append(f"{writer.key(key, flow=True)}: {written}" if key is not None else written)
            else:
                fresh.append(tuple(writer.entry(key, child, inner, own_style, layout.column)))
        if fresh:
            yield from self._insert(layout, before, None, fresh)
        kept = {child.number for child in nodes}
        gone = [number for number in range(len(layout.entries)) if number not in kept]
        remove = flow.removed if layout.is_flow else block.removed
        yield from remove(layout, gone, is_root=node.path.steps == ())

    def _insert(
        self, layout: Layout, before: Entry | None, behind: Entry | None, fresh: Sequence[str | tuple[str, ...]]
    ) -> Iterator[Patch]:
        if layout.is_flow:
            yield from flow.inserted(layout, before, behind, [part for part in fresh if isinstance(part, str)])
        else:
            yield from block.inserted(layout, before, behind, [part for part in fresh if isinstance(part, tuple)])

    def _kept(
        self,
        layout: Layout,
        entry: Entry,
        key: str | None,
        child: Node,
        shape: Value | None,
        style: Style,
        writer: Writer,
    ) -> Iterator[Patch]:
        """Yield the changes of an entry that stays where it is: of its key, and of its value."""
        if key is not None and key != child.key:
            yield self._renamed(layout, entry, key)
        if child.spot is None:
            yield from self._replaced(layout, entry, child, shape, style, writer)
        elif child.children is not None and any(each.number is not None or each.merged for _, each in child.entries()):
            yield from self.container(child, shape, style)
        elif child.children is not None and child.data() != child.value:
            yield from self._replaced(layout, entry, _fresh(child), shape, style, writer)

    def _renamed(self, layout: Layout, entry: Entry, key: str) -> Patch:
        old = self.text[entry.begin : entry.key_end]
        quote = old[0] if old[0] in "\"'" else ""
        return Patch(entry.begin, entry.key_end, texts(key, quote, flow=layout.is_flow, loose=not quote))

    def _replaced(
        self, layout: Layout, entry: Entry, child: Node, shape: Value | None, style: Style, writer: Writer
    ) -> Iterator[Patch]:
        """Yield the changes of a value that another one takes the place of."""
        old = entry.value
        value = child.value if child.children is None else None
        if isinstance(value, str) and child.written is None and old.is_written:
            first = self.text[old.start]
            if first in "\"'":
                yield Patch(old.start, old.end, texts(value, first, flow=layout.is_flow), keeps_comment=True)
                return
            if first in "|>" and not layout.is_flow:
                style = replace(style, samples=(Sample("x", old.start << 32 | 1),))
            elif first != "*" and not entry.is_block and "\n" not in value:
                loose = is_loose(self.text[old.start : old.end])
                written = texts(value, "", flow=layout.is_flow, loose=loose or is_no_text(shape))
                yield Patch(old.start, old.end, written, keeps_comment=True)
                return
        if layout.is_flow:
            written = writer.value(child, shape, style, 0, flow=True).inline
            blank = "" if old.is_written or self.text[old.head - 1 : old.head] == " " else " "
            yield (
                Patch(old.start, old.end, written or "null", keeps_comment=True)
                if old.is_written
                else Patch(old.head, old.head, blank + (written or "null"))
            )
            return
        written_block = writer.value(child, shape, style, layout.column, flow=False)
        yield from block.replaced(layout, entry, written_block, writer, child, shape, style)

    def _writer(self, layout: Layout) -> Writer:
        """Return what writes like the entries of `layout`: in brackets, quoted where everything is."""
        text = self.text
        if not layout.is_flow or not layout.entries:
            return Writer(text)
        keys = {text[entry.begin] for entry in layout.entries} if layout.keys else set()
        quotes_keys = next(iter(keys)) if len(keys) == 1 and keys <= {'"', "'"} else ""
        firsts = {text[entry.value.start] for entry in layout.entries if entry.value.is_written}
        quotes_texts = quotes_keys if quotes_keys and quotes_keys in firsts else ""
        return Writer(text, quotes_keys, quotes_texts)


def _fresh(node: Node) -> Node:
    """Return the values of a node as a fresh one in its place."""
    fresh = Node(node.asked(), node.path, number=node.number)
    fresh.key = node.key
    return fresh
