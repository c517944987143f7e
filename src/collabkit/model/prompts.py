"""What a new project file asks for in place of what only people can say: the scaffold's own sentences."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from collabkit.lang import Text

PROMPTS: Mapping[str, Text] = {
    "background": Text(
        "写明现状与问题、为什么现在做、不做会怎样；两三句话，让没有参加启动会的人也能看懂。",
        "Say what the situation and the problem are, why it is done now and what happens otherwise, so that somebody "
        "who missed the kick-off understands it.",
    ),
    "scope": Text("一句话说明项目交付什么", "One sentence on what the project delivers"),
    "review-goal": Text("回顾当初要达到什么", "What the project set out to reach"),
    "review-result": Text("对照目标值写实际值", "The actual values against the targets"),
    "review-cause": Text("差异从何而来", "Where the differences come from"),
    "review-insight": Text("下次怎样做", "What to do next time"),
}
"""The sentences by the name that the scaffold's scenarios give them, as in `?background`."""


def is_prompt(text: str) -> bool:
    """Return whether a text is one of the sentences, unchanged but for blanks and the full stop."""
    return text.lstrip()[:1] in _beginnings() and _plain(text) in _all()


@cache
def _all() -> frozenset[str]:
    return frozenset(_plain(half) for text in PROMPTS.values() for half in (text.zh, text.en))


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(text[:1] for text in _all())


def _plain(text: str) -> str:
    return "".join(text.split()).rstrip(".。")
