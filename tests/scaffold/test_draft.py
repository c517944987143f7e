"""A drafted project: it passes its own checks, in both languages, from any day, under any name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from collabkit.checking import check
from collabkit.errors import UsageError
from collabkit.json_schema import json_schema
from collabkit.lang import Lang
from collabkit.model import Project, Stage
from collabkit.model.placeholder import is_nobody
from collabkit.rules import RULES
from collabkit.scaffold import SCENARIOS, Answers, Department, draft, period, placed, refuse, sample, title
from collabkit.scaffold.outline import sections
from collabkit.scaffold.scenario import load, shared
from collabkit.scaffold.tokens import half
from collabkit.source.source import Source
from collabkit.source.validate import validate

START, TODAY = date(2026, 3, 2), date(2026, 2, 27)
every = pytest.mark.parametrize(("scenario", "lang"), [(name, lang) for name in SCENARIOS for lang in Lang])


def text_of(scenario: str = "product-launch", lang: Lang = Lang.EN, **options: Any) -> str:
    today = options.pop("today", TODAY)
    return draft(Answers(scenario, **{"start": START, **options}), lang, today=today, schema="./s.json")


def project_of(text: str) -> Project:
    read = validate(Source.from_text(text))
    # A name may be as odd as it likes, and a sentence that says what to write is no content: both are read.
    left = {"placeholder-left", "sample-text-left"}
    assert [fault.problem.message.en for fault in read.faults if fault.rule not in left] == []
    assert read.project is not None
    return read.project


def findings(text: str, today: date = TODAY, stage: Stage | None = None) -> list[str]:
    """Return the names of the rules that a project breaks at a stage, its own by default.

    One finding may say that sentences of the scaffold are still there.
    """
    file = Source.from_text(text)
    names = [finding.rule.name for finding in check(validate(file), file, today=today, stage=stage)]
    assert names.count("sample-text-left") <= 1
    return [name for name in names if name != "sample-text-left"]


def with_examples(text: str) -> str:
    """Return the file with every example for later switched on."""
    head, body = text.split("\n\n", 1)
    return head + "\n\n" + re.sub(r"^#(?=[a-z_]+:|  )", "", body, flags=re.MULTILINE)


@every
def test_check_finds_nothing_in_a_new_project(scenario: str, lang: Lang) -> None:
    assert [name for name in findings(text_of(scenario, lang)) if name != "make-up-days-unpublished"] == []


@pytest.mark.parametrize("lang", Lang)
def test_only_a_blank_project_asks_for_what_only_people_can_say_and_does_so_once(lang: Lang) -> None:
    for scenario in SCENARIOS:
        for stage, severity in ((None, "info"), (Stage.PLANNING, "error")):
            file = Source.from_text(text_of(scenario, lang))
            found = check(validate(file), file, today=TODAY, stage=stage)
            left = [finding for finding in found if finding.rule.name == "sample-text-left"]
            assert [finding.severity.value for finding in left] == [severity] * (scenario == "blank")
            assert all(finding.problem.path.steps == ("project", "background") for finding in left)


@every
def test_no_sentence_of_the_scaffold_says_what_to_write_unless_check_knows_it(scenario: str, lang: Lang) -> None:
    told = re.compile(r"写明|写清|填写|一句话|^请|^(?:Say|Write|Describe|One sentence|What|Where|Fill)\b")
    for text in _texts(load(scenario)):
        assert not told.search(half(text, lang)) or "写明抽审" in text, text


@every
def test_what_is_missing_for_planning_is_what_people_have_not_said_yet(scenario: str, lang: Lang) -> None:
    found = set(findings(text_of(scenario, lang), START, Stage.PLANNING))
    assert found - {"make-up-days-unpublished"} == {"handover-unconfirmed"}


@pytest.mark.parametrize("scenario", SCENARIOS)
@settings(max_examples=12)
@given(start=st.dates(date(2020, 1, 1), date(2030, 12, 31)), days=st.integers(100, 900))
def test_whatever_the_end_the_plan_fits_before_it(scenario: str, start: date, days: int) -> None:
    end = start + timedelta(days)
    text = text_of(scenario, Lang.ZH, start=start, end=end, today=start)
    severities = {rule.name: rule.severity.value for rule in RULES}
    found = {name for name in findings(text, start, Stage.PLANNING) if severities[name] != "info"}
    assert found == {"handover-unconfirmed"}
    about = project_of(text).about
    assert about.end and about.end <= end and (end - about.end).days < 15
    assert max(milestone.date for milestone in project_of(text).milestones.values() if milestone.date) == about.end


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
    assert all(need.tasks for department in project.departments.values() for need in department.needs)


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


def printable(name: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in name).split())


@pytest.mark.parametrize("name", ODD_NAMES)
def test_any_name_reads_back_identical_by_us_and_by_plain_yaml(name: str) -> None:
    text = text_of("blank", name=printable(name), manager=printable(name), sponsor="S " + printable(name))
    project = project_of(text)
    assert project.about.name == printable(name)
    for person, expected in (
        (project.about.manager, printable(name)),
        (project.about.sponsor, "S " + printable(name)),
    ):
        assert person and (project.people[person].name or person) == expected
    assert yaml.safe_load(text)["project"]["name"] == printable(name)


@settings(max_examples=60)
@example(name="· 0")
@example(name="• R&D")
@example(name="① Marketing")
@example(name="［")
@example(name="【研发")
@example(name="1. Marketing")
@given(
    name=st.text(min_size=1, max_size=80)
    .filter(lambda text: any(char.isprintable() and char != " " for char in text))
    .filter(lambda text: not is_nobody(text))
)
def test_no_name_breaks_the_file(name: str) -> None:
    department = Department(printable(name)[:64].strip(), printable(name))
    text = text_of("blank", name=printable(name), departments=(department,))
    project = project_of(text)
    assert project.about.name == printable(name)
    assert project.about.department == department.name
    assert yaml.safe_load(text)["project"]["name"] == printable(name)


def test_the_manager_s_name_replaces_the_role_everywhere() -> None:
    text = text_of("product-launch", Lang.ZH, manager="王芳")
    assert sample("product-launch", Lang.ZH).manager not in text
    assert project_of(text).about.manager == "王芳"


def test_who_is_named_for_two_roles_is_one_person() -> None:
    project = project_of(text_of("product-launch", Lang.ZH, departments=(Department(head="王芳"),), manager="王芳"))
    assert project.about.manager == project.departments["研发部"].head == "王芳"
    assert [person for person in project.people if "王芳" in person] == ["王芳"]
    assert project.meetings[0].attendees.count("王芳") == 1
    assert project.document.reviewer != "王芳"


def test_departments_take_the_places_of_the_scenario_s_in_texts_too() -> None:
    departments = (Department("技术中心", "张三"), Department("品牌部", "李四"))
    text = text_of("product-launch", Lang.ZH, departments=departments)
    project = project_of(text)
    assert list(project.departments) == ["技术中心", "品牌部", "销售部", "生产与供应链部"]
    assert [project.departments[name].head for name in ("技术中心", "品牌部")] == ["张三", "李四"]
    assert "技术中心希望打磨到位再发布，品牌部希望提前曝光" in text
    assert "研发部" not in text.split("# 跨部门依赖")[0] and "市场部" not in text.split("# 跨部门依赖")[0]


def test_a_renamed_department_without_a_head_has_a_role_of_its_own_name() -> None:
    for lang, role in ((Lang.ZH, "技术中心负责人"), (Lang.EN, "Head of 技术中心")):
        project = project_of(text_of("blank", lang, departments=(Department("技术中心"),)))
        assert project.departments["技术中心"].head == role


def test_a_further_department_takes_part_in_the_meetings() -> None:
    departments = (Department("A"), Department("B"), Department("C", "Cleo"))
    project = project_of(text_of("blank", Lang.EN, departments=departments))
    assert list(project.departments) == ["A", "B", "C"]
    assert project.people["Cleo"].department == "C"
    assert all("Cleo" in meeting.attendees for meeting in project.meetings)
    assert project.communication.weekly and "C" in project.communication.weekly.departments
    assert findings(text_of("blank", Lang.EN, departments=departments)) == []


def test_in_a_blank_project_there_is_nobody_but_who_was_named() -> None:
    departments = (Department("Sales", "Ann"), Department("IT", "Bob"))
    project = project_of(text_of("blank", Lang.EN, departments=departments, sponsor="Cid", manager="Dan", code="P-7"))
    assert set(project.people) == {"Ann", "Bob", "Cid", "Dan"}
    assert list(project.departments) == ["Sales", "IT"]
    assert project.about.code == "P-7"
    assert project.document.organization is None


def test_departments_of_the_scenario_are_known_by_their_name_whatever_the_order() -> None:
    given = (Department("销售部", "S"), Department("客户部", "K"), Department("研发部", "R"))
    names = [(each.name, each.head) for each in placed(given, "product-launch", Lang.ZH)]
    assert names == [("研发部", "R"), ("客户部", "K"), ("销售部", "S")]
    assert placed((), "blank", Lang.ZH) == ()
    assert [each.name for each in placed((Department("协作部门", "X"),), "blank", Lang.ZH)] == [None, "协作部门"]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"departments": (Department("协作部门"),)}, "部门「协作部门」写了两次"),
        ({"sponsor": "王芳", "manager": "王芳"}, "「王芳」不能既是项目发起人又是项目经理"),
        ({"end": date(2026, 3, 1)}, "结束日期 2026-03-01 早于开始日期 2026-03-02"),
        ({"end": date(2026, 3, 4)}, "到结束日期只有 3 个工作日，这个场景的计划至少要 4 个"),
        ({"end": date(2101, 1, 1)}, "结束日期 2101-01-01 不在 2000 至 2100 年之间"),
    ],
)
def test_answers_that_cannot_be_meant_are_refused_with_the_reason(answers: dict[str, Any], said: str) -> None:
    wrong = Answers("blank", **{"start": START, **answers})
    with pytest.raises(UsageError) as caught:
        refuse(wrong, Lang.ZH, TODAY)
    assert said in caught.value.message.zh
    with pytest.raises(UsageError):
        draft(wrong, Lang.ZH, today=TODAY, schema="")


def test_the_period_is_told_before_anything_is_written() -> None:
    # 5 October 2026 is a holiday in China; the working day before is 30 September.
    first, last, days = period(Answers("blank", start=date(2026, 5, 1), end=date(2026, 10, 5)), TODAY)
    assert (first, last, days) == (date(2026, 5, 6), date(2026, 9, 30), 106)
    assert project_of(text_of("blank", start=date(2026, 5, 1), end=date(2026, 10, 5))).about.end == last


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
def test_the_schema_accepts_the_file_and_the_modeline_names_it(scenario: str, lang: Lang) -> None:
    from jsonschema import Draft7Validator

    text = text_of(scenario, lang)
    plain = yaml.load(text, Loader=yaml.BaseLoader)
    assert text.startswith("# yaml-language-server: $schema=./s.json\n# $schema: ./s.json\n")
    # Every value is a text to the base loader, so numbers and truth values are read as YAML 1.2 would first.
    found = [error.message for error in Draft7Validator(json_schema(lang)).iter_errors(_core(plain))]
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
