"""Edits of values become bytes of the file; everything else stays as it is, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable

from collabkit.errors import InputError
from collabkit.lang import Text
from collabkit.problem import TOP, FileEdit
from collabkit.source.decoding import encode
from collabkit.source.edit.apply import Tree, refused
from collabkit.source.edit.layout import OddLayoutError
from collabkit.source.edit.patch import OverlapError, patched
from collabkit.source.edit.patches import patches
from collabkit.source.loader import load
from collabkit.source.source import Source

_BY_HAND = Text("在编辑器中改这里", "change it in an editor")


def edited(source: Source, edits: Iterable[FileEdit]) -> bytes:
    """Return the bytes of the file with all `edits`, carried out one after the other.

    The result has been read again and holds what the edits ask for and nothing else. Raises InputError, in one sentence
    with the line, for a file with mistakes in its text, for an edit that makes no sense there, and for one that would
    change more than one place, through an anchor, an alias or a merge key.
    """
    if not source.complete or not isinstance(source.data, dict):
        name = source.name
        raise InputError(Text(f"{name} 还读不通，不能改", f"{name} cannot be read; mend it before it is edited"))
    tree = Tree(source)
    last = TOP
    for edit in edits:
        tree.apply(edit)
        last = edit.path
    if tree.root.children is None:
        return encode(source.text, source.encoding)
    try:
        text = patched(source.text, patches(source.text, tree.root))
    except (OddLayoutError, OverlapError) as error:
        raise refused(
            source, last, Text("的写法不能自动改", "is written in a way that cannot be edited"), _BY_HAND
        ) from error
    found = load(text)
    if not found.complete or found.data != tree.root.data():
        raise refused(source, last, Text("改了以后读不成所要的内容", "would not read back as what is wanted"), _BY_HAND)
    return encode(text, source.encoding)
