"""Goals: what is to be reached, by when, by whom, and what has been."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from collabkit.lang import Lang
from tests.life import reading
from tests.life.facts.common import column
from tests.life.facts.fact import Fact, Reader

FORMS = ("charter", "goals", "weekly")


def _goal(
    name: str, convert: Any = reading.text, forms: tuple[str, ...] = FORMS, rows: str = "goals"
) -> dict[str, Reader]:
    return {form: column(rows, name, convert) for form in forms}


def _reached(output: Any, lang: Lang) -> Mapping[Any, Any]:
    """Read the values that were measured; a goal that is to be measured later has none."""
    return {row["id"]: value for row in output["goals"] if (value := _value(row["actual"]))}


def _current(output: Any, lang: Lang) -> Mapping[Any, Any]:
    return {row["id"]: value for row in output["goals"] if (value := _value(row["current"]))}


def _value(text: str) -> str | None:
    return None if re.search("将于|to be measured", text) else reading.text(text)


def _later(output: Any, lang: Lang) -> Mapping[Any, Any]:
    rows = [
        row for row in (*output["goals"], *output["subgoals"]) if re.search("将于|to be measured on", row["actual"])
    ]
    return {row["id"]: reading.day(row["actual"]) for row in rows}


def _benefit(output: Any, lang: Lang) -> Mapping[Any, Any]:
    return {row["id"]: reading.day(row["measured"]) for row in output["benefits"]}


def facts() -> Iterator[Fact]:
    """Yield every fact about goals."""
    yield Fact("statement of a goal", _goal("statement") | _goal("statement", forms=("closeout",)), spoken=True)
    yield Fact("target of a goal", _goal("target") | _goal("target", forms=("closeout",)), spoken=True)
    yield Fact("baseline of a goal", _goal("baseline"), spoken=True)
    yield Fact("due date of a goal", _goal("due", reading.day))
    yield Fact("metric of a goal", _goal("metric", forms=("goals", "weekly")), spoken=True)
    for name in ("department", "owner"):
        yield Fact(f"{name} of a goal", _goal(name, forms=("charter", "goals", "closeout")), spoken=True)
        yield Fact(f"{name} of a sub-goal", _goal(name, forms=("goals", "closeout"), rows="subgoals"), spoken=True)
    yield Fact("target of a sub-goal", _goal("target", forms=("goals", "closeout"), rows="subgoals"), spoken=True)
    yield Fact("statement of a sub-goal", _goal("statement", forms=("goals", "closeout"), rows="subgoals"), spoken=True)
    yield Fact("value reached of a goal", {"weekly": _current, "closeout": _reached}, spoken=True)
