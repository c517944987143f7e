"""What an unknown key was meant for: another spelling, another word, or a line that slipped out of its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from collabkit.model import quantity
from collabkit.model.fields import Value, fields_of
from collabkit.model.synonyms import meaning, words_of
from collabkit.nearest import fold, nearest
from collabkit.problem import FilePath, Path
from collabkit.source import suggestions
from collabkit.source.days import Around, days_meant
from collabkit.source.prune import value_at
from collabkit.source.shape import entries_of, is_plain_text, known_keys, shape_at

_NUMBER = r"[-+]?[\d.]+\s*[%％]?"
_LEAST_LATIN, _LEAST_CHINESE = 5, 3
"""Shorter words are too near to too many others."""


class Meant(NamedTuple):
    """Where a key belongs: the path without its last `up` steps, followed by `rest`; `others` may be meant as well.

    `slipped` tells that only the indentation is wrong.
    """

    rest: Path
    up: int = 1
    others: tuple[str, ...] = ()
    slipped: bool = False

    def target(self, path: FilePath) -> FilePath:
        """Return where the value at `path` belongs."""
        return FilePath(*path[: -self.up], *self.rest)


def meant(path: FilePath, data: Any) -> Meant | None:
    """Return what the unknown key at `path` of `data` was meant for; None when that does not show."""
    shape = shape_at(path[:-1])
    model = shape.model if shape else None
    if model is None:
        return None
    key = str(path[-1])
    called = called_keys(model, key)
    slip = None if called else slipped(path, data)
    if slip is not None:
        return slip
    keys = called or spelled_keys(model, key)
    if not keys:
        return None
    written, value = value_at(data, path[:-1]), value_at(data, path)
    free = [name for name in keys if name not in written]
    if not free:
        return Meant((keys[0],))
    fields = fields_of(model)
    dated = [name for name in free if fields[name].type is date and fits(fields[name], value)]
    first = next((name for name in (*dated, *free) if fits(fields[name], value)), free[0])
    return Meant((first,), others=tuple(name for name in free if name != first))


@cache
def called_keys(model: type[BaseModel], key: str) -> tuple[str, ...]:
    """Return the keys that people call `key`: written otherwise, as a form prints them, or by another word."""
    known, wanted = known_keys(model), fold(key)
    alike = [name for name in known if fold(name) == wanted]
    return tuple(dict.fromkeys((*alike, *_labelled(model, wanted), *meaning(model.__name__, known, key))))


def _labelled(model: type[BaseModel], wanted: str) -> Iterator[str]:
    for key, field in fields_of(model).items():
        label = field.label
        if label and wanted in (fold(label.zh), fold(label.en)):
            yield key


@cache
def spelled_keys(model: type[BaseModel], key: str) -> tuple[str, ...]:
    """Return the keys whose spelling, or that of another word for them, is nearest to `key` or contained in it."""
    known = known_keys(model)
    near = nearest(key, known)
    if near is not None:
        return (near,)
    words = {word: name for name in reversed(known) for word in (fold(name), *words_of(model.__name__, name))}
    long = [word for word in words if len(word) >= (_LEAST_LATIN if word.isascii() else _LEAST_CHINESE)]
    wanted = fold(key)
    near = nearest(wanted, long)
    if near is not None:
        return (words[near],)
    inside = [word for word in long if wanted.endswith(word) or wanted.startswith(word)]
    return (words[max(inside, key=len)],) if inside else ()


def strays_may_mean(path: FilePath, value: Any, written: Any) -> Iterator[str]:
    """Yield the keys beside an unknown one at `path` that are not written and whose values may look like `value`."""
    shape = shape_at(path[:-1])
    if shape is None or shape.model is None or not isinstance(written, dict):
        return
    for key in known_keys(shape.model):
        expected = shape_at(path[:-1] / key)
        if key not in written and expected is not None and fits(expected, value):
            yield key


def slipped(path: FilePath, data: Any) -> Meant | None:
    """Return where the key at `path` belongs when its indentation alone keeps it out of there."""
    value = value_at(data, path)
    return _into_above(path, value, data) or _out_of_entry(path, value, data)


def _into_above(path: FilePath, value: Any, data: Any) -> Meant | None:
    """The key belongs to the mapping written before it, or to the last entry in that."""
    siblings = value_at(data, path[:-1])
    rest: Path = ()
    key = str(path[-1])
    above = _key_before(siblings, key)
    while above is not None:
        rest = (*rest, above)
        inner = value_at(data, FilePath(*path[:-1], *rest))
        if key in (inner or {}) or not isinstance(inner or {}, dict):
            return None
        if _belongs(shape_at(FilePath(*path[:-1], *rest)), key, value, inner or {}):
            return Meant((*rest, key), slipped=True)
        above = next(reversed(inner), None) if inner else None
    return None


def _belongs(shape: Value | None, key: str, value: Any, beside: dict[str, Any]) -> bool:
    """Return whether a mapping of this shape, which holds `beside`, may miss `key` with `value`."""
    if shape is None:
        return False
    entries = entries_of(shape)
    if entries is None:
        expected = _field(shape, key)
        return expected is not None and fits(expected, value)
    if entries.model is None:
        # Any text would do: the id must look like the others, if there are any.
        alike = not beside or _pattern(key) in {_pattern(other) for other in beside}
        return isinstance(value, str) and alike
    return isinstance(value, dict) and fits(entries, value)


def _field(shape: Value, key: str) -> Value | None:
    return fields_of(shape.model).get(key) if shape.model else None


def _pattern(key: str) -> str:
    return re.sub(r"\d+", "#", key)


def _out_of_entry(path: FilePath, value: Any, data: Any) -> Meant | None:
    """The key belongs beside the entry or section that it stands in."""
    beside = value_at(data, path[:-2]) if len(path) > 1 else None
    if not isinstance(beside, dict) or not isinstance(value, (dict, list)) or path[-1] in beside:
        return None
    home = shape_at(path[:-2])
    return Meant((path[-1],), up=2, slipped=True) if _belongs(home, str(path[-1]), value, beside) else None


def _key_before(siblings: Any, key: str) -> str | None:
    before = None
    for name in siblings if isinstance(siblings, dict) else ():
        if name == key:
            return before
        before = name
    return None


def fits(shape: Value, value: Any) -> bool:
    """Return whether `value` may be meant for a field of this shape."""
    if value is None:
        return True
    if isinstance(value, dict):
        return _fits_mapping(shape, value)
    if isinstance(value, list):
        return shape.is_list
    return _fits_text(shape, str(value))


def _fits_mapping(shape: Value, value: dict[str, Any]) -> bool:
    if shape.model is not None:
        known = known_keys(shape.model)
        return 2 * sum(key in known for key in value) >= len(value) > 0
    entries = entries_of(shape)
    return entries is not None and all(item is None or fits(entries, item) for item in value.values())


def _fits_text(shape: Value, value: str) -> bool:
    if shape.type is date:
        return bool(days_meant(value, Around()))
    if shape.words:
        return suggestions.word(shape, value) is not None
    if shape.type in (int, float):
        return bool(re.fullmatch(_NUMBER, value)) or isinstance(quantity.parse(value), quantity.Quantity)
    if shape.constants:
        return value in shape.constants
    if shape.type is bool:
        return value.casefold() in ("true", "false")
    return shape.type is str and (is_plain_text(shape) or not days_meant(value, Around()))
