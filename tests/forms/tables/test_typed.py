"""What people type into the task list, and what is made of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from collabkit.forms.formatter import Formatter
from collabkit.forms.tables.names import Directory
from collabkit.forms.tables.task import COLUMNS, TASKS
from collabkit.lang import Lang
from collabkit.plan import Plan
from collabkit.problem import Problem
from tests.forms.sample import plan, plan_of

DAY = date(2026, 3, 2)


def read(field: str, content: Any, lang: Lang = Lang.ZH, of: Plan | None = None) -> Any:
    column = next(column for column in COLUMNS if column.field == field)
    return TASKS.parse(Directory(Formatter(of or plan(), lang)), "T02", column, content)


def problem(field: str, content: Any, lang: Lang = Lang.ZH, of: Plan | None = None) -> Problem:
    found = read(field, content, lang, of)
    assert isinstance(found, Problem), found
    return found


@pytest.mark.parametrize(
    "content",
    [
        "2026-03-02", "2026/3/2", "2026.3.2", "2026年3月2日", "20260302", "２０２６／３／２", " 2026 年 3 月 2 日 ",
        "3月2日", "3/2", "2 March 2026", "Mar 2, 2026",
        "02.03.2026", 46083, 46083.75, "46083", datetime(2026, 3, 2, 9, 30),
        date(2026, 3, 2), "2026-03-02T00:00:00",
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(content: Any) -> None:
    assert read("start", content) == DAY


def test_a_day_beyond_the_twelfth_shows_which_number_is_the_month() -> None:
    assert read("start", "25/11/2026") == read("start", "11/25/2026") == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("7/11/2021", "Planned start '7/11/2021' may be 2021-11-07 or 2021-07-11"),
        ("3/4/2026", "may be 2026-04-03 or 2026-03-04"),
        ("2026-04-31", "shows no day for sure"),
        ("end of April 2026", "shows no day for sure"),
        ("2026-W12", "shows no day for sure"),
        ("26-3-2", "shows no day for sure"),
        ("soon", "shows no day for sure"),
        ("#REF!", "shows no day for sure"),
        (60, "is no date"),
        (True, "is no date"),
        (3.5, "is no date"),
    ],
)
def test_a_day_is_never_guessed(content: Any, says: str) -> None:
    assert says in problem("start", content).message.en


def test_a_day_without_a_year_is_refused_where_the_project_has_it_twice() -> None:
    about = {"name": "P", "manager": "王芳", "start": "2026-01-01", "end": "2027-12-31"}
    assert "看不出是哪一天" in problem("start", "3月2日", of=plan_of(project=about)).message.zh


def test_in_english_a_day_without_a_year_may_be_written_either_way_round() -> None:
    assert isinstance(read("start", "3/2", Lang.EN), Problem)
    assert read("start", "3/20", Lang.EN) == date(2026, 3, 20)


@pytest.mark.parametrize("content", [0.5, 50, "50%", "0.5", "50", "５０％", " 50 % ", 50.0])
def test_half_is_fifty_per_cent_however_it_is_typed(content: Any) -> None:
    assert read("progress", content) == 50


def test_per_cent_at_the_ends() -> None:
    assert [read("progress", content) for content in (0, "0%", "1%", 1, 100, "100%", 0.333)] == [
        0,
        0,
        1,
        100,
        100,
        100,
        33,
    ]
    for content in (101, "120%", -1, "-5%"):
        assert "不在 0 到 100 之间" in problem("progress", content).message.zh
    for content in ("half", "#DIV/0!", True):
        assert "不是数字" in problem("progress", content).message.zh


@pytest.mark.parametrize(
    ("content", "number"),
    [(3, 3), (3.5, 3.5), ("３．５", 3.5), ("1,000", 1000), ("3 人天", 3), ("3 days", 3), ("2.5pd", 2.5), ("1e2", 100)],
)
def test_a_number_is_read_with_full_width_digits_groups_and_its_unit(content: Any, number: float) -> None:
    assert read("effort", content) == number


@pytest.mark.parametrize("content", ["1.000", "1,5", "three", "3-5", "nan", "inf", True, -1])
def test_what_is_no_single_number_is_told(content: Any) -> None:
    assert isinstance(read("effort", content), Problem)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("已完成", "done"), ("完成了", "done"), ("Done", "done"), ("DONE", "done"), ("✔", "done"),
        (" 已 完成 ", "done"), ("Not started", "todo"), ("取消", "cancelled"),
        ("In progress", "doing"), ("进行中", "doing"), ("执行中", "doing"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("lang", Lang)
def test_a_word_is_taken_in_either_language_and_as_people_say_it(content: str, word: str, lang: Lang) -> None:
    assert read("status", content, lang) == word


def test_a_priority_is_its_letter_or_its_word() -> None:
    assert [read("priority", text) for text in ("P0", "p1", "P1 高", "高", "Ｐ２", "P3 Low", "", None)] == [
        "P0", "P1", "P1", "P1", "P2", "P3", None, None,
    ]  # fmt: skip


def test_a_wrong_word_is_told_with_those_to_choose_from() -> None:
    wrong = problem("status", "进行种")
    assert wrong.message.zh == "状态「进行种」不在可选的词中"
    assert wrong.help is not None
    assert wrong.help.zh == "是不是「进行中」？可选：未开始、进行中、已完成、已取消"
    assert "由日期算出" in problem("status", "已延期").message.zh
    assert problem("status", "").message.en == "Status '' cannot be empty"


def test_a_person_is_found_by_name_or_id_with_blanks_and_other_widths() -> None:
    of = plan_of(people={"li": {"name": "李雷"}, "H1": {"name": "Han Mei"}})
    typed = ("李雷", " 李 雷 ", "li", "Han Mei", "han　mei", "Ｈ1", "无", None)
    assert [read("owner", text, of=of) for text in typed] == [
        "li", "li", "li", "H1", "H1", "H1", None, None,
    ]  # fmt: skip


def test_nobody_and_several_people_are_told() -> None:
    of = plan_of(people={"a": {"name": "李雷"}, "b": {"name": "李雷"}, "c": {"name": "韩梅梅"}})
    several = problem("owner", "李雷", of=of)
    assert several.message.zh == "负责人「李雷」有几个：a、b"
    nobody = problem("owner", "韩梅", of=of)
    assert (nobody.message.zh, nobody.help and nobody.help.zh) == ("负责人「韩梅」不是项目的成员", "是不是「韩梅梅」？")
    assert problem("team", "韩梅梅、王五", of=of).message.en == "Executors '韩梅梅、王五' names no person '王五'"
    assert problem("owner", "#N/A", of=of).message.zh == "负责人「#N/A」是公式的出错结果"


@pytest.mark.parametrize(
    "text",
    ["李雷、韩梅", "李雷,韩梅", "李雷，韩梅", "李雷; 韩梅", "李雷；韩梅", "李雷\n韩梅", "李雷、韩梅、", "李雷 , 韩梅"],
)
def test_people_are_listed_with_any_comma(text: str) -> None:
    assert read("team", text) == ("李雷", "韩梅")


def test_a_name_may_contain_a_comma() -> None:
    of = plan_of(people={"Smith, John": {}, "John": {}})
    assert read("team", "Smith, John, John", of=of) == ("Smith, John", "John")


def test_an_acceptor_is_a_person_or_a_department() -> None:
    assert (read("acceptor", "市场部"), read("acceptor", "李雷")) == ("市场部", "李雷")
    assert "is no person or department" in problem("acceptor", "董事会").message.en


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("T01、T03", ("T01", "T03")),
        ("t01; T 03", ("T01", "T03")),
        ("T01 ss+5，Ｔ03", ("T01 SS+5", "T03")),
        ("T01+2\nT03 FF-1", ("T01+2", "T03 FF-1")),
        ("无", ()),
        (None, ()),
    ],
)
def test_predecessors_are_read_as_the_file_writes_them(text: Any, before: tuple[str, ...]) -> None:
    assert read("after", text) == before


def test_an_unknown_predecessor_is_told() -> None:
    assert problem("after", "T01、T99").message.zh == "前置任务「T01、T99」中没有任务「T99」"


def test_support_is_a_line_for_each_department() -> None:
    assert read("support", "市场部：提供素材\n研发部: 联调\n供应链部") == {
        "市场部": "提供素材", "研发部": "联调", "供应链部": None,
    }  # fmt: skip
    assert read("support", "市场部：提供素材\n并校对") == {"市场部": "提供素材\n并校对"}
    assert "没有部门「法务部」" in problem("support", "市场部：素材\n法务部：合同").message.zh


def test_a_milestone_is_its_id_its_name_or_both() -> None:
    assert {read("milestone", text) for text in ("M1", "m1", "M1 需求冻结", "需求冻结", "M1　需求冻结")} == {"M1"}
    assert "不是项目的里程碑" in problem("milestone", "M77").message.zh


@pytest.mark.parametrize("text", ["T02", " T02 ", "t02", "T 02", "Ｔ０２", "T\u00a002", "T02\u200b"])
def test_an_id_is_found_with_blanks_and_in_other_widths(text: str) -> None:
    assert read("id", text) == "T02"


def test_an_id_that_a_sheet_made_a_number_of_is_found() -> None:
    of = plan_of(tasks={"001": {}, "002": {}})
    assert read("id", 1, of=of) == read("id", 1.0, of=of) == "001"
    assert read("id", 7, of=of) == "7"
    both = plan_of(tasks={"01": {}, "001": {}})
    assert problem("id", 1, of=both).message.zh == "编号「1」可能是 001、01"
    assert problem("id", "长" * 65).message.en.endswith("is longer than 64 characters")


def test_a_text_is_the_text_and_the_prompt_to_fill_in_is_none() -> None:
    typed = ("  第一行\r\n第二行 ", 2026, 1.5, True, date(2026, 3, 2), "007", "no")
    assert [read("note", content) for content in typed] == [
        "第一行\n第二行", "2026", "1.5", "TRUE", "2026-03-02", "007", "no",
    ]  # fmt: skip
    assert [read(field, prompt) for field in ("name", "owner", "end") for prompt in ("待填写", "to be filled in")] == [
        None
    ] * 6
    assert problem("note", "#VALUE!").message.en == "Note '#VALUE!' is the error of a formula"


def test_a_computed_column_does_not_come_back() -> None:
    with pytest.raises(ValueError, match="light is computed and does not come back"):
        read("light", "红")


def test_a_text_of_several_lines_comes_back_with_its_blanks_and_empty_lines() -> None:
    assert read("support", "市场部：第一行 \n\n第三行 \n研发部：联调 ") == {
        "市场部": "第一行 \n\n第三行", "研发部": "联调",
    }  # fmt: skip
