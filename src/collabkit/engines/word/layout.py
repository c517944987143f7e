"""Puts statements around the rows, cells and paragraphs they govern, and proves that they pair up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from collabkit.engines.word.ooxml import W14, Element, above, is_marker, mark, w
from collabkit.engines.word.tags import Level, Tag
from collabkit.errors import TemplateError
from collabkit.lang import Text

# What makes a row or paragraph worth keeping when its tags are gone, besides text.
_CONTENT = {
    w(name)
    for name in (
        "drawing",
        "pict",
        "object",
        "sectPr",
        "fldChar",
        "instrText",
        "footnoteReference",
        "endnoteReference",
        "sym",
    )
}
_LEVELS: tuple[Level, ...] = ("tr", "tc", "p")


@dataclass(frozen=True, slots=True)
class _Open:
    marker: Element
    tag: Tag


def arrange(root: Element, tags: list[Tag]) -> None:
    """Move the markers of statements around what they govern; a located TemplateError when unsound."""
    for level in _LEVELS:
        _lift(root, tags, level)
    for opening, closing in list(_pairs(root, tags)):
        if opening.tag.keyword == "for":
            _make_repeatable(opening.marker, closing)
    _guard(root, tags)


def _markers(root: Element) -> Iterator[Element]:
    return (node for node in root.iter() if is_marker(node))


def _tag(marker: Element, tags: list[Tag]) -> Tag | None:
    return tags[int(marker.text)] if marker.text and marker.text.isdigit() else None


def _lift(root: Element, tags: list[Tag], level: Level) -> None:
    targets: dict[Element, list[Element]] = {}
    for marker in _markers(root):
        tag = _tag(marker, tags)
        if tag is None or tag.level != level:
            continue
        target = above(marker, w(level))
        if target is None:
            raise tag.error(Text("它不在表格中", "it stands outside a table"))
        targets.setdefault(target, []).append(marker)
    for target, own in targets.items():
        _lift_out(target, own, tags)


def _lift_out(target: Element, own: list[Element], tags: list[Tag]) -> None:
    before, after, content = list[Element](), list[Element](), False
    for node in target.iter():
        if node in own:
            (after if content else before).append(node)
        elif _is_content(node):
            content = True
            if after:
                raise _in_the_middle(_tag(after[0], tags))
    for marker in before:
        target.addprevious(marker)
    for marker in reversed(after):
        target.addnext(marker)
    if not content:
        parent = target.getparent()
        assert parent is not None, "rows, cells and paragraphs are never the root"
        parent.remove(target)


def _in_the_middle(tag: Tag | None) -> TemplateError:
    assert tag is not None, "only tags are moved"
    zh, en = {"tr": ("行", "row"), "tc": ("格", "cell")}.get(tag.level, ("段", "paragraph"))
    return tag.error(
        Text("它夹在内容中间", "it stands in the middle of other content"),
        Text(
            f"请把它放到该{zh}的最前或最后，或单独成{zh}",
            f"put it first or last in the {en}, or in a {en} of its own",
        ),
    )


def _is_content(node: Element) -> bool:
    if node.tag == w("t"):
        return bool((node.text or "").strip())
    if is_marker(node):
        return True
    return node.tag in _CONTENT or (node.tag == w("br") and node.get(w("type")) is not None)


def _pairs(root: Element, tags: list[Tag]) -> Iterator[tuple[_Open, Element]]:
    """Yield each `for` and `if` with the marker that ends it; both are children of one element."""
    stack: list[_Open] = []
    for marker in _markers(root):
        tag = _tag(marker, tags)
        if tag is None or tag.kind != "statement":
            continue
        if tag.keyword in ("for", "if"):
            stack.append(_Open(marker, tag))
            continue
        _check_pair(stack[-1] if stack else None, marker, tag)
        if tag.keyword.startswith("end"):
            yield stack.pop(), marker
    if stack:
        raise stack[-1].tag.error(
            Text(f"没有对应的 end{stack[-1].tag.keyword}", f"there is no end{stack[-1].tag.keyword}")
        )


def _check_pair(opening: _Open | None, marker: Element, tag: Tag) -> None:
    wanted = {"endfor": ("for",), "endif": ("if",), "elif": ("if",), "else": ("if", "for")}[tag.keyword]
    if opening is None or opening.tag.keyword not in wanted:
        name = " / ".join(wanted)
        raise tag.error(Text(f"前面没有对应的 {name}", f"there is no {name} before it"))
    if opening.marker.getparent() is marker.getparent():
        return
    raise opening.tag.error(
        Text("它与", "it is not on one level with ")
        + tag.place.text()
        + Text(f"的 {tag.written} 不在同一层", f", {tag.written}"),
        Text(
            "重复整行用 {%tr … %}，整段用 {%p … %}，整格用 {%tc … %}，首尾用同一种",
            "use {%tr … %} for rows, {%p … %} for paragraphs, {%tc … %} for cells; open and close alike",
        ),
    )


def _make_repeatable(opening: Element, closing: Element) -> None:
    """Drop what must be unique in a document from the part that a loop repeats."""
    node = opening.getnext()
    while node is not None and node is not closing:
        for element in list(node.iter()):
            if element.tag in (w("bookmarkStart"), w("bookmarkEnd")):
                parent = element.getparent()
                if parent is not None and element is not node:
                    parent.remove(element)
            elif isinstance(element.tag, str):
                for name in (f"{{{W14}}}paraId", f"{{{W14}}}textId"):
                    element.attrib.pop(name, "")
        node = node.getnext()


def _guard(root: Element, tags: list[Tag]) -> None:
    """Mark the tables that may lose all rows or change their columns, and the cells that may lose their paragraphs."""
    for table in list(root.iter(w("tbl"))):
        changing = any(_repeats_cells(row, tags) for row in table.iterfind(w("tr")))
        if changing or not any(node.tag in (w("tr"), w("sdt")) for node in _always(table, tags)):
            _surround(table, "table")
        if changing:
            _surround(table, "grid")
    for cell in list(root.iter(w("tc"))):
        kept, last = list(_always(cell, tags)), cell[-1] if len(cell) else None
        if last is not None and (not kept or kept[-1] is not last or last.tag != w("p")):
            first = next((i for i, node in enumerate(cell) if node.tag != w("tcPr")), len(cell))
            cell.insert(first, mark("cell"))
            cell.append(mark("end"))


def _surround(node: Element, guard: str) -> None:
    node.addprevious(mark(guard))
    node.addnext(mark("end"))


def _repeats_cells(row: Element, tags: list[Tag]) -> bool:
    return any(is_marker(node) and _tag(node, tags) is not None for node in row)


def _always(parent: Element, tags: list[Tag]) -> Iterator[Element]:
    """Yield the children that are there whatever the data."""
    depth = 0
    for node in parent:
        tag = _tag(node, tags) if is_marker(node) else None
        if tag is not None and tag.kind == "statement":
            depth += {"for": 1, "if": 1, "endfor": -1, "endif": -1}.get(tag.keyword, 0)
        elif depth == 0 and isinstance(node.tag, str):
            yield node
