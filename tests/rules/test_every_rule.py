"""What every rule must satisfy, over the registry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

import pytest

import collabkit.rules
from collabkit.finding import Finding, Rule
from collabkit.json_schema import json_schema
from collabkit.lang import Lang, Text
from collabkit.model import Stage
from collabkit.rules import RULES, find
from collabkit.rules.example import CLOSING, MINIMAL, PROJECT, day
from collabkit.rules.overlay import overlay, source
from tests.rules.found import found_in, names

FOLDER = Path(collabkit.rules.__file__).parent
FAMILIES = {
    "file": ("00", "01"), "text": "05", "reference": "1", "people": "2", "scope": "3", "goal": "4", "schedule": "5",
    "closing": "6", "risk": "7", "issue": "8", "communication": "9",
}  # fmt: skip
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
PYTHON = re.compile(r"\b(NoneType|None|dict|tuple|str|int|float|bool|True|False|Traceback)\b")
QUOTED = re.compile(r"「.*?」|\{.*?\}|'.*?'|\".*?\"")


WORD = re.compile(r"[A-Za-z]{2,}")
NEUTRAL = re.compile(r"\b[A-Z]{1,2}\d+\b|\b[SF][SF]\b|\bApp\b|[\w-]+\.yaml|<.*?>|![a-z]+|\b[a-z_]+(?=:)")
"""What reads the same in both languages: ids, kinds of dependencies, the app, file names, mark-up, tags and keys."""


def found(rule: Rule, which: Literal["bad", "good"], lang: Lang, *, stage: Stage | None = None) -> list[Finding]:
    """Return the findings of the minimal project of `lang` with an example laid over it, on the day of its rule."""
    return found_in(source(rule.example(which, lang), lang, rule.stage), stage=stage, today=day(rule.stage))


every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
in_both = pytest.mark.parametrize("lang", Lang, ids=lambda lang: lang.value)


@every_rule
@in_both
def test_the_bad_example_breaks_exactly_this_rule(rule: Rule, lang: Lang) -> None:
    assert names(found(rule, "bad", lang, stage=rule.stage)) == [rule.name]


@every_rule
@in_both
def test_the_bad_example_breaks_no_other_rule_of_any_stage(rule: Rule, lang: Lang) -> None:
    assert names(found(rule, "bad", lang)) == [rule.name]


@every_rule
@in_both
def test_the_good_example_breaks_no_rule(rule: Rule, lang: Lang) -> None:
    assert names(found(rule, "good", lang)) == []


@every_rule
@in_both
def test_a_rule_is_silent_before_its_stage(rule: Rule, lang: Lang) -> None:
    earlier = [stage for stage in Stage if not stage.reaches(rule.stage)]
    assert all(names(found(rule, "bad", lang, stage=stage)) == [] for stage in earlier)


@every_rule
@in_both
def test_the_bad_example_is_told_in_plain_words(rule: Rule, lang: Lang) -> None:
    for finding in found(rule, "bad", lang):
        assert len(finding.problem.message.to(lang)) <= 100
        assert finding.help.to(lang)
        assert "\n" not in finding.problem.message.to(lang)
        for text in _texts(finding):
            told = text.to(lang)
            assert told == told.strip() and not told.endswith((".", "。")), told
            assert bool(CHINESE.search(told)) is (lang is Lang.ZH), told
            assert not PYTHON.search(QUOTED.sub("", text.en)), text.en
            assert not re.search(r"[\u4e00-\u9fff」][,;:!?]", QUOTED.sub("", text.zh)), text.zh


@every_rule
def test_an_example_is_told_alike_in_both_languages(rule: Rule) -> None:
    for which in ("bad", "good"):
        halves = [rule.example(which, lang).splitlines() for lang in Lang]
        shapes = [[(len(line) - len(line.lstrip()), line.strip()[:1] == "-") for line in half] for half in halves]
        assert shapes[0] == shapes[1], f"the {which} examples of {rule.name} differ by more than their words"


@every_rule
def test_an_example_is_written_in_the_language_it_is_shown_in(rule: Rule) -> None:
    """A fragment with names or prose is a Text(zh, en); only one of ids, days and numbers is a plain string."""
    for which in ("bad", "good"):
        assert not CHINESE.search(rule.example(which, Lang.EN))
        chinese = NEUTRAL.sub("", rule.example(which, Lang.ZH))
        foreign = set(WORD.findall(chinese)) - _words_of_the_format()
        assert not foreign, f"the Chinese {which} example of {rule.name} says {', '.join(sorted(foreign))}"


def test_the_minimal_project_is_written_in_the_language_it_is_shown_in() -> None:
    for text in (MINIMAL, CLOSING):
        assert not CHINESE.search(text.en.replace("≤", "").replace("≥", ""))
        assert not set(WORD.findall(NEUTRAL.sub("", text.zh))) - _words_of_the_format() - {"CN", "zh", "true"}
        assert [len(line) - len(line.lstrip()) for line in text.zh.splitlines()] == [
            len(line) - len(line.lstrip()) for line in text.en.splitlines()
        ]


@every_rule
def test_a_rule_explains_itself_in_both_languages(rule: Rule) -> None:
    for text in (rule.title, rule.why, rule.help):
        assert CHINESE.search(text.zh)
        assert text.en and not CHINESE.search(text.en)
    assert rule.why.zh.endswith("。") and rule.why.en.endswith(".")
    assert not rule.title.en.endswith(".") and not rule.title.zh.endswith("。")


@every_rule
@in_both
def test_examples_are_small_and_differ(rule: Rule, lang: Lang) -> None:
    bad, good = rule.example("bad", lang), rule.example("good", lang)
    assert bad != good
    for fragment in (bad, good):
        assert fragment.endswith("\n") and fragment == fragment.lstrip()
        assert len(fragment.splitlines()) <= 30
        assert all(len(line) <= 120 for line in fragment.splitlines())


@every_rule
@in_both
def test_a_finding_points_into_the_example(rule: Rule, lang: Lang) -> None:
    text = overlay(rule.example("bad", lang), lang, rule.stage).splitlines()
    for finding in found(rule, "bad", lang):
        for span in (finding.span, *finding.places):
            assert 1 <= span.line <= span.end_line <= len(text) + 1
            assert 1 <= span.column <= len(text[span.line - 1]) + 1
        assert len(finding.places) == len(finding.problem.places)


@every_rule
def test_a_rule_is_found_by_code_and_by_name_whatever_the_case(rule: Rule) -> None:
    assert find(rule.code) is find(rule.code.lower()) is find(rule.name) is find(rule.name.upper()) is rule


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(re.fullmatch(r"CK\d{3}", code) for code in codes)
    assert all(re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", rule.name) for rule in RULES)


def test_folders_and_registry_agree() -> None:
    files = {
        (path.parent.name, path.stem.replace("_", "-")) for path in FOLDER.glob("*/*.py") if path.stem != "__init__"
    }
    listed = {
        (family, rule.name) for rule in RULES for family, digits in FAMILIES.items() if rule.code[2:].startswith(digits)
    }
    assert files == listed


def test_an_unknown_rule_is_not_found() -> None:
    assert find("CK000") is None
    assert find("") is None


@pytest.mark.parametrize("stage", Stage)
@in_both
def test_the_minimal_project_is_clean_at_every_stage(stage: Stage, lang: Lang) -> None:
    assert names(found_in(source("", lang, stage), stage=stage, today=day(stage))) == []
    assert names(found_in(source("", lang, stage), today=day(stage))) == []
    assert overlay("", lang) == MINIMAL.to(lang)
    assert MINIMAL.en == PROJECT


@cache
def _words_of_the_format() -> frozenset[str]:
    """Return the words of all keys and enumerations of the project file."""
    return frozenset(WORD.findall(" ".join(_strings(json_schema(Lang.EN)))))


def _strings(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        yield from (str(word) for word in (*schema.get("enum", ()), schema.get("const", "")))
        for part in schema.values():
            yield from _strings(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _strings(part)


def _texts(finding: Finding) -> list[Text]:
    problem = finding.problem
    return [text for text in (problem.message, problem.label, problem.help) if text] + [
        place.label for place in problem.places
    ]
