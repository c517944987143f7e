"""Lists and entries as they should be written, where something else stands in their place."""

from __future__ import annotations

import re
from typing import Any

from collabkit.lang import Text
from collabkit.model.fields import Value, fields_of
from collabkit.source import bullets, id_lists
from collabkit.source.shape import entries_of
from collabkit.source.wording import short
from collabkit.source.yaml_scalar import flow_list

_SEVERAL = r"[,，、;；\n]"
_LONGEST = 80
_BRACKETS = "[]【】［］〔〕「」()（）"
_ID_KEYS = ("id", "ID", "编号", "序号", "no", "No", "key", "code", "number")
_PREFIXES = {
    "tasks": "T", "milestones": "M", "goals": "G", "subgoals": "SG", "risks": "R", "issues": "I", "changes": "C",
    "in": "S", "out": "X",
}  # fmt: skip


def for_table(value: Any, shape: Value) -> Text | None:
    """Return how to write `value`, a list or a text, where entries keyed by an id are expected."""
    inner = entries_of(shape)
    if isinstance(value, str) and value.strip():
        value = bullets.items(value.strip()) or [part.strip() for part in re.split(_SEVERAL, value) if part.strip()]
    if inner is None or not isinstance(value, list):
        return None
    first = value[0] if value else None
    prefix = _PREFIXES.get(shape.key)
    if isinstance(first, dict):
        shown = _entry(first, prefix)
    elif isinstance(first, str) and prefix and inner.model is None:
        shown = f"{prefix}1: {short(first)}"
    elif isinstance(first, str) and prefix:
        shown = f"{prefix}1: {{{_first_key(inner)}: {short(first)}, …}}"
    else:
        shown = f"{short(first)}: …" if isinstance(first, str) else ""
    by_id = bool(prefix) or not shown
    return Text(
        f"不用列表，每项一行，以它的{'编号' if by_id else '名称'}开头：{shown or '编号: …'}",
        f"instead of a list, begin each entry on its own line with its {'id' if by_id else 'name'}: {shown or 'id: …'}",
    )


def _entry(item: dict[str, Any], prefix: str | None) -> str:
    given = next((item[key] for key in _ID_KEYS if isinstance(item.get(key), str)), None)
    if given is None and prefix is None:
        given = next((value for value in item.values() if isinstance(value, str)), None)
    if given is not None:
        return f"{short(given)}: …"
    key, value = next(iter(item.items()), ("name", None))
    return f"{prefix}1: {{{key}: {short(value) if isinstance(value, str) else '…'}, …}}"


def for_list(value: Any, shape: Value, ids: tuple[str, ...] = ()) -> Text | None:
    """Return how to write `value`, a text or a mapping, where a list is expected, of some of `ids` if there are any."""
    inner = shape.one if shape.is_list else Value(None)
    if isinstance(value, dict) and ids:
        value = ", ".join(map(str, value))
    if isinstance(value, dict):
        return _without_ids(value, inner)
    if not isinstance(value, str) or not value.strip():
        return None
    if inner.model is not None:
        cell = short(re.split(r"\t|\s{2,}", value.strip())[0])
        item = f"- {{{_first_key(inner)}: {cell}, …}}"
        return Text(f"每项一行，写成「{item}」", f"write one entry per line: {item}")
    if ids and not bullets.items(value.strip()):
        return id_lists.written(value, ids, edges=id_lists.is_of_edges(shape))
    if id_lists.is_none(value):
        return Text("没有就删去这一行，或写成 []", "delete the line, or write [] for none")
    return _texts(value.strip())


def _without_ids(value: dict[str, Any], inner: Value) -> Text | None:
    first_key, first = next(iter(value.items()), ("", None))
    if inner.model is not None and isinstance(first, dict) and first:
        key, text = next(iter(first.items()))
        said = f"{key}: {short(text) if isinstance(text, str) else '…'}"
        if "id" in fields_of(inner.model):
            item = f"- {{id: {short(first_key)}, {said}, …}}"
            return Text(f"写成列表，编号写在 id 里：{item}", f"write a list, with the id as a key: {item}")
        item = f"- {{{said}, …}}"
        return Text(f"这里不写编号，每项以「- 」开头：{item}", f"no ids here; begin every entry with '- ': {item}")
    if inner.model is not None:
        item = f"- {{{first_key}: {short(first) if isinstance(first, str) else '…'}, …}}"
        return Text(f"以「- 」开头，写成列表：{item}", f"write a list whose entries begin with '- ': {item}")
    return Text(f"写成 [{short(first_key)}]", f"write [{short(first_key)}]") if first_key else None


def _texts(text: str) -> Text:
    behind_bullets = bullets.items(text)
    if behind_bullets:
        item = short(behind_bullets[0], 60)
        return Text(f"每项一行，以「- 」开头：- {item}", f"write one item per line, beginning with '- ': - {item}")
    if text.startswith("-") and text != "-":
        item = short(text.lstrip("-").split(" -", 1)[0])
        return Text(f"「-」后面加一个空格：- {item}", f"put a blank after the '-': - {item}")
    inside = text.strip(_BRACKETS) if text[0] in _BRACKETS and text[-1] in _BRACKETS else text
    items = flow_list(part.strip() for part in re.split(id_lists.SEVERAL, inside) if part.strip())
    items = items if len(items) <= _LONGEST else f"{short(items, _LONGEST)}]"
    return Text(f"写成 {items}", f"write {items}")


def _first_key(shape: Value) -> str:
    """Return the key that an entry cannot do without, else its first one."""
    fields = fields_of(shape.model).values() if shape.model else ()
    return next((field.key for field in fields if field.needed), next((field.key for field in fields), "name"))
