"""What is missing before a project can be closed: a to-do list with one line for each kind of thing."""

from __future__ import annotations

from datetime import date

import pytest

from collabkit.finding import Finding
from collabkit.lang import Lang
from collabkit.model import Stage
from collabkit.rules.example import CLOSING_DAY, PROJECT
from collabkit.rules.overlay import source
from collabkit.source.source import Source
from tests.rules.found import found_in, names


def closing(fragment: str = "", *, today: date = CLOSING_DAY) -> list[Finding]:
    """Return the findings of the minimal project as it closes, with a fragment laid over it."""
    return found_in(source(fragment, Lang.EN, Stage.CLOSING), today=today)


def told(fragment: str, *, today: date = CLOSING_DAY) -> list[str]:
    return [finding.problem.message.en for finding in closing(fragment, today=today)]


def test_a_project_under_way_is_told_what_is_missing_for_closing_a_line_for_each_kind() -> None:
    findings = found_in(Source.from_text(PROJECT), stage=Stage.CLOSING, today=CLOSING_DAY)
    assert sorted({finding.rule.name for finding in findings}) == [
        "closeout-incomplete",
        "closing-unsigned",
        "closing-with-open-risks-or-issues",
        "closing-with-open-tasks",
        "goal-without-actual",
        "lessons-missing",
        "milestone-passed-without-actual",
        "stage-behind-calendar",
    ]
    assert [finding.problem.message.en for finding in findings if finding.rule.code in ("CK601", "CK602")] == [
        "goal G1 (App 2.0 runs without crashes) has no actual value",
        "2 sub-goals should be measured by now and have no actual value: SG1, SG2",
        "2 tasks are not finished: T1, T2",
    ]


def test_a_signed_project_that_left_work_measures_acceptances_lessons_and_a_risk_behind_is_not_silent() -> None:
    fragment = """\
goals: {G1: {statement: App 2.0 runs, metric: crashes, baseline: 8, target: ≤ 2, due: 2026-03-31, owner: Li Lei}}
tasks:
  T2:
    status: doing
    progress: 60
    actual_end:
risks:
  R1:
    status: open
lessons: []
acceptances: []
"""
    assert names(closing(fragment)) == [
        "goal-without-actual",
        "deliverable-not-accepted",
        "closing-with-open-tasks",
        "closing-with-open-risks-or-issues",
        "lessons-missing",
    ]


# Tasks


@pytest.mark.parametrize(
    ("task", "rules"),
    [
        ("status: todo\n    progress:\n    actual_start:\n    actual_end:", ["closing-with-open-tasks"]),
        ("status: doing\n    progress: 60\n    actual_end:", ["closing-with-open-tasks"]),
        ("status: doing\n    progress: 100", ["status-contradicts-progress"]),
        ("status: done\n    progress: 100", []),
    ],
)
def test_an_overdue_task_is_told_once_at_closing(task: str, rules: list[str]) -> None:
    assert names(closing(f"tasks:\n  T2:\n    {task}\n")) == rules


@pytest.mark.parametrize("item", ["T2 goes live in April", "Publish the release in all stores", "the rest of T2, T3"])
def test_a_task_that_is_handed_over_does_not_hold_the_closing_up(item: str) -> None:
    left = f'{{item: "{item}", receiver: Marketing, owner: Zhao Min, due: 2026-04-30, received: 2026-04-02}}'
    task = "tasks:\n  T2:\n    status: doing\n    progress: 60\n    actual_end:\n"
    assert names(closing(f"{task}handover_items:\n  - {left}\n")) == []
    assert names(closing(f"{task}handover_items:\n  - {left.replace('T2', 'T20').replace('Publish', 'P')}\n")) == [
        "closing-with-open-tasks"
    ]


# Goals


@pytest.mark.parametrize(
    ("due", "owner", "rules"),
    [
        ("2026-03-31", "Li Lei", ["goal-without-actual"]),
        ("2026-04-02", "Li Lei", ["goal-without-actual"]),
        ("2026-06-30", "Li Lei", []),
        ("2026-06-30", "", ["goal-due-after-project-end"]),
        ("", "Li Lei", ["goal-without-deadline"]),
    ],
)
def test_a_goal_whose_day_has_come_is_measured_a_later_one_has_an_owner(due: str, owner: str, rules: list[str]) -> None:
    assert names(closing(f"goals:\n  G1:\n    due: {due}\n    owner: {owner}\n    actual:\n")) == rules


def test_a_goal_measured_after_an_early_closing_has_an_owner() -> None:
    early = "project:\n  end: 2026-04-30\ngoals:\n  G1:\n    due: 2026-04-20\n    actual:\n    owner: {}\n"
    assert told(early.format("Li Lei")) == []
    (finding,) = closing(early.format(""))
    assert finding.problem.message.en == "goal G1 is measured after closing (2026-04-20) and has no owner"
    assert finding.help.en == "name who measures it after closing, such as 'owner: Li Lei'"


def test_a_goal_without_actual_value_is_reminded_of_its_last_measurement() -> None:
    measured = (
        "goals:\n  G1:\n    actual:\n    current: [{date: 2026-03-20, value: 3.1}, {date: 2026-03-27, value: 1.9}]\n"
    )
    (finding,) = closing(measured)
    assert finding.help.en == "add 'actual' and 'evidence'; the last measurement, on 2026-03-27, was 1.9"


# Deliverables

ACCEPTED = (
    "  - {deliverable: Release candidate, task: T1, verdict: accepted, accepted_by: Zhao Min, accepted: 2026-03-24}\n"
)


@pytest.mark.parametrize(
    ("entry", "english"),
    [
        ("task: T2, verdict: accepted", None),
        ("verdict: accepted", None),  # found by its name
        ("task: T2", "the deliverable 'Store page' has no verdict yet"),
        ("task: T2, verdict: rejected", "the deliverable 'Store page' was rejected"),
        (
            "task: T2, verdict: conditional",
            "the deliverable 'Store page' was accepted on conditions that are not written down",
        ),
        (
            "task: T2, verdict: conditional, conditions: [{text: Add prices, due: 2026-04-30}]",
            "the deliverable 'Store page' has an open point (1) without owner",
        ),
        (
            "task: T2, verdict: conditional, conditions: [{text: Add prices, owner: Zhao Min}]",
            "the deliverable 'Store page' has an open point (1) without due date",
        ),
        ("task: T2, verdict: conditional, conditions: [{text: Add prices, owner: Zhao Min, due: 2026-04-30}]", None),
    ],
)
def test_what_was_delivered_is_accepted_with_every_condition_in_somebodys_hands(
    entry: str, english: str | None
) -> None:
    findings = told(f"acceptances:\n{ACCEPTED}  - {{deliverable: Store page, {entry}}}\n")
    assert findings == ([english] if english else [])


def test_the_last_acceptance_of_a_deliverable_counts() -> None:
    rejected = "  - {deliverable: Store page, task: T2, verdict: rejected, accepted: 2026-03-28}\n"
    accepted = "  - {deliverable: Store page, task: T2, verdict: accepted, accepted: 2026-03-31}\n"
    assert told(f"acceptances:\n{ACCEPTED}{rejected}{accepted}") == []
    assert names(closing(f"acceptances:\n{ACCEPTED}{accepted}{rejected}")) == ["deliverable-not-accepted"]


def test_deliverables_nobody_accepted_are_one_line_of_the_list() -> None:
    (finding,) = closing("acceptances: []\n")
    assert finding.problem.message.en == "the deliverables of 2 tasks are not accepted: T1, T2"
    assert finding.problem.message.zh == "2 项任务的交付物还没有验收：T1、T2"
    assert [place.message.en for place in finding.problem.places if place.message] == [
        "the deliverable of task T2 (Store page) is not accepted"
    ]


def test_a_mistyped_task_of_an_acceptance_is_not_missed_as_well() -> None:
    entry = "  - {deliverable: Page, task: T22, verdict: accepted, accepted_by: Li Lei, accepted: 2026-03-31}\n"
    assert names(closing(f"acceptances:\n{ACCEPTED}{entry}")) == ["unknown-reference"]


def test_an_open_task_has_nothing_to_accept_yet() -> None:
    fragment = "tasks:\n  T2:\n    status: doing\n    progress: 60\n    actual_end:\nacceptances:\n" + ACCEPTED
    assert names(closing(fragment)) == ["closing-with-open-tasks"]


# Risks, issues, what is left

ISSUE = "issues:\n  I7: {{title: The phones are late, grade: general, owner: Wang Fang, due: 2026-03-24, status: {}}}\n"


@pytest.mark.parametrize(("status", "open_"), [("open", True), ("doing", True), ("resolved", False), ("closed", False)])
def test_an_issue_is_settled_or_handed_over_and_its_passed_date_is_not_told_as_well(status: str, open_: bool) -> None:
    fragment = ISSUE.format(status)
    assert names(closing(fragment)) == ["closing-with-open-risks-or-issues"] * open_
    item = "  - {item: I7 goes on, receiver: Marketing, owner: Zhao Min, due: 2026-04-30, received: 2026-04-02}\n"
    assert names(closing(f"{fragment}handover_items:\n{item}")) == []


def test_a_red_risk_that_is_open_at_closing_is_told_once() -> None:
    red = "risks:\n  R1:\n    status: open\n    impact: 5\n    likelihood: 5\n    due:\n"
    assert told(red) == ["risk R1 (The store rejects the release) is still open"]
    assert told("risks:\n  R1:\n    status: happened\n") == []


@pytest.mark.parametrize(
    ("item", "missing"),
    [
        ("owner: Zhao Min, due: 2026-04-30, received: 2026-04-02", "receiver"),
        ("receiver: Marketing, due: 2026-04-30, received: 2026-04-02", "owner"),
        ("receiver: Marketing, owner: Zhao Min, due: 2026-04-30", "receipt"),
        ("receiver: Marketing", "owner, due date, receipt"),
    ],
)
def test_an_open_item_is_taken_over_by_somebody_who_signed_for_it(item: str, missing: str) -> None:
    assert told(f"handover_items:\n  - {{item: Answers, {item}}}\n") == [f"the open item 'Answers' has no {missing}"]


def test_open_items_that_lack_the_same_are_one_line() -> None:
    items = "".join(f"  - {{item: Point {n}, receiver: Marketing, owner: Zhao Min, due: 2026-04-30}}\n" for n in "123")
    (finding,) = closing(f"handover_items:\n{items}")
    assert finding.problem.message.en == "3 open items have no receipt"
    assert len(finding.places) == 2


def test_nothing_left_open_is_fine() -> None:
    assert told("handover_items: []\n") == []


# The report


def test_the_close_out_report_names_who_has_not_signed_it() -> None:
    (finding,) = closing("signoffs:\n  closeout: []\n")
    assert finding.problem.message.en == (
        "the Close-out and Retrospective Report is not signed by Wang Fang, Li Lei, Zhao Min, Chen Ming"
    )
    assert finding.problem.message.zh.startswith("《项目总结与复盘报告》还没有签字：")


def test_a_signature_without_a_day_is_none() -> None:
    undated = (
        "signoffs:\n  closeout: [{person: Wang Fang}, {person: Li Lei}, {person: Zhao Min}, {person: Chen Ming}]\n"
    )
    assert names(closing(undated)) == ["closing-unsigned"]


def test_what_the_close_out_report_lacks_is_listed() -> None:
    (finding,) = closing("closeout: {}\n")
    assert finding.problem.message.en == (
        "the close-out report lacks type, date, conclusion, retrospective, release checklist, archive list"
    )
    (finding,) = closing("closeout:\n  checklist: [{area: people, done: true}, {area: budget, done: false}]\n")
    assert finding.problem.message.en == "the close-out report lacks 'budget settled'"


def test_a_section_for_closing_that_cannot_be_read_is_not_missed() -> None:
    for section in ("closeout: done\n", "lessons: many\n", "handover_items: none left\n"):
        assert names(closing(section)) == ["wrong-type"]


VARIANCES = """\
goals:
  G1:
    actual: 3
budget: {approved: 1000, lines: [{item: Phones, planned: 1000, spent: 1100}]}
closeout:
  actual_end: 2026-04-10
"""


def unexplained(fragment: str) -> list[str]:
    findings = closing(fragment, today=date(2026, 4, 10))
    return sorted(each.problem.message.en for each in findings if each.rule.name == "variance-unexplained")


def test_a_delay_an_overrun_and_a_missed_goal_are_told_until_a_cause_is_written() -> None:
    assert unexplained(VARIANCES) == [
        "goal G1 was missed (target ≤ 2, actual 3) and nothing says why",
        "the cost exceeds the budget by 10.0 % and nothing says why",
        "the project ended 8 working days late (2026-03-31 → 2026-04-10) and nothing says why",
    ]
    causes = "  schedule_reason: The review took long\n  cost_reason: Two phones more\n"
    explained = VARIANCES.replace("actual: 3\n", "actual: 3\n    variance_reason: Old phones\n") + causes
    assert unexplained(explained) == []


def test_a_small_variance_needs_no_cause() -> None:
    small = VARIANCES.replace("1100", "1050").replace("2026-04-10", "2026-04-07").replace("actual: 3", "actual: 2")
    assert unexplained(small) == []


@pytest.mark.parametrize(("ended", "told"), [("2026-03-30", True), ("2026-03-31", False), ("2026-04-02", False)])
def test_the_end_of_the_report_is_not_before_the_last_of_the_work(ended: str, told: bool) -> None:
    found = [each for each in closing(f"closeout:\n  actual_end: {ended}\n") if each.rule.name == "days-out-of-order"]
    assert [each.message.en for each in found] == [
        f"closeout: the actual end ({ended}) before the last work ended (2026-03-31)"
    ] * told
