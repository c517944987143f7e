"""What is said of dates and dependencies."""

from __future__ import annotations

from datetime import date

import pytest

from collabkit.finding import Finding, Severity
from tests.rules.found import found, found_in, marked, names
from tests.sections import source

D, M = "Development", "Marketing"
OWNERS = {D: "Han Mei", M: "Zhao Min"}


def task(key: str, department: str = D, **fields: str | int) -> str:
    """Return a task of the minimal project's dates, some of its fields changed; an empty one is left out."""
    usual: dict[str, str | int] = {
        "name": f"Work {key}",
        "department": department,
        "owner": OWNERS[department],
        "start": "2026-03-23",
        "end": "2026-03-27",
        "covers": "[S1]",
        "deliverable": "Release candidate",
        "standard": "All 120 tests pass",
    }
    lines = [f"    {name}: {value}" for name, value in (usual | fields).items() if value != ""]
    return "\n".join([f"  {key}:", *lines, ""])


def tasks(*entries: str) -> str:
    """Return a section `tasks` with a task of the other department, so that no department idles; no hand-overs."""
    return "handovers: []\ntasks:\n" + "".join(entries) + task("Z", M)


def only(fragment: str, rule: str, *, today: date = date(2026, 3, 20)) -> Finding:
    """Return the one finding of the fragment, which must be of `rule`."""
    (finding,) = found(fragment, today=today)
    assert finding.rule.name == rule, finding.problem.message.en
    return finding


# Dates

ABSENT = """\
people:
  Li Lei: {department: Development, absences: [{from: 2026-03-24, to: 2026-03-16}]}
  Han Mei: {department: Development}
  Zhao Min: {department: Marketing}
  Wang Fang: {department: Marketing}
  Chen Ming: {}
"""


@pytest.mark.parametrize(
    ("fragment", "path"),
    [
        (tasks(task("A", start="2026-03-30", end="2026-03-27")), ("tasks", "A", "end")),
        (
            tasks(task("A", status="done", actual_start="2026-03-19", actual_end="2026-03-18")),
            ("tasks", "A", "actual_end"),
        ),
        ("resources: [{need: Phones, from: 2026-03-24, to: 2026-03-16}]\n", ("resources", 0, "to")),
        (ABSENT, ("people", "Li Lei", "absences", 0, "to")),
    ],
)
def test_an_end_before_its_start_is_told_once(fragment: str, path: tuple[str | int, ...]) -> None:
    assert only(fragment, "end-before-start").problem.path.steps == path


def test_a_reversed_project_is_told_once_and_not_at_every_task() -> None:
    text = source("").text.replace("end: 2026-03-31\n  background", "end: 2026-02-27\n  background")
    assert names(found_in(type(source("")).from_text(text))) == ["end-before-start"]


@pytest.mark.parametrize(
    ("dates", "zh", "path"),
    [
        ({"start": ""}, "任务 A「Work A」没有计划开始日", ("tasks", "A", "start")),
        ({"end": ""}, "任务 A「Work A」没有计划完成日", ("tasks", "A", "end")),
        ({"start": "", "end": ""}, "任务 A「Work A」没有计划开始日和计划完成日", ("tasks", "A", "start")),
    ],
)
def test_missing_dates_of_a_task_are_told_once(dates: dict[str, str], zh: str, path: tuple[str, ...]) -> None:
    finding = only(tasks(task("A", **dates)), "task-dates-missing")
    assert finding.problem.message.zh == zh
    assert finding.problem.path.steps == path


def test_a_date_that_cannot_be_read_is_not_missing() -> None:
    assert names(found(tasks(task("A", start="2026-02-30")))) == ["date-invalid"]
    assert names(found(tasks(task("A", start="2026-02-30", end="")))) == ["task-dates-missing", "date-invalid"]


def test_a_missing_date_is_proposed_from_the_predecessor() -> None:
    finding = only(tasks(task("A", end="2026-03-25"), task("B", start="", after="[A+1]")), "task-dates-missing")
    assert finding.help.en == "add 'start: 2026-03-27', the earliest day its predecessors allow, or a later one"


def test_a_cancelled_task_needs_no_dates_and_breaks_none() -> None:
    assert found(tasks(task("A", start="", end="", status="cancelled"), task("B"))) == []
    assert found(tasks(task("A", end="2026-06-30", status="cancelled"), task("B"))) == []


def test_an_open_task_cannot_wait_for_a_cancelled_one() -> None:
    dropped = task("A", status="cancelled")
    finding = only(tasks(dropped, task("B", after="[A]")), "dependency-on-cancelled")
    assert finding.problem.path.steps == ("tasks", "B", "after", 0)
    assert found(tasks(dropped, task("B", after="[A]", status="cancelled"), task("C"))) == []


REACHED = (
    "milestones:\n  M1: {name: Release, date: 2026-03-31}\n  M2: {name: Candidate, date: 2026-03-31, actual: %s}\n"
)


@pytest.mark.parametrize(
    ("fields", "rules"),
    [
        ({"status": "doing"}, ["milestone-reached-with-open-work"]),
        ({"start": "2026-03-09", "end": "2026-03-13"}, ["milestone-reached-with-open-work"]),
        ({"start": "2026-03-09"}, ["milestone-reached-with-open-work"]),
        ({"status": "dnoe"}, ["wrong-type"]),
        ({"status": "cancelled"}, []),
        ({"status": "done", "actual_end": "2026-03-19", "actual_start": "2026-03-16"}, []),
    ],
)
def test_a_milestone_is_not_reached_while_its_work_is_open(fields: dict[str, str], rules: list[str]) -> None:
    work = tasks(task("A", milestone="M2", **fields), task("B"))
    assert names(found(REACHED % "2026-03-19" + work)) == rules
    assert "milestone-reached-with-open-work" not in names(found(REACHED % "2026-03-27" + work))


@pytest.mark.parametrize(
    ("milestone", "other", "rules"),
    [
        ("date: 2026-03-27", "cancelled", ["milestone-without-work"]),
        ("date: 2026-03-27", "todo", []),
        ("date: 2026-03-18", "cancelled", ["milestone-passed-without-actual"]),
        ("date: 2026-03-18, forecast: 2026-03-27", "cancelled", ["milestone-without-work"]),
        ("date: 2026-03-27, actual: 2026-03-19", "cancelled", []),
    ],
)
def test_a_milestone_needs_work_that_leads_to_it(milestone: str, other: str, rules: list[str]) -> None:
    head = f"milestones:\n  M2: {{name: Candidate, {milestone}}}\n"
    work = tasks(task("A", milestone="M2", status="cancelled"), task("B", milestone="M2", status=other), task("C"))
    assert names(found(head + work)) == rules


@pytest.mark.parametrize(
    ("dates", "key"),
    [
        ({"end": "2026-04-03"}, "end"),
        ({"start": "2026-02-27"}, "start"),
        ({"start": "2026-04-01", "end": "2026-04-03"}, "end"),
        ({"start": "2026-02-25", "end": "2026-02-27"}, "start"),
        ({"start": "", "end": "2026-02-27"}, "end"),
    ],
)
def test_a_task_outside_the_project_is_told_once_at_its_outermost_day(dates: dict[str, str], key: str) -> None:
    findings = found(tasks(task("A", note="late", **dates)))
    (finding,) = [each for each in findings if each.rule.name == "task-outside-project"]
    assert finding.problem.path.steps == ("tasks", "A", key)


def test_a_date_outside_the_project_is_not_told_again_where_it_leads() -> None:
    fragment = tasks(task("A", end="2026-06-27", milestone="M1"), task("B", after="[A]"))
    assert names(found(fragment)) == ["task-outside-project"]


def test_a_project_that_ends_before_most_of_its_tasks_is_told_once() -> None:
    text = source(tasks(*(task(key) for key in "ABCD"))).text
    short = text.replace("end: 2026-03-31\n  background", "end: 2026-03-25\n  background")
    findings = [each for each in found_in(type(source("")).from_text(short)) if each.rule.code == "CK503"]
    (finding,) = findings
    assert finding.problem.path.steps == ("project", "end")
    assert finding.problem.message.en == (
        "the project ends 2026-03-25, but 5 tasks lie beyond that, as far as 2026-03-27"
    )


# Working days


def calendar(**settings: str) -> str:
    return "calendar: {" + ", ".join(f"{key}: {value}" for key, value in settings.items()) + "}\n"


@pytest.mark.parametrize(
    ("setting", "dates", "reason", "help_"),
    [
        ({}, {"start": "2026-03-21"}, "Saturday", "move it to 2026-03-20 or 2026-03-23"),
        ({}, {"end": "2026-03-29"}, "Sunday", "move it to 2026-03-27 or 2026-03-30"),
        ({"days_off": "[2026-03-25]"}, {"end": "2026-03-25"}, "the company's day off", "move it to 2026-03-24 or"),
        ({"country": "US", "extra_workdays": "[]"}, {"start": "2026-03-22"}, "Sunday", "move it to 2026-03-20 or"),
    ],
)
def test_a_planned_day_that_is_not_worked_is_told_with_its_neighbours(
    setting: dict[str, str], dates: dict[str, str], reason: str, help_: str
) -> None:
    finding = only(calendar(**setting) + tasks(task("A", **dates)), "non-working-day")
    assert finding.problem.message.en.endswith(f"not a working day: {reason}")
    assert finding.help.en.startswith(help_)


SPRING = """\
project:
  name: App 2.0
  stage: executing
  sponsor: Chen Ming
  manager: Wang Fang
  start: 2026-04-01
  end: 2026-05-29
  background: Users leave the app after its first crash; the next release must be stable.
milestones:
  M1: {name: Release, date: 2026-05-29}
calendar: {country: CN}
handovers: []
tasks:
"""


@pytest.mark.parametrize(
    ("start", "zh"),
    [
        ("2026-05-01", "任务 A 的计划开始 2026-05-01 不是工作日：劳动节"),
        ("2026-05-05", "任务 A 的计划开始 2026-05-05 不是工作日：休息日（由 2026-05-09 调休）"),
        ("2026-05-09", None),  # a Saturday that is worked in place of 5 May
    ],
)
def test_statutory_holidays_are_named_and_make_up_days_count_as_worked(start: str, zh: str | None) -> None:
    fragment = SPRING + task("A", start=start, end="2026-05-15") + task("Z", M, start="2026-05-11", end="2026-05-15")
    assert [finding.problem.message.zh for finding in found(fragment)] == ([zh] if zh else [])


def test_dates_given_from_outside_may_lie_on_any_day() -> None:
    assert found(tasks(task("A", start="2026-03-21", end="2026-03-22", fixed="true"))) == []


def test_a_calendar_that_cannot_be_read_judges_no_date() -> None:
    fragment = "calendar: {workdays: [mon, tues]}\n" + tasks(task("A", start="2026-03-21"))
    assert names(found(fragment)) == ["wrong-type"]


def test_a_milestone_before_its_work_names_the_last_of_it() -> None:
    fragment = tasks(task("A", milestone="M1"), task("B", milestone="M1", end="2026-03-30"), task("C", milestone="M1"))
    finding = only("milestones: {M1: {name: Release, date: 2026-03-26}}\n" + fragment, "milestone-before-work")
    assert finding.problem.message.en == "milestone M1 is on 2026-03-26, before task B ends on 2026-03-30"
    assert len(finding.places) == 3


def test_years_without_published_make_up_days_are_told_once() -> None:
    text = SPRING.replace("end: 2026-05-29", "end: 2035-12-28", 1)
    finding = only(
        text + task("A", start="2026-04-08", end="2026-04-10") + task("Z", M, start="2026-04-08", end="2026-04-10"),
        "make-up-days-unpublished",
    )
    assert finding.rule.severity.value == "info"
    assert "2035" in finding.problem.message.zh


# Dependencies


@pytest.mark.parametrize(
    ("after", "dates", "english"),
    [
        ("[A]", {"start": "2026-03-27"}, "starts 2026-03-27, but A (FS) ends 2026-03-27: earliest 2026-03-30"),
        ("[A]", {"start": "2026-03-30", "end": "2026-03-31"}, None),
        ("[A+2]", {"start": "2026-03-27"}, "starts 2026-03-27, but A (FS+2) ends 2026-03-27: earliest 2026-04-01"),
        ("[A-1]", {"start": "2026-03-27"}, None),
        ("[A SS+1]", {"start": "2026-03-23"}, "starts 2026-03-23, but A (SS+1) starts 2026-03-23: earliest 2026-03-24"),
        ("[A FF]", {"end": "2026-03-26"}, "ends 2026-03-26, but A (FF) ends 2026-03-27: earliest 2026-03-27"),
        ("[A SF]", {"end": "2026-03-24"}, None),
    ],
)  # fmt: skip
def test_a_task_earlier_than_its_predecessor_allows_is_told_with_the_earliest_day(
    after: str, dates: dict[str, str], english: str | None
) -> None:
    fragment = tasks(task("A"), task("B", after=after, **dates))
    messages = [finding.problem.message.en for finding in found(fragment)]
    assert messages == ([f"task B {english}"] if english else [])


def test_a_task_that_is_too_early_for_several_is_told_once_by_the_last_of_them() -> None:
    fragment = tasks(task("A"), task("B", end="2026-03-30"), task("C", after="[A, B]", start="2026-03-26"))
    finding = only(fragment, "dependency-violated")
    assert finding.problem.message.en.endswith("B (FS) ends 2026-03-30: earliest 2026-03-31")
    assert finding.help.en == (
        "plan it from 2026-03-31 to 2026-04-01, which keeps its 2 working days, or bring B forward"
    )
    text = source(fragment)
    assert marked(text, finding) == "2026-03-26"
    assert [text.line(place.line).strip() for place in finding.places] == ["end: 2026-03-30", "after: [A, B]"]


def test_a_loop_is_told_whole_and_nothing_else_of_it() -> None:
    fragment = tasks(task("A", after="[C]"), task("B", after="[A]"), task("C", after="[B, X9]"))
    findings = found(fragment)
    assert names(findings) == ["dependency-cycle", "dependency-unknown"]
    loop = findings[0]
    assert loop.problem.message.en == "tasks wait for each other: A → C → B → A"
    assert loop.problem.message.zh == "任务循环依赖：A → C → B → A"
    assert loop.problem.label is not None
    assert [loop.problem.label.en, *(place.label.en for place in loop.problem.places)] == [
        "1. A waits for C",
        "2. C waits for B",
        "3. B waits for A, which closes the circle",
    ]


def test_a_long_loop_is_abbreviated_in_the_message_and_whole_in_the_places() -> None:
    fragment = tasks(*(task(f"T{n}", after=f"[T{(n + 1) % 40} SS]") for n in range(40)))
    finding = only(fragment, "dependency-cycle")
    assert finding.problem.message.en == "tasks wait for each other: T0 → T1 → T2 → T3 → … 35 more … → T39 → T0"
    assert finding.problem.message.zh == "任务循环依赖：T0 → T1 → T2 → T3 → …（另 35 项）… → T39 → T0"
    assert len(finding.places) == 39


def test_two_loops_are_two_findings() -> None:
    fragment = tasks(
        task("A", after="[B]"),
        task("B", after="[A]"),
        task("C", after="[D]"),
        task("D", after="[C]", start="2026-03-24"),
    )
    assert names(found(fragment)) == ["dependency-cycle", "dependency-cycle"]


def test_a_task_that_waits_for_itself_is_no_loop() -> None:
    assert names(found(tasks(task("A", after="[A, A SS]")))) == ["dependency-on-self", "dependency-on-self"]


MISSING = "T2 (Marketing) waits for T1 (Development) without a hand-over"
SWAPPED = "the hand-over is written T2 → T1, but T2 waits for T1"


@pytest.mark.parametrize(
    ("handovers", "message"),
    [
        ("[]", MISSING),
        ("[{from: T1, to: T2}]", "the hand-over T1 → T2 is not confirmed by Development, Marketing"),
        ("[{from: T1, to: T2, confirmed: [Marketing]}]", "the hand-over T1 → T2 is not confirmed by Development"),
        ("[{from: T2, to: T1, confirmed: [Marketing, Development]}]", SWAPPED),
        ("[{from: T1, to: T2, confirmed: [Marketing]}, {from: T1, to: T2, confirmed: [Development]}]", None),
    ],
)  # fmt: skip
def test_a_dependency_across_departments_is_confirmed_by_both(handovers: str, message: str | None) -> None:
    findings = found(f"handovers: {handovers}\n")
    assert [finding.problem.message.en for finding in findings] == ([message] if message else [])


def test_a_mistyped_hand_over_is_not_missing_as_well() -> None:
    mistyped = "handovers: [{from: T1, to: T2, confirmed: [Marketing, Developmnet]}]\n"
    assert names(found(mistyped)) == ["department-undeclared"]
    mistyped = "handovers: [{from: T1, to: T9, confirmed: [Marketing, Development]}]\n"
    assert names(found(mistyped)) == ["unknown-reference"]


def test_the_hand_over_that_is_missing_is_written_out() -> None:
    finding = only("handovers: []\n", "handover-unconfirmed")
    assert finding.help.en.startswith("add {from: T1, to: T2, item: …, confirmed: [Development, Marketing]}")


# What has happened


@pytest.mark.parametrize(
    ("fields", "path", "english"),
    [
        ({"status": "done", "progress": 6, "actual_end": "2026-03-20"}, "progress", "is done, but its progress is 6 %"),
        ({"status": "done"}, "actual_end", "is done, but has no 'actual_end'"),
        ({"status": "done", "progress": 0}, "progress", "is done, but its progress is 0 %"),
        ({"status": "doing", "progress": 100}, "status", "is at 100 %, but its status is doing"),
        ({"status": "todo", "progress": 100}, "status", "is at 100 %, but its status is todo"),
        ({"status": "doing", "actual_end": "2026-03-20"}, "status", "ended on 2026-03-20, but its status is doing"),
        ({"progress": 40}, "status", "is at 40 %, but its status is todo"),
        ({"actual_start": "2026-03-19", "progress": 40}, "status", "began on 2026-03-19, but its status is todo"),
        ({"status": "done", "progress": 100, "actual_end": "2026-03-20"}, None, None),
        ({"status": "done", "actual_end": "2026-03-20"}, None, None),
        ({"status": "doing", "progress": 0, "actual_start": "2026-03-20"}, None, None),
        ({"status": "todo", "progress": 0}, None, None),
        ({"status": "cancelled", "progress": 40, "actual_start": "2026-03-19"}, None, None),
    ],
)  # fmt: skip
def test_a_status_that_progress_or_dates_deny_is_told_once(
    fields: dict[str, str | int], path: str | None, english: str | None
) -> None:
    findings = found(tasks(task("A", start="2026-03-16", note="early", **fields), task("B")))
    assert [finding.problem.message.en for finding in findings] == ([f"task A {english}"] if english else [])
    assert [finding.problem.path.steps for finding in findings] == ([("tasks", "A", path)] if path else [])


def test_a_status_that_cannot_be_read_contradicts_nothing() -> None:
    assert names(found(tasks(task("A", status="don", progress=100, actual_end="2026-03-20")))) == ["wrong-type"]


@pytest.mark.parametrize(
    ("fields", "english"),
    [
        ({"end": "2026-03-19"}, "is 1 working day late"),
        ({"end": "2026-03-13"}, "is 5 working days late"),
        ({"end": "2026-03-20"}, None),
        ({"end": "2026-03-13", "note": "40 of 120 tests run"}, "is 5 working days late"),
        ({"end": "2026-03-13", "status": "done", "actual_end": "2026-03-13"}, None),
        ({"end": "2026-03-13", "status": "cancelled"}, None),
    ],
)
def test_a_late_task_needs_a_reason(fields: dict[str, str], english: str | None) -> None:
    findings = found(tasks(task("A", start="2026-03-13", **fields), task("B")))
    assert names(findings) == ["overdue-without-reason"] * (english is not None)
    assert all(english and english in finding.problem.message.en for finding in findings)


def test_a_late_task_with_a_reason_is_told_for_information() -> None:
    late = only(
        tasks(task("A", start="2026-03-13", end="2026-03-13", delay_reason="The test phones came late"), task("B")),
        "task-overdue",
    )
    assert late.severity is Severity.INFO
    assert late.problem.message.en == "task A (Work A) was due 2026-03-13 and is 5 working days late"
    assert late.problem.places[0].label.zh == "原因：The test phones came late"


def test_a_task_that_was_due_on_friday_is_not_done_on_saturday_and_not_a_day_late() -> None:
    late = only(
        tasks(task("A", start="2026-03-09", end="2026-03-20"), task("B")),
        "overdue-without-reason",
        today=date(2026, 3, 21),
    )
    assert late.problem.message.en.endswith("was due 2026-03-20, is not done, and gives no reason")


@pytest.mark.parametrize(
    ("fragment", "path"),
    [
        (tasks(task("A", status="doing", actual_start="2026-03-21")), ("tasks", "A", "actual_start")),
        (tasks(task("A", status="done", actual_end="2026-03-27")), ("tasks", "A", "actual_end")),
        ("milestones: {M1: {name: Release, date: 2026-03-31, actual: 2026-03-21}}\n", ("milestones", "M1", "actual")),
        (
            "issues: {I1: {title: Late phones, grade: general, status: closed, closed: 2026-03-21}}\n",
            ("issues", "I1", "closed"),
        ),
        ("closeout: {actual_end: 2026-03-31}\n", ("closeout", "actual_end")),
    ],
)
def test_what_has_happened_lies_not_in_the_future(fragment: str, path: tuple[str, ...]) -> None:
    assert only(fragment, "actual-date-in-future").problem.path.steps == path
    assert "actual-date-in-future" not in names(found(fragment, today=date(2026, 3, 31)))


@pytest.mark.parametrize(("reason", "told"), [("80% done", True), ("80% done; the phones came late", False)])
def test_how_far_a_task_has_come_is_no_reason_for_its_delay(reason: str, told: bool) -> None:
    late = [
        each
        for each in found(
            f'tasks:\n  T1:\n    status: doing\n    progress: 80\n    end: 2026-03-19\n    delay_reason: "{reason}"\n'
        )
        if each.rule.name == "overdue-without-reason"
    ]
    assert [str(each.problem.label.en) for each in late if each.problem.label] == [
        "how far it has come, and no reason"
    ] * told


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, True),
        ({"title": "Release later"}, False),
        ({"title": "M11 later"}, False),
        ({"current": "before the fair"}, False),
        ({"current": "2026-03-27"}, False),
        ({"proposed": "2026-04-08 or 2026-04-15"}, False),
        ({"decision": "rejected"}, False),
        ({"decided": "2026-03-23"}, False),
        ({"title": "T2 later", "proposed": "to 2026/4/8"}, True),
    ],
)
def test_an_approved_change_is_followed_by_the_plan(change: dict[str, str], told: bool) -> None:
    usual = {"title": "M1 later", "current": "2026-03-31", "proposed": "2026-04-08", "decision": "approved"}
    fields = usual | {"decided": "2026-03-18"} | change
    fragment = "changes:\n  C1:\n" + "".join(f"    {key}: {value}\n" for key, value in fields.items())
    assert names(found(fragment)).count("change-not-in-plan") == told
