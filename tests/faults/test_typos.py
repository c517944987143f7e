"""Keys and ids with one wrong character: one finding, whose first suggestion is right."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from collabkit.lang import Lang
from collabkit.problem import FilePath
from collabkit.references import known, references
from collabkit.source.shape import known_keys, shape_at
from collabkit.source.source import Source
from collabkit.source.validate import validate
from tests.faults.test_other_words import fields
from tests.faults.test_single_faults import TODAY, sound
from tests.rules.found import found_in

SAMPLE = 150
OTHERS = "的一是在不了有和人这中大为上个国我以要他时来用们"


def places(lang: Lang) -> Iterator[tuple[int, str, frozenset[str]]]:
    """Yield offset and text of keys and ids in the sound file, with what else may stand there."""
    source = Source.from_text(sound(lang))
    for _, path in fields(lang):
        above = shape_at(FilePath(*path[:-1]))
        assert above is not None and above.model is not None
        yield source.at(FilePath(*path), "key")[0], str(path[-1]), frozenset(known_keys(above.model))
    project = validate(source).project
    assert project is not None
    entries = known(project)
    for use in references(project):
        yield (
            source.at(FilePath(*use.path), use.on)[0],
            use.id,
            frozenset().union(*(entries[name] for name in use.ref.sections)),
        )


def typo(word: str, chance: random.Random) -> str:
    """Return `word` with one character left out, put in, replaced, or swapped with the next one."""
    index = chance.randrange(len(word))
    latin = "0123456789" if word[index].isdigit() else "abcdefghijklmnopqrstuvwxyz"
    letters = latin if word.isascii() else OTHERS
    letter = chance.choice(letters)
    swapped = word[index + 1 : index + 2] + word[index] + word[index + 2 :]
    rest = chance.choice([word[index + 1 :], letter + word[index:], swapped, letter + word[index + 1 :]])
    return word[:index] + rest


@pytest.mark.parametrize("lang", Lang)
def test_one_wrong_character_is_one_finding_with_the_right_suggestion_first(lang: Lang) -> None:
    chance, text, right, total = random.Random(20260320), sound(lang), 0, 0
    found = list(places(lang))
    while total < SAMPLE:
        start, word, others = chance.choice(found)
        wrong = typo(word, chance)
        if not wrong or wrong in others:
            continue
        findings = found_in(Source.from_text(text[:start] + wrong + text[start + len(word) :]), today=TODAY)
        assert len(findings) == 1, (word, wrong)
        label = findings[0].problem.label
        right += label is not None and f"'{word}'" in label.en
        total += 1
    assert right >= 0.95 * total, f"{right} of {total}"
