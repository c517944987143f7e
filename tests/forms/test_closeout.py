"""The close-out report: attainment, variances, counts, what is handed over."""

from __future__ import annotations

from datetime import date

import pytest

from collabkit.forms.closeout import CloseoutReport
from collabkit.model import Light
from collabkit.model.goal import Goal
from collabkit.plan import Plan
from collabkit.plan.attainment import attainment
from tests.forms.sample import plan_of, texts, view

CLOSED = {"date": "2026-06-05"}


def report(of: Plan | None = None) -> CloseoutReport:
    made = view("closeout", of)
    assert isinstance(made, CloseoutReport)
    return made


@pytest.mark.parametrize(
    ("target", "actual", "baseline", "met", "share"),
    [
        ("≥ 36.8 %", "36.8 %", None, True, 1.0),
        ("≥ 36.8 %", "33.12 %", "32 %", False, 0.9),
        ("1.2万台", "11,400 台", None, False, 0.95),
        # What leaves out the unit counts where it can mean one thing only.
        ("12,000 台", "11,400", None, False, 0.95),
        ("1.2万台", "11400", None, False, 0.95),
        ("12000", "11,400 台", None, False, 0.95),
        ("≥ 40 %", "40.8", None, True, 1.02),
        ("≥ 36.8 %", "37.536 %（数据平台，2026-07-31）", None, True, 1.02),
        ("≥ 36.8 %", "0", None, False, 0.0),
        ("12,000 units", "11,400 unit", None, False, 0.95),
        ("10 篇", "12 篇", None, True, 1.2),
        ("≤ 1 %", "0.8 %", None, True, 1.2),
        ("≤ 1 %", "1.05 %", None, False, 0.95),
        ("≤ 1 %", "3 %", None, False, 0.0),
        # No comparator: 5 days lie below the 8 it came from, so less is better.
        ("5 天", "4 天", "8 天", True, 1.2),
        ("5 天", "6 天", "8 天", False, 0.8),
        ("> 10", "10", None, False, 1.0),
        ("< 10", "10", None, False, 1.0),
        ("= 3 个", "3 个", None, True, 1.0),
        ("= 4 个", "3 个", None, False, 0.75),
        ("≤ 0 起", "0 起", None, True, None),
        ("≤ 0 起", "1 起", None, False, None),
        ("2026-05-29", "2026-05-29", None, True, None),
        ("2026-05-29", "2026-06-03", None, False, None),
        ("≥ 90 %；≤ 5 天", "95 %；6 天", None, False, 0.8),
    ],
)
def test_attainment_compares_what_can_be_compared(
    target: str, actual: str, baseline: str | None, met: bool, share: float | None
) -> None:
    found = attainment(Goal(target=target, actual=actual, baseline=baseline))
    assert found is not None
    assert found.met is met
    assert found.share == (None if share is None else pytest.approx(share))


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        *(
            (None, "1"),
            ("1", None),
            ("1 台", "1 篇"),
            ("尽快", "完成"),
            ("2026-05-29", "3 天"),
            ("1；2", "1"),
            ("1", "x"),
        ),
        # A share or a percentage, in 元 or in 万元: nobody can tell.
        *(("≥ 36.8 %", "0.372"), ("≤ 1 %", "0.8"), ("≥ 100 %", "1.2"), ("0.6", "64 %"), ("≤ 5万元", "4.8")),
        *(("≥ 5 %", "5 个百分点"), ("10 人", "10 人天"), ("5 天", "1 周")),
    ],
)
def test_attainment_says_nothing_about_what_cannot_be_compared(target: str | None, actual: str | None) -> None:
    assert attainment(Goal(target=target, actual=actual)) is None


@pytest.mark.parametrize(
    ("target", "actual", "baseline", "met"),
    [
        ("取得证书", "取得证书", None, True),
        ("取得证书", "已取得证书（2026-05-12）", None, True),
        ("取得证书", "未取得证书", None, False),
        ("取得证书", "材料在审", None, None),
        ("已批复", "批复", None, True),
        ("预算内", "预算内（492,000 元）", None, True),
        ("预算内", "超预算 3 %", None, False),
        ("预算内", "不超预算", None, None),
        ("within budget", "over budget by 3 %", None, False),
        ("handed over", "handed over on 5 May", None, True),
        ("四级", "4 级", None, True),
        ("四级", "三级", None, False),
        ("四级", "五级", "三级", True),
        ("四级", "五级", None, False),
        ("2 级", "1 级", "3 级", True),
        ("无重大投诉", "无重大投诉", None, True),
        ("approved", "Approved on 12 May", None, True),
        ("approved", "not approved", None, False),
        ("ISO 27001 certified", "ISO 27001 certified", None, True),
        ("ISO 27001 certified", "audit passed", None, None),
        ("≥ 90 %；取得证书", "95 %；取得证书", None, True),
        ("≥ 90 %；取得证书", "95 %；未取得", None, False),
        ("better", "better", None, None),
    ],
)
def test_a_state_is_reached_when_the_actual_value_names_it(
    target: str, actual: str, baseline: str | None, met: bool | None
) -> None:
    found = attainment(Goal(target=target, actual=actual, baseline=baseline))
    assert (found.met if found else None) is met


def test_a_state_reads_as_met_or_not_met() -> None:
    goals = {
        "G1": {"statement": "x", "target": "取得证书", "actual": "取得证书"},
        "G2": {"statement": "x", "target": "取得证书", "actual": "未取得证书"},
    }
    assert texts(report(plan_of(goals=goals)).goals, "attained", "light", "reason") == [
        ("达成", "●\xa0绿", "—"),
        ("未达成", "●\xa0红", "待填写"),
    ]


@pytest.mark.parametrize(
    ("actual", "light"), [("100", Light.GREEN), ("90", Light.AMBER), ("89.9", Light.RED), ("0", Light.RED)]
)
def test_the_light_of_a_goal_is_amber_from_nine_tenths(actual: str, light: Light) -> None:
    found = attainment(Goal(target="≥ 100", actual=actual))
    assert found is not None
    assert found.light is light


def test_results_show_what_was_reached_and_why_it_was_missed() -> None:
    assert texts(report().goals, "id", "actual", "attained", "light", "reason") == [
        ("G1", "将于 2026-07-31 测量", "—", "—", "—"),
        ("G2", "11,400 台", "95%", "●\xa0黄", "首周缺货"),
    ]
    assert texts(report().subgoals, "id", "attained", "light", "evidence") == [
        ("SG1", "120%", "●\xa0绿", "待填写"),
        ("SG2", "—", "—", "待填写"),
    ]


def test_a_missed_target_never_reads_as_reached() -> None:
    goals = {"G1": {"statement": "x", "target": "≥ 1000", "actual": "999"}}
    assert texts(report(plan_of(goals=goals)).goals, "attained", "reason") == [("99%", "待填写")]


def test_variances_are_in_working_days_and_money() -> None:
    assert texts(report().performance, "dimension", "planned", "actual", "variance", "reason") == [
        ("进度（结束日期）", "2026-05-29", "2026-06-03", "+3 个工作日", "待填写"),
        ("工期", "64 个工作日", "67 个工作日", "+3 个工作日", "—"),
        ("成本", "500,000\u00a0元", "108,000.50\u00a0元", "−391,999.50\u00a0元（−78.4%）", "—"),
    ]


def test_an_overrun_is_red_and_asks_for_its_cause() -> None:
    budget = {"currency": "EUR", "approved": 1000, "lines": [{"item": "a", "spent": 700}, {"item": "b", "spent": 400}]}
    cost = report(plan_of(budget=budget)).performance[-1]
    assert (str(cost.variance), str(cost.reason)) == ("EUR\u00a0+100（+10.0%）", "待填写")
    assert cost.variance.tone == "red"  # type: ignore[union-attr]


def test_the_project_ends_with_its_last_task_when_the_report_does_not_say() -> None:
    task = {"name": "x", "department": "研发部", "start": "2026-03-02", "end": "2026-05-29", "status": "done"}
    done = {
        "T1": {**task, "actual_start": "2026-03-03", "actual_end": "2026-05-27"},
        "T2": {**task, "status": "cancelled"},
    }
    made = report(plan_of(date(2026, 6, 1), tasks=done))
    assert (made.closing.actual_start, made.closing.actual_end) == ("2026-03-03", "2026-05-27")
    assert str(made.performance[0].variance) == "提前 2 个工作日"
    still = report(plan_of(tasks={**done, "T3": {**task, "status": "doing"}}))
    assert str(still.closing.actual_end) == "待填写"


def test_deliverables_that_nobody_accepted_are_listed_too() -> None:
    assert texts(report().deliverables, "deliverable", "number", "verdict") == [
        ("T01 技术评估报告", "ACC-01", "通过"),
        ("T02 固件包", "—", "待填写"),
        ("T05 素材包", "—", "待填写"),
    ]


def test_statistics_count_by_kind_and_closing_rate() -> None:
    assert texts(report().statistics, "kind", "total", "breakdown", "closed", "rate") == [
        ("任务", "7", "未开始 2、进行中 3、已完成 2、已取消 1", "2", "29%"),
        ("里程碑", "3", "按期达成 1", "1", "33%"),
        ("风险", "4", "红 2、黄 1、绿 1", "1", "25%"),
        ("问题", "3", "一般 1、关键 2", "1", "33%"),
        ("变更", "1", "—", "0", "0%"),
    ]


def test_goals_due_after_the_close_are_followed_up() -> None:
    assert texts(report().benefits, "id", "measured", "department") == [("G1", "2026-07-31", "市场部")]


def test_the_checklist_holds_every_area() -> None:
    found = texts(report().checklist, "box", "area", "date")
    assert found[0] == ("☑", "人员释放", "2026-06-04")
    assert [box for box, _, _ in found] == ["☑", "☐", "☐", "☐", "☐", "☐"]


def test_manager_heads_sponsor_and_the_pmo_sign() -> None:
    found = report().signatures
    assert texts(found, "name", "role") == [
        ("王芳", "项目经理"),
        ("李雷", "部门负责人"),
        ("赵敏", "部门负责人"),
        ("钱进", "部门负责人"),
        ("陈明", "项目发起人"),
        ("", "PMO 归档"),
    ]


def test_an_empty_report_asks_for_what_it_must_hold() -> None:
    made = report(plan_of(closeout=CLOSED))
    for value in (made.closing.conclusion, made.review.goal, made.lessons[0].description, made.archive[0].file):
        assert str(value) == "待填写"
    assert made.handover == made.benefits == made.feedback == made.subgoals == ()
    assert len(made.performance) == 2


WORK = {"name": "x", "status": "done", "actual_start": "2026-03-02", "actual_end": "2026-04-28"}


def test_the_project_ends_with_its_last_milestone_when_that_comes_after_the_last_task() -> None:
    tasks = {"T1": WORK}
    reached = {"M6": {"name": "验收", "date": "2026-05-29", "actual": "2026-05-29"}}
    made = report(plan_of(date(2026, 6, 5), tasks=tasks, milestones=reached, closeout=CLOSED))
    assert str(made.closing.actual_end) == "2026-05-29"
    assert str(made.performance[0].variance) == "按期"
    waiting = {"M6": {"name": "验收", "date": "2026-05-29"}}
    made = report(plan_of(date(2026, 6, 5), tasks=tasks, milestones=waiting, closeout=CLOSED))
    assert str(made.closing.actual_end) == "待填写"


@pytest.mark.parametrize(
    ("today", "actual"), [("2026-06-05", "将于 2026-07-31 测量"), ("2026-07-31", "待填写"), ("2026-09-01", "待填写")]
)
def test_a_goal_is_to_be_measured_only_while_its_day_is_to_come(today: str, actual: str) -> None:
    goals = {"G1": {"statement": "x", "target": "≥ 5", "due": "2026-07-31"}}
    made = report(plan_of(date.fromisoformat(today), goals=goals, closeout=CLOSED))
    assert str(made.goals[0].actual) == actual


FORMS_ARCHIVED = ("项目启动信息表", "Project Initiation Sheet", "Initiation sheet")


@pytest.mark.parametrize("file", FORMS_ARCHIVED)
def test_an_archived_form_has_the_version_and_status_that_the_form_itself_shows(file: str) -> None:
    documents = {"charter": {"version": "1.2", "date": "2026-04-10"}}
    for version, shown in (
        (None, "V1.2 · 待签字"),
        ("1.2", "V1.2 · 待签字"),
        ("V1.0", "V1.0（现为 V1.2 · 待签字）"),
    ):
        of = plan_of(closeout={"archive": [{"file": file, "version": version}]}, documents=documents)
        head = view("charter", of).document
        assert texts(report(of).archive, "version") == [shown]
        assert f"{head.version} · {head.status}" in shown


def test_any_other_archived_file_has_the_version_of_the_list() -> None:
    files = [{"file": "测试报告", "version": "2.3"}, {"file": "合同", "version": "终稿"}, {"file": "照片"}]
    assert texts(report(plan_of(closeout={"archive": files})).archive, "version") == ["V2.3", "终稿", "待填写"]


def test_a_record_that_waits_for_signatures_says_that_and_is_no_draft() -> None:
    head = report(plan_of(closeout=CLOSED)).document
    assert (head.version, head.status) == ("V1.0", "待签字")
