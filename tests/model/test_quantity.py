"""Quantities as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.model.quantity import Quantity, parse, parse_each


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("≥ 36.8 %", Quantity(36.8, "%", "≥")),
        ("≤1%", Quantity(1, "%", "≤")),
        ("12,000 台", Quantity(12_000, "台")),
        ("1，200，000", Quantity(1_200_000)),
        ("5万元", Quantity(50_000, "元")),
        ("6.00 亿元", Quantity(600_000_000, "元")),
        ("≥2万 台", Quantity(20_000, "台", "≥")),
        ("-3 d", Quantity(-3, "d")),
        ("−3 d", Quantity(-3, "d")),
        ("36.8％", Quantity(36.8, "%")),
        ("90 % 以上", Quantity(90, "%", "≥")),
        ("24 小时以内", Quantity(24, "小时", "≤")),
        ("不超过 24 h", Quantity(24, "h", "≤")),
        ("At least 3 items", Quantity(3, "items", "≥")),
        ("5 or fewer", Quantity(5, "", "≤")),
        ("< 4 working days", Quantity(4, "working days", "<")),
        ("= 0", Quantity(0, "", "=")),
        ("  10 篇 ", Quantity(10, "篇")),
    ],
)
def test_a_number_is_read_with_its_comparator_and_unit(text: str, quantity: Quantity) -> None:
    assert parse(text) == quantity


@pytest.mark.parametrize("text", ["2026-05-29", "2026/5/29", "2026.5.29"])
def test_a_date_is_a_date(text: str) -> None:
    assert parse(text) == date(2026, 5, 29)


@pytest.mark.parametrize(
    "text", [None, "", "—", "明显提升", "better", "11/42", "7×24 小时", "3-5 天", "1,2", "2026-02-30"]
)
def test_what_is_no_quantity_is_none(text: str | None) -> None:
    assert parse(text) is None


def test_parts_apart_by_semicolons_are_read_one_by_one() -> None:
    assert parse_each("≥ 1,000 人；≥ 60 %") == (Quantity(1000, "人", "≥"), Quantity(60, "%", "≥"))
    assert parse_each("760 人; —") == (Quantity(760, "人"), None)
    assert parse_each(None) == ()


def test_percent_is_told_from_percentage_points() -> None:
    for text in ("5 %", "5％", "5 percent", "5 Per cent"):
        assert isinstance(found := parse(text), Quantity)
        assert found.is_percent
    assert isinstance(points := parse("5 个百分点"), Quantity)
    assert not points.is_percent


@pytest.mark.parametrize("text", ["5" + " " * 100_000 + ";", "≥" * 50_000, "1" * 100_000, "5 " + "以" * 100_000])
def test_a_text_longer_than_any_quantity_is_none(text: str) -> None:
    # Matching it would take a time that grows with the square of its length.
    assert parse(text) is None


@given(
    st.sampled_from(["", "≥", "≤", ">", "<", "="]),
    st.decimals(min_value=-(10**9), max_value=10**9, places=2),
    st.sampled_from(["", "%", "台", "人", "h", "working days", "元"]),
)
def test_a_written_quantity_reads_back(comparator: str, number: object, unit: str) -> None:
    found = parse(f"{comparator} {number:,} {unit}")
    assert found == Quantity(float(str(number)), unit, comparator or None)  # type: ignore[arg-type]


@given(st.text(max_size=200))
def test_any_text_gives_a_quantity_a_date_or_nothing(text: str) -> None:
    assert parse(text) is None or isinstance(parse(text), (Quantity, date))
