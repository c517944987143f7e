"""The statutory holidays and make-up days of one country."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from collabkit.lang import Lang

if TYPE_CHECKING:
    from holidays import HolidayBase

_CHINESE_NAMES = {
    "中国": "CN", "中国大陆": "CN", "中华人民共和国": "CN", "香港": "HK", "中国香港": "HK", "澳门": "MO",
    "中国澳门": "MO", "台湾": "TW", "中国台湾": "TW", "新加坡": "SG", "马来西亚": "MY", "日本": "JP", "韩国": "KR",
    "美国": "US", "英国": "GB", "德国": "DE", "法国": "FR",
}  # fmt: skip
_LANGUAGES = {Lang.ZH: "zh_CN", Lang.EN: "en_US"}


def holidays_of(country: str, lang: Lang) -> HolidayBase | None:
    """Return the holidays of the country with this code (`CN`, `CHN`); None when nobody knows them.

    Their names are in `lang`, else in English, else in the country's language.
    """
    known = _country(country.upper())
    if known is None:
        return None
    # Without a language the library takes the one of the environment.
    wanted = (_LANGUAGES[lang], _LANGUAGES[Lang.EN], known.default_language)
    return known(language=next((name for name in wanted if name in known.supported_languages), None))


def country_code(name: str) -> str | None:
    """Return the code of the country called `name`, as in `中国` or `United Kingdom`; None when nobody is."""
    from holidays.registry import COUNTRIES

    entry = COUNTRIES.get(re.sub(r"[\s-]+", "_", name.strip().casefold()))
    return entry[1] if entry else _CHINESE_NAMES.get(name.strip())


@cache
def _country(code: str) -> type[HolidayBase] | None:
    """Return the library's class of a country, loaded from its own file.

    The package `holidays.countries` imports more than 200 countries when it is imported, eight times the work of all
    the rest of the library; so its folder is only looked into.
    """
    import holidays
    from holidays.registry import COUNTRIES

    module, name = next(((module, names[0]) for module, names in COUNTRIES.items() if code in names[1:3]), ("", ""))
    if not module:
        return None
    from importlib.machinery import PathFinder
    from importlib.util import module_from_spec

    spec = PathFinder.find_spec(f"holidays.countries.{module}", [f"{folder}/countries" for folder in holidays.__path__])
    if spec is None or spec.loader is None:
        return None
    loaded = module_from_spec(spec)
    spec.loader.exec_module(loaded)
    found: type[HolidayBase] = getattr(loaded, name)
    return found
