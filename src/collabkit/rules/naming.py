"""Which department or person a name means that is written otherwise than it is declared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from collabkit.nearest import fold

_UNIT_ZH = r"(?:事业部|项目部|部门|部|中心|处|科|室|组|团队|小组|办公室)$"
_UNIT_EN = r"(?i)\b(?:the|departments?|dept|division|team|unit|group|office)\b\.?"
_SMALL = frozenset(("and", "of", "the", "for", "&"))
_SHORT = {
    "it": "信息", "hr": "人力", "rd": "研发", "pr": "公关", "qa": "质量", "ops": "运营",
    "finance": "财务", "legal": "法务", "marketing": "市场", "sales": "销售", "operations": "运营",
    "purchasing": "采购", "procurement": "采购", "production": "生产", "quality": "质量", "service": "客服",
}  # fmt: skip
_TITLE = r"(?:总经理|副总经理|副总|总监|总|经理|部长|主任|主管|组长|工程师|专员|助理|老师|博士|先生|女士|工)+"
_HONORIFIC = r"(?i)^(?:mr|mrs|ms|dr|prof)\b\.?\s*"
_SEPARATOR = r"[\s()（）\[\]【】|:：@·\-—–]"
_ROLE = rf"[/,，]\s*(?:{_TITLE}|[A-Z]{{2,4}})$"
_JOINING = frozenset("/,，;；&+、和与及")
_LONGEST = 80
_LATIN_WORD = r"[^\W\d_\u4e00-\u9fff]+"
_CHINESE = "[\u4e00-\u9fff]"

_Test = Callable[[str, str], bool]


def department_meant(name: str, ids: Iterable[str]) -> str | None:
    """Return the one of `ids` that `name` most likely means: 门店部 for 门店运营部, Information Technology for IT."""
    return _only(name, list(ids), (_same_core, _one_in_other, _initials, _shortened, _translated))


def person_meant(name: str, ids: Iterable[str]) -> str | None:
    """Return the one of `ids` that `name` most likely means: 韩梅 for 韩梅（工程师）, Wang Fang for W. Fang."""
    return _only(name, list(ids), (_with_addition, _same_words, _some_words, _surname_with_title))


def _only(name: str, ids: list[str], tests: Iterable[_Test]) -> str | None:
    """Return the id that alone passes the first test that any passes."""
    for test in tests if len(name) <= _LONGEST else ():
        found = [other for other in ids if test(name, other)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


@lru_cache(maxsize=4096)
def _core(name: str) -> str:
    """Return a department's name without the word for department."""
    plain = re.sub(_UNIT_EN, "", name).strip(" .") if name.isascii() else re.sub(_UNIT_ZH, "", fold(name))
    return fold(plain) or fold(name)


def _least(core: str) -> int:
    return 3 if core.isascii() else 2


def _same_core(name: str, other: str) -> bool:
    return _core(name) == _core(other)


def _one_in_other(name: str, other: str) -> bool:
    short, long = sorted((_core(name), _core(other)), key=len)
    if short.isascii():
        fewer, more = sorted((set(_words(name)), set(_words(other))), key=len)
        return len(short) >= _least(short) and bool(fewer) and fewer <= more
    return len(short) >= _least(short) and short in long


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    plain = re.sub(_UNIT_EN, " ", name.casefold())
    return tuple(word for word in re.findall(_LATIN_WORD, plain) if word not in _SMALL)


def _initials(name: str, other: str) -> bool:
    short = re.sub(r"[^a-z]", "", _core(name))
    words = _words(other)
    return len(short) == len(words) > 1 and short == "".join(word[0] for word in words)


def _shortened(name: str, other: str) -> bool:
    """研发 for 研究开发, Mktg for Marketing, Ops for Operations."""
    short, long = _core(name), _core(other)
    return _least(short) <= len(short) < len(long) and short[0] == long[0] and _is_subsequence(short, long)


def _is_subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short)


def _translated(name: str, other: str) -> bool:
    chinese = _SHORT.get(re.sub(r"[^a-z]", "", _core(name)))
    return chinese is not None and chinese in other


def _with_addition(name: str, other: str) -> bool:
    """The whole name with something before or behind it that is set apart, or is a title."""
    plain = re.sub(_HONORIFIC, "", name.strip())
    if len(other) < 2 or other not in plain:
        return False
    before, _, behind = plain.partition(other)
    ahead = not before or bool(re.match(_SEPARATOR, before[-1])) or before.endswith(("部", "中心", "组"))
    return ahead and before.rstrip()[-1:] not in _JOINING and _is_addition(behind)


def _is_addition(text: str) -> bool:
    """Return whether what follows a name is no second name."""
    rest = text.strip()
    if rest[:1] in _JOINING:
        return bool(re.match(_ROLE, rest))
    return not rest or bool(re.match(_SEPARATOR, text) or re.match(_TITLE + "$", rest))


def _same_words(name: str, other: str) -> bool:
    """Berg, Anna for Anna Berg; anna.berg@example.com."""
    return len(_parts(other)) > 1 and sorted(_parts(name)) == sorted(_parts(other))


def _some_words(name: str, other: str) -> bool:
    """Anna, or A. Berg, for Anna Berg."""
    some, whole = list(_parts(name)), list(_parts(other))
    if not some or len(whole) < 2 or not any(len(part) > 1 for part in some):
        return False
    return all(any(part == word or (len(part) == 1 and word[0] == part) for word in whole) for part in some)


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, ...]:
    plain = re.sub(_HONORIFIC, "", name.split("@")[0] if "@" in name[1:] else name)
    plain = re.sub(r"[(（].*", "", plain)
    return tuple(word.casefold() for word in re.findall(_LATIN_WORD, plain))


def _surname_with_title(name: str, other: str) -> bool:
    """王经理 or 小王 for 王芳."""
    surnames = {name[:1]} if re.match(_TITLE + "$", name[1:]) else {name[1:]} if name[:1] in tuple("小老") else set()
    return bool(re.match(_CHINESE, other)) and other[:1] in surnames
