"""What is proposed for amounts that are not written as a number, and numbers that are none."""

from __future__ import annotations

import pytest
from tests.sections import overlay

from collabkit import api
from collabkit.rules.example import PROJECT, TODAY


def findings(amount: str):  # type: ignore[no-untyped-def]
    text = overlay(f"budget: {{approved: 100, lines: [{{item: Phones, planned: {amount}}}]}}\n")
    return api.check(api.loads(text), today=TODAY, select="CK0")


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("80k", "80000"),
        ("80K EUR", "80000"),
        ("0.6 m EUR", "600000"),
        ("1.2 million", "1200000"),
        ("80千元", "80000"),
        ("8万元", "80000"),
        ("3百万", "3000000"),
        ("1.2亿", "120000000"),
        ("80000 EUR", "80000"),
    ],
)
def test_an_amount_with_a_word_behind_it_is_proposed_in_full(written: str, number: str) -> None:
    (finding,) = findings(written)
    assert finding.help.en == f"write the bare number: {number}"


@pytest.mark.parametrize("written", ["80000-", "2 months", "1个月", "40h", "1e400", "-1e400"])
def test_no_number_is_proposed_where_none_is_meant_for_sure(written: str) -> None:
    (finding,) = findings(written)
    assert finding.code == "CK008" and finding.help.en == "write a bare number, such as 1200.5"


@pytest.mark.parametrize("key", ["effort", "allocation"])
def test_a_number_beyond_all_numbers_is_a_mistake_and_no_crash(key: str) -> None:
    text = PROJECT.replace("tasks:\n  T1:\n", f"tasks:\n  T1:\n    {key}: 1e400\n", 1)
    assert text != PROJECT
    assert "CK008" in {finding.code for finding in api.check(api.loads(text), today=TODAY)}


def test_half_a_character_is_told_as_a_mistake_of_its_line() -> None:
    (finding,) = api.check(api.loads("collabkit: 1\nproject: {name: \ud83d}\n"), today=TODAY)
    assert finding.line == 2
