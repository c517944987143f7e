"""Every word of the project file has a label in both languages."""

from enum import StrEnum

import pytest

from collabkit.labels import LABELS, label
from collabkit.lang import Lang
from collabkit.model import words
from collabkit.model.words import Grade, IssueStatus, Light, Weekday

ENUMS = [
    member
    for member in vars(words).values()
    if isinstance(member, type) and issubclass(member, StrEnum) and member is not StrEnum
]


@pytest.mark.parametrize("enum", ENUMS, ids=lambda enum: enum.__name__)
def test_every_word_has_a_label_in_both_languages_and_no_label_lacks_its_word(enum: type[StrEnum]) -> None:
    assert set(LABELS[enum]) == {member.value for member in enum}
    for lang in Lang:
        labels = [label(member, lang) for member in enum]
        assert all(text.strip() for text in labels)
        assert len(set(labels)) == len(labels), "two words of one kind must not read the same"


def test_no_label_is_left_over() -> None:
    assert set(LABELS) == set(ENUMS)


def test_words_spelled_alike_keep_their_own_labels() -> None:
    assert label(IssueStatus.OPEN, Lang.ZH) == "待处理"
    assert label(words.Commitment.OPEN, Lang.ZH) == "未承诺"
    assert label(Grade.KEY, Lang.EN) == "Key"
    assert label(Light.AMBER, Lang.ZH) == "黄"
    assert label(Weekday.FRI, Lang.ZH) == "周五"
