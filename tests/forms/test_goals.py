"""The goal agreement: sub-goals, trade-offs, promises between departments."""

from __future__ import annotations

from dataclasses import replace

from collabkit.forms.goals import Goals
from collabkit.forms.parts.reservation import NONE_RECORDED
from collabkit.lang import Lang
from collabkit.plan import Plan
from tests.forms.sample import plan, plan_of, texts, view
from tests.projects import plan_of as minimal


def agreement(of: Plan | None = None, lang: Lang = Lang.ZH) -> Goals:
    made = view("goals", of, lang)
    assert isinstance(made, Goals)
    return made


def test_the_alignment_meeting_and_the_subgoals_are_shown() -> None:
    made = agreement()
    assert (made.meeting.date, made.meeting.attendees) == ("2026-03-06", "李雷、赵敏、钱进")
    assert texts(made.subgoals, "id", "goal", "target", "weight") == [
        ("SG1", "G1", "≤ 1 %", "60%"),
        ("SG2", "G1", "10 篇", "40%"),
    ]
    assert made.priority == "质量 > 进度 > 范围 > 成本"


def test_a_resource_that_is_not_fully_committed_asks_for_a_plan() -> None:
    assert texts(agreement().resources, "need", "status", "gap_plan") == [
        ("工程师", "☑\xa0已承诺  ☐\xa0部分承诺  ☐\xa0未承诺", "—"),
        ("推广费", "☐\xa0已承诺  ☑\xa0部分承诺  ☐\xa0未承诺", "待填写"),
    ]


def test_dependencies_between_departments_are_listed_also_when_no_handover_is_written() -> None:
    assert texts(agreement().dependencies, "upstream", "downstream", "item", "confirmed") == [
        ("研发部：T02 固件开发", "市场部：T05 素材初稿", "产品参数", "☑\xa0研发部  ☐\xa0市场部"),
        ("研发部：T01 技术评估", "供应链部：T03 芯片采购", "待填写", "☐\xa0研发部  ☐\xa0供应链部"),
    ]


def test_the_latest_day_of_a_handover_is_the_working_day_before_the_next_task() -> None:
    # T05 starts on Monday 23 March; T03 waits for the start of T01, so no last day follows.
    assert texts(agreement().dependencies, "needed_by") == ["2026-03-20", "待填写"]
    tasks = {
        "A": {"name": "a", "department": "研发部", "end": "2026-03-10"},
        "B": {"name": "b", "department": "市场部", "start": "2026-03-23", "after": ["A+2"]},
    }
    assert texts(agreement(plan_of(tasks=tasks)).dependencies, "needed_by") == ["2026-03-18"]


def test_a_cancelled_task_promises_nothing() -> None:
    tasks = {
        "A": {"name": "a", "department": "研发部", "status": "cancelled"},
        "B": {"name": "b", "department": "市场部", "after": ["A"]},
    }
    assert agreement(plan_of(tasks=tasks)).dependencies == ()


def test_heads_manager_and_sponsor_sign_each_once() -> None:
    assert texts(agreement().signatures, "name") == ["李雷", "赵敏", "钱进", "王芳", "陈明"]


def test_an_empty_agreement_asks_for_what_it_must_hold() -> None:
    made = agreement(plan_of())
    assert str(made.priority) == str(made.agreements[0].text) == str(made.subgoals[0].statement) == "待填写"
    assert made.conflicts == made.dependencies == made.reservations == ()


def test_the_agreement_changes_with_the_day_only_in_how_old_its_data_are() -> None:
    one, other = agreement(), agreement(plan(plan().project.about.end))
    assert one.document.as_of != other.document.as_of
    assert replace(one, document=other.document) == other


def test_a_department_without_a_head_still_has_a_row_that_asks_for_one() -> None:
    made = agreement(minimal("departments:\n  Development: {head: Li Lei}\n  Marketing: {}\n"))
    rows = texts(made.signatures, "role", "department", "name")
    assert next(row for row in rows if row[1] == "Marketing") == ("部门负责人", "Marketing", "待填写")


def test_both_records_say_in_the_same_words_that_nothing_was_held_against_it() -> None:
    issues = {"I1": {"title": "x", "resolution": {"decision": "y"}}}
    signed = [{"person": "王芳", "date": "2026-03-18", "opinion": "agree", "issue": "I1"}]
    of = plan_of(issues=issues, signoffs={"goals": signed, "resolution": signed})
    for lang in Lang:
        assert agreement(of, lang).reservations == ()
        assert view("resolution", of, lang, "I1").follow_up.reservations == NONE_RECORDED.to(lang)


def test_who_signed_with_a_reservation_stands_among_the_reservations_until_the_department_has_written_it_down() -> None:
    people = {"李雷": {"department": "研发部"}}
    signed = [{"person": "李雷", "date": "2026-03-18", "opinion": "reservation", "note": "人手偏紧"}]
    of = plan_of(people=people, signoffs={"goals": signed})
    assert texts(agreement(of).reservations, "department", "text", "follow_up") == [
        ("研发部", "李雷（有保留）：人手偏紧", "待填写")
    ]
    written = [{"department": "研发部", "text": "人手偏紧", "follow_up": "月末复核", "due": "2026-03-31"}]
    of = plan_of(people=people, signoffs={"goals": signed}, reservations=written)
    assert texts(agreement(of).reservations, "text") == ["人手偏紧"]
