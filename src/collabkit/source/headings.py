"""Headings of sections that are missing: what they head stands in the section before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from collabkit.lang import Text
from collabkit.model import Project
from collabkit.model.fields import Value, fields_of
from collabkit.problem import TOP, Fault, FilePath, FileProblem
from collabkit.source.keys import fits
from collabkit.source.parse_error import Trouble
from collabkit.source.shape import known_keys
from collabkit.source.wording import short

_KEY = re.compile(r"([^\s:\"'{\[#-][^:\"'{\[#]*):(?:\s|$)")
_IN_BRACES = re.compile(r"[{,]\s*([A-Za-z_]+):\s")
_HEADING = re.compile(r"^([A-Za-z_]+)[ \t]*:", re.MULTILINE)


class Headless(NamedTuple):
    """What stands at `paths`, the last ones of a section, belongs into `section`, which has no heading."""

    paths: tuple[FilePath, ...]
    section: str
    value: Any

    def fault(self) -> Fault:
        """Return the fault of its first line."""
        path = self.paths[0]
        on_key = isinstance(path[-1], str)
        message, help_ = _told(self.section, str(path[-1]) if on_key else None)
        return Fault("unknown-field", FileProblem(path, message, help=help_, on="key" if on_key else "value"))


def headless(data: Mapping[str, Any]) -> Iterator[Headless]:
    """Yield what stands at the end of a section of `data` and fits only one that is not there."""
    fields = fields_of(Project)
    lost = [field for key, field in fields.items() if key not in data]
    for section, content in data.items():
        shape = fields.get(section)
        if shape is not None and isinstance(content, list if shape.is_list else dict) and len(content) > 1:
            found = _end(section, content, shape, lost)
            if found is not None:
                yield found


def _end(section: str, content: Any, shape: Value, lost: Iterable[Value]) -> Headless | None:
    items = list(content.items() if isinstance(content, dict) else enumerate(content))
    start = next((at for at, (key, value) in enumerate(items) if at and not _is_at_home(shape, key, value)), None)
    if start is None:
        return None
    tail = items[start:]
    for field in lost:
        if all(_is_of(field, key, value) for key, value in tail):
            paths = tuple(FilePath(section, key) for key, _ in tail)
            value = dict(tail) if isinstance(content, dict) else [value for _, value in tail]
            return Headless(paths, field.key, value)
    return None


def _is_at_home(shape: Value, key: str | int, value: Any) -> bool:
    if shape.model is not None:
        return key in fields_of(shape.model)
    entry = shape.entry
    if entry is None or entry.model is None:
        return True
    if isinstance(value, dict):
        return all(name in fields_of(entry.model) for name in value)
    return value is None


def _is_of(field: Value, key: str | int, value: Any) -> bool:
    """Return whether an entry of this section, or one of its values, may be meant."""
    if field.model is not None:
        known = fields_of(field.model).get(str(key))
        return known is not None and fits(known, value)
    entry = field.entry
    if entry is None or isinstance(key, int) != field.is_list:
        return False
    if entry.model is None:
        return isinstance(value, list) and fits(entry, value)
    return isinstance(value, dict) and bool(value) and all(name in fields_of(entry.model) for name in value)


def missing(trouble: Trouble) -> FileProblem | None:
    """The first line of a section whose heading is missing: a list where keys are expected, or keys in a list."""
    if not trouble.says("expected key", "'-' indicator", "mapping values"):
        return None
    start, line = trouble.line_at(trouble.at)
    level = len(line) - len(line.lstrip())
    if level == 0 or not line.strip():
        return None
    section = _section(trouble, start, level)
    if section is None:
        return None
    key = _KEY.match(line.strip())
    message, help_ = _told(section, None if line.lstrip().startswith("- ") or not key else key[1])
    return FileProblem(TOP, message, help=help_, at=trouble.visible(start + level))


def _section(trouble: Trouble, start: int, level: int) -> str | None:
    """Return the section that is not written and that alone has lines like those from `start` on."""
    lines = list(_block(trouble.text, start))
    own = [line for line in lines if _level(line) == level]
    is_list = own[0].lstrip().startswith("- ")
    if any(line.lstrip().startswith("- ") != is_list for line in own):
        return None
    first, inner = own[0].strip(), lines[1 : lines.index(own[1]) if len(own) > 1 else None]
    keys = _keys(own)
    inside = {*_IN_BRACES.findall(first), *_keys([line for line in inner if _level(line) == _level(inner[0])])}
    if is_list:
        inside |= _keys([first.removeprefix("- ")])
    written = set(_HEADING.findall(trouble.text))
    for field in fields_of(Project).values():
        model = field.model or (field.entry.model if field.entry else None)
        wanted = keys if field.model else inside
        if model is None or field.key in written or (field.is_list != is_list):
            continue
        if len(wanted) > 1 and wanted <= set(known_keys(model)):
            return field.key
    return None


def _block(text: str, start: int) -> Iterator[str]:
    """Yield the lines from `start` on up to the next one without indentation."""
    for line in text[start:].split("\n"):
        if line.strip() and not line.lstrip().startswith("#"):
            if not line[0].isspace():
                return
            yield line.rstrip()


def _keys(lines: Iterable[str]) -> set[str]:
    return {match[1] for line in lines if (match := _KEY.match(line.strip()))}


def _level(line: str) -> int:
    return len(line) - len(line.lstrip())


def _told(section: str, key: str | None) -> tuple[Text, Text]:
    shown = Text(f"「{short(key)}」", f"'{short(key)}'") if key else Text("这一行", "this line")
    return (
        Text(f"{shown.zh}上面缺少「{section}:」这一行", f"the line '{section}:' is missing above {shown.en}"),
        Text(f"在{shown.zh}上面补一行「{section}:」", f"put the line '{section}:' above {shown.en}"),
    )
