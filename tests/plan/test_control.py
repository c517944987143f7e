"""Document control: every form has a version, a day, a status and a history of its own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from collabkit.model.words import DocumentStatus
from collabkit.plan import signing
from collabkit.plan.control import NOT_AGREED, WAITING, Controlled, control
from tests.forms.sample import plan_of

DOCUMENT = {
    "version": "1.0",
    "date": "2026-03-02",
    "author": "王芳",
    "history": [{"version": "1.0", "date": "2026-03-02", "summary": "启动会确认后发布"}],
}
ISSUE = {"title": "x", "resolution": {"decision": "登录优先", "decided": "2026-03-18", "decided_by": "王芳"}}


def found(form: str, item: str = "", **sections: Any) -> Controlled:
    return control(plan_of(**({"document": DOCUMENT} | sections)), form, item)


@pytest.mark.parametrize("form", ["charter", "goals", "tasks"])
def test_what_a_form_does_not_say_of_itself_follows_the_project(form: str) -> None:
    made = found(form)
    assert (made.version, made.date, made.author) == ("1.0", date(2026, 3, 2), "王芳")
    assert [each.summary for each in made.history] == ["启动会确认后发布"]


def test_a_form_with_a_control_of_its_own_keeps_it() -> None:
    own = {"version": "V1.1", "date": "2026-03-09", "history": [{"version": "1.1", "summary": "补充范围"}]}
    made = found("goals", documents={"goals": own})
    assert (made.version, made.date) == ("1.1", date(2026, 3, 9))
    assert [each.summary for each in made.history] == ["补充范围"]
    assert found("charter", documents={"goals": own}).version == "1.0"


def test_a_decision_is_dated_by_its_own_day_and_not_by_the_project() -> None:
    made = found("resolution", "I1", issues={"I1": ISSUE})
    assert (made.version, made.date, made.history) == ("1.0", date(2026, 3, 18), ())
    undecided = found("resolution", "I1", issues={"I1": {"title": "x"}})
    assert (undecided.version, undecided.date, undecided.status) == ("0.1", None, DocumentStatus.DRAFT)


def test_records_of_single_items_are_controlled_by_item() -> None:
    documents = {"resolution": {"I1": {"version": "1.1", "date": "2026-03-20"}}}
    made = found("resolution", "I1", issues={"I1": ISSUE, "I2": ISSUE}, documents=documents)
    assert (made.version, made.date) == ("1.1", date(2026, 3, 20))
    other = found("resolution", "I2", issues={"I1": ISSUE, "I2": ISSUE}, documents=documents)
    assert (other.version, other.date) == ("1.0", date(2026, 3, 18))


def test_a_close_out_report_has_the_day_of_the_close() -> None:
    assert found("closeout").version == "0.1"
    made = found("closeout", closeout={"date": "2026-07-10"})
    assert (made.version, made.date, made.history) == ("1.0", date(2026, 7, 10), ())


def signed(*people: str, opinion: str = "agree") -> dict[str, Any]:
    return {"charter": [{"person": person, "date": "2026-03-03", "opinion": opinion} for person in people]}


TEAM = {
    "project": {"name": "P", "manager": "王芳", "sponsor": "陈明", "start": "2026-03-02", "end": "2026-05-29"},
    "departments": {"研发部": {"head": "李雷"}, "市场部": {"head": "王芳"}},
}


def test_a_form_is_in_force_once_everybody_who_signs_it_has() -> None:
    assert found("charter", **TEAM).status is DocumentStatus.DRAFT
    assert found("charter", **TEAM, signoffs=signed("王芳", "李雷")).status is DocumentStatus.DRAFT
    assert found("charter", **TEAM, signoffs=signed("王芳", "李雷", "陈明")).status is DocumentStatus.IN_FORCE


def test_a_disagreement_or_a_version_below_1_keeps_it_a_draft() -> None:
    signoffs = signed("王芳", "李雷", "陈明")
    draft = {"version": "0.9"}
    assert found("charter", **TEAM, signoffs=signoffs, documents={"charter": draft}).status is DocumentStatus.DRAFT
    disagreeing = signed("王芳", "李雷", "陈明", opinion="disagree")
    assert found("charter", **TEAM, signoffs=disagreeing).status is DocumentStatus.DRAFT
    reserved = signed("王芳", "李雷", "陈明", opinion="reservation")
    assert found("charter", **TEAM, signoffs=reserved).status is DocumentStatus.IN_FORCE


def test_a_declared_status_counts() -> None:
    old = {"charter": {"status": "superseded"}}
    assert found("charter", **TEAM, documents=old).status is DocumentStatus.SUPERSEDED


V12 = {"version": "1.2", "date": "2026-04-10"}


def test_a_signature_on_an_earlier_version_says_nothing_about_a_later_one() -> None:
    of = TEAM | {"signoffs": signed("王芳", "李雷", "陈明"), "document": DOCUMENT}
    assert found("charter", **of).status is DocumentStatus.IN_FORCE
    later = found("charter", **of, documents={"charter": V12})
    assert (later.version, later.status, later.open) == ("1.2", DocumentStatus.DRAFT, WAITING)
    assert found("charter", **(of | {"document": DOCUMENT | V12})).open == WAITING
    listed_only = {"version": "1.2", "history": [{"version": "V1.2", "date": "2026-04-10"}]}
    assert found("charter", **of, documents={"charter": listed_only}).open == WAITING


def test_it_is_in_force_again_once_everybody_has_signed_the_later_version() -> None:
    first, again = signed("王芳", "李雷", "陈明")["charter"], signed("王芳", "李雷", "陈明")["charter"]
    for each in again:
        each["date"] = "2026-04-10"
    documents = {"charter": V12}
    some = found("charter", **TEAM, documents=documents, signoffs={"charter": [*first, *again[:2]]})
    assert some.open == WAITING
    every = found("charter", **TEAM, documents=documents, signoffs={"charter": [*first, *again]})
    assert (every.status, every.open) == (DocumentStatus.IN_FORCE, None)


def test_a_draft_that_was_signed_becomes_the_first_issue_whenever_that_is_published() -> None:
    published = DOCUMENT | {"date": "2026-03-06", "history": [{"version": "1.0", "date": "2026-03-06"}]}
    of = TEAM | {"signoffs": signed("王芳", "李雷", "陈明"), "document": published}
    assert found("charter", **of).status is DocumentStatus.IN_FORCE


def test_who_signed_an_earlier_version_is_asked_again() -> None:
    of = plan_of(**TEAM, signoffs=signed("王芳", "李雷"), documents={"charter": V12})
    assert {each.person: each.signed for each in signing.required_by(of, "charter")} == dict.fromkeys(
        ("王芳", "李雷", "陈明")
    )


def test_what_keeps_a_version_from_being_in_force_is_said() -> None:
    assert found("charter", **TEAM).open == WAITING
    assert found("charter", **TEAM, documents={"charter": {"version": "0.9"}}).open is None
    disagreeing = signed("王芳", "李雷", "陈明", opinion="disagree")
    assert found("charter", **TEAM, signoffs=disagreeing).open == NOT_AGREED


def test_a_week_is_a_draft_until_somebody_has_reported_on_it() -> None:
    fresh = found("weekly", "2026-W12")
    assert (fresh.version, fresh.status) == ("0.1", DocumentStatus.DRAFT)
    told = found("weekly", "2026-W12", weeks={"2026-W12": {"headline": "按计划推进"}})
    assert (told.version, told.status) == ("1.0", DocumentStatus.IN_FORCE)
