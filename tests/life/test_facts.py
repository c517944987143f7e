"""What one output says of a project, every other output says too, on every day of its life."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any

import pytest

from collabkit.lang import Lang
from tests.life import wrong
from tests.life.facts import FACTS, Disagreement, Fact
from tests.life.facts.fact import output_of
from tests.life.moments import SCENARIOS, Moment, life

each_life = pytest.mark.parametrize("scenario", SCENARIOS)
each_language = pytest.mark.parametrize("lang", Lang)


@each_life
@each_language
def test_all_outputs_say_the_same(scenario: str, lang: Lang) -> None:
    found = [
        f"{moment}: {disagreement}"
        for moment in life(scenario, lang)
        for fact in FACTS
        for disagreement in fact.disagreements(moment.outputs, lang)
    ]
    assert not found, "\n".join(found[:40])


@each_life
def test_both_languages_say_the_same(scenario: str) -> None:
    found = []
    for zh, en in zip(life(scenario, Lang.ZH), life(scenario, Lang.EN), strict=True):
        for fact in (fact for fact in FACTS if not fact.spoken):
            one, other = fact.said(zh.outputs, Lang.ZH), fact.said(en.outputs, Lang.EN)
            found += [
                f"{zh}: {Disagreement(fact.name, entry, {'zh-CN': one.get(entry), 'en': other.get(entry)})}"
                for entry in one.keys() | other.keys()
                if entry not in one or entry not in other or not _alike(fact, one[entry], other[entry])
            ]
    assert not found, "\n".join(found[:40])


def _alike(fact: Fact, one: dict[str, Any], other: dict[str, Any]) -> bool:
    return one.keys() == other.keys() and all(fact.same(one[place], other[place]) for place in one)


# That a comparison can fail

MOST_TRIED = 30
"""On how many days a wrong value is looked for."""


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_a_wrong_value_is_noticed_in_every_output(fact: Fact) -> None:
    assert len(fact.readers) > 1
    never = [place for place in fact.readers if not any(islice(_tries(fact, place), MOST_TRIED))]
    assert not never, f"nobody would notice a wrong {fact.name} in {', '.join(never)}"


def _tries(fact: Fact, place: str) -> Iterator[bool]:
    """Yield for each day on which `place` says something that others say too whether a wrong value is noticed."""
    for moment in _moments():
        said = fact.said(moment.outputs, moment.lang)
        if any(len(values) > 1 and values.get(place) not in (None, frozenset()) for values in said.values()):
            yield _is_noticed(fact, place, moment, said)


def _moments() -> Iterator[Moment]:
    """Yield the days of all lives, those in the middle of a life first: then the most stands in the outputs."""
    for scenario in SCENARIOS:
        days = list(zip(*(life(scenario, lang) for lang in Lang), strict=True))
        for pair in sorted(days, key=lambda pair: abs(days.index(pair) - len(days) // 2)):
            yield from pair


def _is_noticed(fact: Fact, place: str, moment: Moment, said: Mapping[Any, Mapping[str, Any]]) -> bool:
    """Return whether some value of the output, were it another one, would make `place` disagree with the others."""
    data = copy.deepcopy(moment.outputs[output_of(place)])
    read = partial(fact.readers[place], data, moment.lang)
    right = read()
    for container, key in wrong.slots(data):
        if not _matters(read, right, container, key):
            continue
        for value in wrong.values(container, key):
            found = _with(read, container, key, value) or {}
            if any(entry in said and not _agrees(fact, place, found[entry], said[entry]) for entry in found):
                return True
    return False


def _agrees(fact: Fact, place: str, value: Any, said: Mapping[str, Any]) -> bool:
    return all(fact.same(value, other) for where, other in said.items() if where != place)


def _matters(read: Callable[[], Any], right: Any, container: Any, key: Any) -> bool:
    """Return whether anything else at this place makes the reader say anything else."""
    return any(_with(read, container, key, value) != right for value in wrong.values(container, key, coarse=True))


def _with(read: Callable[[], Any], container: Any, key: Any, value: Any) -> Any:
    """Return what is read while `value` stands in the container; None when nothing can be read at all."""
    before = copy.copy(container)
    wrong.put(container, key, value)
    try:
        return read()
    except (AssertionError, AttributeError, IndexError, KeyError, TypeError, ValueError):
        return None
    finally:
        container.clear()
        container.update(before) if isinstance(container, dict) else container.extend(before)
