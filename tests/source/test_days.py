"""Days in the notations people use."""

from __future__ import annotations

from datetime import date

import pytest

from collabkit.source.days import Around, around, days_meant

SPRING = Around("end", date(2026, 3, 2), date(2026, 6, 26))


@pytest.mark.parametrize(
    "written",
    [
        "2026年4月10日",
        "2026 年 4 月 10 日",
        "二〇二六年四月十日",
        "2026年四月十号",
        "4月10日",
        "四月十日",
        "4/10",
        "2026-4-10",
        "2026/04/10",
        "2026.4.10",
        "2026_04_10",
        "2026 04 10",
        "20260410",
        "2026-04-10 18:00",
        "2026-04-10T00:00:00",
        "２０２６－０４－１０",
        "2026–04–10",
        "10 April 2026",
        "April 10, 2026",
        "Apr 10th, 2026",
        "10-Apr-26",
        "10 Apr",
        "10/04/2026",
        "04/10/2026",
        "10.04.2026",
        "26-4-10",
        "46122",
        "2026-W15",
    ],
)
def test_the_day_that_is_meant_is_read(written: str) -> None:
    assert days_meant(written, SPRING) == (date(2026, 4, 10),)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026年4月底", date(2026, 4, 30)),
        ("4月末", date(2026, 4, 30)),
        ("2026-04", date(2026, 4, 30)),
        ("2026年4月初", date(2026, 4, 1)),
        ("2026-04-31", date(2026, 4, 30)),
        ("2026-31-04", date(2026, 4, 30)),
        ("2026-13-04", date(2026, 4, 13)),
        ("2026-02-29", date(2026, 2, 28)),
    ],
)
def test_a_day_that_is_not_told_or_does_not_exist_is_the_nearest_one(written: str, day: date) -> None:
    expected = () if written == "2026-31-04" else (day,)
    assert days_meant(written, SPRING) == expected


def test_what_begins_takes_the_first_day_of_a_week_or_month() -> None:
    begin = Around("start", SPRING.first, SPRING.last)
    assert days_meant("2026-W15", begin) == (date(2026, 4, 6),)
    assert days_meant("2026-04", begin) == (date(2026, 4, 1),)


def test_day_and_month_may_be_read_two_ways_where_the_project_does_not_settle_it() -> None:
    assert days_meant("05/06/2026", SPRING) == (date(2026, 6, 5), date(2026, 5, 6))
    assert days_meant("25/06/2026", SPRING) == (date(2026, 6, 25),)
    assert days_meant("05.06.2026", SPRING) == (date(2026, 6, 5),)


def test_a_year_that_is_left_out_is_the_one_in_which_the_day_is_in_the_project() -> None:
    winter = Around("end", date(2025, 11, 3), date(2026, 2, 27))
    assert days_meant("1月20日", winter) == (date(2026, 1, 20),)
    assert days_meant("12月20日", winter) == (date(2025, 12, 20),)
    assert days_meant("4月10日", Around("end")) == ()


@pytest.mark.parametrize("written", ["下周一", "尽快", "next week", "1,200", "T03", "", "Q2", "may", "三月", 5, None])
def test_what_shows_no_day_is_none(written: object) -> None:
    assert days_meant(written, SPRING) == ()


def test_the_project_is_looked_up_in_the_file_as_far_as_it_can_be_read() -> None:
    assert around("due", {"project": {"start": "2026-03-02", "end": "x"}}) == Around("due", date(2026, 3, 2), None)
    assert around("due", {"project": []}) == around("due", None) == Around("due")
