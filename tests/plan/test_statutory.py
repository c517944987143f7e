"""The holidays of one country, loaded without those of all the others."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import holidays
import pytest
from holidays.registry import COUNTRIES

from collabkit.lang import Lang
from collabkit.plan.statutory import country_code, holidays_of

CODES = sorted(names[1] for names in COUNTRIES.values())


@pytest.mark.parametrize("code", CODES)
def test_every_country_has_the_holidays_that_the_library_says(code: str) -> None:
    ours, theirs = holidays_of(code, Lang.EN), holidays.country_holidays(code)
    assert ours is not None
    assert date(2026, 1, 1) in ours or date(2026, 1, 1) not in theirs
    # The names of the library are in its own choice of language.
    assert sorted(day for day in ours if day.year == 2026) == sorted(
        day for day in holidays.country_holidays(code, years=2026) if day.year == 2026
    )


def test_of_all_countries_only_the_one_asked_for_is_loaded() -> None:
    program = (
        "import sys\n"
        "from datetime import date\n"
        "from collabkit.lang import Lang\n"
        "from collabkit.plan.statutory import holidays_of\n"
        "assert holidays_of('CN', Lang.ZH)[date(2026, 2, 17)] == '春节'\n"
        "print([name for name in sys.modules if name.startswith('holidays.countries')])\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


def test_a_code_is_read_in_any_case_and_with_three_letters() -> None:
    assert holidays_of("chn", Lang.EN) == holidays_of("CN", Lang.EN)
    assert holidays_of("ZZ", Lang.EN) is None and holidays_of("CHINA", Lang.EN) is None


def test_names_of_countries_lead_to_codes() -> None:
    assert (country_code("中国"), country_code("United Kingdom"), country_code("nowhere")) == ("CN", "GB", None)
