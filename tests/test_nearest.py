"""Did you mean: near enough to help, never so far that it misleads."""

from __future__ import annotations

import pytest

from collabkit.nearest import fold, nearest


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [
        ("owenr", ["owner", "team"], "owner"),
        ("OWNER", ["owner"], "owner"),
        ("actual-end", ["actual_end"], "actual_end"),
        ("ｏｗｎｅｒ", ["owner"], "owner"),
        ("李雷\u200b", ["韩梅", "李雷"], "李雷"),
        ("李 雷", ["韩梅", "李雷"], "李雷"),
        ("standrad", ["standard", "start"], "standard"),
        ("xyzzy", ["owner", "team"], None),
    ],
)
def test_the_nearest_known_name_is_meant(name: str, known: list[str], meant: str | None) -> None:
    assert nearest(name, known) == meant


@pytest.mark.parametrize("typo", ["王方", "王", "芳王", "王芳芳", "汪芳"])
def test_a_name_of_two_characters_is_near_with_one_of_them(typo: str) -> None:
    assert nearest(typo, ["王芳", "李雷"]) == "王芳"


def test_a_name_of_two_characters_is_not_near_with_none_of_them() -> None:
    assert nearest("周涛", ["王芳", "李雷"]) is None
    assert nearest("HR", ["IT", "QA"]) is None


@pytest.mark.parametrize("name", ["B", "AB", "BA"])
def test_a_name_of_one_character_is_never_guessed(name: str) -> None:
    # One edit away from it is every name of one or two characters.
    assert nearest(name, ["A", "C"]) is None
    assert nearest("a", ["A", "C"]) == "A"


def test_the_smallest_distance_wins_and_then_the_first() -> None:
    assert nearest("marketng", ["marking", "marketing"]) == "marketing"
    assert nearest("T3", ["T1", "T2"]) == "T1"


def test_what_nobody_sees_is_no_difference() -> None:
    assert fold("Ｔ\u200b-0_1 ") == "t01"


def test_of_two_as_near_the_one_that_begins_alike_is_meant() -> None:
    assert nearest("赵明", ["陈明", "赵敏"]) == "赵敏"
    assert nearest("sate", ["date", "state", "late"]) == "state"
