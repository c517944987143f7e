"""The working calendar: statutory holidays, make-up days, the company's own days, and the laws of counting."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabkit.model import calendar as written
from collabkit.plan.calendar import Calendar
from tests.work import work

CHINA = Calendar(written.Calendar(country="CN"))
PLAIN = Calendar()
ODD = Calendar(
    written.Calendar.model_validate(
        {
            "workdays": ["mon", "tue", "thu", "sat"],
            "country": "CN",
            "days_off": ["2026-03-02", "2026-03-03"],
            "extra_workdays": ["2026-03-08", "2026-05-01"],
        }
    )
)
CALENDARS = st.sampled_from([PLAIN, CHINA, ODD])
DAYS = st.dates(date(2015, 1, 1), date(2032, 12, 31))


def calendar(**settings: object) -> Calendar:
    return Calendar(written.Calendar.model_validate(settings))


def test_china_agrees_with_the_holidays_library_on_every_day_from_2018_to_2026() -> None:
    library = holidays.country_holidays("CN")
    day = date(2018, 1, 1)
    while day.year <= 2026:
        assert CHINA.is_workday(day) == library.is_working_day(day), day
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2026, 2, 14), True),  # make-up Saturday before the Spring Festival
        (date(2026, 2, 16), False),  # New Year's Eve
        (date(2026, 5, 1), False),  # Labour Day
        (date(2026, 5, 9), True),  # make-up Saturday for 5 May
        (date(2026, 5, 16), False),  # any Saturday
    ],
)
def test_chinese_holidays_are_off_and_make_up_days_are_worked(day: date, worked: bool) -> None:
    assert CHINA.is_workday(day) is worked


def test_the_companys_own_days_win_over_the_statutory_ones() -> None:
    own = calendar(country="CN", days_off=["2026-05-09"], extra_workdays=["2026-05-01"])
    assert not own.is_workday(date(2026, 5, 9))
    assert own.is_workday(date(2026, 5, 1))
    assert own.is_day_off(date(2026, 5, 9))


def test_other_weekdays_than_monday_to_friday_can_be_worked() -> None:
    assert ODD.is_workday(date(2026, 3, 14))
    assert not ODD.is_workday(date(2026, 3, 13))


def test_a_holiday_is_named_in_both_languages_whatever_the_environment_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    for language in ("th", "en_US", "zh_CN"):
        monkeypatch.setenv("LANGUAGE", language)
        name = calendar(country="cn").holiday(date(2026, 5, 1))
        assert name is not None
        assert (name.zh, name.en) == ("劳动节", "Labor Day")
    assert CHINA.holiday(date(2026, 5, 16)) is None
    assert PLAIN.holiday(date(2026, 5, 1)) is None


def test_a_country_without_names_in_a_language_uses_one_it_has() -> None:
    name = calendar(country="DE").holiday(date(2026, 10, 3))
    assert name is not None
    assert name.zh == name.en == "German Unity Day"


def test_an_unknown_country_has_no_holidays_and_says_so() -> None:
    nowhere = calendar(country="Atlantis")
    assert not nowhere.country_is_known
    assert nowhere.is_workday(date(2026, 5, 1))
    assert nowhere.unpublished(date(2026, 1, 1), date(2030, 1, 1)) == ()
    assert PLAIN.country_is_known
    assert CHINA.country_is_known


def test_the_years_without_published_make_up_days_follow_the_last_published_one() -> None:
    years = CHINA.unpublished(date(2024, 1, 1), date(2035, 12, 31))
    assert years
    assert min(years) > 2026
    assert years == tuple(range(years[0], 2036))
    assert CHINA.unpublished(date(2018, 1, 1), date(2026, 12, 31)) == ()
    assert calendar(country="DE").unpublished(date(2024, 1, 1), date(2035, 12, 31)) == ()
    assert PLAIN.unpublished(date(2024, 1, 1), date(2035, 12, 31)) == ()


@given(CALENDARS, DAYS, DAYS)
def test_counting_agrees_with_looking_at_every_day(own: Calendar, first: date, last: date) -> None:
    last = min(last, first + timedelta(days=800))
    days = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
    assert own.count(first, last) == sum(map(own.is_workday, days))


@given(CALENDARS, DAYS, DAYS, DAYS)
def test_counts_of_adjoining_stretches_add_up(own: Calendar, a: date, b: date, c: date) -> None:
    a, b, c = sorted((a, b, c))
    assert own.count(a, b) + own.count(b, c) - own.is_workday(b) == own.count(a, c)
    assert own.between(a, b) + own.between(b, c) == own.between(a, c)
    assert own.between(a, b) == -own.between(b, a)


@given(CALENDARS, DAYS, st.integers(1, 600))
def test_the_nth_working_day_is_a_working_day_and_the_nth(own: Calendar, start: date, number: int) -> None:
    day = own.nth(start, number)
    assert day >= start
    assert own.is_workday(day)
    assert own.count(start, day) == number


@given(CALENDARS, DAYS, st.integers(-600, 600))
def test_adding_lands_that_many_working_days_away(own: Calendar, day: date, number: int) -> None:
    there = own.add(day, number)
    if number > 0:
        assert own.between(day, there) == number
    elif number < 0:
        assert own.count(there, day - timedelta(days=1)) == -number
    else:
        assert there == day


@given(CALENDARS, DAYS)
def test_next_and_previous_are_the_nearest_working_days(own: Calendar, day: date) -> None:
    later, earlier = own.next(day), own.previous(day)
    assert earlier <= day <= later
    assert own.is_workday(earlier)
    assert own.is_workday(later)
    assert own.count(earlier, later) == (1 if own.is_workday(day) else 2)


def test_a_calendar_without_working_days_answers_at_once() -> None:
    none = Calendar(written.Calendar().model_copy(update={"workdays": ()}))
    day = date(2026, 3, 2)
    assert none.count(day, date(2027, 3, 2)) == 0
    assert none.next(day) == none.previous(day) == none.add(day, 5) == none.add(day, -5) == day


def test_a_long_lag_reaches_decades_ahead() -> None:
    day = PLAIN.add(date(2026, 3, 2), 9999)
    assert PLAIN.between(date(2026, 3, 2), day) == 9999


@settings(max_examples=20)
@given(CALENDARS)
def test_the_first_and_the_last_day_there_is_break_nothing(own: Calendar) -> None:
    assert own.add(date.max, 1) == date.max
    assert own.add(date.min, -1) == date.min
    assert own.next(date.max) == date.max
    assert own.between(date.max, date.min) == -own.between(date.min, date.max)
    assert own.holiday(date.max) is None


def test_counting_over_ten_thousand_years_takes_the_work_of_two_hundred() -> None:
    own = calendar(country="CN")
    own.count(date.min, date.max)
    _, usual = work(lambda: own.count(date(1900, 1, 1), date(2100, 1, 1)))
    _, endless = work(lambda: own.count(date.min, date.max))
    assert endless <= usual * 1.1
