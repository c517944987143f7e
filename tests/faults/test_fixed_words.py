"""Every fixed word called by another one: the right one is proposed, in both languages."""

from __future__ import annotations

from enum import StrEnum

import pytest

from collabkit.labels import LABELS
from collabkit.lang import Lang, Text
from collabkit.model import Project, words
from collabkit.model.fields import Value, fields_of, models_under
from collabkit.model.other_words import OTHER_WORDS
from collabkit.source import suggestions
from collabkit.source.source import Source
from tests.faults.test_single_faults import TODAY, sound
from tests.rules.found import found_in, names

KINDS = tuple(each for each in vars(words).values() if isinstance(each, type) and issubclass(each, StrEnum))
KINDS = (Lang, *(each for each in KINDS if each is not StrEnum))


def others(text: Text) -> tuple[str, ...]:
    """Return the other words of both languages."""
    return (*text.zh.split("、"), *text.en.split(", "))


def test_every_enumeration_of_the_format_has_other_words_in_both_languages() -> None:
    used = {field.one.type for model in models_under(Project) for field in fields_of(model).values() if field.one.words}
    assert used <= set(OTHER_WORDS) == set(KINDS)
    for kind, table in OTHER_WORDS.items():
        assert set(table) == {str(member.value) for member in kind}
        for text in table.values():
            assert all(text.to(lang).strip() for lang in Lang)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_no_other_word_means_two_words_of_one_enumeration(kind: type[StrEnum]) -> None:
    known = {word.casefold(): str(member.value) for member in kind for word in _printed(member)}
    for name, text in OTHER_WORDS[kind].items():
        for word in others(text):
            assert known.setdefault(word.casefold(), name) == name, word


def _printed(member: StrEnum) -> tuple[str, ...]:
    label = LABELS.get(type(member), {}).get(str(member.value))
    return (str(member.value), label.zh, label.en) if label else (str(member.value),)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_other_word_proposes_the_word_it_means(kind: type[StrEnum]) -> None:
    for name, text in OTHER_WORDS[kind].items():
        for word in others(text):
            for written in (word, word.upper(), f" {word} ", f"✓ {word}", word.replace(" ", "_")):
                assert suggestions.word(Value(kind), written) == name, written


@pytest.mark.parametrize(
    ("lang", "word", "right"),
    [
        (Lang.EN, "WIP", "doing"),
        (Lang.EN, "in progress", "doing"),
        (Lang.EN, "In Progress", "doing"),
        (Lang.EN, "completed", "done"),
        (Lang.EN, "not started", "todo"),
        (Lang.ZH, "未启动", "todo"),
        (Lang.ZH, "进行中", "doing"),
        (Lang.ZH, "完成", "done"),
        (Lang.ZH, "已完成", "done"),
        (Lang.ZH, "已取消", "cancelled"),
    ],
)
def test_a_status_called_by_another_word_is_one_finding_that_proposes_the_right_one(
    lang: Lang, word: str, right: str
) -> None:
    text = sound(lang)
    assert text.count("status: doing\n    progress") == 1
    file = Source.from_text(text.replace("status: doing\n    progress", f"status: {word}\n    progress"))
    (finding,) = found_in(file, today=TODAY)
    assert names([finding]) == ["wrong-type"]
    assert finding.problem.label is not None
    assert finding.problem.label.en == f"did you mean '{right}'?"
