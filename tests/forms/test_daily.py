"""The daily sync: done today, in progress, due soon, overdue, who is needed."""

from __future__ import annotations

from datetime import date

import pytest

from collabkit.forms.daily import Daily
from collabkit.lang import Lang
from collabkit.plan import Plan
from tests import projects as sections
from tests.forms.sample import plan, plan_of, texts, view


def message(of: Plan | None = None, lang: Lang = Lang.ZH) -> Daily:
    made = view("daily", of, lang)
    assert isinstance(made, Daily)
    return made


def test_the_day_is_counted_in_working_days() -> None:
    day = message().day
    assert (day.date, day.weekday, day.workday) == ("3月20日", "周五", 15)
    english = message(lang=Lang.EN).day
    assert (english.date, english.weekday) == ("20 March", "Friday")


@pytest.mark.parametrize(
    ("today", "chinese", "english"),
    [
        (date(2026, 2, 26), "距计划开始 2 个工作日", "2 working days before the planned start"),
        (date(2026, 3, 2), "", ""),
        (date(2026, 5, 29), "", ""),
        (date(2026, 5, 30), "", ""),
        (date(2026, 6, 1), "已超过计划结束日 1 个工作日", "1 working day past the planned end"),
        (date(2026, 6, 5), "已超过计划结束日 5 个工作日", "5 working days past the planned end"),
    ],
)
def test_before_the_start_and_past_the_end_the_day_is_counted_from_there(
    today: date, chinese: str, english: str
) -> None:
    assert [message(plan_of(today), lang).day.outside for lang in Lang] == [chinese, english]


def test_departments_tell_what_is_finished_today_and_what_runs_or_starts_next() -> None:
    found = message(plan(date(2026, 3, 17))).departments
    assert texts(found, "name", "done")[0] == ("研发部", "T01 技术评估")
    assert texts(message().departments, "name", "doing", "next") == [
        ("研发部", "T02 固件开发 40%", ""),
        # T05 starts on Monday, the next working day after this Friday.
        ("市场部", "T04 素材大纲 80%", "T05 素材初稿"),
        ("供应链部", "T03 芯片采购 60%", ""),
    ]


def test_what_is_due_within_three_working_days_comes_apart_from_what_is_overdue() -> None:
    made = message()
    assert texts(made.due_soon, "text") == ["T04 素材大纲（2026-03-20，市场部，孙悦）"]
    assert texts(made.overdue, "text") == ["T03 芯片采购（2026-03-18，供应链部，钱进）"]
    later = message(plan(date(2026, 3, 25)))
    assert texts(later.due_soon, "text") == ["T05 素材初稿（2026-03-27，市场部，孙悦）"]


def test_help_names_who_is_to_decide() -> None:
    assert texts(message().help, "text") == [
        "市场部：需研发部提供产品参数",
        "I2 芯片交期：待陈明决策（2026-03-20 前）",
        "I3 参数缺失：待王芳决策（2026-03-23 前）",
    ]


def test_what_belongs_to_no_department_is_told_as_well() -> None:
    made = message(plan_of(tasks={"T1": {"name": "x", "status": "doing", "progress": 20}}))
    assert texts(made.departments, "name", "doing") == [("未指定部门", "T1 x 20%")]


def test_a_project_without_tasks_has_nothing_to_tell() -> None:
    made = message(plan_of())
    assert made.departments == made.due_soon == made.overdue == made.help == ()


def test_a_task_that_is_overdue_is_not_waiting_to_start_as_well() -> None:
    tasks = {"T1": {"name": "x", "department": "研发部", "start": "2026-03-09", "end": "2026-03-18"}}
    made = message(plan_of(tasks=tasks))
    assert texts(made.overdue, "text") == ["T1 x（2026-03-18，研发部）"]
    assert made.departments == ()
    # Due today, it is due and not overdue.
    made = message(plan_of(date(2026, 3, 18), tasks=tasks))
    assert texts(made.departments, "next") == ["T1 x"]
    assert texts(made.due_soon, "text") == ["T1 x（2026-03-18，研发部）"]
    assert made.overdue == ()


@pytest.mark.parametrize(("ended", "told"), [("2026-03-20", True), ("2026-03-19", False), ("2026-04-02", False)])
def test_only_what_ended_today_is_finished_today(ended: str, told: bool) -> None:
    tasks = f"tasks:\n  T1: {{name: Build, status: done, department: Development, actual_end: {ended}}}\n"
    shown = message(sections.plan_of(tasks), Lang.EN)
    assert ("T1" in " ".join(str(line) for line in shown.departments)) is told


def test_nothing_is_said_on_behalf_of_departments_that_have_not_answered() -> None:
    assert [message(plan_of(), lang).no_help for lang in Lang] == [
        "如有需要，请直接在本群回复",
        "please reply here if you need any",
    ]
    reported = plan_of(weeks={"2026-W12": {"headline": "按计划"}})
    assert [message(reported, lang).no_help for lang in Lang] == ["无", "none"]
