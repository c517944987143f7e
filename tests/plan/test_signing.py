"""Who has to sign which form, and who has."""

from __future__ import annotations

import pytest

from collabkit.plan import signing
from tests.projects import plan_of


def people(plan_fragment: str, form: str) -> list[str | None]:
    return [who.person for who in signing.signers(plan_of(plan_fragment), form)]


def test_the_heads_confirm_the_task_table() -> None:
    assert people("language: en\n", "tasks") == ["Li Lei", "Zhao Min"]
    one = "departments: {Development: {head: Li Lei}, Marketing: {head: Li Lei}}\n"
    assert people(one, "tasks") == ["Li Lei"]
    nobody = "departments: {Development: {head: Li Lei}, Marketing: {}}\n"
    assert people(nobody, "tasks") == ["Li Lei", None]


@pytest.mark.parametrize(
    ("fragment", "due"),
    [
        ("language: en\n", True),
        ("tasks: {}\n", False),
    ],
)
def test_the_task_table_waits_for_signatures_once_there_are_tasks(fragment: str, due: bool) -> None:
    assert any(duty.form == "tasks" for duty in signing.required_signatures(plan_of(fragment))) is due


def test_a_duty_is_done_by_a_dated_signature() -> None:
    signed = "signoffs: {tasks: [{person: Li Lei, date: 2026-03-04}, {person: Zhao Min}]}\n"
    assert [duty.signed is not None for duty in signing.required_by(plan_of(signed), "tasks")] == [True, False]


def test_the_last_word_of_everybody_on_a_form_counts() -> None:
    said = """\
signoffs:
  goals:
    - {person: Li Lei, date: 2026-03-04, opinion: disagree}
    - {person: Zhao Min, date: 2026-03-04, opinion: reservation}
    - {person: Li Lei, date: 2026-03-06, opinion: agree}
  resolution:
    - {person: Li Lei, date: 2026-03-12, opinion: disagree, issue: I1}
    - {person: Li Lei, date: 2026-03-12, opinion: agree, issue: I2}
"""
    found = [(form, index, str(each.opinion)) for form, index, each in signing.last_words(plan_of(said))]
    assert found == [
        ("goals", 1, "reservation"),
        ("goals", 2, "agree"),
        ("resolution", 0, "disagree"),
        ("resolution", 1, "agree"),
    ]
