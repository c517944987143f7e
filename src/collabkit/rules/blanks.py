"""Names that differ in their blanks only: doubled, full-width, between Chinese characters."""

from __future__ import annotations

import re

_CHINESE = "[\u3400-\u9fff]"
_BETWEEN = rf"(?<={_CHINESE})\s+(?={_CHINESE})"


def is_only_blanks(one: str, other: str) -> bool:
    """Return whether two different names are the same without their blanks."""
    return one != other and "".join(one.split()) == "".join(other.split())


def is_odd(name: str) -> bool:
    """Return whether a name holds a blank that nobody puts there knowingly."""
    return name != " ".join(name.split()) or bool(re.search(_BETWEEN, name))


def shown(name: str) -> str:
    """Return a name on one line with each odd blank seen: `Tom␣␣Becker`."""
    plain = re.sub(
        r"\s{2,}|[^\S ]", lambda blanks: "␣" * len(blanks[0]), re.sub(_BETWEEN, lambda b: "␣" * len(b[0]), name)
    )
    return plain if len(plain) <= 40 else plain[:39] + "…"
