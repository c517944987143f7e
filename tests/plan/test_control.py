"""Document control: every form has a version, a day, a status and a history of its own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from collabkit.model.words import DocumentStatus
from collabkit.plan.control import Controlled, control
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
