"""The scenarios that a project can start from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from collabkit.errors import UsageError
from collabkit.lang import Lang, Text, listing
from collabkit.nearest import nearest
from collabkit.scaffold.tokens import half

SCENARIOS: tuple[str, ...] = (
    "product-launch",
    "process-improvement",
    "major-event",
    "strategy-breakdown",
    "compliance",
    "blank",
)


def title(scenario: str) -> Text:
    """Return what the scenario is called. Raises UsageError when there is no such scenario."""
    raw = load(scenario)["title"]
    return Text(half(raw, Lang.ZH), half(raw, Lang.EN))


def load(scenario: str) -> Mapping[str, Any]:
    """Return the scenario's data as it is stored. Raises UsageError when there is no such scenario."""
    if scenario not in SCENARIOS:
        raise _unknown(scenario)
    return _stored(scenario)


def shared() -> Mapping[str, Any]:
    """Return what every scenario shares."""
    return _stored("common")


@cache
def _stored(name: str) -> Mapping[str, Any]:
    import yaml

    text = files(__package__).joinpath("scenarios", f"{name}.yaml").read_text(encoding="utf-8")
    data: Mapping[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return data


def _unknown(name: str) -> UsageError:
    near = nearest(name, SCENARIOS)
    hint = Text("可用的场景：", "known scenarios: ") + listing(SCENARIOS)
    if near:
        hint = Text(f"是不是 {near}？", f"did you mean {near}? ") + hint
    return UsageError(Text(f"没有名为 {name} 的场景", f"there is no scenario named {name}"), hint)
