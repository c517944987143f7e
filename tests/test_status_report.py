"""Where the project stands: the numbers of the overview and the rows of the tables."""

from datetime import date

import pytest

from collabkit.lang import Lang, Text
from collabkit.model.words import Light
from collabkit.plan import NO_DEPARTMENT
from collabkit.plan.escalation import HEADS
from collabkit.reporters.status.markdown import report as markdown
from collabkit.reporters.status.report import Stated
from collabkit.status_report import Status, Table, status
from collabkit.terminal.output_style import OutputStyle
from tests.projects import plan_of

TROUBLE = """\
project:
  name: App 2.0
  stage: executing
  sponsor: Chen Ming
  manager: Wang Fang
  start: 2026-03-02
  end: 2026-04-03
tasks:
  T1: {name: Mend, department: Development, owner: Han Mei, start: 2026-03-02, end: 2026-03-11, status: doing,
       progress: 50, delay_reason: waiting for logs}
  T2: {name: Publish, department: Marketing, owner: Zhao Min, start: 2026-03-12, end: 2026-03-26, status: doing,
       progress: 20}
  T3: {name: Report, department: Marketing, owner: Zhao Min, start: 2026-03-30, end: 2026-04-03}
  T4: {name: Dropped, department: Marketing, owner: Zhao Min, start: 2026-03-02, end: 2026-03-03, status: cancelled}
milestones:
  M1: {name: Release, date: 2026-03-17}
risks:
  R1: {title: Low, likelihood: 1, impact: 2}
  R2: {title: Middle, likelihood: 2, impact: 4}
  R3: {title: High, likelihood: 5, impact: 4, owner: Li Lei}
  R4: {title: Over, likelihood: 5, impact: 5, status: closed}
issues:
  I1: {title: Small, grade: general, due: 2026-03-10}
  I2: {title: Dispute, grade: key, departments: [Marketing]}
  I3: {title: Raised, grade: key, level: executive}
  I4: {title: Settled, grade: key, status: closed}
budget:
  approved: 100
  lines: [{item: a, planned: 60}, {item: b, planned: 40, forecast: 52}]
resources:
  - {need: Servers, department: Development, status: open, from: 2026-03-16}
  - {need: Testers, department: Development, status: committed}
acceptances:
  - {deliverable: Manual, verdict: conditional}
"""


@pytest.fixture
def trouble() -> Status:
    return status(plan_of(TROUBLE))


def table(state: Status, key: str) -> Table:
    return next(found for found in state.tables if found.key == key)


def test_the_overview_counts_working_days_and_takes_the_worst_light(trouble: Status):
    overview = trouble.overview
    assert (overview.days, overview.days_left) == (25, 11)
    assert overview.light is Light.RED
    assert dict(overview.dimensions) == {
        "schedule": Light.RED,
        "cost": Light.RED,
        "quality": Light.AMBER,
        "resources": Light.RED,
        "risk": Light.RED,
    }
    # 8 + 11 + 5 working days of the three tasks that count.
    assert overview.progress == pytest.approx((8 * 50 + 11 * 20) / 24)


def test_every_light_that_is_not_green_has_its_reason_the_reds_first(trouble: Status):
    told = [(reason.dimension, reason.light, reason.text.to(Lang.EN)) for reason in trouble.overview.reasons]
    assert told == [
        ("schedule", Light.RED, "task T1 Mend is 7 working days overdue"),
        ("cost", Light.RED, "forecast CNY\u00a0112 exceeds the approved budget by CNY\u00a012"),
        ("resources", Light.RED, "'Servers' for Development is not fully committed"),
        ("risk", Light.RED, "risk R3 High (score 20)"),
        ("risk", Light.RED, "key issue I2 Dispute"),
        ("risk", Light.RED, "key issue I3 Raised"),
        ("schedule", Light.AMBER, "milestone M1 Release is 3 working days late"),
        ("quality", Light.AMBER, "deliverable 'Manual' was accepted with conditions"),
        ("risk", Light.AMBER, "risk R2 Middle (score 8)"),
        ("risk", Light.AMBER, "overdue issue I1 Small"),
    ]


def test_departments_count_their_tasks_without_the_cancelled_ones(trouble: Status):
    rows = {row[0]: row[2:-1] for row in table(trouble, "departments").rows}
    assert rows["Development"] == (1, 0, 1, 1, 50.0, Light.RED)
    assert rows["Marketing"] == (2, 0, 1, 0, pytest.approx(11 * 20 / 16), Light.RED)


def test_the_light_of_a_department_comes_with_its_reason(trouble: Status):
    why = {row[0]: row[-1] for row in table(trouble, "departments").rows}
    assert why["Development"].en == "task T1 Mend is 7 working days overdue"


def test_overdue_tasks_show_their_working_days_late_and_why(trouble: Status):
    assert table(trouble, "overdue").rows == (
        ("T1", "Mend", "Development", "Han Mei", date(2026, 3, 11), 7, "waiting for logs"),
    )


def test_due_soon_means_today_or_within_three_working_days(trouble: Status):
    assert table(trouble, "due_soon").rows == ()
    for today, left in ((date(2026, 3, 24), 3), (date(2026, 3, 26), 1)):
        rows = table(status(plan_of(TROUBLE, today)), "due_soon").rows
        assert [(row[0], row[5]) for row in rows] == [("T2", left)]
    assert table(status(plan_of(TROUBLE, date(2026, 3, 27))), "due_soon").rows == ()


def test_open_issues_stand_under_who_must_decide_the_highest_first(trouble: Status):
    assert [(row[0], row[2]) for row in table(trouble, "issues").rows] == [
        ("Chen Ming", "I3"),
        (HEADS, "I2"),
        ("Wang Fang", "I1"),
    ]


def test_only_open_red_and_amber_risks_are_shown_the_highest_first(trouble: Status):
    assert [(row[0], row[1], row[3]) for row in table(trouble, "risks").rows] == [
        (Light.RED, "R3", 20),
        (Light.AMBER, "R2", 8),
    ]


def test_who_has_not_signed_what():
    signoffs = "signoffs:\n  charter: [{person: Chen Ming, date: 2026-03-02}]\n"
    rows = table(status(plan_of(TROUBLE + signoffs)), "unsigned").rows
    told = [(form.to(Lang.EN), person, role.to(Lang.EN)) for form, person, role in rows]
    assert told == [
        ("Project Initiation Sheet", "Wang Fang", "Project manager"),
        ("Project Initiation Sheet", "Li Lei", "Head of department"),
        ("Project Initiation Sheet", "Zhao Min", "Head of department"),
        ("Cross-department Task Allocation Table", "Li Lei", "Head of department"),
        ("Cross-department Task Allocation Table", "Zhao Min", "Head of department"),
        ("Goal Alignment Agreement", "Li Lei", "Head of department"),
        ("Goal Alignment Agreement", "Zhao Min", "Head of department"),
        ("Goal Alignment Agreement", "Wang Fang", "Project manager"),
        ("Goal Alignment Agreement", "Chen Ming", "Sponsor"),
    ]


@pytest.mark.parametrize("by", ["department", "owner", "task"])
def test_by_shows_only_that_table(by):
    assert [found.key for found in status(plan_of(TROUBLE), by).tables] == [f"{by}s"]


def test_every_row_has_a_cell_for_every_column(trouble: Status):
    for found in (*trouble.tables, *status(plan_of(TROUBLE), "task").tables):
        assert all(len(row) == len(found.columns) for row in found.rows), found.key


def test_tasks_without_department_or_owner_have_a_row_of_their_own_behind_the_others():
    state = status(
        plan_of("tasks:\n  T1: {name: a, status: doing}\n  T2: {name: b, department: Marketing, owner: Zhao Min}\n")
    )
    departments, owners = table(state, "departments").rows, table(state, "owners").rows
    assert [(row[0], row[2]) for row in departments] == [("Development", 0), ("Marketing", 1), (NO_DEPARTMENT, 1)]
    assert [(row[0], row[2]) for row in owners] == [("Zhao Min", 1), (Text("未指定负责人", "No owner"), 1)]


def test_the_light_that_was_declared_stands_beside_the_computed_one_in_a_message_too():
    week = "weeks:\n  2026-W12: {light: amber}\n"
    look = OutputStyle(Lang.EN, 80, False, True)
    said = markdown([Stated("project.yaml", status(plan_of(TROUBLE + week, date(2026, 3, 20))))], look)
    assert said.splitlines()[2] == "- Overall 🔴 Red (declared in this week's report: 🟡 Amber)"
    agreed = markdown([Stated("project.yaml", status(plan_of(TROUBLE + week.replace("amber", "red"))))], look)
    assert agreed.splitlines()[2] == "- Overall 🔴 Red"
