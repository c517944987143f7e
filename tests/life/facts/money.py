"""The budget: what is approved, paid, ordered and still free."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from collabkit.lang import Lang
from tests.life import reading
from tests.life.facts.common import field
from tests.life.facts.fact import Fact, Reader


def _line(*names: str, convert: Any = reading.number) -> Reader:
    """Read the difference of two amounts of the report's only budget line, or one amount."""

    def read(output: Any, lang: Lang) -> Mapping[Any, Any]:
        first, *others = ([convert(row[name]) for row in output["budget"]] for name in names)
        return {"": first[0] - sum(each[0] for each in others) if others else first[0]} if first else {}

    return read


def _cost(name: str) -> Reader:
    def read(output: Any, lang: Lang) -> Mapping[Any, Any]:
        rows = output["performance"][2:]
        return {"": reading.number(rows[0][name])} if rows else {}

    return read


def _unspent(output: Any, lang: Lang) -> Mapping[Any, Any]:
    """Read what is left, which is what was not spent of the plan: the closing report shows it as a variance."""
    found = [str(row["variance"]).replace("CNY ", "") for row in output["performance"][2:]]
    amount = reading.number(found[0]) if found else None
    return {"": None if amount is None else -amount} if found else {}


def _reason_over(output: Any, lang: Lang) -> Mapping[Any, Any]:
    """Read by how much the forecast exceeds the budget, as the reason of the light says: its second amount."""
    reasons = [each["text"] for each in output["overview"]["reasons"] if each["dimension"] == "cost"]
    return {"": reading.number(reasons[0].split("预算")[-1].split(" by ")[-1])} if reasons else {}


def _reason_forecast(output: Any, lang: Lang) -> Mapping[Any, Any]:
    reasons = [each["text"] for each in output["overview"]["reasons"] if each["dimension"] == "cost"]
    return {"": reading.number(reasons[0])} if reasons else {}


def facts() -> Iterator[Fact]:
    """Yield every fact about money."""
    yield Fact(
        "approved budget",
        {"weekly": _line("approved"), "charter": field("basics.budget", reading.number), "closeout": _cost("planned")},
    )
    yield Fact("money spent", {"weekly": _line("spent"), "closeout": _cost("actual")})
    yield Fact("money not spent", {"weekly": _line("unspent"), "closeout": _unspent})
    yield Fact("money forecast", {"weekly": _line("forecast"), "status json": _reason_forecast})
    yield Fact("money over the budget", {"weekly": _line("forecast", "approved"), "status json": _reason_over})
    yield Fact(
        "light of the cost",
        {"weekly": _line("light", convert=reading.light), "status json": field("overview.dimensions.cost")},
    )
