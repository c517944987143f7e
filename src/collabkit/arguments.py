"""Values as people write them, in a command line or a call: a day, a language, one of several words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from collabkit.errors import UsageError
from collabkit.lang import Lang, Text, listing
from collabkit.nearest import nearest

_DAY = r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})"
_NICKNAMES = {"cn": Lang.ZH, "chinese": Lang.ZH, "中文": Lang.ZH, "english": Lang.EN, "英文": Lang.EN}
Word = TypeVar("Word", bound=StrEnum)


def day(given: date | str, where: str) -> date:
    """Return the day that `given` means, such as `2026-03-20` or `2026/3/20`; raise UsageError when it is none.

    `where` says what the value was given to, as in `--today`.
    """
    if isinstance(given, date):
        return given.date() if isinstance(given, datetime) else given
    match = re.fullmatch(_DAY, given.strip()) if isinstance(given, str) else None
    try:
        if match:
            return date(int(match[1]), int(match[3]), int(match[4]))
    except ValueError:
        pass
    raise UsageError(
        Text(f"{where} 的值「{given}」不是日期", f"{where}: '{given}' is not a date"),
        Text("写成 2026-03-20 这样", "write it like 2026-03-20"),
    )


def language(given: str, where: str) -> Lang:
    """Return the language that a name such as `zh-CN`, `zh` or `en_GB` means; raise UsageError for others."""
    head = re.split(r"[-_.@]", str(given).strip().casefold())[0]
    found = {"zh": Lang.ZH, "en": Lang.EN}.get(head)
    if found is None:
        raise not_a_choice(where, given, Lang)
    return found


def word(given: str, where: str, kind: type[Word]) -> Word:
    """Return the word of an enumeration that `given` is; raise UsageError when it is none."""
    if given not in list(kind):
        raise not_a_choice(where, given, kind)
    return kind(given)


def not_a_choice(where: str, given: str, choices: Iterable[str]) -> UsageError:
    """Return the error of a value that is none of `choices`, with the nearest of them."""
    known = list(choices)
    message = Text(f"{where} 不能是「{given}」", f"{where} cannot be '{given}'")
    hint = Text("可选：", "choose from: ") + listing(known, most=20)
    near: str | None = _NICKNAMES.get(str(given).casefold()) if Lang.ZH in known else None
    near = near or nearest(str(given), known) or _only_one_beginning(str(given), known)
    return UsageError(message, Text(f"是不是「{near}」？", f"did you mean '{near}'? ") + hint if near else hint)


def _only_one_beginning(given: str, known: Iterable[str]) -> str | None:
    found = [choice for choice in known if len(given) > 2 and choice.startswith(given.casefold())]
    return found[0] if len(found) == 1 else None
