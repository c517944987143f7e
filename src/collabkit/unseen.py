"""Characters that nobody sees and that change what stands around them: marks of direction and of no width."""

from __future__ import annotations

import re

_UNSEEN = "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
"""Joiner and non-joiner are none of them: scripts and emoji need both."""


def without_unseen(text: str) -> str:
    """Return `text` without marks that turn a line around or hide in it."""
    return text if text.isprintable() else re.sub(_UNSEEN, "", text)


def written_out(text: str) -> str:
    """Return `text` with such marks as their codes, `\\u202e`."""
    return text if text.isprintable() else re.sub(_UNSEEN, lambda mark: f"\\u{ord(mark[0]):04x}", text)
