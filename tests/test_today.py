"""What is told about the day before, the day itself and the day after: a comparison that is off by one fails here."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import collabkit
from collabkit.lang import Lang, listing
from collabkit.reporters import text
from collabkit.reporters.report import Checked
from collabkit.reporters.status.report import Stated, facts
from collabkit.reporters.status.table import report as printed
from collabkit.terminal.output_style import OutputStyle
from tests.sections import overlay

TODAY = date(2026, 3, 20)
DAYS = [date(2026, 3, 19), TODAY, date(2026, 3, 23)]
"""A Thursday, today, and the Monday after: the working days around today."""
TASK = "tasks:\n  T1: {{name: Mend, department: Development, owner: Han Mei, {}}}\n"


def rules(fragment: str, name: str, **asked: Any) -> bool:
    """Return whether this rule finds something today."""
    return bool(collabkit.check(collabkit.loads(overlay(fragment)), today=TODAY, select=name, **asked))


def rows(fragment: str, table: str, today: date = TODAY) -> list[dict[str, Any]]:
    """Return the rows of a table of the status, by the keys of its columns."""
    status = collabkit.status(collabkit.loads(overlay(fragment)), today=today, by="task" if table == "tasks" else None)
    found = next(each for each in status.tables if each.key == table)
    return [dict(zip((column.key for column in found.columns), row, strict=True)) for row in found.rows]


def overview(fragment: str, today: date = TODAY) -> collabkit.Overview:
    return collabkit.status(collabkit.loads(overlay(fragment)), today=today).overview


# Tasks


@pytest.mark.parametrize(
    ("end", "overdue", "soon", "light", "hardly_begun"),
    list(
        zip(
            DAYS,
            [True, False, False],
            [False, True, True],
            ["red", "green", "green"],
            ["red", "amber", "amber"],
            strict=True,
        )
    ),
)
def test_a_task_is_overdue_from_the_day_after_its_end(
    end: date, overdue: bool, soon: bool, light: str, hardly_begun: str
) -> None:
    task = TASK.format(f"start: 2026-03-10, end: {end}, status: doing, progress: 70")
    assert bool(rows(task, "overdue")) is overdue
    assert bool(rows(task, "due_soon")) is soon
    assert rows(task, "tasks")[0]["light"] == light
    assert rows(task.replace("70", "69"), "tasks")[0]["light"] == hardly_begun


@pytest.mark.parametrize(("end", "soon"), [(date(2026, 3, 24), True), (date(2026, 3, 25), False)])
def test_a_task_is_due_soon_from_the_third_working_day_before_its_end_that_day_included(end: date, soon: bool) -> None:
    task = TASK.format(f"start: 2026-03-10, end: {end}, status: doing, progress: 0")
    assert bool(rows(task, "due_soon")) is soon
    assert rows(task, "tasks")[0]["light"] == ("amber" if soon else "green")


@pytest.mark.parametrize(("start", "late"), list(zip(DAYS, [True, False, False], strict=True)))
def test_a_task_that_has_not_begun_is_late_from_the_day_after_its_start(start: date, late: bool) -> None:
    task = TASK.format(f"start: {start}, end: 2026-03-31")
    assert rows(task, "tasks")[0]["light"] == ("amber" if late else "green")
    assert any("was to start on" in reason.text.en for reason in overview(task).reasons) is late


@pytest.mark.parametrize(("start", "light"), list(zip(DAYS[1:], ["amber", "green"], strict=True)))
def test_a_task_that_starts_today_has_begun_and_one_that_starts_tomorrow_has_not(start: date, light: str) -> None:
    task = TASK.format(f"start: {start}, end: 2026-03-24")
    assert rows(task, "tasks")[0]["light"] == light
    assert not any("was to start on" in reason.text.en for reason in overview(task).reasons)


@pytest.mark.parametrize(
    ("start", "end", "outside"),
    [
        ("2026-03-02", "2026-03-31", False),
        ("2026-02-27", "2026-03-31", True),
        ("2026-03-02", "2026-04-01", True),
    ],
)
def test_a_task_may_begin_and_end_with_the_project(start: str, end: str, outside: bool) -> None:
    assert rules(TASK.format(f"start: {start}, end: {end}"), "task-outside-project") is outside


@pytest.mark.parametrize(("day", "future"), list(zip(DAYS, [False, False, True], strict=True)))
def test_what_happened_today_is_not_in_the_future(day: date, future: bool) -> None:
    task = TASK.format(f"start: 2026-03-10, end: 2026-03-31, status: doing, progress: 5, actual_start: {day}")
    assert rules(task, "actual-date-in-future") is future


# Meetings and signatures


@pytest.mark.parametrize(("day", "held"), list(zip(DAYS, [True, True, False], strict=True)))
def test_a_kickoff_held_today_wants_its_signatures_today(day: date, held: bool) -> None:
    kickoff = f"meetings:\n  - {{kind: kickoff, date: {day}, chair: Wang Fang, attendees: [Han Mei]}}\n"
    assert rules(kickoff, "kickoff-signoff-incomplete", stage="executing") is held


@pytest.mark.parametrize(("today", "begun"), [(date(2026, 3, 22), False), (date(2026, 3, 23), True)])
def test_the_report_of_a_week_can_be_written_from_its_monday_on(tmp_path: Path, today: date, begun: bool) -> None:
    asked = {"today": today, "out": tmp_path, "forms": "weekly", "week": "2026-W13"}
    try:
        written = collabkit.render(collabkit.loads(overlay("language: en\n")), **asked)
    except collabkit.UsageError as error:
        written = ()
        assert "2026-W13 begins on 2026-03-23, today is 2026-03-22" in str(error)
    assert bool(written) is begun


# Resources, issues, milestones, the project


@pytest.mark.parametrize(("day", "light"), list(zip(DAYS, ["red", "red", "amber"], strict=True)))
def test_a_resource_is_missing_from_the_day_it_is_needed(day: date, light: str) -> None:
    need = f"resources:\n  - {{need: Servers, department: Development, status: open, from: {day}}}\n"
    assert overview(need).dimensions["resources"] == light


@pytest.mark.parametrize(("due", "late"), list(zip(DAYS, [True, False, False], strict=True)))
def test_an_issue_is_late_from_the_day_after_it_is_due(due: date, late: bool) -> None:
    issue = f"issues:\n  I1: {{title: Dispute, grade: general, owner: Li Lei, due: {due}, raised: 2026-03-02}}\n"
    assert rules(issue, "issue-overdue", stage="executing") is late
    assert any("I1" in reason.text.en for reason in overview(issue).reasons) is late


@pytest.mark.parametrize(("day", "still_open"), list(zip(DAYS, [False, False, True], strict=True)))
def test_a_milestone_reached_today_is_reached(day: date, still_open: bool) -> None:
    milestone = f"milestones:\n  M1: {{name: Release, date: 2026-03-10, actual: {day}}}\n"
    assert any("milestone M1" in reason.text.en for reason in overview(milestone).reasons) is still_open


def test_the_last_day_is_the_last_day_that_is_left() -> None:
    left = [
        overview("language: en\n", day).days_left for day in (date(2026, 3, 30), date(2026, 3, 31), date(2026, 4, 1))
    ]
    assert left == [2, 1, 0]


@pytest.mark.parametrize(
    ("day", "chinese", "english"),
    [
        (date(2026, 3, 31), "剩余 1 个", "1 left"),
        (date(2026, 4, 2), "已超过计划结束日 2 个工作日", "2 working days past the planned end"),
    ],
)
def test_past_the_end_it_is_told_how_far(day: date, chinese: str, english: str) -> None:
    state = overview("language: en\n", day)
    assert facts(state, Lang.ZH)[1].endswith(f"，{chinese}")
    assert facts(state, Lang.EN)[1].endswith(f", {english}")


# How many more


@pytest.mark.parametrize(("number", "more"), [(8, None), (9, 1)])
def test_a_list_is_cut_only_when_something_is_left_over(number: int, more: int | None) -> None:
    assert listing(map(str, range(number))).en.endswith(" … 1 more" if more else ", 7")
    assert ("等 9 项" in listing(map(str, range(number))).zh) is bool(more)


@pytest.mark.parametrize(("most", "more"), [(0, None), (5, None), (4, "... and 1 more; use --max-findings 0 for all")])
def test_findings_beyond_the_most_are_counted_and_never_as_none(most: int, more: str | None) -> None:
    people = "".join(f"  P{number}: {{department: Nowhere{number}}}\n" for number in range(5))
    loaded = collabkit.loads(overlay("people:\n" + people))
    found = collabkit.check(loaded, today=TODAY, select="department-undeclared")
    assert len(found) == 5
    lines = list(text.report([Checked(loaded.source, tuple(found))], OutputStyle(most=most)))
    assert next((line for line in lines if "more; use" in line), None) == more
    assert sum(line.startswith("error[") for line in lines) == (most or 5)


@pytest.mark.parametrize(("number", "more"), [(8, False), (9, True)])
def test_reasons_beyond_the_most_are_counted_and_never_as_none(number: int, more: bool) -> None:
    others = len(overview("risks: {}\n").reasons)
    risks = "".join(f"  R{key}: {{title: Risk {key}, likelihood: 5, impact: 5}}\n" for key in range(number - others))
    status = collabkit.status(collabkit.loads(overlay("risks:\n" + risks)), today=TODAY)
    assert len(status.overview.reasons) == number
    shown = printed([Stated("project.yaml", status)], OutputStyle())
    assert ("... and 1 more in the tables" in shown) is more
    assert "and 0 more" not in shown


@pytest.mark.parametrize(("size", "left_out"), [(8, None), (9, "3 more (all in --format json)")])
def test_a_circle_of_eight_is_shown_whole_and_one_of_nine_is_cut(size: int, left_out: str | None) -> None:
    tasks = "".join(f"  T{key}: {{name: Task {key}, after: [T{(key + 1) % size}]}}\n" for key in range(size))
    loaded = collabkit.loads(overlay("tasks:\n" + tasks))
    (found,) = collabkit.check(loaded, today=TODAY, select="dependency-cycle")
    lines = list(text.block(found, loaded.source, OutputStyle()))
    assert any(" more (all in" in line for line in lines) is bool(left_out)
    assert left_out is None or any(left_out in line for line in lines)
    assert sum(line.lstrip(" |").startswith(("^", "-")) for line in lines if "|" in line) == (
        size if not left_out else 6
    )
