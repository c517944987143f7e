"""Which acceptance of a deliverable counts."""

from __future__ import annotations

from typing import Any

import pytest

from collabkit.forms import closeout
from collabkit.forms.form import Item
from collabkit.lang import Lang
from collabkit.model import Light
from collabkit.plan.reasons import reasons
from tests.forms.sample import plan_of, texts

REJECTED = {"deliverable": "候选版本", "verdict": "rejected"}
ACCEPTED = {"deliverable": "候选版本", "verdict": "accepted"}
DELIVERY = {"T1": {"name": "x", "deliverable": "候选版本"}}


@pytest.mark.parametrize(
    ("notes", "light"),
    [
        ([REJECTED], Light.RED),
        ([REJECTED, ACCEPTED], Light.GREEN),
        ([ACCEPTED, REJECTED], Light.RED),
        ([REJECTED, ACCEPTED | {"task": "T1"}], Light.GREEN),
        ([REJECTED, ACCEPTED | {"deliverable": "商店页面"}], Light.RED),
        ([REJECTED, ACCEPTED | {"verdict": "conditional"}], Light.AMBER),
    ],
)
def test_only_the_last_acceptance_of_a_deliverable_colours_the_quality(
    notes: list[dict[str, Any]], light: Light
) -> None:
    of = plan_of(tasks=DELIVERY, acceptances=notes)
    assert of.dimensions["quality"] is light
    assert [reason.light for reason in reasons(of) if reason.dimension == "quality"] == [light] * (
        light is not Light.GREEN
    )


def test_what_a_cancelled_task_delivered_colours_nothing() -> None:
    of = plan_of(tasks={"T1": DELIVERY["T1"] | {"status": "cancelled"}}, acceptances=[REJECTED])
    assert of.dimensions["quality"] is Light.GREEN


def test_a_deliverable_accepted_under_its_name_is_not_listed_as_waiting() -> None:
    made = closeout.build(plan_of(tasks=DELIVERY, acceptances=[ACCEPTED]), Lang.ZH, Item())
    assert texts(made.deliverables, "deliverable", "verdict") == [("候选版本", "通过")]
