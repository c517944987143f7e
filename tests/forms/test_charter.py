"""The initiation sheet: every field of the file finds its place, and what is missing is visible."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from collabkit.forms.charter import Charter
from collabkit.lang import Lang
from collabkit.plan import Plan
from collabkit.styled import Styled
from tests.forms.sample import TODAY, plan, plan_of, texts, view


def sheet(of: Plan | None = None, lang: Lang = Lang.ZH) -> Charter:
    made = view("charter", of, lang)
    assert isinstance(made, Charter)
    return made


def test_the_head_says_whose_document_it_is() -> None:
    made = sheet()
    assert (made.form.number, made.form.title) == ("F01", "项目启动信息表")
    assert made.document.number == "PRJ-2026-001-F01-V1.0"
    assert (made.document.organization, made.document.sensitivity) == ("华启科技有限公司", "内部")
    assert (made.document.author, made.document.approver) == ("王芳", "陈明")
    assert texts(made.document.history, "version", "author") == [("V1.0", "王芳")]


def test_basic_information_counts_working_days() -> None:
    made = sheet()
    assert made.project.scenario == "新产品上市"
    assert made.project.department == "研发部"
    # 2 March to 29 May are 65 weekdays, one of them a day off.
    assert made.project.duration == "64 个工作日"
    assert made.basics.budget == "500,000\u00a0元"
    assert sheet(lang=Lang.EN).project.duration == "64 working days"


def test_goals_scope_and_milestones_come_in_the_order_of_the_file() -> None:
    made = sheet()
    assert texts(made.goals, "id", "baseline", "target") == [("G1", "32.0 %", "≥ 36.8 %"), ("G2", "0 台", "1.2万台")]
    assert texts(made.scope.inside, "id", "text") == [("S1", "睡眠与运动识别"), ("S2", "上市推广")]
    assert texts(made.scope.outside, "text") == ["海外版本"]
    assert texts(made.milestones, "id", "date", "evidence") == [
        ("M1", "2026-03-13", "规格书签字"),
        ("M2", "2026-04-03", "评审纪要"),
        ("M3", "2026-05-29", "待填写"),
    ]


def test_deliverables_are_those_of_the_tasks_that_are_not_cancelled() -> None:
    assert texts(sheet().deliverables, "task", "name", "receiver") == [
        ("T01", "技术评估报告", "赵敏"),
        ("T02", "固件包", "市场部"),
        ("T05", "素材包", "—"),
    ]


def test_departments_show_who_works_for_them_and_what_became_of_their_needs() -> None:
    research = sheet().departments[0]
    assert (research.head, research.contact, research.executors) == ("李雷", "韩梅", "李雷、韩梅")
    assert texts(research.needs, "need", "reply") == [
        ("需 2 周技术评估", "采纳：已排入 T01"),
        ("增加一名测试工程师", "待填写"),
    ]


def test_executors_are_the_people_of_the_department_while_it_has_no_tasks() -> None:
    of = plan_of(people={"李雷": {"department": "研发部"}, "陈明": {}})
    assert str(sheet(of).departments[0].executors) == "李雷"
    assert str(sheet(of).departments[1].executors) == "待填写"


def test_only_the_five_highest_open_risks_are_shown() -> None:
    assert texts(sheet().risks, "id", "level") == [("R2", "15（3×5）"), ("R1", "6（2×3）"), ("R3", "2（1×2）")]
    many = {f"R{number}": {"title": "x", "likelihood": number % 5 + 1, "impact": 4} for number in range(9)}
    assert texts(sheet(plan_of(risks=many)).risks, "id") == ["R4", "R3", "R8", "R2", "R7"]


@pytest.mark.parametrize("number", [0, 5, 6, 15])
def test_the_sheet_says_which_part_of_the_open_risks_it_shows(number: int) -> None:
    risks = {f"R{each}": {"title": "x", "likelihood": 3, "impact": 3} for each in range(number)}
    chinese, english = (sheet(plan_of(risks=risks), lang).risks_shown for lang in Lang)
    if number <= 5:
        assert chinese == english == ""
    else:
        assert chinese == f"未关闭的风险共 {number} 项，这里列出最严重的 5 项；全部见项目周报"
        assert english == f"5 of {number} open risks, the most serious first; all of them in the Weekly Report"


def test_where_all_risks_are_closed_the_sheet_asks_for_none_and_says_how_many_there_were() -> None:
    closed = {"title": "x", "status": "closed", "closed": "2026-03-18"}
    of = plan_of(risks={"R1": closed, "R2": closed})
    assert texts(sheet(of).risks, "title", "response") == [("目前没有未关闭的风险；已关闭 2 项", "—")]
    assert texts(sheet(of, Lang.EN).risks, "title") == ["No risk is open now; 2 closed"]


def test_what_was_signed_on_an_earlier_version_is_no_signature_on_this_one() -> None:
    history = [{"version": "1.2", "date": "2026-03-18"}, {"version": "1.0", "date": "2026-03-02"}]
    people = [{"person": "王芳", "date": "2026-03-03", "opinion": "agree"}]
    of = plan_of(
        documents={"charter": {"version": "1.2", "date": "2026-03-18", "history": history}},
        signoffs={"charter": people},
    )
    assert texts(sheet(of).signatures[:1], "signature", "note") == [("", "2026-03-03 签的是V1.0，本版未签")]
    assert "☑" not in sheet(of).signatures[0].opinion
    english = sheet(of, Lang.EN)
    assert texts(english.signatures[:1], "note") == ["signed V1.0 on 2026-03-03, not this version"]
    assert (english.document.version, english.document.status) == ("V1.2", "To be signed")


def test_talk_and_escalation_read_like_sentences() -> None:
    made = sheet()
    assert texts(made.communication, "item", "when", "channel") == [
        ("项目群", "—", "企业微信「手环」群"),
        ("每日同步", "每个工作日 17:30", "企业微信「手环」群"),
        ("周例会", "周五 15:00（45 分钟）", "3 楼会议室"),
    ]
    assert texts(made.escalation, "grade", "decider", "within") == [
        ("一般", "王芳", "2 个工作日"),
        ("关键", "部门负责人", "2 个工作日"),
        ("关键", "陈明", "2 个工作日"),
    ]
    english = sheet(lang=Lang.EN)
    assert texts(english.communication, "when")[1:] == ["Every working day, 17:30", "Friday 15:00 (45 minutes)"]
    assert texts(english.escalation, "decider") == ["王芳", "Department heads", "陈明"]


def test_a_meeting_that_the_communication_plan_describes_comes_once() -> None:
    plan = [{"item": "周例会", "frequency": "每周三 15:00"}, {"item": "简报", "audience": ["市场部", "客户"]}]
    made = sheet(plan_of(communication={"daily": "17:30", "plan": plan}))
    assert texts(made.communication, "item", "when", "audience") == [
        ("每日同步", "每个工作日 17:30", "研发部、市场部"),
        ("周例会", "每周三 15:00", "—"),
        ("简报", "—", "市场部、客户"),
    ]


def test_everybody_at_the_kickoff_signs_and_the_sponsor_approves() -> None:
    made = sheet()
    assert texts(made.signatures, "name", "role", "date") == [
        ("王芳", "项目经理", "____年__月__日"),
        ("李雷", "部门负责人", "2026-03-03"),
        ("赵敏", "部门负责人", "____年__月__日"),
        ("钱进", "部门负责人", "____年__月__日"),
        ("孙悦", "内容编辑", "2026-03-03"),
    ]
    assert (str(made.approval.name), made.approval.date) == ("陈明", "2026-03-04")


def test_opinions_are_ticked_as_recorded() -> None:
    opinions = {str(row.name): (row.opinion, row.note) for row in sheet().signatures}
    assert opinions["李雷"] == ("☑\xa0同意  ☐\xa0有保留  ☐\xa0不同意", "")
    assert opinions["孙悦"] == ("☐\xa0同意  ☑\xa0有保留  ☐\xa0不同意", "周期偏紧")
    assert opinions["王芳"] == ("☐\xa0同意  ☐\xa0有保留  ☐\xa0不同意", "")


@pytest.mark.parametrize("lang", Lang)
def test_the_smallest_project_shows_what_is_to_be_filled_in(lang: Lang) -> None:
    prompt = Styled("待填写" if lang is Lang.ZH else "to be filled in", "missing")
    made = sheet(plan_of(), lang)
    assert made.background.situation == prompt
    assert made.project.sponsor == prompt
    assert made.goals[0].statement == made.scope.inside[0].text == made.scope.outside[0].text == prompt
    assert made.deliverables[0].name == made.milestones[0].name == made.risks[0].owner == prompt
    assert made.escalation[0].decider == made.communication[0].when == made.departments[0].head == prompt
    assert made.document.version == "V0.1"
    assert made.resources == made.assumptions == made.constraints == made.exit_criteria == ()


def test_ids_that_are_not_names_print_as_names() -> None:
    of = Plan(
        plan_of(
            people={"w1": {"name": "王芳", "department": "rd"}},
            departments={"rd": {"name": "研发部", "head": "w1"}},
        ).project,
        date(2026, 3, 20),
    )
    assert (sheet(of).departments[0].name, sheet(of).departments[0].head) == ("研发部", "王芳")


def test_the_sheet_changes_with_the_day_only_in_how_old_its_data_are() -> None:
    one, other = sheet(plan(TODAY)), sheet(plan(date(2026, 5, 1)))
    assert one.document.as_of != other.document.as_of
    assert replace(one, document=other.document) == other


def test_a_goals_metric_names_the_source_of_its_data_unless_it_does_so_already() -> None:
    goals = {
        "G1": {"statement": "a", "metric": "次月留存率", "source": "数据平台"},
        "G2": {"statement": "b", "metric": "次月留存率，数据平台口径", "source": "数据平台"},
        "G3": {"statement": "c", "metric": "上线日期"},
    }
    assert texts(view("charter", plan_of(goals=goals)).goals, "metric") == [
        "次月留存率（数据平台）",
        "次月留存率，数据平台口径",
        "上线日期",
    ]
