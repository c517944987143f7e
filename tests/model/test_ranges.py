"""Every number of the project file has limits, declared beside its field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from collabkit.json_schema import json_schema
from collabkit.lang import Lang, Text
from collabkit.model import Project
from collabkit.model.ranges import Range
from collabkit.model.walk import outside
from tests.projects import plan_of


def models(model: type[BaseModel] = Project) -> Iterator[type[BaseModel]]:
    yield model
    for field in model.model_fields.values():
        for inner in classes(field.annotation):
            if issubclass(inner, BaseModel):
                yield from models(inner)


def classes(kind: Any) -> Iterator[type]:
    if isinstance(kind, type):
        yield kind
    for part in get_args(kind):
        yield from classes(part)


def numbers() -> dict[tuple[str, str], FieldInfo]:
    """Return the fields that hold a number, by model and key."""
    return {
        (model.__name__, field.alias or name): field
        for model in set(models())
        for name, field in model.model_fields.items()
        if {int, float} & set(classes(field.annotation))
    }


def range_of(field: FieldInfo) -> Range | None:
    return next((mark for mark in field.metadata if isinstance(mark, Range)), None)


def refused(field: FieldInfo) -> bool:
    """Return whether the format itself refuses what is out of range."""
    text = repr(field.annotation) + repr(field.metadata)
    return "Ge(ge=" in text and "Le(le=" in text


def test_every_number_has_a_range() -> None:
    assert len(numbers()) > 25
    bare = [name for name, field in numbers().items() if not range_of(field) and not refused(field)]
    assert bare == []


def test_every_range_has_both_ends_and_what_is_usual_is_possible() -> None:
    for name, field in numbers().items():
        limits = range_of(field)
        if limits is None:
            continue
        ends = [
            limits.low if limits.low is not None else limits.least,
            limits.high if limits.high is not None else limits.most,
        ]
        assert None not in ends, name
        assert all(limits.is_possible(end) and limits.is_usual(end) for end in ends if end is not None), name


def test_what_is_impossible_is_a_limit_of_the_schema_and_what_is_usual_part_of_the_description() -> None:
    schema = json_schema(Lang.EN)
    for (model, key), field in numbers().items():
        shape, limits = schema["definitions"][model]["properties"][key], range_of(field)
        shape = {**shape, **shape.get("anyOf", [{}])[0]}
        if limits is None:
            assert "minimum" in shape and "maximum" in shape, (model, key)
            continue
        factor = 100 if limits.is_share else 1
        assert shape.get("minimum") == (None if limits.least is None else limits.least * factor), (model, key)
        assert shape.get("maximum") == (None if limits.most is None else limits.most * factor), (model, key)
        assert limits.usual.en in shape["description"], (model, key)


@pytest.mark.parametrize(
    ("limits", "possible", "usual"),
    [
        (Range(0, 1, unit=Text("%", "%")), Text("在 0–100% 之间", "between 0 and 100%"), Text("", "")),
        (
            Range(0, high=500, unit=Text("人天", "person-days")),
            Text("不低于 0 人天", "at least 0 person-days"),
            Text("通常不超过 500 人天", "usually at most 500 person-days"),
        ),
        (Range(low=-250, high=250), Text("", ""), Text("通常在 -250 至 250 之间", "usually between -250 and 250")),
        (Range(1, 5), Text("在 1–5 之间", "between 1 and 5"), Text("", "")),
    ],
)
def test_limits_read_as_words(limits: Range, possible: Text, usual: Text) -> None:
    assert (limits.possible, limits.usual) == (possible, usual)


def test_numbers_within_their_range_are_not_yielded_and_others_are_at_their_path() -> None:
    plan = plan_of("tasks: {T1: {name: t, effort: 12}, T2: {name: t, effort: -1, allocation: 300%}}\n")
    assert [(path, number) for path, number, _ in outside(plan.project)] == [
        (("tasks", "T2", "effort"), -1),
        (("tasks", "T2", "allocation"), 3),
    ]
