"""`collabkit explain` and `collabkit rules`: every rule, both languages, with the real output of its bad example."""

from __future__ import annotations

import json

import pytest

from collabkit.cli.explain import example, page
from collabkit.finding import Rule
from collabkit.lang import Lang
from collabkit.rules import RULES
from collabkit.terminal.display_width import width
from collabkit.terminal.output_style import OutputStyle
from tests.cli.conftest import Call


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_page_has_all_parts_within_80_cells(rule: Rule) -> None:
    for lang, says in ((Lang.EN, "What check says"), (Lang.ZH, "check 对错误写法的输出")):
        lines = list(page(rule, OutputStyle(lang)))
        assert max(map(width, lines)) <= 80
        text = "\n".join(lines)
        assert says in text
        assert f"[{rule.code}] {rule.name}" in text
        assert all(line.strip()[:40] in text for line in rule.example("good", lang).splitlines())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize("lang", Lang)
def test_the_bad_example_gives_the_rule_and_the_good_one_nothing(rule: Rule, lang: Lang) -> None:
    assert {finding.rule for finding in example(rule, "bad", lang).findings} == {rule}
    assert example(rule, "good", lang).findings == ()


def test_the_page_of_a_rule_and_its_json_show_the_example_of_the_language(collabkit: Call) -> None:
    for lang, shown, other in (("zh-CN", "修复海外版的崩溃", "Mend"), ("en", "Mend the crashes", "崩溃")):
        page = collabkit("explain", "CK306", "--language", lang).out
        data = json.loads(collabkit("explain", "CK306", "--language", lang, "--format", "json").out)["rules"][0]
        assert shown in page and other not in page
        assert shown in data["bad"] and other not in data["good"]


def test_code_and_name_count_in_any_case(collabkit: Call) -> None:
    wanted = collabkit("explain", "CK101")
    assert wanted.code == 0
    assert wanted.out.startswith("CK101 unknown-person  ")
    for spelt in ("ck101", "unknown-person", "Unknown-Person"):
        assert collabkit("explain", spelt).out == wanted.out


def test_all_rules_are_explained_as_json(collabkit: Call) -> None:
    done = collabkit("explain", "--all", "--format", "json")
    rules = json.loads(done.out)["rules"]
    assert [rule["code"] for rule in rules] == [rule.code for rule in RULES]
    assert all(rule["why"] and rule["help"] and rule["bad"] and rule["good"] for rule in rules)


def test_json_names_every_severity_of_a_rule_the_worst_first(collabkit: Call) -> None:
    rules = json.loads(collabkit("rules", "--format", "json").out)["rules"]
    found = {rule["rule"]: (rule["severity"], rule["severities"]) for rule in rules}
    assert found["placeholder-left"] == ("warning", ["error", "warning"])
    assert found["sample-text-left"][1] == ["error", "warning", "info"]
    assert found["no-goal"] == ("error", ["error"])


def test_the_table_of_rules_can_be_narrowed(collabkit: Call) -> None:
    table = collabkit("rules")
    assert all(rule.name in table.out for rule in RULES)
    assert "\nCK1" not in collabkit("rules", "--family", "people").out
    early = json.loads(collabkit("rules", "--stage", "initiating", "--format", "json").out)["rules"]
    assert {rule["stage"] for rule in early} == {"initiating"}
    markdown = collabkit("rules", "--format", "markdown").out.splitlines()
    assert markdown[1].startswith("| --- |")
    assert len(markdown) == len(RULES) + 2
