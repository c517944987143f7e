"""How rules speak: names of entries and fields, cut to what a line holds."""

from __future__ import annotations

from collections.abc import Sequence

from collabkit.lang import Text, listing, same
from collabkit.phrases import FORM_TITLES, working_days, zh
from collabkit.problem import FilePath, Path
from collabkit.source.shape import entry_name, shape_at
from collabkit.source.wording import short

__all__ = ["MESSAGE", "add", "entry", "field", "how_late", "message", "naming", "of", "short"]

MESSAGE = 100
"""The longest message, in characters."""


def message(zh: str, en: str) -> Text:
    """Return a message in both languages, cut to what fits."""
    return Text(short(zh, MESSAGE), short(en, MESSAGE))


def how_late(days: int) -> Text:
    """Return how late a task is: between Friday and Monday it is due and not done, and not a day late yet."""
    if not days:
        return Text("尚未完成", "not done")
    late = working_days(days)
    return Text(f"逾期 {late.zh}", f"{late.en} late")


def naming(before: Text, names: Sequence[Text | str], unit: str = "") -> Text:
    """Return the message `before` with as many of `names` as it holds, the rest only counted (in `unit` in Chinese)."""
    texts = [same(name) if isinstance(name, str) else name for name in names]
    for shown in range(len(texts), 0, -1):
        rest = len(texts) - shown
        text = before + Text("、".join(each.zh for each in texts[:shown]), ", ".join(each.en for each in texts[:shown]))
        if rest:
            text += Text(f"等 {len(texts)} {unit}" if unit else "等", f" and {rest} more")
        if max(len(text.zh), len(text.en)) <= MESSAGE:
            return text
    return message(before.zh, before.en)


def entry(path: Path, name: str | None = None, most: int = 30) -> Text:
    """Return an entry with its name, such as `任务 T03「功能开发」` / `task T03 (Build the modules)`.

    The name is cut to `most` characters.
    """
    noun = entry_name(FilePath(*path))
    return Text(f"{noun.zh}「{short(name, most)}」", f"{noun.en} ({short(name, most)})") if name else noun


def of(whole: str, part: str) -> str:
    """Return `part` of `whole` in Chinese, with a blank where Latin and Chinese characters meet."""
    return zh(whole, "的", part)


def field(path: Path) -> Text:
    """Return a field by its entry, such as `任务 T03 的负责人` / `owner of task T03`."""
    shape = shape_at(FilePath(*path))
    key = str(path[-1])
    label = shape.label.zh if shape and shape.label else key
    whole = entry_name(FilePath(*path[:-1]))
    return Text(of(whole.zh, label), f"{key} of {whole.en}")


def form_title(form: str, item: str | None = None) -> Text:
    """Return what a form of the section `signoffs` is called, such as `《问题解决决议表》I1`."""
    title = FORM_TITLES[form]
    return Text(f"《{title.zh}》{item or ''}", f"{title.en} {item}" if item else title.en)


def add(key: str, candidates: Sequence[str]) -> Text:
    """Return the advice to add `key` with the first of the candidates, or else one of the others."""
    first, *others = candidates
    advice = Text(f"补上「{key}: {first}」", f"add '{key}: {first}'")
    if not others:
        return advice
    rest = listing(others)
    return advice + Text(f"，或另选：{rest.zh}", f", or choose from {rest.en}")
