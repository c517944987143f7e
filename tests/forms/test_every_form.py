"""What holds for every form: whatever the project says, it is built, filled and the same every time."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collabkit.forms.form import Choice, Form, Item
from collabkit.forms.registry import forms
from collabkit.lang import Lang
from collabkit.plan import signing
from collabkit.rendering import render
from tests.forms.sample import plan, plan_of

each_form = pytest.mark.parametrize("form", forms(), ids=lambda form: form.key)
loose = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])

days = st.sampled_from([date.min, date(1970, 1, 1), date(2026, 3, 2), date(2026, 3, 20), date(2027, 2, 1), date.max])
texts = st.sampled_from(["x", "第一行\n第二行", "R&D <b> {{ x }} {% y %}", "=1+1", "\x00\x0b\ufffe", "😀", "无", " "])
people = st.sampled_from(["王芳", "李雷", "不存在", "heads"])
departments = st.sampled_from(["研发部", "市场部", "不存在"])


def some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return mappings with any of these fields."""
    return st.fixed_dictionaries({}, optional=fields)


tasks = some(
    name=texts, department=departments, owner=people, start=days, end=days, actual_start=days, actual_end=days,
    deliverable=texts, standard=texts, acceptor=people, progress=st.integers(0, 100), note=texts,
    status=st.sampled_from(["todo", "doing", "done", "cancelled"]),
    after=st.lists(st.sampled_from(["T0", "T1", "T1 SS+9999", "T0-9999", "T9"]), max_size=2),
)  # fmt: skip
actions = some(action=texts, owner=people, due=days, status=st.sampled_from(["open", "done"]))
quantities = st.sampled_from(["≥ 5 %", "5", "0 台", "2026-03-02", "尽快", "1万；2", "-3 d"])
goals = some(
    statement=texts, baseline=quantities, target=quantities, actual=quantities, due=days, department=departments
)
issues = some(
    title=texts, grade=st.sampled_from(["key", "general"]), raised=days, due=days, closed=days, escalated=days,
    level=st.sampled_from(["manager", "heads", "executive"]), departments=st.lists(departments, max_size=2),
    status=st.sampled_from(["open", "doing", "resolved", "closed"]), tasks=st.just(["T0", "T7"]),
    resolution=some(decision=texts, decided=days, decided_by=people, actions=st.lists(actions, max_size=2)),
)  # fmt: skip
risks = some(
    title=texts, likelihood=st.integers(1, 5), impact=st.integers(1, 5), due=days, identified=days, reviewed=days,
    status=st.sampled_from(["open", "happened", "closed"]),
)  # fmt: skip
amounts = st.sampled_from([0, -5, 1e15, 0.1, 49999.995])
projects = some(
    tasks=st.lists(tasks, max_size=4).map(lambda all_: {f"T{number}": each for number, each in enumerate(all_)}),
    goals=st.lists(goals, max_size=3).map(lambda all_: {f"G{number}": each for number, each in enumerate(all_)}),
    issues=st.lists(issues, max_size=3).map(lambda all_: {f"I/{number}": each for number, each in enumerate(all_)}),
    risks=st.lists(risks, max_size=3).map(lambda all_: {f"R{number}": each for number, each in enumerate(all_)}),
    milestones=some(date=days, forecast=days, actual=days).map(lambda each: {"M1": each}),
    calendar=st.sampled_from([{}, {"workdays": ["sun"]}, {"country": "CN"}, {"days_off": ["2026-03-20"]}]),
    budget=some(approved=amounts, lines=st.lists(some(planned=amounts, spent=amounts, forecast=amounts), max_size=2)),
    escalation=st.lists(
        some(grade=st.sampled_from(["key", "general"]), decider=people, within=st.sampled_from([0, 2, 10**9, -3])),
        max_size=2,
    ),
    closeout=some(date=days, actual_start=days, actual_end=days, kind=st.sampled_from(["normal", "suspended"])),
    meetings=st.lists(some(kind=st.sampled_from(["kickoff", "weekly"]), date=days, chair=people), max_size=2),
    handovers=st.just([{"from": "T0", "to": "T1"}, {"from": "T8"}]),
)  # fmt: skip


def documents(form: Form, of: Any) -> list[Item]:
    """Return the documents of a form that the project has data for."""
    return list(form.items(of, Choice())) if form.has_data(of) else []


@loose
@given(projects, days, st.sampled_from(Lang))
def test_whatever_the_project_says_every_form_is_built_and_always_the_same(
    sections: dict[str, Any], today: date, lang: Lang
) -> None:
    for form in forms():
        for item in documents(form, plan_of(today, **sections)):
            built = form.build(plan_of(today, **sections), lang, item)
            assert built == form.build(plan_of(today, **sections), lang, item)
            assert isinstance(built, form.view)


@settings(loose, max_examples=15)
@given(projects, days, st.sampled_from(Lang))
def test_whatever_the_project_says_every_form_is_filled(
    tmp_path_factory: pytest.TempPathFactory, sections: dict[str, Any], today: date, lang: Lang
) -> None:
    out = tmp_path_factory.mktemp("out")
    of = plan_of(today, **sections)
    found = list(render(of, out=out, lang=lang))
    assert len(found) == sum(len(documents(form, of)) for form in forms())
    assert all(each.path.stat().st_size > 0 for each in found)


@each_form
def test_a_form_of_the_smallest_project_is_filled_when_it_is_asked_for(form: Form, tmp_path: Path) -> None:
    issue = {"I1": {"title": "x", "grade": "key", "resolution": {}}}
    for lang in Lang:
        (found,) = render(plan_of(issues=issue), out=tmp_path, lang=lang, forms=[form.key])
        assert found.path.stat().st_size > 0


@each_form
def test_the_default_week_of_any_day_is_a_week(form: Form) -> None:
    for shift in range(0, 800, 13):
        today = date(2025, 12, 20) + timedelta(days=shift)
        issue = {"I1": {"title": "x", "grade": "key", "resolution": {}}}
        assert len(list(form.items(plan_of(today, issues=issue), Choice()))) == 1


def test_every_form_says_who_signs_it_and_the_plan_answers() -> None:
    for form in forms():
        item = next(iter(form.items(plan(), Choice())))
        expected = signing.signers(plan(), form.key, item.name or None) if form.key in signing.FORMS else ()
        assert form.signers(plan(), item) == expected
    assert {form.key for form in forms() if form.signers(plan(), Item("I1"))} == set(signing.FORMS)
