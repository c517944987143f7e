"""Files to test with: the minimal clean project with whole sections of a test in place of its own."""

from __future__ import annotations

import re
from itertools import pairwise

from collabkit.rules.example import PROJECT
from collabkit.source.source import Source

_KEY = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*:", re.MULTILINE)


def overlay(fragment: str) -> str:
    """Return the minimal project with the top-level sections of `fragment` in place of its own, new ones at the end.

    A fragment that begins with anything else than a section is a whole file.
    """
    if fragment.strip() and not _KEY.match(fragment):
        return fragment
    sections = dict(_sections(PROJECT))
    fresh: dict[str, str] = {}
    for key, text in _sections(fragment):
        fresh[key] = fresh.get(key, "") + text
    return "".join((sections | fresh).values())


def source(fragment: str) -> Source:
    """Return the file that `overlay` makes of `fragment`."""
    return Source.from_text(overlay(fragment))


def _sections(text: str) -> list[tuple[str, str]]:
    """Return the unindented keys of `text`, each with its lines up to the next one."""
    keys = list(_KEY.finditer(text))
    edges = [*(match.start() for match in keys), len(text)]
    return [(match[1], text[start:end]) for match, (start, end) in zip(keys, pairwise(edges), strict=True)]
