"""Fragments laid over the minimal project: the examples of the rules as whole files."""

from __future__ import annotations

import re

from collabkit.lang import Lang
from collabkit.model.words import Stage
from collabkit.rules.example import CLOSING, MINIMAL
from collabkit.source.decoding import decode
from collabkit.source.source import Source
from collabkit.source.text import Document

_KEY = re.compile(r"(?P<indent> *)(?P<key>[^\s#:{\[\-\"'][^:#]*?) *:(?P<value>$| .*)")

Entries = dict[str, tuple[str, str]]
"""The keys of a block mapping, each with its own line and the lines below it."""


def overlay(fragment: str, lang: Lang = Lang.EN, stage: Stage = Stage.EXECUTING) -> str:
    """Return the minimal project of `lang` with every key of `fragment` in place of its own, new ones at the end.

    At the stage `closing` it is the project as it closes.

    A block mapping is laid over key by key, everything else (a list, a flow mapping, a text) replaces what was there;
    so `owner:` empties one field and `risks: {}` a section. A fragment that does not begin with a key is a whole file.
    All is done by text: broken YAML stays as broken as it is written.
    """
    return _laid(_laid(MINIMAL.to(lang), CLOSING.to(lang) if stage is Stage.CLOSING else ""), fragment)


def _laid(base: str, fragment: str) -> str:
    if not fragment:
        return base
    below, above = _entries(base), _entries(fragment)
    if not below or not above:
        return fragment
    for key, (line, lines) in above.items():
        nested = lines and key in below and not _value(line) and not _value(below[key][0])
        below[key] = (line, _laid(below[key][1], lines) if nested else lines)
    return "".join(line + lines for line, lines in below.values())


def _entries(text: str) -> Entries:
    """Return the entries of a block mapping; none when `text` is something else or has a key twice."""
    entries: Entries = {}
    indent = None
    for line in text.splitlines(keepends=True):
        match = _KEY.match(line)
        if match and (indent is None or match["indent"] == indent):
            indent = match["indent"]
            if match["key"] in entries:
                return {}
            entries[match["key"]] = (line, "")
        elif indent is None or not _below(line, indent):
            return {}
        else:
            key, (head, lines) = entries.popitem()
            entries[key] = (head, lines + line)
    return entries


def _below(line: str, indent: str) -> bool:
    """Return whether a line belongs to the entry above it: deeper, blank, or an item of its list."""
    return not line.strip() or line.startswith((indent + " ", indent + "-"))


def _value(line: str) -> str:
    match = _KEY.match(line)
    return match["value"].strip() if match else ""


def source(fragment: str, lang: Lang = Lang.EN, stage: Stage = Stage.EXECUTING) -> Source:
    """Return the file that `overlay` makes of `fragment`, read as it would be from disk."""
    decoded = decode(overlay(fragment, lang, stage).encode())
    faults = (decoded.fault,) if decoded.fault else ()
    return Source(Document("project.yaml", decoded.text, decoded.encoding, faults))
