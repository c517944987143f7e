"""Lists of ids that were written as one text: how they should be written, from ids that there are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from typing import Any

from collabkit.lang import Text, listing
from collabkit.model import dependency
from collabkit.model.fields import Value
from collabkit.model.placeholder import is_nobody
from collabkit.nearest import nearest
from collabkit.problem import FilePath
from collabkit.source.prune import value_at
from collabkit.source.yaml_scalar import flow_list

SEVERAL = r"[，、;；\n]|,(?!\d{3}(?!\d))|(?<!\d),"
"""What stands between the parts of a text that enumerates; the comma of 20,000 does not."""
_MARKS = "[]【】［］〔〕「」()（）\"'“”‘’ "
_EVERY = frozenset((
    "all", "every", "everyone", "everybody", "everything", "true", "yes", "y", "x", "全部", "所有", "全体", "是",
    "各部门", "全员", "所有人", "大家", "all departments", "all tasks", "所有部门",
    "所有任务", "全部任务", "全部部门", "√", "✓", "1",
))  # fmt: skip
_NONE = frozenset(("no", "false", "not", "0", "否", "没", "[]", "{}", "×", "✗", "nothing", "empty", "空"))
_MOST_ITEMS, _MOST_CELLS = 12, 120


def ids_for(shape: Value, path: FilePath, data: Any) -> tuple[str, ...]:
    """Return the ids that the list at `path` of `data` may hold; none where it holds no ids."""
    ref = shape.one.ref
    sections = ref.sections if ref and not ref.open else ("tasks",) if is_of_edges(shape) else ()
    tables = (value_at(data, FilePath(*section.split("."))) for section in sections)
    keys = [key for table in tables if isinstance(table, dict) for key in table if isinstance(key, str)]
    return tuple(key for key in keys if path[:2] != FilePath(sections[0], key))


def is_of_edges(shape: Value) -> bool:
    """Return whether a list holds predecessors, ids of tasks in a notation of their own."""
    return shape.key == "after" and shape.is_list


def written(text: str, ids: Collection[str], *, edges: bool) -> Text | None:
    """Return how to write the ids that `text` names; None when it names none and is no word for all or none either."""
    word = text.strip(_MARKS).casefold()
    if is_none(text):
        return Text("没有就删去这一行，或写成 []", "delete the line, or write [] for none")
    if word in _EVERY:
        return _shown(list(ids)) if not edges else _such_as(ids)
    found = [_meant(part, ids, edges=edges) for part in _parts(text, ids)]
    if found and None not in found:
        return _shown([name for name in found if name is not None])
    return _such_as(ids)


def is_none(text: str) -> bool:
    """Return whether `text` says in a list's place that there is nothing to list."""
    return is_nobody(text) or text.strip(_MARKS).casefold() in _NONE


def _parts(text: str, ids: Collection[str]) -> Sequence[str]:
    parts = [part for each in re.split(SEVERAL, text) if (part := each.strip(_MARKS))]
    apart = [word for part in parts for word in part.split()]
    return apart if len(parts) == 1 and len(apart) > 1 and all(word in ids for word in apart) else parts


def _meant(part: str, ids: Collection[str], *, edges: bool) -> str | None:
    if part in ids:
        return part
    edge = dependency.meant(part, ids) if edges else None
    if edge is not None:
        return str(edge)
    # Another digit is another id.
    digits = any(char.isdigit() for char in part)
    plain = unicodedata.normalize("NFKC", part)
    return nearest(part, ids) if not digits else next((key for key in ids if key.casefold() == plain.casefold()), None)


def _shown(names: Sequence[str]) -> Text:
    items = flow_list(names)
    if len(names) <= _MOST_ITEMS and len(items) <= _MOST_CELLS:
        return Text(f"写成 {items}", f"write {items}")
    return _such_as(names)


def _such_as(ids: Collection[str]) -> Text:
    names = listing(ids, most=8)
    return Text(f"写成列表，可用：{names.zh}", f"write a list of these: {names.en}")
