"""YAML text becomes plain data, and the place of every key and value, in one pass over libyaml's events."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from yaml import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from collabkit.problem import At, Fault, FilePath
from collabkit.source import commas, hashes, limits, special_keys, syntax
from collabkit.source.pause import collector_paused
from collabkit.source.positions import Spots, at_of, own, pack
from collabkit.source.special_keys import Cut, Doubled, Merge, Nameless

try:
    from yaml import CSafeLoader as YamlLoader
except ImportError:  # PyYAML was built without libyaml: slower, and fewer syntax errors are told by their cause.
    from yaml import SafeLoader as YamlLoader  # type: ignore[assignment]  # both have get_event

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_ODD_KEYS = NULLS | {"<<"}
_State = tuple[Any, Spots, Any, bool]
"""What is being read: the container, its spots, the pending key, and whether it is a mapping in braces."""
_ITEM = object()
"""Stands for the key while the items of a list are read."""
_COLON = r"(?:\s|#[^\n]*\n)*:"
_TAG = r"![^\s,\]}]*"
_PROPERTIES = r"(?:[&!]\S*\s*)*"


@dataclass(slots=True)
class Loaded:
    """The data of a file (dict, list, str and None only), where each value stands, and what is wrong with the text.

    `data` is None and `complete` False when the text could not be read to its end. `tainted` are the paths whose values
    the text leaves in doubt; `dates` the paths of texts like 2026/3/2; `hashes` those of texts that end at a comment
    which looks like their end, with its place. `own` is the number of keys that a mapping with merges has itself, None
    for one that was put together from keys that are no plain texts, by the identity of the mapping or list in `data`.
    """

    data: Any = None
    spots: Spots | int = 0
    faults: list[Fault] = field(default_factory=list)
    tainted: set[FilePath] = field(default_factory=set)
    dates: list[FilePath] = field(default_factory=list)
    hashes: list[tuple[FilePath, At]] = field(default_factory=list)
    own: dict[int, int | None] = field(default_factory=dict)
    complete: bool = False


class _StopError(Exception):
    """The text is not worth reading on; the fault says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.rule)
        self.fault = fault


@dataclass(slots=True)
class _Anchor:
    data: Any
    spots: Any
    size: int | None
    """Values it stands for; None while it is still open."""


def load(text: str) -> Loaded:
    """Return the data and places of `text`; every mistake of the text is a fault, no exception leaves.

    Plain scalars stay texts, null becomes None. Anchors, aliases and merge keys (`<<`; keys of the mapping itself win,
    then those of the first mapping merged) are carried out; tags and further documents are refused.
    """
    builder = _Builder(text)
    with collector_paused():
        builder.run()
    return builder.loaded


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.loaded = Loaded()
        self.root: list[Any] = []
        self.root_spots: Spots = [0]
        self.stack: list[tuple[Any, Spots, Any, bool]] = []
        self.anchors: dict[str, _Anchor] = {}
        self.open_anchors: list[tuple[int, _Anchor, int]] = []
        self.with_odd: set[int] = set()
        self.count = 0
        self.in_key = 0
        self.repeats = 0
        self.last = 0
        self.names: dict[str, str] = {}
        self.lost = hashes.lost(text)
        self.has_cut_number = bool(commas.CUT_NUMBER.search(text))

    def run(self) -> None:
        try:
            self._events()
        except _StopError as stop:
            self.loaded.faults.append(stop.fault)
        except MarkedYAMLError as error:
            self._stumble(syntax.explain(error, self.text, at_of(self.last)))
        except (YAMLError, UnicodeError) as error:
            self.loaded.faults.append(syntax.bad_character(self.text, getattr(error, "position", 0)))
        else:
            self._finish()

    def _stumble(self, fault: Fault) -> None:
        """Tell what keeps the text from being read on, unless it follows from what is told of the same line."""
        before = self.loaded.faults[-1].problem.at if self.loaded.faults else None
        at = fault.problem.at
        if before is None or at is None or "\n" in self.text[before[0] : at[0]]:
            self.loaded.faults.append(fault)

    def _finish(self) -> None:
        """Hand over what was built, unless keys begin with what was meant to stand before them."""
        fault = next((fault for key in self.names if (fault := syntax.odd_beginning(self.text, key))), None)
        if fault is not None:
            # That such a key stands twice follows from it.
            self.loaded.faults = [one for one in self.loaded.faults if one.rule != "duplicate-key"] + [fault]
        else:
            self.loaded.complete = True
            if self.root:
                self.loaded.data, self.loaded.spots = self.root[0], self.root_spots[1]

    def _events(self) -> None:
        """Build the data; texts, nearly all there is, are dealt with here and not in functions for speed's sake."""
        next_event: Any = YamlLoader(self.text).get_event
        text, names, most, lost = self.text, self.names, limits.MAX_VALUES, self.lost
        data: Any = self.root
        spots, key, flow = self.root_spots, _ITEM, False
        count, span = 0, 0
        try:
            while True:
                event = next_event()
                kind = event.__class__
                if kind is not ScalarEvent:
                    self.count = count
                    data, spots, key, flow = self._structure(event, data, spots, key, flow)
                    count = self.count
                    if data is None:
                        return
                    continue
                value: Any = event.value
                style = event.style
                start, end = event.start_mark.index, event.end_mark.index
                span = start << 32 | end - start
                if event.anchor is not None or event.tag is not None:
                    span = self._adorned(event, span, value, data, key)
                if style == '"' and not value.isprintable():
                    value = self._legible(value, span, data, key)
                spots.append(span)
                if key is None:
                    cut = flow and (text[end : end + 1] != ":" or text[start - 1] == ",")
                    if cut or value in data or (not style and value in _ODD_KEYS):
                        key = self._odd_key(value, span, style, data, flow)
                    else:
                        key = names.setdefault(value, value)
                    continue
                count += 1
                if count > most:
                    raise _StopError(limits.too_many(self._path(data, key), at_of(span), by_alias=False))
                if not style and value in NULLS:
                    value = None
                elif 7 < len(value) < 11 and value[4] in "/.-" and (len(value) != 10 or value[4] != "-"):
                    self.loaded.dates.append(self._path(data, key))
                if lost and not style and end in lost:
                    self.loaded.hashes.append((self._path(data, key), lost[end]))
                if key is _ITEM:
                    data.append(value)
                else:
                    data[key] = value
                    key = None
        finally:
            self.last = span

    def _structure(self, event: Any, data: Any, spots: Spots, key: Any, flow: bool) -> _State:
        """Deal with what is no text; return what the next event meets, without data at the end of the file."""
        kind = event.__class__
        if kind is MappingEndEvent or kind is SequenceEndEvent:
            return self._close(event, data, spots)
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            self.count += 1
            return self._open(event, data, spots, key, flow)
        if kind is AliasEvent:
            return data, spots, self._alias(event, data, spots, key), flow
        if kind is DocumentStartEvent and self.root:
            raise _StopError(limits.second_document((event.start_mark.index, 3)))
        return (None if kind is StreamEndEvent else data), spots, key, flow

    def _open(self, event: Any, data: Any, spots: Spots, key: Any, flow: bool) -> _State:
        start = event.start_mark.index
        mapping = event.__class__ is MappingStartEvent
        if event.anchor is not None or event.tag is not None:
            start = self._adorned(event, pack(start, len(self.text)), None, data, key) >> 32
        if key is None:
            key = Nameless(pack(start, 1))
            self._mark_odd(data)
            spots.append(pack(start, 1))
            self._fault(special_keys.not_a_text(self._path(data, key), (start, 1), self.text))
            if self.text[start - 1 : start + 1] == "{{":
                self.loaded.tainted.add(self._path(data, key))
            key.is_key = True
            self.in_key += 1
        self.stack.append((data, spots, key, flow))
        if len(self.stack) > limits.MAX_DEPTH:
            raise _StopError(limits.too_deep(self._path(data, key), (start, 1)))
        child: Any = {} if mapping else []
        if event.anchor is not None:
            anchor = self.anchors[event.anchor] = _Anchor(child, None, None)
            self.open_anchors.append((len(self.stack), anchor, self.count))
        return child, [start << 32], (None if mapping else _ITEM), mapping and bool(event.flow_style)

    def _close(self, event: Any, child: Any, child_spots: Spots) -> _State:
        start = child_spots[0] >> 32
        if self.text[start : start + 1] in ("{", "["):
            end = event.end_mark.index
        else:
            end = sum(at_of(own(child_spots[-1]))) if len(child_spots) > 1 else start
        child_spots[0] = pack(start, end - start)
        if id(child) in self.with_odd:
            self._tidy(child, child_spots)
        elif self.has_cut_number and self.text[start : start + 1] == "[":
            self._rejoin(child, child_spots)
        if self.open_anchors and self.open_anchors[-1][0] == len(self.stack):
            _, anchor, before = self.open_anchors.pop()
            anchor.spots, anchor.size = child_spots, self.count - before + 1
        data, spots, key, flow = self.stack.pop()
        if isinstance(key, Nameless) and key.is_key:
            key.is_key = False
            self.in_key -= 1
            return data, spots, key, flow
        spots.append(child_spots)
        return data, spots, _put(data, key, child), flow

    def _alias(self, event: Any, data: Any, spots: Spots, key: Any) -> Any:
        start = event.start_mark.index
        span = pack(start, event.end_mark.index - start)
        anchor = self.anchors.get(event.anchor)
        if anchor is None or anchor.size is None:
            raise _StopError(
                syntax.bad_alias(event.anchor, self._path(data, key), at_of(span), known=anchor is not None)
            )
        if key is None:
            spots.append(span)
            if isinstance(anchor.data, str) and anchor.data not in data:
                return anchor.data
            self._mark_odd(data)
            self._fault(special_keys.not_a_text(self._path(data, key), at_of(span), self.text))
            return Nameless(span)
        self.count += anchor.size
        if self.count > limits.MAX_VALUES:
            raise _StopError(limits.too_many(self._path(data, key), at_of(span), by_alias=True))
        spots.append(span if isinstance(anchor.spots, int) else [span, *anchor.spots[1:]])
        return _put(data, key, anchor.data)

    def _adorned(self, event: Any, span: int, value: Any, data: Any, key: Any) -> int:
        """Register an anchor, refuse a tag; return the span without them."""
        start, length = at_of(span)
        if event.tag is not None:
            found = re.compile(_TAG).search(self.text, start)
            at = (found.start(), found.end() - found.start()) if found else (start, 1)
            self._fault(limits.tagged(self._path(data, key), event.tag, at))
            self.loaded.tainted.add(self._path(data, key))
        match = re.compile(_PROPERTIES).match(self.text, start)
        shift = min(match.end() - start, length) if match else 0
        span = pack(start + shift, length - shift)
        if event.anchor is not None and event.__class__ is ScalarEvent:
            empty = not event.style and value in NULLS
            self.anchors[event.anchor] = _Anchor(None if empty else value, span, 1)
        return span

    def _odd_key(self, value: str, span: int, style: str | None, data: Any, flow: bool) -> Any:
        end = sum(at_of(span))
        cut = flow and (not re.compile(_COLON).match(self.text, end) or commas.inside_number(self.text, at_of(span)[0]))
        if cut or value in data:
            self.repeats += 1
            if self.repeats > limits.MAX_FAULTS:
                raise _StopError(limits.too_wrong(at_of(span)))
            self._mark_odd(data)
            return Cut(span, value) if cut else Doubled(span, value)
        if not style and value == "<<":
            self._mark_odd(data)
            return Merge(span)
        if not style and value in NULLS:
            self._mark_odd(data)
            self._fault(special_keys.not_a_text(self._path(data, None), at_of(span), self.text))
            return Nameless(span)
        return value

    def _tidy(self, data: dict[Any, Any], spots: Spots) -> None:
        self.with_odd.discard(id(data))
        path = self._path_of_open()
        odd = [key for key in data if isinstance(key, special_keys.Odd)]
        merges = all(isinstance(key, Merge) for key in odd)
        self.loaded.own[id(data)] = len(data) - len(odd) if merges else None
        for fault, tainted in special_keys.tidy(data, spots, self.text, path):
            if fault is not None:
                self._fault(fault)
            if tainted is not None:
                self.loaded.tainted.add(tainted)

    def _rejoin(self, items: list[Any], spots: Spots) -> None:
        for fault, tainted in commas.rejoin(items, spots, self.text, self._path_of_open()):
            self.loaded.own[id(items)] = None
            self._fault(fault)
            self.loaded.tainted.add(tainted)

    def _legible(self, value: str, span: int, data: Any, key: Any) -> str:
        clean = syntax.ILLEGAL.sub("\ufffd", value)
        if clean != value:
            self._fault(syntax.escaped_control(value, self._path(data, key), at_of(span)))
        return clean

    def _mark_odd(self, data: Any) -> None:
        self.with_odd.add(id(data))

    def _fault(self, fault: Fault) -> None:
        if self.in_key:
            # The fault of the key that this stands in is told already.
            return
        self.loaded.faults.append(fault)
        if len(self.loaded.faults) >= limits.MAX_FAULTS:
            raise _StopError(limits.too_wrong(fault.problem.at or (0, 0)))

    def _path(self, data: Any, key: Any) -> FilePath:
        """Return the path of the value that is being read, or of its mapping while a key is."""
        return _steps([*((frame[0], frame[2]) for frame in self.stack), (data, key)])

    def _path_of_open(self) -> FilePath:
        """Return the path of the container that is being read."""
        return _steps([(frame[0], frame[2]) for frame in self.stack])


def _put(data: Any, key: Any, value: Any) -> Any:
    """Add `value`; return the key that the next event meets."""
    if key is _ITEM:
        data.append(value)
        return _ITEM
    data[key] = value
    return None


def _steps(frames: list[tuple[Any, Any]]) -> FilePath:
    steps: list[str | int] = []
    for data, key in frames[1:]:
        if key is _ITEM:
            steps.append(len(data))
        elif isinstance(key, str):
            steps.append(key)
        else:
            break
    return FilePath(*steps)
