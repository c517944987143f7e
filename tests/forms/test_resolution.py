"""The resolution record: the decision, its reasons, who signs; and which issues have one."""

from __future__ import annotations

import pytest

from collabkit.errors import UsageError
from collabkit.forms import resolution
from collabkit.forms.form import Choice, Item
from collabkit.forms.registry import find
from collabkit.forms.resolution import ResolutionRecord
from collabkit.plan import Plan
from tests.forms.sample import plan, plan_of, texts, view

KEY = {"title": "x", "grade": "key"}


def record(of: Plan | None = None, issue: str = "I1") -> ResolutionRecord:
    made = view("resolution", of, item=issue)
    assert isinstance(made, ResolutionRecord)
    return made


def test_grade_and_level_are_ticked() -> None:
    made = record().issue
    assert (made.number, made.grade) == ("RES-I1", "☐\xa0一般  ☑\xa0关键")
    assert made.level == "☐\xa0项目经理  ☐\xa0部门负责人  ☑\xa0分管副总"
    assert (made.raised_by, made.raised) == ("市场部 赵敏", "2026-03-17")


def test_the_decision_and_its_consequences_are_shown() -> None:
    made = record()
    assert (made.decision.text, made.decision.by, made.decision.on) == (
        "登录模块优先，推荐模块移至第二批",
        "陈明",
        "2026-03-19",
    )
    assert made.decision.baseline == "☐\xa0是  ☑\xa0否"
    assert (made.impacts.schedule, made.impacts.cost, made.impacts.quality) == ("3 个工作日", "0\u00a0元", "—")
    assert texts(made.options, "letter", "option", "recommended") == [("A", "登录优先", "★"), ("B", "并行", "")]
    assert texts(made.actions, "action", "department", "done_when") == [("更新排期", "研发部", "排期表已通知")]


def test_decider_heads_owners_and_manager_sign_each_once() -> None:
    assert texts(record().signatures, "name", "date") == [
        ("陈明", "2026-03-19"),
        ("李雷", "____年__月__日"),
        ("赵敏", "____年__月__日"),
        ("王芳", "____年__月__日"),
    ]


def test_the_heads_of_the_departments_concerned_sign_when_they_decided_together() -> None:
    issues = {"I1": {**KEY, "departments": ["研发部"], "resolution": {"decided_by": "heads"}}}
    made = record(plan_of(issues=issues, departments={"研发部": {"head": "李雷"}, "市场部": {"head": "赵敏"}}))
    assert str(made.decision.by) == "部门负责人"
    assert texts(made.signatures, "name") == ["李雷", "王芳"]


def test_a_record_without_content_asks_for_it() -> None:
    made = record(plan_of(issues={"I1": {**KEY, "resolution": {}}}))
    for value in (made.decision.text, made.decision.by, made.cause, made.impacts.schedule, made.options[0].option):
        assert str(value) == "待填写"
    assert str(made.actions[0].action) == str(made.follow_up.notify) == "待填写"
    assert made.follow_up.verification == ""


def test_each_key_issue_with_a_resolution_has_its_document() -> None:
    issues = {
        "A": {**KEY, "resolution": {}},
        "B": KEY,
        "C": {"title": "x", "grade": "general", "resolution": {}},
        "D": {**KEY, "resolution": {}},
    }
    of = plan_of(issues=issues)
    assert list(resolution.items(of, Choice())) == [Item("A"), Item("D")]
    assert list(resolution.items(of, Choice("C"))) == [Item("C")]


@pytest.mark.parametrize(("issue", "told"), [("I9", "没有问题 I9"), ("I2", "问题 I2 还没有决议")])
def test_an_issue_without_a_resolution_is_refused_and_those_with_one_are_named(issue: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        resolution.items(plan(), Choice(issue))
    assert caught.value.message.zh == told
    assert caught.value.hint is not None
    assert caught.value.hint.zh == "已有决议的问题：I1"


def test_a_project_without_resolutions_has_no_record_and_says_so_when_asked() -> None:
    form = find("resolution")
    assert form is not None
    assert not form.has_data(plan_of())
    with pytest.raises(UsageError, match="no key issue has a resolution yet"):
        form.items(plan_of(), Choice())


def reserved(signatures: list[dict[str, str]], **resolution: str) -> str:
    """Return what the record of a minimal issue says is held against the decision."""
    issues = {"I1": {**KEY, "resolution": {"decision": "x", **resolution}}}
    people = {"李雷": {"department": "研发部"}, "赵敏": {"department": "市场部"}}
    signed = [{"date": "2026-03-19", "issue": "I1", **each} for each in signatures]
    return record(plan_of(issues=issues, people=people, signoffs={"resolution": signed})).follow_up.reservations


@pytest.mark.parametrize(
    ("signatures", "written", "shown"),
    [
        ([], {}, "无记录"),
        ([{"person": "赵敏", "opinion": "agree"}], {}, "无记录"),
        ([{"person": "赵敏", "opinion": "reservation", "note": "周期偏紧"}], {}, "赵敏（有保留）：周期偏紧"),
        ([{"person": "赵敏", "opinion": "reservation"}], {}, "赵敏（有保留）"),
        ([{"person": "李雷", "opinion": "disagree", "note": "人手不足"}], {}, "李雷（不同意）：人手不足"),
        (
            [
                {"person": "赵敏", "opinion": "reservation", "note": "周期偏紧"},
                {"person": "李雷", "opinion": "disagree", "note": "人手不足"},
            ],
            {"reservations": "市场部：周期偏紧"},
            "市场部：周期偏紧；李雷（不同意）：人手不足",
        ),
        (
            [{"person": "赵敏", "opinion": "reservation", "note": "x"}, {"person": "赵敏", "opinion": "agree"}],
            {},
            "无记录",
        ),
    ],
)
def test_what_people_signed_with_stands_among_the_reservations(
    signatures: list[dict[str, str]], written: dict[str, str], shown: str
) -> None:
    assert reserved(signatures, **written) == shown
