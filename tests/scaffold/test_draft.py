"""A drafted project: it passes its own checks, in both languages, from any day, under any name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from collabkit.errors import UsageError
from collabkit.lang import Lang
from collabkit.model import Project
from collabkit.plan import Plan
from collabkit.rules import RULES
from collabkit.scaffold import PROJECT, SCENARIOS, SCHEMA, draft, sample, title
from collabkit.scaffold.outline import sections
from collabkit.scaffold.scenario import load, shared
from collabkit.source.source import Source
from collabkit.source.validate import validate

START, TODAY = date(2026, 3, 2), date(2026, 2, 27)
every = pytest.mark.parametrize(("scenario", "lang"), [(name, lang) for name in SCENARIOS for lang in Lang])


def text_of(scenario: str = "product-launch", lang: Lang = Lang.EN, **options: Any) -> str:
    return draft(scenario, lang, **{"start": START, "today": TODAY, **options})[PROJECT]


def project_of(text: str) -> Project:
    read = validate(Source.from_text(text))
    assert [fault.problem.message.en for fault in read.faults] == []
    assert read.project is not None
    return read.project


def findings(text: str, today: date = TODAY) -> list[str]:
    """Return the names of the rules that a project at its own stage breaks."""
    project = project_of(text)
    plan = Plan(project, today)
    due = [rule for rule in RULES if rule.check and project.about.stage.reaches(rule.stage)]
    return [rule.name for rule in due if rule.check for _ in rule.check(plan)]


def with_examples(text: str) -> str:
    """Return the file with every example for later switched on."""
    head, body = text.split("\n\n", 1)
    return head + "\n\n" + re.sub(r"^#(?=[a-z_]+:|  )", "", body, flags=re.MULTILINE)


@every
def test_check_finds_nothing_in_a_new_project(scenario: str, lang: Lang) -> None:
    assert [name for name in findings(text_of(scenario, lang)) if name != "make-up-days-unpublished"] == []


@pytest.mark.parametrize("scenario", SCENARIOS)
@settings(max_examples=12)
@given(start=st.dates(date(2020, 1, 1), date(2030, 12, 31)), ahead=st.integers(0, 60))
def test_check_finds_no_error_or_warning_whatever_the_start(scenario: str, start: date, ahead: int) -> None:
    found = findings(text_of(scenario, Lang.ZH, start=start, today=start - timedelta(ahead)), start)
    severities = {rule.name: rule.severity.value for rule in RULES}
    assert [name for name in found if severities[name] != "info"] == []


@every
def test_the_examples_for_later_are_valid_too_once_switched_on(scenario: str, lang: Lang) -> None:
    project = project_of(with_examples(text_of(scenario, lang)))
    assert project.issues["I1"].resolution
    assert project.weeks and project.changes and project.closeout and project.signoffs.charter
    assert project.lessons and project.acceptances and project.handover_items and project.decisions


@every
def test_every_section_of_the_format_appears_in_the_model_s_order(scenario: str, lang: Lang) -> None:
    text = with_examples(text_of(scenario, lang))
    written = re.findall(r"^([a-z_]+):", text, flags=re.MULTILINE)
    optional = {"budget", "documents"}
    assert written == [name for name in sections() if name in written]
    assert set(sections()) - set(written) <= optional


def test_a_start_on_a_day_off_means_the_next_working_day() -> None:
    # 1 to 5 May 2026 are statutory holidays in China.
    assert project_of(text_of(start=date(2026, 5, 1))).about.start == date(2026, 5, 6)


def test_dates_skip_statutory_holidays_and_use_make_up_days() -> None:
    tasks = project_of(text_of()).tasks
    assert (tasks["T01"].start, tasks["T01"].end) == (date(2026, 3, 2), date(2026, 3, 13))
    # The 43rd working day: Qingming costs one, Labour Day is not reached yet.
    assert tasks["T07"].end == date(2026, 4, 30)


@every
def test_the_whole_content_of_the_scenario_is_there(scenario: str, lang: Lang) -> None:
    project, stored = project_of(text_of(scenario, lang)), load(scenario)
    assert len(project.tasks) == len(stored["tasks"])
    assert len(project.tasks) >= (14 if scenario != "blank" else 4)
    assert {key: len(task.after) for key, task in project.tasks.items()} == {
        key: len(task.get("after", ())) for key, task in stored["tasks"].items()
    }
    for section in ("departments", "people", "goals", "subgoals", "milestones", "risks"):
        assert len(getattr(project, section)) == len(stored[section])
    assert all(task.deliverable and task.standard and task.owner for task in project.tasks.values())
    assert all(need.reply for department in project.departments.values() for need in department.needs)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from (*_texts(key), *_texts(inner))
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("stored", [load(name) for name in SCENARIOS] + [shared()])
def test_every_chinese_text_has_an_english_half_and_no_english_half_is_chinese(stored: dict[str, Any]) -> None:
    for text in _texts(stored):
        halves = text.split(" | ")
        assert len(halves) <= 2, text
        assert not re.search("[\u3000-\u9fff\uff00-\uffef]", halves[-1]), text


@pytest.mark.parametrize("stored", [load(name) for name in SCENARIOS] + [shared()])
def test_chinese_halves_use_full_width_punctuation(stored: dict[str, Any]) -> None:
    for text in _texts(stored):
        if " | " in text:
            assert not re.search(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]", text.split(" | ")[0]), text


ODD_NAMES = [
    "NO", "null", "~", "1e3", "0x1F", "007", "12:30", "2026-03-02", "true", "R&D: phase 2", "a #b", "- x", "?",
    "it's \"quoted\"", "{a, b}", "[x]", "*all", "&a", "!tag", "%x", "@x", "`x`", "| y", "> z", "🚀 上市", "=1+1",
    "C:\\temp", "名" * 300, "<<", "...", "---", "a:", "\u200dx", "\u202eabc", "y", "on", ".5", "1_000",
]  # fmt: skip


@pytest.mark.parametrize("name", ODD_NAMES)
def test_any_name_reads_back_identical_by_us_and_by_plain_yaml(name: str) -> None:
    expected = " ".join("".join(char if char.isprintable() else " " for char in name).split())
    text = text_of("blank", name=name, manager=name)
    project = project_of(text)
    assert project.about.name == expected
    manager = project.about.manager
    assert (project.people[manager].name or manager) == expected
    assert yaml.safe_load(text)["project"]["name"] == expected


@settings(max_examples=60)
@given(
    name=st.text(min_size=1, max_size=80).filter(lambda text: any(char.isprintable() and char != " " for char in text))
)
def test_no_name_breaks_the_file(name: str) -> None:
    expected = " ".join("".join(char if char.isprintable() else " " for char in name).split())
    text = text_of("blank", name=name, manager=name)
    assert project_of(text).about.name == expected
    assert yaml.safe_load(text)["project"]["name"] == expected


def test_the_manager_s_name_replaces_the_role_everywhere() -> None:
    text = text_of("product-launch", Lang.ZH, manager="王芳")
    assert sample("product-launch", Lang.ZH).manager not in text.replace("title: 资深产品经理", "")
    assert project_of(text).about.manager == "王芳"


def test_a_manager_called_like_another_person_stays_a_person_of_their_own() -> None:
    project = project_of(text_of("product-launch", Lang.ZH, manager="市场部经理"))
    assert project.about.manager == "资深产品经理"
    assert project.people["资深产品经理"].name == "市场部经理"


@pytest.mark.parametrize("blank", ["", "  ", "\n\t", "\x00"])
def test_an_empty_name_is_refused(blank: str) -> None:
    with pytest.raises(UsageError, match="--name must not be empty"):
        text_of(name=blank)


@pytest.mark.parametrize("year", [1, 1999, 2101, 9999])
def test_a_start_in_another_century_is_refused(year: int) -> None:
    with pytest.raises(UsageError, match="not between 2000 and 2100"):
        text_of(start=date(year, 1, 1))


def test_an_unknown_scenario_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        text_of("complience")
    assert caught.value.hint is not None
    assert "compliance" in caught.value.hint.en


@every
def test_the_schema_beside_the_file_accepts_it_and_the_modeline_names_it(scenario: str, lang: Lang) -> None:
    from jsonschema import Draft7Validator

    files = draft(scenario, lang, start=START, today=TODAY)
    plain = yaml.load(files[PROJECT], Loader=yaml.BaseLoader)
    schema = json.loads(files[SCHEMA])
    Draft7Validator.check_schema(schema)
    assert files[PROJECT].startswith(f"# yaml-language-server: $schema=./{SCHEMA}\n")
    # Every value is a text to the base loader, so numbers and truth values are read as YAML 1.2 would first.
    found = [error.message for error in Draft7Validator(schema).iter_errors(_core(plain))]
    assert found == []


def _core(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _core(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_core(inner) for inner in value]
    if isinstance(value, str) and re.fullmatch(r"\d+", value):
        return int(value)
    return {"true": True, "false": False}.get(value, value)


@every
def test_the_file_has_no_line_that_is_too_long_but_sentences(scenario: str, lang: Lang) -> None:
    for line in text_of(scenario, lang).splitlines():
        assert "\t" not in line
        assert line == line.rstrip()
        assert len(line) <= 330, line


def test_the_same_answers_give_the_same_file() -> None:
    assert text_of() == text_of()


def test_a_scenario_has_a_title_in_both_languages() -> None:
    for scenario in SCENARIOS:
        assert title(scenario).zh != title(scenario).en
