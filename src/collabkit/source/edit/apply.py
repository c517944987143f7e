"""Edits carried out on the tree of a file's values; what cannot be done is refused with its line."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Any

from collabkit.changes import Add, Append, Change, Remove, Rename, Set
from collabkit.errors import InputError
from collabkit.lang import Text
from collabkit.model.fields import fields_of
from collabkit.problem import FileEdit, FilePath
from collabkit.source.edit.tree import Node, as_read
from collabkit.source.positions import at_of, own
from collabkit.source.shape import shape_at
from collabkit.source.source import Source

_ANCHOR = re.compile(r"(?<![^\s,\[{:-])&([^\s,\[\]{}]+)")


class Tree:
    """The values of `source`, on which edits are carried out one after the other."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.root = Node(source.data, FilePath(), source.spots)

    def apply(self, edit: FileEdit) -> None:
        """Carry out an edit; raise InputError where it makes no sense or would change more than one place."""
        if not edit.path.steps:
            raise refused(self.source, edit.path, Text("不能改整个文件", "the file as a whole cannot be edited"))
        change: Change = edit.change
        if isinstance(change, Append):
            self._append(edit.path, change.value)
            return
        missing = isinstance(change, Set | Add)
        parent = self._inside(self.root, edit.path[:-1], create=missing)
        step = edit.path[-1]
        if isinstance(change, Remove | Rename):
            self._known(parent, step, edit.path)
            self._remove(parent, step) if isinstance(change, Remove) else self._rename(parent, step, change.to)
        elif isinstance(change, Add) and (there := self._child(parent, step)) is not None and not there.merged:
            raise refused(self.source, edit.path, Text("已经有了", "is there already"))
        else:
            self._put(parent, step, change.value, change.written if isinstance(change, Set) else None)

    def _inside(self, node: Node, path: FilePath, *, create: bool) -> Node:
        """Return the mapping or list at `path`; make it where it is missing or empty."""
        for number, step in enumerate(path):
            self._open(node)
            child = self._child(node, step)
            if child is not None and child.merged:
                raise self._shared(child)
            if child is None or (child.children is None and child.value is None):
                if not create or not isinstance(step, str) or not node.is_mapping:
                    raise refused(self.source, path[: number + 1], Text("不存在", "is not there"))
                self._put(node, step, {}, None)
                child = self._child(node, step)
                assert child is not None
            node = child
        self._open(node)
        return node

    def _open(self, node: Node) -> None:
        if node.children is not None:
            return
        if not isinstance(node.value, dict | list):
            raise refused(self.source, node.path, Text("里面没有别的值", "holds no other values"))
        if self._is_alias(node) or self.anchors(node, inside=False):
            raise self._shared(node)
        own_keys = self.source.own.get(id(node.value), len(node.value))
        if own_keys is None:
            raise refused(
                self.source, node.path, Text("的写法还有错，先改正", "is not written right yet; mend it first")
            )
        node.open(own_keys)

    def _is_alias(self, node: Node) -> bool:
        return node.spot is not None and self.source.text[at_of(own(node.spot))[0] :][:1] == "*"

    def anchors(self, node: Node, *, inside: bool) -> bool:
        """Return whether the value has an anchor that is used elsewhere; `inside`: or holds one."""
        if node.spot is None or "*" not in self.source.text:
            return False
        text = self.source.text
        start, length = at_of(own(node.spot))
        line = text.rfind("\n", 0, max(text.rfind("\n", 0, start), 0)) + 1
        before = re.search(r"&([^\s,\[\]{}]+)\s*(?:#[^\n]*\s*)?$", text[line:start])
        names = {before[1]} if before else set()
        if inside and length:
            names.update(_ANCHOR.findall(text, start, start + length))
        return any(
            not start <= found.start() < start + length
            for name in names
            for found in re.finditer(rf"(?<![^\s,\[{{:-])\*{re.escape(name)}(?![^\s,\]}}])", text)
        )

    def _shared(self, node: Node) -> InputError:
        return refused(
            self.source,
            node.path,
            Text("与别处共用（锚点、别名或合并键）", "is shared with other places (by an anchor, alias or merge key)"),
            Text("先在文件中写成各自的值", "write it out where it is used first"),
        )

    @staticmethod
    def _child(node: Node, step: str | int) -> Node | None:
        if isinstance(node.children, dict):
            return node.children.get(str(step)) if isinstance(step, str) else None
        if isinstance(node.children, list) and isinstance(step, int) and 0 <= step < len(node.children):
            return node.children[step]
        return None

    def _known(self, parent: Node, step: str | int, path: FilePath) -> Node:
        child = self._child(parent, step)
        if child is None:
            raise refused(self.source, path, Text("不存在", "is not there"))
        if child.merged:
            raise self._shared(child)
        return child

    def _put(self, parent: Node, step: str | int, value: Any, written: str | None) -> None:
        """Set a child of an open mapping or list, at the place the model gives it when it is new."""
        path = parent.path / step
        child = self._child(parent, step)
        if child is None or child.merged:
            if not isinstance(parent.children, dict) or not isinstance(step, str):
                raise refused(self.source, path, Text("不存在", "is not there"))
            parent.children.pop(step, None)
            fresh = Node(value, path)
            fresh.written = written
            _insert(parent, step, fresh)
        elif as_read(value) != child.data() or (written is not None and child.spot is None):
            self._become(parent, step, child, value, written)

    def _become(self, parent: Node, step: str | int, child: Node, value: Any, written: str | None) -> None:
        """Give a child that is there another value; of mappings and lists only what differs is touched."""
        alike = (child.is_mapping and isinstance(value, dict)) or (child.is_list and isinstance(value, list | tuple))
        if alike and value and child.spot is not None and not self._is_alias(child):
            self._open(child)
            self._mapping(child, value) if isinstance(value, dict) else self._items(child, list(value))
            return
        if not self._is_alias(child) and self.anchors(child, inside=True):
            raise self._shared(child)
        fresh = Node(value, child.path, number=child.number)
        fresh.key, fresh.written = child.key, written
        assert parent.children is not None
        parent.children[step] = fresh  # type: ignore[index]  # the step is of the parent's kind

    def _mapping(self, node: Node, value: dict[Any, Any]) -> None:
        assert isinstance(node.children, dict)
        wanted = {str(key): inner for key, inner in value.items()}
        for key in [key for key in node.children if key not in wanted]:
            self._known(node, key, node.path / key)
            self._remove(node, key)
        for key, inner in wanted.items():
            self._put(node, key, inner, None)

    def _items(self, node: Node, items: list[Any]) -> None:
        """Make a list hold `items`: those it has stay where they are, others come between them."""
        assert isinstance(node.children, list)
        before, after = [repr(child.data()) for child in node.children], [repr(as_read(item)) for item in items]
        new: list[Node] = []
        for kind, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            old = node.children[first:last]
            if kind == "equal":
                new += old
                continue
            for child in old:
                if self.anchors(child, inside=True) and not self._is_alias(child):
                    raise self._shared(child)
            for offset, item in enumerate(items[start:end]):
                fresh = Node(item, node.path / (first + offset))
                fresh.number = old[offset].number if offset < len(old) else None
                new.append(fresh)
        node.children = new

    def _remove(self, parent: Node, step: str | int) -> None:
        child = self._child(parent, step)
        assert child is not None and parent.children is not None
        if self.anchors(child, inside=True) and not self._is_alias(child):
            raise self._shared(child)
        del parent.children[step]  # type: ignore[arg-type]  # the step is of the parent's kind

    def _rename(self, parent: Node, step: str | int, to: str) -> None:
        if not isinstance(parent.children, dict) or not isinstance(step, str):
            raise refused(self.source, parent.path / step, Text("没有键可改名", "has no key to rename"))
        if to != step and to in parent.children:
            raise refused(self.source, parent.path / to, Text("已经有了", "is there already"))
        parent.children = {to if key == step else key: child for key, child in parent.children.items()}

    def _append(self, path: FilePath, value: Any) -> None:
        parent = self._inside(self.root, path[:-1], create=True)
        child = self._child(parent, path[-1])
        if child is not None and child.merged:
            raise self._shared(child)
        if child is None or (child.children is None and child.value is None):
            self._put(parent, path[-1], [value], None)
            return
        self._open(child)
        if not isinstance(child.children, list):
            raise refused(self.source, path, Text("不是列表", "is no list"))
        child.children.append(Node(value, path / len(child.children)))


def refused(source: Source, path: FilePath, why: Text, hint: Text | None = None) -> InputError:
    """Return the error of an edit at `path` that cannot be done."""
    line = source.span(path).line
    name = ".".join(map(str, path)) or source.name
    where = Text(f"{source.name}:{line}：{name} ", f"{source.name}:{line}: {name} ")
    return InputError(where + why + Text("，没有改动", "; nothing was changed"), hint)


def _insert(parent: Node, key: str, fresh: Node) -> None:
    """Put a new key behind the last one that goes before it in the model; an entry of a table at the end."""
    assert isinstance(parent.children, dict)
    shape = shape_at(parent.path)
    order = {name: rank for rank, name in enumerate(fields_of(shape.model))} if shape and shape.model else {}
    mine = order.get(key)
    own_keys = [name for name, child in parent.children.items() if not child.merged]
    place = len(own_keys)
    if mine is not None:
        ranks = [order.get(name, len(order)) for name in own_keys]
        place = max((at + 1 for at, rank in enumerate(ranks) if rank < mine), default=0)
    entries = list(parent.children.items())
    entries.insert(place, (key, fresh))
    parent.children = dict(entries)
