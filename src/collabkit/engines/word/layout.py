"""Puts statements around the rows, cells and paragraphs they govern, and proves that they pair up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from collabkit.engines.tags.language import check_depth, check_pair, unended
from collabkit.engines.word.ooxml import Element, above, is_marker, mark, w
from collabkit.engines.word.tags import TagLevel, WordTag
from collabkit.engines.word.unique import make_repeatable
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
_LEVELS: tuple[TagLevel, ...] = ("tr", "tc", "p")


@dataclass(frozen=True, slots=True)
class _Open:
    marker: Element
    tag: WordTag


def arrange(root: Element, tags: list[WordTag]) -> None:
    """Move the markers of statements around what they govern; a located TemplateError when unsound."""
    for level in _LEVELS:
        _lift(root, tags, level)
    for opening, closing in list(_pairs(root, tags)):
        if opening.tag.keyword == "for":
            for element in _repeated(opening.marker, closing):
                make_repeatable(element)
    _guard(root, tags)


def _markers(root: Element) -> Iterator[Element]:
    return (node for node in root.iter() if is_marker(node))


def _tag(marker: Element, tags: list[WordTag]) -> WordTag | None:
    return tags[int(marker.text)] if marker.text and marker.text.isdigit() else None


def _lift(root: Element, tags: list[WordTag], level: TagLevel) -> None:
    targets: dict[Element, list[Element]] = {}
    for marker in _markers(root):
        tag = _tag(marker, tags)
        if tag is None or tag.level != level:
            continue
        target = above(marker, w(level))
        if target is None:
            raise tag.error(
                Text("它不在表格中", "it stands outside a table"),
                Text("表格之外请用 {%p … %}", "outside a table write {%p … %}"),
            )
        targets.setdefault(target, []).append(marker)
    for target, own in targets.items():
        _lift_out(target, own, tags)


def _lift_out(target: Element, own: list[Element], tags: list[WordTag]) -> None:
    before, after, content = list[Element](), list[Element](), False
    moving = set(own)
    for node in target.iter():
        if node in moving:
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


def _in_the_middle(tag: WordTag | None) -> TemplateError:
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


def _pairs(root: Element, tags: list[WordTag]) -> Iterator[tuple[_Open, Element]]:
    """Yield each `for` and `if` with the marker that ends it; both are children of one element."""
    stack: list[_Open] = []
    for marker in _markers(root):
        tag = _tag(marker, tags)
        if tag is None or tag.kind != "statement":
            continue
        if tag.keyword in ("for", "if"):
            stack.append(_Open(marker, tag))
            check_depth(len(stack), tag)
            continue
        _check_pair(stack[-1] if stack else None, marker, tag)
        if tag.keyword.startswith("end"):
            yield stack.pop(), marker
    if stack:
        raise unended(stack[-1].tag)


def _check_pair(opening: _Open | None, marker: Element, tag: WordTag) -> None:
    check_pair(opening.tag if opening else None, tag)
    assert opening is not None, "a statement without its beginning is refused"
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


def _repeated(opening: Element, closing: Element) -> Iterator[Element]:
    """Yield what stands between the marks of a loop."""
    node = opening.getnext()
    while node is not None and node is not closing:
        following = node.getnext()
        yield node
        node = following


def _guard(root: Element, tags: list[WordTag]) -> None:
    """Mark the tables that depend on the data, and the cells that may lose their paragraphs."""
    for table in list(root.iter(w("tbl"))):
        if any(is_marker(node) for node in table.iter()):
            _surround(table, "rows")
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


def _repeats_cells(row: Element, tags: list[WordTag]) -> bool:
    return any(is_marker(node) and _tag(node, tags) is not None for node in row)


def _always(parent: Element, tags: list[WordTag]) -> Iterator[Element]:
    """Yield the children that are there whatever the data."""
    depth = 0
    for node in parent:
        tag = _tag(node, tags) if is_marker(node) else None
        if tag is not None and tag.kind == "statement":
            depth += {"for": 1, "if": 1, "endfor": -1, "endif": -1}.get(tag.keyword, 0)
        elif depth == 0 and isinstance(node.tag, str):
            yield node
