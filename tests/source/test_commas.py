"""Thousands commas inside of brackets: what they cut is told and read as it was meant."""

from __future__ import annotations

import pytest

from collabkit.problem import FilePath
from collabkit.source.source import Source


def _list(text: str) -> Source:
    return Source.from_text(f"a: [{text}]\n")


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("主芯片下单 20,000 套", ["主芯片下单 20,000 套"]),
        ("Order 20,000 chips, call the vendor", ["Order 20,000 chips", "call the vendor"]),
        ("1,200 shelves counted", ["1,200 shelves counted"]),
        ("首月 1,000,000 元, 次月 2,500,000 元", ["首月 1,000,000 元", "次月 2,500,000 元"]),
        ("营收¥3,500万", ["营收¥3,500万"]),
        ("20,000", ["20,000"]),
        ("首批 20, 000 套", ["首批 20, 000 套"]),
        ("done, 20,000 chips ordered", ["done", "20,000 chips ordered"]),
    ],
)
def test_a_number_that_its_comma_cuts_is_one_item_and_one_finding(text: str, items: list[str]) -> None:
    source = _list(text)
    assert source.data == {"a": items}
    cut = [item for item in items if "," in item]
    assert [fault.rule for fault in source.faults] == ["comma-splits-list"] * len(cut)
    for fault, item in zip(source.faults, cut, strict=True):
        start, length = source.at(fault.problem.path)
        assert source.text[start : start + length] == item
        assert fault.problem.at == (start, length)
        assert fault.problem.help is not None and f'"{item}"' in fault.problem.help.zh
        assert fault.problem.path in source.tainted


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("T01,T02", ["T01", "T02"]),
        ("T1,200", ["T1", "200"]),
        ("100,200", ["100", "200"]),
        ("100,200,300", ["100", "200", "300"]),
        ("1,2,3", ["1", "2", "3"]),
        ("评审, 签字", ["评审", "签字"]),
        ("第 1, 200 人到场", ["第 1", "200 人到场"]),
        ("2026-03-02,2026-03-03", ["2026-03-02", "2026-03-03"]),
        ("V1.2,345 个用例", ["V1.2", "345 个用例"]),
        ('"下单 20,000 套"', ["下单 20,000 套"]),
        ('"下单 20","000 套"', ["下单 20", "000 套"]),
        ("3,14159", ["3", "14159"]),
        ("下单 20,00 套", ["下单 20", "00 套"]),
    ],
)
def test_what_may_be_several_items_stays_several_items(text: str, items: list[str]) -> None:
    source = _list(text)
    assert source.faults == []
    assert source.data == {"a": items}


def test_what_stands_behind_a_cut_number_keeps_its_place() -> None:
    source = Source.from_text("a: [x, 下单 20,000 套, y]\nb: [1,000 台, z]\n")
    for path, shown in ((("a", 2), "y"), (("b", 0), "1,000 台"), (("b", 1), "z")):
        start, length = source.at(FilePath(*path))
        assert source.text[start : start + length] == shown


def test_the_second_part_is_marked_as_the_item_it_became() -> None:
    (fault,) = _list("主芯片下单 20,000 套").faults
    (place,) = fault.problem.places
    assert place.at is not None
    assert "a: [主芯片下单 20,000 套]"[place.at[0] : sum(place.at)] == "000 套"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{k: 50,000}", "50,000"),
        ("{k: 20,000 套, l: x}", "20,000 套"),
        ("{k: 交付 20,000 套: 含备件, l: x}", "交付 20,000 套: 含备件"),
        ("{k: ≥ 12,000 台: 首月}", "≥ 12,000 台: 首月"),
    ],
)
def test_a_number_that_its_comma_cuts_in_braces_is_no_key_whatever_follows(text: str, value: str) -> None:
    source = Source.from_text(f"a: {text}\n")
    assert [fault.rule for fault in source.faults] == ["null-key-from-comma"]
    assert source.data["a"]["k"] == value
    assert set(source.data["a"]) <= {"k", "l"}


def test_a_bare_number_is_to_be_written_without_its_comma() -> None:
    (fault,) = Source.from_text("a: {planned: 1,250,000, spent: 0}\n").faults
    assert fault.problem.help is not None
    assert fault.problem.help.en == 'write the number without comma: 1250000; put text in quotes: "1,250,000"'


@pytest.mark.parametrize("text", ["{1: x,2: y}", "{a: 1,b: 2}", "{a: T1,2026: y}", "{a: x,100: y}"])
def test_keys_without_a_blank_before_them_stay_keys(text: str) -> None:
    assert Source.from_text(f"a: {text}\n").faults == []


def test_a_key_without_a_value_is_not_also_missing() -> None:
    source = Source.from_text("a: {name:App}\n")
    assert FilePath("a", "name") in source.tainted
