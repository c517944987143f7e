"""What people call the fields: one table, every word of it in its place."""

from __future__ import annotations

import pytest

from collabkit.model import Project
from collabkit.model.fields import models_under
from collabkit.model.synonyms import SYNONYMS, meaning, words_of
from collabkit.nearest import fold
from collabkit.source.shape import known_keys

MODELS = {model.__name__: model for model in models_under(Project)}


@pytest.mark.parametrize("entry", SYNONYMS)
def test_every_entry_is_about_a_field_that_exists(entry: str) -> None:
    model, _, key = entry.rpartition(".")
    owners = [MODELS[model]] if model else list(MODELS.values())
    assert any(key in known_keys(owner) for owner in owners)


@pytest.mark.parametrize("entry", SYNONYMS)
def test_every_entry_speaks_both_languages_and_repeats_no_word(entry: str) -> None:
    text = SYNONYMS[entry]
    chinese, english = text.zh.split("、"), text.en.split(", ")
    assert all(word and not word.isascii() for word in chinese)
    assert all(word and word.isascii() and word == word.lower().strip() for word in english)
    folded = [fold(word) for word in (*chinese, *english)]
    assert len(folded) == len(set(folded)), [word for word in folded if folded.count(word) > 1]


@pytest.mark.parametrize("name", MODELS)
def test_every_word_means_its_field_in_every_model_that_has_it(name: str) -> None:
    keys = known_keys(MODELS[name])
    for key in keys:
        for word in words_of(name, key):
            assert key in meaning(name, keys, word)


def test_nearly_every_field_of_what_people_write_first_has_other_names() -> None:
    written = ("Project", "About", "Department", "Person", "Goal", "Subgoal", "Milestone", "Task", "Risk", "Issue")
    fields = [(name, key) for name in written for key in known_keys(MODELS[name])]
    without = [f"{name}.{key}" for name, key in fields if not words_of(name, key)]
    assert len(without) <= 0.05 * len(fields), without


def test_the_likeliest_field_comes_first() -> None:
    assert meaning("Task", known_keys(MODELS["Task"]), "执行人") == ("team", "owner")
    assert meaning("Goal", known_keys(MODELS["Goal"]), "目标")[0] == "statement"
    assert meaning("Task", known_keys(MODELS["Task"]), "Due_Date") == ("end",)
