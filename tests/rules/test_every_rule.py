"""What every rule must satisfy, over the registry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import collabkit.rules
from collabkit.finding import Finding, Rule
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.rules import RULES, find
from collabkit.rules.example import PROJECT, overlay, source
from tests.rules.found import found_in, names

FOLDER = Path(collabkit.rules.__file__).parent
FAMILIES = {
    "file": "0", "reference": "1", "people": "2", "scope": "3", "goal": "4", "schedule": "5", "resource": "6",
    "risk": "7", "issue": "8", "communication": "9",
}  # fmt: skip
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
PYTHON = re.compile(r"\b(NoneType|None|dict|tuple|str|int|float|bool|True|False|Traceback)\b")
QUOTED = re.compile(r"「.*?」|'.*?'|\".*?\"")


def found(fragment: str = "", *, stage: Stage | None = None) -> list[Finding]:
    """Return the findings of the minimal project with an example laid over it."""
    return found_in(source(fragment), stage=stage)


every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@every_rule
def test_the_bad_example_breaks_exactly_this_rule(rule: Rule) -> None:
    assert names(found(rule.bad, stage=rule.stage)) == [rule.name]


@every_rule
def test_the_bad_example_breaks_no_other_rule_of_any_stage(rule: Rule) -> None:
    assert names(found(rule.bad)) == [rule.name]


@every_rule
def test_the_good_example_breaks_no_rule(rule: Rule) -> None:
    assert names(found(rule.good)) == []


@every_rule
def test_a_rule_is_silent_before_its_stage(rule: Rule) -> None:
    earlier = [stage for stage in Stage if not stage.reaches(rule.stage)]
    assert all(names(found(rule.bad, stage=stage)) == [] for stage in earlier)


@every_rule
def test_the_bad_example_is_told_in_plain_words_in_both_languages(rule: Rule) -> None:
    for finding in found(rule.bad):
        texts = _texts(finding)
        assert all(len(text) <= 100 for text in (finding.problem.message.zh, finding.problem.message.en))
        assert finding.help.zh and finding.help.en
        for text in texts:
            assert not PYTHON.search(QUOTED.sub("", text.en)), text.en
            assert CHINESE.search(text.zh), text.zh
            assert not CHINESE.search(text.en), text.en
            assert not re.search(r"[\u4e00-\u9fff」][,;:!?]", QUOTED.sub("", text.zh)), text.zh
            assert text.en == text.en.strip() and not text.en.endswith("."), text.en
            assert text.zh == text.zh.strip() and not text.zh.endswith("。"), text.zh
        assert "\n" not in finding.problem.message.zh + finding.problem.message.en


@every_rule
def test_a_rule_explains_itself_in_both_languages(rule: Rule) -> None:
    for text in (rule.title, rule.why, rule.help):
        assert CHINESE.search(text.zh)
        assert text.en and not CHINESE.search(text.en)
    assert rule.why.zh.endswith("。") and rule.why.en.endswith(".")
    assert not rule.title.en.endswith(".") and not rule.title.zh.endswith("。")


@every_rule
def test_examples_are_small_and_differ(rule: Rule) -> None:
    assert rule.bad != rule.good
    for fragment in (rule.bad, rule.good):
        assert fragment.endswith("\n") and fragment == fragment.lstrip()
        assert len(fragment.splitlines()) <= 30
        assert all(len(line) <= 120 for line in fragment.splitlines())


@every_rule
def test_a_finding_points_into_the_example(rule: Rule) -> None:
    text = overlay(rule.bad).splitlines()
    for finding in found(rule.bad):
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
    listed = {(family, rule.name) for rule in RULES for family, digit in FAMILIES.items() if rule.code[2] == digit}
    assert files == listed


def test_an_unknown_rule_is_not_found() -> None:
    assert find("CK000") is None
    assert find("") is None


@pytest.mark.parametrize("stage", Stage)
def test_the_minimal_project_is_clean_at_every_stage(stage: Stage) -> None:
    assert names(found(stage=stage)) == []
    assert overlay("") == PROJECT


def _texts(finding: Finding) -> list[Text]:
    problem = finding.problem
    return [text for text in (problem.message, problem.label, problem.help) if text] + [
        place.label for place in problem.places
    ]
