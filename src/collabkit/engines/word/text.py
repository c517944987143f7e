"""How a value becomes Word text: nothing is lost, nothing is markup."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

from collabkit.engines.opc.markup import escaped, legal
from collabkit.engines.tags.values import lines
from collabkit.styled import Tone
from collabkit.unseen import without_unseen

_SPECIAL = re.compile("[\x00-\x1f&<>\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]")
# What word processors and chat programs leave behind when text is pasted; CRLF is one break.
_BREAK = re.compile("\r\n|[\n\r\x0b\x85\u2028\u2029]")
# Dates, weeks, ids, and the blanks of a date to write by hand: `2026-03-02`, `2026-W12`, `PRJ-001`, `____-__-__`.
_JOINED = re.compile(r"(?<![\w-])[0-9A-Za-z_]+(?:-[0-9A-Za-z_]+)+(?![\w-])", re.ASCII)
_FIGURES = re.compile("[0-9_]")
_LONGEST = 12
"""What is longer must be able to break in a narrow cell."""
_JOINER = "\ufeff"
"""A character without width at which no line ends."""

_T: Final = '<w:t xml:space="preserve">'


def escape(text: str) -> str:
    """Return `text` as the inside of a `w:t`: breaks and tabs as Word's, forbidden characters as U+FFFD.

    No line ends at the hyphens of a date or a short id: they are Word's own non-breaking ones, read back as `-`, or
    after a Chinese character a plain one and a joiner.
    """
    text = without_unseen(text)
    if _SPECIAL.search(text):
        text = _marked(text)
    return _JOINED.sub(_whole, text) if "-" in text else text


def _marked(text: str) -> str:
    text = _BREAK.sub(f"</w:t><w:br/>{_T}", escaped(text)).replace("\t", f"</w:t><w:tab/>{_T}")
    return legal(text)


def _whole(match: re.Match[str]) -> str:
    word = match[0]
    if len(word) > _LONGEST or not _FIGURES.search(word):
        return word
    if match.start() and not match.string[match.start() - 1].isascii():
        # LibreOffice cuts what holds a non-breaking hyphen anywhere when no blank stands before it.
        return word.replace("-", f"-{_JOINER}")
    return word.replace("-", f"</w:t><w:noBreakHyphen/>{_T}")


class Runs:
    """The run formats of a template: writes a value as runs that look like the tag it replaces."""

    def __init__(self) -> None:
        self._formats: list[dict[Tone | None, str]] = []

    def add(self, properties: dict[Tone | None, str]) -> int:
        """Remember a run's properties, plain and in each tone; return the number to write with."""
        self._formats.append({tone: f"<w:r>{found}{_T}" for tone, found in properties.items()})
        return len(self._formats) - 1

    def write(self, value: object, number: int) -> Markup:
        """Return `value` as runs of format `number`; an empty value is no run."""
        starts = self._formats[number]
        if type(value) is str:
            return Markup(f"{starts[None]}{escape(value)}</w:t></w:r>") if value else Markup("")
        runs = [f"{starts[tone]}{escape(text)}</w:t></w:r>" for text, tone in lines(value)]
        return Markup("<w:r><w:br/></w:r>".join(runs))
