"""The weekly report: what was done, missed and comes next, the lights, who decides what."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabkit.errors import UsageError
from collabkit.forms import weekly
from collabkit.forms.form import Choice, Item
from collabkit.forms.weekly import Weekly
from collabkit.lang import Lang
from collabkit.plan import Plan
from collabkit.styled import Styled
from tests.forms.sample import TODAY, plan, plan_of, texts, view

DEPARTMENTS = ("研发部", "市场部", "供应链部", "未指定部门")


def report(week: str = "2026-W12", of: Plan | None = None, lang: Lang = Lang.ZH) -> Weekly:
    made = view("weekly", of, lang, week)
    assert isinstance(made, Weekly)
    return made


def column(made: Weekly, name: str) -> dict[str, list[str]]:
    """Return one column of the departments' table: the texts of each department."""
    return {str(row.name): texts(getattr(row, name), "text") for row in made.departments}


# Work


def test_done_holds_what_was_finished_in_the_week_and_then_what_the_file_adds() -> None:
    done = column(report(), "done")
    assert done["研发部"] == ["T01 技术评估", "完成 2 次评审"]
    assert done["市场部"] == ["无"]


def test_a_text_of_the_file_that_repeats_a_task_is_not_told_twice() -> None:
    # The file says 技术评估 and T05 素材初稿, which are T01 and T05.
    made = report()
    assert column(made, "done")["研发部"].count("技术评估") == 0
    assert column(made, "next")["市场部"] == ["T04 素材大纲", "T05 素材初稿", "联系 KOL"]


def test_missed_holds_what_should_be_finished_with_its_cause_and_working_days_late() -> None:
    (late,) = report().departments[2].missed
    assert (late.text, str(late.mark), late.note) == ("T03 芯片采购", "逾期 2 个工作日", "原因：供应商排产延后")
    (today,) = report().departments[1].missed
    assert (today.text, str(today.mark), today.note) == ("T04 素材大纲", "2026-03-20 到期", "")


def test_a_late_task_without_a_cause_asks_for_it() -> None:
    made = report(of=plan(date(2026, 3, 24)), week="2026-W13")
    late = {bullet.text: bullet for bullet in made.departments[1].missed}["T04 素材大纲"]
    assert str(late.mark) == "逾期 2 个工作日"
    assert str(late.note) == "原因：待填写"
    assert late.note.tone == "missing"  # type: ignore[union-attr]


def test_next_holds_running_starting_and_carried_over_tasks() -> None:
    coming = column(report(), "next")
    assert coming["研发部"] == ["T02 固件开发"]
    assert coming["供应链部"] == ["T03 芯片采购"]
    assert "T06 上市发布" not in coming["市场部"]
    notes = {bullet.text: (str(bullet.mark), bullet.note) for row in report().departments for bullet in row.next}
    assert notes["T02 固件开发"] == ("", "2026-04-03 到期，进度 40%")
    assert notes["T05 素材初稿"] == ("", "2026-03-23 开始，2026-03-27 到期")
    assert notes["T03 芯片采购"] == ("续办", "进度 60%")


def test_work_without_a_department_is_shown_in_a_row_that_asks_for_one() -> None:
    assert tuple(column(report(), "done")) == DEPARTMENTS
    assert column(report(), "done")["未指定部门"] == ["T08 渠道访谈"]
    assert report().departments[-1].name == Styled("未指定部门", "missing")


def test_a_cancelled_task_appears_nowhere() -> None:
    assert "海外调研" not in str(report())


def test_english_reads_like_english() -> None:
    late = report(lang=Lang.EN).departments[2].missed[0]
    assert (str(late.mark), late.note) == ("2 working days late", "Cause: 供应商排产延后")
    assert report(lang=Lang.EN).week.label == "Week 12"


# A past week


def test_a_past_week_is_told_as_it_stood_on_its_last_day() -> None:
    made = report("2026-W11")
    assert made.week.as_of == "2026-03-15"
    assert made.week.period == "2026-03-09 至 2026-03-13"
    # T01 was finished on 17 March, so it was late and running on the 15th.
    assert column(made, "done")["研发部"] == ["待填写"]
    assert column(made, "missed")["研发部"] == ["T01 技术评估"]
    assert str(made.departments[0].missed[0].mark) == "到期未完成"
    assert column(made, "next")["研发部"] == ["T01 技术评估", "T02 固件开发"]


def test_a_past_week_knows_no_later_issues_risks_decisions_or_changes() -> None:
    made = report("2026-W11")
    assert made.issues == ()
    assert made.changes == ()
    assert made.decisions == ()
    assert texts(made.risks, "id") == ["R1", "R3"]
    assert texts(made.actions, "action") == ["提供样机", "订会议室"]


def test_progress_of_a_past_week_is_even_between_start_and_finish() -> None:
    # T01 ran 12 working days (2 to 17 March), 10 of them up to the 13th; T03 came to 60 % in 10 days, 5 of them gone.
    made = report("2026-W11")
    notes = {bullet.text: bullet.note for row in made.departments for bullet in row.next}
    assert notes["T01 技术评估"] == "进度 83%"
    assert notes["T03 芯片采购"] == "2026-03-18 到期，进度 30%"


def test_a_week_with_a_day_off_ends_on_its_last_working_day() -> None:
    made = report("2026-W15", plan(date(2026, 4, 12)))
    assert made.week.period == "2026-04-07 至 2026-04-10"


# Lights and figures


def test_the_computed_and_the_declared_light_stand_side_by_side() -> None:
    status = report().status
    assert (str(status.light.computed), str(status.light.declared), str(status.reason)) == (
        "●\xa0红",
        "●\xa0黄",
        "芯片已有替代方案",
    )
    assert status.cause == "按最差分项判定：进度、风险与问题"
    assert (str(status.trend), str(status.progress)) == ("↓ 恶化", "51%")


def test_a_declared_light_that_differs_asks_for_its_reason() -> None:
    made = report("2026-W12", plan_of(weeks={"2026-W12": {"light": "red"}}))
    assert str(made.status.reason) == "待填写"
    assert made.status.light.declared.tone == "red"  # type: ignore[union-attr]


def test_the_five_dimensions_have_their_own_lights() -> None:
    found = report().dimensions
    assert [str(getattr(found, name).computed) for name in weekly.DIMENSIONS] == [
        "●\xa0红", "●\xa0黄", "●\xa0绿", "●\xa0黄", "●\xa0红",
    ]  # fmt: skip


def test_a_department_is_as_red_as_its_reddest_task_or_key_issue() -> None:
    assert [str(row.light) for row in report().departments] == ["●\xa0绿", "●\xa0黄", "●\xa0红", "●\xa0绿"]


def test_milestones_show_their_variance_in_working_days() -> None:
    assert texts(report().milestones, "id", "variance", "light") == [
        ("M1", "按期", "●\xa0绿"),
        # Monday 6 April is a day off: Friday the 3rd to Wednesday the 8th are two working days.
        ("M2", "+2 个工作日", "●\xa0黄"),
        # Nobody forecast M3, and what it waits for is amber.
        ("M3", "—", "●\xa0黄"),
    ]
    assert texts(report().milestones, "reason")[2] == "受里程碑 M2 影响"


def test_the_name_of_a_late_milestone_is_not_said_again_beside_it() -> None:
    assert texts(report().milestones, "name", "reason")[1] == ("Demo 评审", "晚 2 个工作日")


def test_every_light_that_is_not_green_has_its_reason_beside_it() -> None:
    made = report()
    assert texts(made.reasons, "dimension", "light") == [
        ("进度", "●\xa0红"), ("风险与问题", "●\xa0红"), ("成本", "●\xa0黄"), ("资源", "●\xa0黄"),
    ]  # fmt: skip
    assert made.reasons[0].text == "任务 T03 芯片采购 逾期 2 个工作日"
    assert [bool(row.why) for row in made.departments] == [str(row.light) != "●\xa0绿" for row in made.departments]


def test_a_department_that_asked_for_help_is_amber_and_says_so() -> None:
    help = {"研发部": {"help": ["需要 2 名测试"]}, "市场部": {"help": ["无"]}}
    made = report(of=plan_of(weeks={"2026-W12": {"departments": help}}))
    assert texts(made.departments, "light", "why") == [("●\xa0黄", "请求支持"), ("●\xa0绿", "")]
    assert column(made, "help")["研发部"] == ["需要 2 名测试"]


def test_a_goal_shows_what_was_measured_last_and_when() -> None:
    current = [{"date": "2026-03-06", "value": "32.4 %"}, {"date": "2026-03-20", "value": "33.1 %"}]
    of = plan_of(goals={"G1": {"statement": "a", "current": [*current, {"date": "2026-04-03", "value": "35 %"}]}})
    assert texts(report(of=of).goals, "current", "measured") == [("33.1 %", "2026-03-20")]
    assert texts(report(of=plan_of(goals={"G1": {"statement": "a"}})).goals, "current", "measured") == [("—", "")]


@pytest.mark.parametrize(
    ("risk", "change"),
    [
        ({}, "—"),
        ({"identified": "2026-03-17"}, "本周新增"),
        ({"status": "happened"}, "已发生"),
        ({"reviewed": "2026-03-19"}, "本周已复核"),
        ({"reviewed": "2026-03-12"}, "—"),
        ({"reviews": [{"date": "2026-03-06", "likelihood": 2, "impact": 4}]}, "↑ 上升（8→12）"),
        ({"reviews": [{"date": "2026-03-06", "likelihood": 5, "impact": 4}]}, "↓ 下降（20→12）"),
        (
            {"reviews": [{"date": "2026-03-06", "likelihood": 3, "impact": 4}], "reviewed": "2026-03-19"},
            "本周已复核，等级不变",
        ),
        ({"status": "closed", "closed": "2026-03-18"}, "本周关闭"),
    ],
)
def test_what_changed_about_a_risk(risk: dict[str, object], change: str) -> None:
    of = plan_of(risks={"R1": {"title": "x", "likelihood": 3, "impact": 4, **risk}})
    assert texts(report(of=of).risks, "change") == [change]


def test_a_risk_closed_in_an_earlier_week_is_gone() -> None:
    of = plan_of(risks={"R1": {"title": "x", "status": "closed", "closed": "2026-03-13"}})
    assert report(of=of).risks == ()


def test_risks_are_sorted_by_light_and_say_what_changed() -> None:
    assert texts(report().risks, "id", "light", "change", "due") == [
        ("R2", "●\xa0红", "本周新增", "2026-03-27"),
        ("R1", "●\xa0黄", "—", "2026-03-18（已过期）"),
        ("R3", "●\xa0绿", "本周已复核", "—"),
    ]


def test_issues_say_who_decides_by_when_key_ones_first_and_settled_ones_last() -> None:
    # I2 was raised on Monday: the heads had until Wednesday, the sponsor has until Friday.
    assert texts(report().issues, "id", "urgent", "decider", "decide_by", "status") == [
        ("I2", "True", "陈明", "2026-03-20", "处理中"),
        ("I3", "False", "王芳", "2026-03-23", "待处理"),
        ("I1", "False", "—", "—", "已解决"),
    ]


def test_decisions_changes_gaps_and_the_budget_of_the_week() -> None:
    made = report()
    assert texts(made.decisions, "id", "text") == [("—", "周会改到周五"), ("I1", "登录模块优先，推荐模块移至第二批")]
    assert texts(made.changes, "id", "decision") == [("C1", "待决策")]
    assert texts(made.gaps, "need", "status", "gap_plan") == [("推广费；5 万元", "部分承诺", "待填写")]
    assert texts(made.budget, "approved", "spent", "committed", "unspent", "available", "forecast") == [
        (
            "500,000\u00a0元",
            "108,000.50\u00a0元",
            "12,000\u00a0元",
            "391,999.50\u00a0元",
            "379,999.50\u00a0元",
            "505,000\u00a0元",
        )
    ]


def test_a_decision_of_the_log_is_not_told_twice() -> None:
    of = plan_of(
        decisions=[{"id": "D1", "title": "先做睡眠监测", "date": "2026-03-18", "owner": "王芳"}],
        weeks={"2026-W12": {"decisions": ["D1：先做睡眠监测", "会议改期"]}},
    )
    assert texts(report(of=of).decisions, "id", "text", "decided_by") == [
        ("—", "会议改期", "—"),
        ("D1", "先做睡眠监测", "王芳"),
    ]


def test_actions_of_earlier_meetings_stay_until_they_are_done() -> None:
    assert texts(report().actions, "number", "action", "due", "origin") == [
        ("1", "提供产品参数", "2026-03-24", "2026-W12"),
        ("2", "提供样机", "2026-03-18（已过期）", "周例会 2026-03-13"),
        ("3", "更新排期", "2026-03-24", "I1"),
    ]


# Which week


def test_the_week_is_the_current_one_unless_another_is_asked_for() -> None:
    assert list(weekly.items(plan(), Choice())) == [Item("2026-W12")]
    assert list(weekly.items(plan(date(2026, 3, 22)), Choice("2026-w12"))) == [Item("2026-W12")]
    assert list(weekly.items(plan(date(2027, 1, 3)), Choice())) == [Item("2026-W53")]


@pytest.mark.parametrize("name", ["2026-W54", "2026-12", "W12", "下周", "2026-W00", ""])
def test_a_week_that_is_none_is_refused_with_an_example(name: str) -> None:
    if not name:
        assert list(weekly.items(plan(), Choice(name))) == [Item("2026-W12")]
        return
    with pytest.raises(UsageError) as told:
        weekly.items(plan(), Choice(name))
    assert told.value.hint is not None
    assert "2026-W12" in told.value.hint.zh


def test_a_past_week_is_refused_unless_it_is_reconstructed_and_then_says_so_on_every_page() -> None:
    with pytest.raises(UsageError, match="2026-W11 ended on 2026-03-15") as told:
        weekly.items(plan(), Choice("2026-W11"))
    assert told.value.hint is not None and "--reconstruct" in told.value.hint.zh
    (item,) = weekly.items(plan(), Choice("2026-W11", reconstruct=True))
    for lang, mark in ((Lang.ZH, "按现有数据回推"), (Lang.EN, "reconstructed from today's data")):
        made = weekly.build(plan(), lang, item)
        # The title stands in the header of every page.
        assert mark in made.form.title
        assert made.week.reconstructed == mark
    (current,) = weekly.items(plan(), Choice(reconstruct=True))
    assert "回推" not in weekly.build(plan(), Lang.ZH, current).form.title


@pytest.mark.parametrize(
    ("today", "sections", "written"),
    [
        (date(2026, 3, 15), {}, True),
        (date(2026, 3, 16), {}, True),
        (date(2026, 3, 17), {}, False),
        # The Monday is a day off.
        (date(2026, 3, 17), {"calendar": {"days_off": ["2026-03-16"]}}, True),
        # A weekly meeting on Tuesday looks back on the week before, one on Friday does not.
        (date(2026, 3, 17), {"communication": {"weekly": {"weekday": "tue"}}}, True),
        (date(2026, 3, 17), {"communication": {"weekly": {"weekday": "fri"}}}, False),
        # A report with a date of its own was issued on that day.
        (date(2026, 3, 16), {"weeks": {"2026-W11": {"date": "2026-03-13"}}}, False),
        (date(2026, 3, 18), {"weeks": {"2026-W11": {"date": "2026-03-18"}}}, True),
        (date(2026, 3, 24), {"weeks": {"2026-W11": {"date": "2026-03-24"}}}, False),
    ],
)
def test_the_report_of_last_week_is_still_written_until_the_day_after_it(
    today: date, sections: dict[str, object], written: bool
) -> None:
    of, asked = plan_of(today, **sections), Choice("2026-W11")
    if not written:
        with pytest.raises(UsageError, match="and was to be reported by 2026-03-1"):
            weekly.items(of, asked)
        return
    (item,) = weekly.items(of, asked)
    assert not item.reconstructed
    made = [weekly.build(of, lang, item) for lang in Lang]
    assert [each.week.as_of for each in made] == ["2026-03-15"] * 2
    late = today > date(2026, 3, 15)
    assert [each.week.reconstructed for each in made] == (
        [f"{today} 编写", f"written on {today}"] if late else ["", ""]
    )
    assert "回推" not in made[0].form.title


def test_what_happened_since_sunday_is_not_in_a_report_that_is_written_on_monday() -> None:
    monday = date(2026, 3, 16)
    work = {"name": "x", "department": "研发部", "start": "2026-03-02", "end": "2026-03-20"}
    of = plan_of(
        monday,
        tasks={
            "T1": {**work, "status": "doing", "progress": 60},
            "T2": {**work, "status": "done", "actual_end": "2026-03-16"},
            "T3": {**work, "status": "doing", "actual_start": "2026-03-16"},
        },
        risks={"R1": {"title": "x", "likelihood": 3, "impact": 4, "status": "closed", "closed": "2026-03-16"}},
    )
    made = report("2026-W11", of)
    assert texts(made.risks, "id", "change") == [("R1", "—")]
    assert column(made, "done")["研发部"] == ["待填写"]
    coming = {bullet.text: bullet.note for bullet in made.departments[0].next}
    # What was entered for the week stands as it was entered; what began on Monday had not begun.
    assert coming["T1 x"] == "2026-03-20 到期，进度 60%"
    assert coming["T3 x"] == "2026-03-20 到期"
    assert "T2 x" in coming


# Not done, and why


def test_what_is_not_due_yet_is_not_missed() -> None:
    tasks = {"T1": {"name": "x", "department": "研发部", "start": "2026-03-16", "end": "2026-03-20", "status": "doing"}}
    for day, missed, mark in ((19, "无", ""), (20, "T1 x", ""), (21, "T1 x", "续办"), (22, "T1 x", "续办")):
        made = report(of=plan_of(date(2026, 3, day), tasks=tasks))
        assert column(made, "missed")["研发部"] == [missed]
        assert str(made.departments[0].next[0].mark) == ("续办" if day >= 20 else mark)


@pytest.mark.parametrize(
    "reason",
    ["已完成 80%", "完成 60%，按计划推进", "进展顺利。", "推进中", "80% done, on track", "in progress", "过半", None],
)
def test_how_far_work_has_come_is_no_cause_of_its_delay(reason: str | None) -> None:
    work = {"name": "x", "department": "研发部", "start": "2026-03-02", "end": "2026-03-18", "status": "doing"}
    of = plan_of(tasks={"T1": {**work, "delay_reason": reason}})
    assert str(report(of=of).departments[0].missed[0].note) == "原因：待填写"


@pytest.mark.parametrize(
    "reason", ["供应商排产延后", "完成 60%，等待屏幕到货", "80% done, waits for the screens", "按计划推进，但样机晚到"]
)
def test_a_reason_that_says_why_is_the_cause(reason: str) -> None:
    work = {"name": "x", "department": "研发部", "start": "2026-03-02", "end": "2026-03-18", "status": "doing"}
    of = plan_of(tasks={"T1": {**work, "delay_reason": reason}})
    assert report(of=of).departments[0].missed[0].note == f"原因：{reason}"


def test_a_note_is_a_remark_and_no_cause() -> None:
    work = {"name": "x", "department": "研发部", "start": "2026-03-02", "end": "2026-03-18", "status": "doing"}
    of = plan_of(tasks={"T1": {**work, "note": "主芯片订单已下，屏幕询价中"}})
    assert str(report(of=of).departments[0].missed[0].note) == "原因：待填写"


def test_a_week_that_has_not_begun_is_refused() -> None:
    with pytest.raises(UsageError, match="begins on 2026-03-23, today is 2026-03-20"):
        weekly.items(plan(), Choice("2026-W13"))


# Whatever the tasks are

MONDAY = date(2026, 3, 16)
days = st.integers(-30, 40).map(lambda shift: MONDAY + timedelta(days=shift))


@st.composite
def tasks(draw: st.DrawFn) -> dict[str, object]:
    """Return a task as people write it: dates may lack, and may not fit its status."""
    task: dict[str, object] = {
        "name": draw(st.sampled_from(["设计", "开发", "测试"])),
        "department": draw(st.sampled_from(["研发部", "市场部", "不存在", None])),
        "status": draw(st.sampled_from(["todo", "doing", "done", "cancelled"])),
        "progress": draw(st.none() | st.integers(0, 100)),
    }
    for name in ("start", "end", "actual_start", "actual_end"):
        task[name] = draw(st.none() | days)
    return task


@settings(max_examples=150)
@given(st.lists(tasks(), max_size=6), st.integers(-20, 20), st.integers(0, 3))
def test_every_task_stands_in_the_lists_of_its_department_where_it_belongs(
    written: list[dict[str, object]], shift: int, back: int
) -> None:
    today = MONDAY + timedelta(days=shift)
    of = plan_of(today, tasks={f"T{number}": task for number, task in enumerate(written)})
    monday = today - timedelta(days=today.weekday() + 7 * back)
    sunday = monday + timedelta(days=6)
    made = report(f"{monday.isocalendar().year}-W{monday.isocalendar().week:02d}", of)
    day = min(today, sunday)
    for key, task in of.project.tasks.items():
        row = task.department if task.department in of.project.departments else "未指定部门"
        finished = min(task.actual_end or task.end or today, today)
        was_done = task.status == "done" and finished <= day
        is_open = not was_done and task.status != "cancelled"
        text = f"{key} {task.name}"
        found = {
            name: [where for where, found in column(made, name).items() if text in found]
            for name in ("done", "missed", "next")
        }
        assert found["done"] == ([row] if was_done and monday <= finished else [])
        assert found["missed"] == ([row] if is_open and task.end is not None and task.end <= day else [])
        assert len(found["next"]) <= 1 and (is_open or not found["next"])
        soon = any(each is not None and each <= sunday + timedelta(days=7) for each in (task.start, task.end))
        if is_open and soon:
            assert found["next"] == [row]


@settings(max_examples=30)
@given(st.lists(tasks(), max_size=5))
def test_the_same_plan_gives_the_same_report(written: list[dict[str, object]]) -> None:
    sections = {f"T{number}": task for number, task in enumerate(written)}
    assert report(of=plan_of(TODAY, tasks=sections)) == report(of=plan_of(TODAY, tasks=sections))


def test_a_week_that_nobody_has_reported_on_asks_every_department_and_claims_nothing() -> None:
    for weeks, said in (({}, "待填写"), ({"2026-W12": {"departments": {"研发部": {}}}}, "无")):
        for row in report(of=plan_of(weeks=weeks)).departments:
            assert {texts(getattr(row, name), "text")[0] for name in ("done", "missed", "next", "help")} == {said}


def test_nothing_late_is_told_by_the_tasks_whoever_answers() -> None:
    tasks = {"T1": {"department": "市场部", "start": "2026-05-04", "end": "2026-05-08"}}
    silent = report(of=plan_of(tasks=tasks)).departments[1]
    assert texts(silent.missed, "text") == ["无"]
    assert texts(silent.done, "text") == texts(silent.help, "text") == ["待填写"]


def test_an_empty_register_is_no_answer_until_it_was_kept_or_the_week_reported_on() -> None:
    def told(**sections: object) -> tuple[str, str, str]:
        nothing = report(of=plan_of(**sections)).nothing
        return str(nothing.risks), str(nothing.issues), str(nothing.actions)

    assert told() == ("待填写", "待填写", "待填写")
    assert told(weeks={"2026-W12": {"headline": "按计划"}}) == ("无", "无", "无")
    gone = {"title": "x", "status": "closed", "closed": "2026-03-03"}
    assert told(risks={"R1": gone}, issues={"I1": gone}) == ("无", "无", "待填写")
    assert report(of=plan_of(), lang=Lang.EN).nothing.issues == Styled("to be filled in", "missing")
