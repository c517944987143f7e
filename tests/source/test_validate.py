"""The data against the model: one finding per mistake, and a project from everything else."""

from __future__ import annotations

import random
from datetime import date

import pytest

from collabkit.lang import Lang
from collabkit.problem import Fault, FilePath, Path
from collabkit.source import limits
from collabkit.source.source import Source
from collabkit.source.validate import Read, validate

HEAD = """collabkit: 1
project:
  name: 上线项目
  manager: 王芳
  start: 2026-03-02
  end: 2026-05-29
departments:
  研发部: {head: 李雷}
"""
FULL = (
    HEAD
    + """people:
  李雷: {department: 研发部, title: 研发总监, capacity: 50%}
goals:
  G1: {statement: 留存率提升, target: ≥ 36.8 %, due: 2026-05-20, owner: 李雷}
tasks:
  T01:
    name: 技术评估
    department: 研发部
    owner: 李雷
    team: [李雷]
    start: 2026-03-02
    end: 2026-03-13
    after: []
    effort: 12
    priority: P1
    deliverable: 评估报告
    standard: 评审签字
    status: done
    progress: 100
milestones:
  M1: {name: 需求冻结, date: 2026-03-13}
communication:
  daily: "17:30"
"""
)


def _read(text: str) -> tuple[Source, Read]:
    source = Source.from_text(text)
    return source, validate(source)


def _only(text: str) -> tuple[Source, Read, Fault]:
    source, read = _read(text)
    (fault,) = read.faults
    return source, read, fault


def test_a_sound_file_is_a_project_without_faults() -> None:
    _, read = _read(FULL)
    assert read.faults == ()
    assert read.project is not None
    assert read.project.tasks["T01"].end == date(2026, 3, 13)
    assert read.project.people["李雷"].capacity == 0.5
    assert read.tainted == frozenset()


def test_the_least_that_is_needed_is_enough() -> None:
    _, read = _read(HEAD)
    assert read.faults == ()
    assert read.project is not None and read.project.language is Lang.ZH


def test_a_mistyped_key_is_told_once_and_read_as_what_it_means() -> None:
    source, read, fault = _only(FULL.replace("    owner: 李雷", "    ownr: 李雷"))
    assert fault.rule == "unknown-field"
    assert fault.problem.message.zh == "任务 T01 中没有「ownr」这个键"
    assert fault.problem.message.en == "unknown key 'ownr' in task T01"
    assert fault.problem.label is not None and fault.problem.label.en == "did you mean 'owner'?"
    assert source.where(fault.problem).column == 5
    assert read.project is not None and read.project.tasks["T01"].owner == "李雷"
    assert read.doubts(FilePath("tasks", "T01", "owner"))


def test_a_mistyped_key_beside_the_right_one_shows_both() -> None:
    source, read, fault = _only(FULL.replace("    owner: 李雷", "    owner: 李雷\n    ownr: 韩梅"))
    (place,) = fault.problem.places
    assert source.where(place).line == source.where(fault.problem).line - 1
    assert read.project is not None and read.project.tasks["T01"].owner == "李雷"


def test_an_unknown_key_explains_why_a_needed_one_is_missing() -> None:
    _, read, fault = _only(HEAD + "tasks:\n  T1: {bezeichnung: x}\n")
    assert fault.rule == "unknown-field"
    assert read.project is not None


def test_the_name_a_form_gives_a_field_is_understood_as_its_key() -> None:
    _, _, fault = _only(FULL.replace("    owner: 李雷", "    负责人: 李雷"))
    assert fault.problem.label is not None and fault.problem.label.en == "did you mean 'owner'?"


def test_python_names_of_fields_are_no_keys() -> None:
    _, read = _read(HEAD + "about: {name: x}\nscope: {in_: {S1: x}}\n")
    assert [fault.rule for fault in read.faults] == ["unknown-field", "unknown-field"]


@pytest.mark.parametrize(
    ("field", "value", "rule", "zh", "en"),
    [
        ("progress", "六成", "wrong-type", "应为整数", "must be a whole number"),
        ("progress", "120", "value-out-of-range", "应为 0 到 100 之间的数", "must be between 0 and 100"),
        ("effort", "5 天", "wrong-type", "应为数字", "must be a number"),
        ("fixed", "no", "wrong-type", "应为 true 或 false", "must be true or false"),
        ("allocation", "一半", "wrong-type", "应为百分比", "must be a percentage"),
        ("status", "doin", "wrong-type", "应为固定用词", "must be one of the fixed words"),
        ("team", "李雷", "wrong-type", "应为列表", "must be a list"),
        ("start", "下周一", "date-invalid", "应为日期", "must be a date"),
    ],
)
def test_a_value_that_does_not_fit_is_told_and_left_out(field: str, value: str, rule: str, zh: str, en: str) -> None:
    source, read, fault = _only(HEAD + f"tasks:\n  T1: {{name: 甲, {field}: {value}}}\n")
    assert fault.rule == rule
    assert fault.problem.message.zh == f"任务 T1 的 {field} {zh}，现为「{value}」"
    assert fault.problem.message.en == f"{field} of task T1 {en}, not '{value}'"
    assert fault.problem.help is not None
    start, length = source.at(fault.problem.path)
    assert source.text[start : start + length] == value
    assert read.project is not None and read.project.tasks["T1"].name == "甲"
    assert read.tainted == {FilePath("tasks", "T1", field)}


def test_a_day_that_does_not_exist_is_told_as_such() -> None:
    _, _, fault = _only(HEAD + "tasks:\n  T1: {name: 甲, start: 2026-02-30}\n")
    assert fault.rule == "date-invalid"
    assert fault.problem.message.zh == "任务 T1 的 start 写的「2026-02-30」不存在"
    assert fault.problem.message.en == "start of task T1: '2026-02-30' does not exist"


def test_two_owners_are_told_as_a_list_where_a_text_belongs() -> None:
    _, _, fault = _only(HEAD + "tasks:\n  T1: {name: 甲, owner: [李雷, 韩梅]}\n")
    assert fault.problem.message.en == "owner of task T1 must be a text, not a list"


def test_a_mistyped_word_suggests_the_one_that_was_meant() -> None:
    _, _, fault = _only(HEAD + "tasks:\n  T1: {name: 甲, status: doin}\n")
    assert fault.problem.label is not None and fault.problem.label.zh == "是不是「doing」？"
    assert fault.problem.help is not None and "todo, doing, done, cancelled" in fault.problem.help.en


@pytest.mark.parametrize(
    ("field", "value", "zh", "en"),
    [
        ("progress", "35%", "只写数字：35", "write the bare number: 35"),
        ("effort", "45 人天", "只写数字：45", "write the bare number: 45"),
        ("effort", '"1,200.5"', "只写数字：1200.5", "write the bare number: 1200.5"),
        ("progress", "35.5", "写 0 到 100 的整数，如 60", "write a whole number from 0 to 100, such as 60"),
        ("end", "2026年4月3日", "写成 2026-04-03", "write 2026-04-03"),
        ("end", "20260403", "写成 2026-04-03", "write 2026-04-03"),
        ("end", "2026-04-03 18:00", "写成 2026-04-03", "write 2026-04-03"),
        ("end", "4月3日", "写成 2026-04-03", "write 2026-04-03"),
        ("owner", "[李雷, 韩梅]", "只写一个，如「李雷」", "write one only, such as '李雷'"),
        ("owner", "[李雷]", "去掉方括号：李雷", "remove the brackets: 李雷"),
        ("after", "T01、T02", "写成 [T01, T02]", "write [T01, T02]"),
        ("team", "-李雷", "「-」后面加一个空格：- 李雷", "put a blank after the '-': - 李雷"),
    ],
)
def test_the_help_shows_the_value_as_it_should_be_written(field: str, value: str, zh: str, en: str) -> None:
    _, _, fault = _only(HEAD + f"tasks:\n  T1: {{name: 甲, {field}: {value}}}\n")
    assert fault.problem.help is not None
    assert (fault.problem.help.zh, fault.problem.help.en) == (zh, en)


@pytest.mark.parametrize(
    ("value", "meant"),
    [("进行中", "doing"), ("in_progress", "doing"), ("In progress", "doing"), ("完成", "done"), ("Done", "done")],
)
def test_the_word_a_form_prints_is_understood_as_the_fixed_word(value: str, meant: str) -> None:
    _, _, fault = _only(HEAD + f"tasks:\n  T1: {{name: 甲, status: {value}}}\n")
    assert fault.problem.label is not None and fault.problem.label.zh == f"是不是「{meant}」？"
    assert fault.problem.help is not None and "doing（进行中）" in fault.problem.help.zh


def test_a_list_that_loses_its_items_is_not_also_too_short() -> None:
    _, read = _read(HEAD + "calendar: {workdays: [周一, 周二]}\n")
    assert [fault.problem.path.steps for fault in read.faults] == [
        ("calendar", "workdays", 0),
        ("calendar", "workdays", 1),
    ]
    _, _, fault = _only(HEAD + "calendar: {workdays: []}\n")
    assert fault.problem.help is not None and fault.problem.help.zh == "至少写一项"


def test_a_section_written_as_a_list_is_shown_its_first_entry() -> None:
    _, _, fault = _only(HEAD + "people: [李雷, 韩梅]\n")
    assert fault.problem.help is not None
    assert fault.problem.help.zh == "不用列表，每项一行，以它的名称开头：李雷: …"


def test_an_entry_that_is_no_mapping_is_shown_its_keys() -> None:
    _, _, fault = _only(HEAD + "people: {李雷: 研发部}\n")
    assert fault.problem.help is not None and "department" in fault.problem.help.zh


def test_a_needed_field_without_a_value_is_empty_not_missing() -> None:
    source, _, fault = _only(HEAD.replace("manager: 王芳", "manager:"))
    assert fault.problem.message.zh == "项目的 manager（项目经理）是空的"
    assert fault.problem.message.en == "'manager' (project manager) in the project is empty"
    assert source.where(fault.problem).line == 4


def test_a_missing_section_points_at_the_first_key_not_at_the_comment_above() -> None:
    source, _, fault = _only("# 说明\n\n" + HEAD.split("departments")[0])
    assert (source.where(fault.problem).line, source.where(fault.problem).end_column) == (3, 10)


@pytest.mark.parametrize("key", ["name", "manager", "start", "end"])
def test_without_what_every_form_needs_there_is_no_project(key: str) -> None:
    text = "\n".join(line for line in HEAD.splitlines() if not line.startswith(f"  {key}:"))
    source, read, fault = _only(text)
    assert read.project is None
    assert fault.rule == "missing-field"
    assert f"'{key}'" in fault.problem.message.en
    assert source.where(fault.problem).line == 2


def test_a_wrong_needed_value_is_not_also_missing() -> None:
    _, read, fault = _only(HEAD.replace("2026-03-02", "下周一"))
    assert fault.rule == "date-invalid"
    assert read.project is None


def test_everything_else_is_still_told_without_a_project() -> None:
    _, read = _read(HEAD.replace("  manager: 王芳\n", "") + "tasks: {T1: {name: x, progress: y}}\n")
    assert [fault.rule for fault in read.faults] == ["missing-field", "wrong-type"]


def test_an_entry_without_its_name_is_told_and_kept() -> None:
    _, read = _read(HEAD + "tasks:\n  T1: {owner: 李雷}\n  T2:\n")
    assert [(fault.rule, fault.problem.path.steps) for fault in read.faults] == [
        ("missing-field", ("tasks", "T1", "name")),
        ("missing-field", ("tasks", "T2", "name")),
    ]
    assert read.project is not None and list(read.project.tasks) == ["T1", "T2"]


def test_an_empty_value_is_a_value_not_written() -> None:
    _, read = _read(HEAD + "language:\ntasks:\n  T1: {name: x, status: , fixed: , start: , team: }\npeople:\n")
    assert read.faults == ()
    assert read.project is not None and read.project.tasks["T1"].status == "todo"


def test_list_items_left_out_do_not_move_the_others() -> None:
    source, read = _read(
        HEAD + "handovers:\n  - 3\n  - {from: T1, to: T2}\n  -\n  - {from: T3, to: T4, bad: x}\n  - {from: T5}\n"
    )
    assert read.project is not None and len(read.project.handovers) == 3
    assert [fault.problem.path.steps for fault in read.faults] == [
        ("handovers", 0),
        ("handovers", 2),
        ("handovers", 3, "bad"),
        ("handovers", 4, "to"),
    ]
    assert read.original(("handovers", 0, "to")) == FilePath("handovers", 1, "to")
    assert read.original(("handovers", 2)) == FilePath("handovers", 4)
    assert read.doubts(FilePath("handovers", 3, "bad", "x")) and not read.doubts(FilePath("handovers", 1))
    assert source.data["handovers"][0] == "3", "what was read stays as it is"


def test_a_readable_date_in_another_notation_is_noted() -> None:
    _, read, fault = _only(HEAD.replace("2026-03-02", "2026/3/2") + "agreements: [2026/3/2]\n")
    assert fault.rule == "date-not-iso"
    assert "2026-03-02" in fault.problem.message.zh
    assert read.project is not None and read.project.about.start == date(2026, 3, 2)
    assert not read.doubts(fault.problem.path), "the value is as good as any other"


@pytest.mark.parametrize(
    ("text", "rule", "path"),
    [
        ("weeks:\n  2026-W60: {}\n", "date-invalid", ("weeks", "2026-W60")),
        (f"tasks:\n  {'长' * 65}: {{name: x}}\n", "wrong-type", ("tasks", "长" * 65)),
        ('tasks:\n  "": {name: x}\n', "wrong-type", ("tasks", "")),
        ("people: [李雷]\n", "wrong-type", ("people",)),
        ("tasks:\n  T1: 文字\n", "wrong-type", ("tasks", "T1")),
    ],
)
def test_bad_ids_and_sections_are_told_at_their_key(text: str, rule: str, path: Path) -> None:
    _, read, fault = _only(HEAD + text)
    assert (fault.rule, fault.problem.path.steps) == (rule, path)
    assert read.project is not None


def test_a_missing_blank_after_a_colon_is_recognised_in_a_value() -> None:
    _, read = _read("collabkit: 1\nproject:\n  name:App\ndepartments: {A: {}}\n")
    (fault,) = read.faults
    assert fault.problem.help is not None and "name: App" in fault.problem.help.en


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "the file is empty"), ("# x\n", "the file is empty"), ("- a\n", "not a list"), ("abc\n", "not 'abc'")],
)
def test_a_file_without_keys_is_one_finding(text: str, words: str) -> None:
    _, read, fault = _only(text)
    assert words in fault.problem.message.en
    assert read.project is None


def test_what_aliases_repeat_is_told_once() -> None:
    _, _, fault = _only(HEAD + "tasks:\n  T1: &t {name: x, progress: y}\n  T2: *t\n  T3: *t\n")
    assert fault.rule == "wrong-type"


def test_a_text_in_doubt_is_not_also_of_the_wrong_type() -> None:
    _, _, fault = _only(HEAD + "budget: {approved: 50,000}\n")
    assert fault.rule == "null-key-from-comma"


def test_faults_come_in_the_order_of_the_file() -> None:
    source, read = _read(HEAD + "tasks:\n  T1: {name: x, progress: y}\n  T2: {nam: x}\n  T1: {}\nbad: 1\n")
    lines = [source.where(fault.problem).line for fault in read.faults]
    assert lines == sorted(lines) and len(lines) == 4


def test_more_mistakes_than_anybody_mends_are_counted() -> None:
    entries = "".join(f"  T{number}: {{name: x, progress: y}}\n" for number in range(limits.MAX_FAULTS + 5))
    _, read = _read(HEAD + "tasks:\n" + entries)
    assert len(read.faults) == limits.MAX_FAULTS + 1
    assert "1,005 values" in read.faults[0].problem.message.en
    assert read.project is not None and len(read.tainted) == limits.MAX_FAULTS + 5


def _mistyped(word: str, chance: random.Random) -> str:
    index, letter = chance.randrange(len(word)), chance.choice("abcdefghijklmnopqrstuvwxyz")
    swapped = word[:index] + word[index + 1 : index + 2] + word[index] + word[index + 2 :]
    return chance.choice(
        [
            word[:index] + word[index + 1 :],
            word[:index] + letter + word[index:],
            swapped,
            word[:index] + letter + word[index + 1 :],
        ]
    )


def test_one_mistyped_key_makes_one_finding_with_the_right_suggestion() -> None:
    chance, right, total = random.Random(7), 0, 0
    lines = FULL.splitlines()
    known = {line.strip().split(":")[0] for line in lines if ":" in line}
    for number, line in enumerate(lines):
        key = line.strip().split(":")[0]
        if not key.isascii() or key in ("T01", "G1", "M1", "to"):
            continue
        for _ in range(8):
            wrong = _mistyped(key, chance)
            if wrong in known or not wrong:
                continue
            text = "\n".join([*lines[:number], line.replace(key, wrong, 1), *lines[number + 1 :]])
            _, read, fault = _only(text)
            total += 1
            assert fault.rule == "unknown-field", text
            right += fault.problem.label is not None and f"'{key}'" in fault.problem.label.en
            assert read.project is not None or fault.problem.label is None
    assert total > 150
    assert right / total >= 0.95, f"{right} of {total}"
