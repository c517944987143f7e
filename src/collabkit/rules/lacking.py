"""What an entry of the project lacks, told in the words that all rules of this kind share."""

from __future__ import annotations

from collabkit.lang import Text
from collabkit.phrases import zh
from collabkit.problem import Path, Problem
from collabkit.rules.wording import entry, message


def lacks(path: Path, called: str | None, what: Text, label: Text, help_: Text | None = None) -> Problem:
    """Return the problem of an entry without `what`, whose value would stand at `path`.

    `called` is the entry's name beside its id, `label` stands at the caret, `help_` is the one thing to do.
    """
    named = entry(path[:-1], called)
    return Problem(
        path,
        message(zh(named.zh, f"没有{what.zh}"), f"{named.en} has no {what.en}"),
        label=label,
        help=help_,
        many=Text(f"{{}}没有{what.zh}", f"{{}} have no {what.en}"),
    )
