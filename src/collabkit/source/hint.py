"""The value as it was most likely meant, where one that does not fit still shows it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from collabkit.labels import LABELS
from collabkit.lang import Text, listing
from collabkit.model import quantity
from collabkit.nearest import nearest
from collabkit.source.shape import Shape, known_keys
from collabkit.source.wording import short

_CLOSED_UP = re.compile(r"([A-Za-z_]+)(:|：)\s*(\S.*)", re.DOTALL)
_DATE = re.compile(r"(?<!\d)(\d{4})(?:\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})|(\d\d)(\d\d))(?!\d)")
_SEVERAL = re.compile(r"[,，、;；]")
_LONGEST = 80


def rewritten(kind: str, value: Any, shape: Shape) -> Text | None:
    """Return how to write `value`, to which pydantic's error `kind` belongs; None when it does not show that."""
    if kind in ("dict_type", "model_type"):
        return closed_up(value) or _entries(value, shape) or _keys(shape)
    if kind in ("tuple_type", "list_type"):
        return _as_list(value)
    if kind in ("whole_number", "number"):
        return _number(value, whole=kind == "whole_number")
    if kind == "string_type":
        return _one_of(value)
    return None


def closed_up(value: Any) -> Text | None:
    """Return how to write the line of `name:App`, where a key with a value was meant."""
    match = _CLOSED_UP.match(value) if isinstance(value, str) else None
    if not match:
        return None
    right = f"{match[1]}: {short(match[3])}"
    if match[2] == "：":
        return Text(f"全角冒号改为半角冒号加空格：{right}", f"write a plain colon and a blank: {right}")
    return Text(f"冒号后面加一个空格：{right}", f"put a blank after the colon: {right}")


def day(value: Any) -> date | None:
    """Return the day that a text such as `2026年4月3日`, `20260403` or `2026-04-03 18:00` names."""
    match = _DATE.search(value) if isinstance(value, str) and len(value) <= _LONGEST else None
    if not match:
        return None
    try:
        return date(int(match[1]), int(match[2] or match[4]), int(match[3] or match[5]))
    except ValueError:
        return None


def word(shape: Shape, value: Any) -> str | None:
    """Return the fixed word that `value` means: the one that forms print so, else the nearest spelling."""
    if not isinstance(value, str):
        return None
    typed = value.strip().casefold()
    labels = LABELS.get(shape.type, {})
    for name, label in labels.items():
        if typed in (label.zh, label.en.casefold()) or typed.replace("_", " ") == label.en.casefold():
            return name
    # 完成 for 已完成, 执行中 for 执行.
    alike = [name for name, label in labels.items() if typed and (typed in label.zh or label.zh in typed)]
    return nearest(value, shape.words) or (alike[0] if len(alike) == 1 else None)


def words(shape: Shape) -> Text:
    """Return the fixed words that may stand here; in Chinese with what they mean."""
    labels = LABELS.get(shape.type, {})
    named = [f"{name}（{labels[name].zh}）" if name in labels else name for name in shape.words]
    return Text(listing(named, most=8).zh, listing(shape.words, most=8).en)


def _entries(value: Any, shape: Shape) -> Text | None:
    if not shape.is_table or not isinstance(value, list):
        return None
    first = short(value[0]) if value and isinstance(value[0], str) else None
    return Text(
        f"不用列表，每项一行，以它的{'名称' if first else '编号或名称'}开头：{first or '编号'}: …",
        f"instead of a list, begin each entry on its own line with its id or name: {first or 'id'}: …",
    )


def _keys(shape: Shape) -> Text | None:
    if shape.model is None:
        return None
    keys = listing(known_keys(shape.model), most=4)
    return Text(
        f"换行缩进，每行写一个「键: 值」；可写的键：{keys.zh}",
        f"write indented lines 'key: value' below it; keys: {keys.en}",
    )


def _as_list(value: Any) -> Text | None:
    if not isinstance(value, str) or not value.strip():
        return None
    text = value.strip()
    if text.startswith("-") and text != "-":
        item = short(text.lstrip("-").split(" -", 1)[0])
        return Text(f"「-」后面加一个空格：- {item}", f"put a blank after the '-': - {item}")
    items = ", ".join(part.strip() for part in _SEVERAL.split(text) if part.strip())
    return Text(f"写成 [{short(items)}]", f"write [{short(items)}]")


def _number(value: Any, *, whole: bool) -> Text | None:
    read = quantity.parse(value) if isinstance(value, str) else None
    if not isinstance(read, quantity.Quantity) or (whole and read.number != int(read.number)):
        return None
    number = f"{read.number:.10g}"
    return Text(f"只写数字：{number}", f"write the bare number: {number}")


def _one_of(value: Any) -> Text | None:
    if not isinstance(value, list) or not value or not all(isinstance(item, str) for item in value):
        return None
    first = short(value[0])
    if len(value) == 1:
        return Text(f"去掉方括号：{first}", f"remove the brackets: {first}")
    return Text(f"只写一个，如「{first}」", f"write one only, such as '{first}'")
