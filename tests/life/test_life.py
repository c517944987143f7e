"""What nobody may find in a project's papers, on whatever day of its life."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import yaml

from collabkit import api
from collabkit.errors import UsageError
from collabkit.finding import Severity
from collabkit.forms.form import Choice
from collabkit.forms.registry import find
from collabkit.lang import Lang, Text
from collabkit.model import Stage
from collabkit.model.closeout import Closeout
from collabkit.model.scalars import week_of
from collabkit.model.words import RiskStatus, Verdict
from collabkit.plan import Plan
from collabkit.plan.reporting import is_over
from collabkit.plan.week import workweek
from tests.life.moments import SCENARIOS, life
from tests.life.reading import NONE
from tests.life.views import leaves, toned

each_life = pytest.mark.parametrize("scenario", SCENARIOS)
each_language = pytest.mark.parametrize("lang", Lang)


# Nothing is asked for that is there, nothing is said that nobody wrote


@each_life
@each_language
def test_where_everything_is_filled_in_no_form_asks_for_anything(scenario: str, lang: Lang) -> None:
    asked = [
        f"{moment}: {name} asks for {path}"
        for moment in life(scenario, lang)
        for name, view in moment.views.items()
        if name.split(".")[0] in moment.step.whole
        for path, _ in toned(view, "missing")
    ]
    assert not asked, "\n".join(asked[:40])


@each_life
@each_language
def test_a_draft_asks_for_what_is_not_there(scenario: str, lang: Lang) -> None:
    asked = [path for path, _ in toned(life(scenario, lang)[0].views["charter"], "missing")]
    assert "project.code" in asked


@each_life
def test_no_box_is_ticked_that_nobody_ticked_in_the_file(scenario: str) -> None:
    for moment in life(scenario, Lang.EN):
        file = yaml.safe_load(moment.text)
        ticked = sum(str(view).count("☑") for view in moment.views.values())
        assert ticked or not file.get("signoffs")
        told = api.loads(yaml.safe_dump(_unanswered(file))).in_full(moment.plan.today)
        for form, item in moment.documents.values():
            assert "☑" not in str(form.build(told, Lang.EN, item)), f"{moment} {form.key}"


def _unanswered(file: dict[str, Any]) -> dict[str, Any]:
    """Return the file without anything that somebody answered, promised, confirmed, signed, graded or finished."""
    file.pop("signoffs", None)
    for each in file["handovers"]:
        each.pop("confirmed", None)
    for each in file["resources"]:
        each.pop("status", None)
    for issue in file.get("issues", {}).values():
        issue.pop("grade")
        issue.pop("level", None)
        for key in ("level", "decision", "change"):
            issue.get("resolution", {}).pop(key, None)
    for key in ("kind", "checklist"):
        file.get("closeout", {}).pop(key, None)
    return file


# Days


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_HAPPENED = re.compile(
    r"(?:\.|^)(actual|actual_start|actual_end|received|closed|on|as_of|measured|raised)$|^document\.date$"
    r"|^document\.history\[\]\.date$|^signatures\[\]\.date$|^approval\.date$|^deliverables\[\]\.date$|^meeting\.date$"
)
"""Fields of a view in which a day is one on which something has happened."""


@each_life
@each_language
def test_nothing_has_happened_that_is_still_to_come(scenario: str, lang: Lang) -> None:
    found = [
        f"{moment}: {name} {path} {text}"
        for moment in life(scenario, lang)
        for name in moment.views
        for path, text in _texts(moment.outputs[name])
        if _HAPPENED.search(path) and "待填写" not in text and "将于" not in text and "to be measured" not in text
        for day in _DAY.findall(text)
        if date.fromisoformat(day) > moment.plan.today and (name, path) not in _PLANNED
    ]
    assert not found, "\n".join(found[:40])


_PLANNED = {("closeout", "benefits[].measured"), ("goals", "meeting.date")}
"""Days that lie ahead and are shown as such: a goal that is measured after the close, a meeting that is planned."""


@each_life
@each_language
def test_no_day_lies_before_the_project_or_beyond_what_the_file_knows(scenario: str, lang: Lang) -> None:
    for moment in life(scenario, lang):
        known = sorted({*map(date.fromisoformat, _DAY.findall(moment.text)), moment.plan.today})
        first = min(moment.plan.project.about.start, known[0])
        # A week ends, and a decision is due, some days after the last day of the file.
        last = known[-1] + timedelta(days=14)
        for name, view in moment.outputs.items():
            for path, text in _texts(view):
                for day in _DAY.findall(text):
                    assert first <= date.fromisoformat(day) <= last, f"{moment}: {name} {path} {text}"


def _texts(data: Any) -> Iterator[tuple[str, str]]:
    """Yield every value of an output as text, with its path without numbers of rows."""
    for path, value in leaves(data):
        parts = ("[]" if isinstance(key, int) else f".{key}" for key in path)
        yield "".join(parts).lstrip("."), str(value if value is not None else "").replace("\u2011", "-")


# Weeks


@each_life
def test_the_report_of_a_past_week_is_refused_and_says_of_itself_when_it_is_reconstructed(scenario: str) -> None:
    weekly = find("weekly")
    assert weekly is not None
    for before, moment in list(zip(life(scenario, Lang.EN), life(scenario, Lang.EN)[1:], strict=False)):
        past = week_of(before.plan.today)
        if past == week_of(moment.plan.today):
            continue
        week = workweek(past)
        assert week is not None
        if not is_over(moment.plan, week):
            (item,) = weekly.items(moment.plan, Choice(past))
            assert weekly.build(moment.plan, Lang.EN, item).week.as_of == week.sunday.isoformat()
            assert not item.reconstructed
            continue
        with pytest.raises(UsageError):
            weekly.items(moment.plan, Choice(past))
        (item,) = weekly.items(moment.plan, Choice(past, reconstruct=True))
        told = weekly.build(moment.plan, Lang.EN, item)
        assert told.week.reconstructed and told.form.title.endswith("(reconstructed from today's data)")


@each_life
@each_language
def test_a_risk_is_seen_to_rise_to_fall_to_happen_and_to_be_closed(scenario: str, lang: Lang) -> None:
    said = {moment.step.name: moment.views["weekly"].risks for moment in life(scenario, lang)}
    first, second = list(life(scenario, lang)[0].plan.project.risks)[:2]
    change = {name: {row.id: str(row.change) for row in rows} for name, rows in said.items()}
    assert change["in trouble"][first].startswith(Text("↑ 上升", "↑ Up").to(lang))
    assert change["undecided"][second] == Text("已发生", "Has happened").to(lang)
    assert change["on the day of a milestone"][first].startswith(Text("↓ 下降", "↓ Down").to(lang))
    assert change["overspent"][first] == Text("本周关闭", "Closed this week").to(lang)


# Columns


def test_no_column_is_empty_in_every_form_of_every_life() -> None:
    seen: dict[str, set[str]] = {}
    for scenario in SCENARIOS:
        for lang in Lang:
            for moment in life(scenario, lang):
                for name in moment.views:
                    for path, text in _texts(moment.outputs[name]):
                        seen.setdefault(f"{name}: {path}", set()).add(text)
    empty = {path for path, texts in seen.items() if texts <= set(NONE)}
    assert empty == NEVER_FILLED


NEVER_FILLED = {
    # No life has more open risks than the sheet shows.
    "charter: risks_shown",
    # Every scenario begins with risks, so that no empty register asks for them.
    "weekly: nothing.risks",
    # The sponsor stands above the departments.
    "charter: approval.department",
    # Nobody signs it, so it is neither a draft nor in force.
    "daily: document.status",
    # No text of theirs is too long for its row.
    "tasks: long_texts_title",
    # All departments together have no head.
    "tasks: total.head",
    # A request for help has neither a date nor a cause; it is laid out like what is done.
    "weekly: departments[].help[].mark",
    "weekly: departments[].help[].note",
    # Only a report that was not written in its week says so.
    "weekly: week.reconstructed",
}


# What check says


def _reopen(file: dict[str, Any]) -> None:
    task = file["tasks"]["T01"]
    task |= {"status": "doing", "progress": 60, "note": "One more round of review"}
    del task["actual_end"]


def _forget_a_goal(file: dict[str, Any]) -> None:
    del next(goal for goal in file["goals"].values() if "actual" in goal)["actual"]


MISSING: dict[str, Callable[[dict[str, Any]], object]] = {
    "closing-with-open-tasks": _reopen,
    "goal-without-actual": _forget_a_goal,
    "deliverable-not-accepted": lambda file: file["acceptances"].pop(),
    "closing-with-open-risks-or-issues": lambda file: next(iter(file["risks"].values())).pop("status"),
    "lessons-missing": lambda file: file.pop("lessons"),
    "closing-unsigned": lambda file: file["signoffs"].pop("closeout"),
    "handover-items-open": lambda file: file["handover_items"][0].pop("received"),
    "closeout-incomplete": lambda file: file["closeout"].pop("conclusion"),
}
"""What may be missing when a project closes, by the rule that tells."""


@each_life
@each_language
def test_check_says_what_is_wrong_on_each_day_and_nothing_else(scenario: str, lang: Lang) -> None:
    for moment in life(scenario, lang):
        told = {each["rule"] for each in moment.findings if each["severity"] != "info"}
        by_facts = {rule for rule, holds in _BY_FACTS.items() if holds(moment.plan)}
        assert told & set(_BY_FACTS) == by_facts, str(moment)
        assert moment.step.told <= told <= moment.step.told | by_facts | _BY_THE_WAY, str(moment)


_BY_THE_WAY = {"overdue-without-reason", "milestone-passed-without-actual", "kickoff-signoff-incomplete"}
"""What is told between two steps in some scenarios and not in others, as their days fall."""


def _ended_late(plan: Plan) -> bool:
    if plan.project.about.stage is not Stage.CLOSING:
        return False
    closeout = plan.project.closeout or Closeout()
    finished = [task.actual_end for task in plan.project.tasks.values() if task.actual_end]
    ended = closeout.actual_end or max(finished)
    late = plan.calendar.between(plan.project.about.end, ended)
    return late > 5 and not closeout.schedule_reason


def _has_overdue_response(plan: Plan) -> bool:
    risks = plan.project.risks.values()
    late = [risk for risk in risks if risk.status is RiskStatus.OPEN and risk.due and risk.due < plan.today]
    return plan.project.about.stage is Stage.EXECUTING and any((r.likelihood or 0) * (r.impact or 0) >= 5 for r in late)


def _has_rejected(plan: Plan) -> bool:
    last = {note.task or note.deliverable: note.verdict for note in plan.project.acceptances}
    return plan.project.about.stage is Stage.EXECUTING and Verdict.REJECTED in last.values()


_BY_FACTS: dict[str, Callable[[Plan], bool]] = {
    "variance-unexplained": _ended_late,
    "risk-response-overdue": _has_overdue_response,
    "deliverable-rejected": _has_rejected,
}
"""What is told on the days on which it is so, and on no other, whatever the step says."""


@each_life
@pytest.mark.parametrize("rule", sorted(MISSING))
def test_check_misses_at_closing_whatever_is_not_there(scenario: str, rule: str) -> None:
    closed = life(scenario, Lang.EN)[-1]
    file = yaml.safe_load(closed.text)
    MISSING[rule](file)
    told = api.check(api.loads(yaml.safe_dump(file)), today=closed.plan.today)
    assert {each.rule.name for each in told if each.rule.severity is not Severity.INFO} == {rule}
