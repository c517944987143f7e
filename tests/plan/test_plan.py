"""What follows from a project on a given day."""

from datetime import date

import pytest

from collabkit.lang import Text
from collabkit.model.words import Light
from collabkit.plan.reasons import milestone_reason, reasons
from tests.projects import plan_of

TASKS = """\
tasks:
  T1: {{name: First, department: Development, owner: Han Mei, start: 2026-03-02, end: 2026-03-06{t1}}}
  T2: {{name: Second, department: Marketing, owner: Zhao Min, start: 2026-03-09, end: 2026-03-20{t2}}}
"""


def tasks(t1: str = "", t2: str = "") -> str:
    return TASKS.format(t1=t1, t2=t2)


def test_progress_is_weighted_by_duration_when_a_task_has_no_effort():
    plan = plan_of(tasks(", status: done", ", status: doing, progress: 40, effort: 3"))
    # 5 working days finished and 10 of which 40 per cent are done.
    assert plan.progress == pytest.approx((5 * 100 + 10 * 40) / 15)


def test_progress_is_weighted_by_effort_when_every_task_has_one():
    plan = plan_of(tasks(", status: done, effort: 30", ", status: doing, progress: 50, effort: 10"))
    assert plan.progress == pytest.approx((30 * 100 + 10 * 50) / 40)


def test_cancelled_tasks_do_not_count_for_progress():
    assert plan_of(tasks(", status: cancelled", ", progress: 30, status: doing")).progress == pytest.approx(30)
    assert plan_of("tasks: {}\nhandovers: []\n").progress is None


def test_an_overdue_task_makes_its_department_and_the_project_red():
    plan = plan_of(tasks(", status: doing", ", status: doing, progress: 90"), date(2026, 3, 17))
    assert plan.task_light("T1") is Light.RED
    assert plan.days_late(plan.project.tasks["T1"]) == 7
    assert plan.department_light("Development") is Light.RED
    assert plan.department_light("Marketing") is Light.GREEN
    assert plan.dimensions["schedule"] is Light.RED
    assert plan.light is Light.RED


def test_a_task_held_up_by_an_open_key_issue_is_red_until_the_issue_is_resolved():
    issue = "issues:\n  I1: {{title: Dispute, grade: key, tasks: [T2], status: {status}}}\n"
    states = tasks(", status: done", ", status: doing, progress: 90")
    assert plan_of(states + issue.format(status="open")).task_light("T2") is Light.RED
    assert plan_of(states + issue.format(status="resolved")).task_light("T2") is Light.GREEN


def test_a_request_for_help_turns_a_department_amber_but_none_does_not():
    weeks = "weeks:\n  2026-W12:\n    departments:\n      Marketing: {{help: [{text}]}}\n"
    states = tasks(", status: done", ", status: doing, progress: 90")
    asked = plan_of(states + weeks.format(text="Two designers"))
    assert asked.department_light("Marketing", "2026-W12") is Light.AMBER
    assert asked.department_light("Marketing", "2026-W13") is Light.GREEN
    assert plan_of(states + weeks.format(text="None.")).department_light("Marketing", "2026-W12") is Light.GREEN


def test_names_override_ids_everywhere():
    people = "people:\n  wf: {name: Wang Fang}\ndepartments:\n  mkt: {name: Marketing}\n"
    plan = plan_of(people)
    assert (plan.person("wf"), plan.department("mkt")) == ("Wang Fang", "Marketing")
    assert plan.party("wf") == "Wang Fang"
    assert plan.person("nobody") == "nobody"
    assert plan.person(None) is None


def test_a_milestone_reached_late_colours_the_schedule_only_until_it_is_reached():
    milestone = "milestones:\n  M1: {{name: Release, date: 2026-03-18{actual}}}\n"
    states = tasks(", status: done", ", status: doing, progress: 90")
    assert plan_of(states + milestone.format(actual="")).dimensions["schedule"] is Light.AMBER
    assert plan_of(states + milestone.format(actual=", actual: 2026-03-20")).dimensions["schedule"] is Light.GREEN


MILESTONES = """\
milestones:
  M1: {name: One, date: 2026-03-06%s}
  M2: {name: Two, date: 2026-04-03%s}
  M3: {name: Three, date: 2026-05-01}
  M4: {name: Undated}
"""


def milestones(fragment: str, m1: str = "", m2: str = "") -> dict[str, Light | None]:
    return dict(plan_of(MILESTONES % (m1, m2) + fragment, date(2026, 3, 18)).milestone_lights)


def test_a_milestone_without_forecast_is_as_red_as_those_before_it():
    assert milestones("") == {"M1": Light.RED, "M2": Light.RED, "M3": Light.RED, "M4": None}


def test_a_milestone_reached_late_is_the_past():
    assert milestones("", ", actual: 2026-03-10") == {
        "M1": Light.AMBER, "M2": Light.GREEN, "M3": Light.GREEN, "M4": None,
    }  # fmt: skip


def test_a_milestone_without_forecast_is_as_red_as_its_own_unfinished_tasks():
    work = "tasks:\n  T1: {name: x, department: Development, end: 2026-03-16, milestone: M2, status: %s}\n"
    reached = ", actual: 2026-03-06"
    assert milestones(work % "doing", reached)["M2"] is Light.RED
    assert milestones(work % "done", reached)["M2"] is Light.GREEN
    assert milestones(work % "cancelled", reached)["M2"] is Light.GREEN


def test_a_persons_forecast_stands():
    work = "tasks:\n  T1: {name: x, department: Development, end: 2026-03-16, milestone: M2, status: doing}\n"
    found = milestones(work, ", actual: 2026-03-06", ", forecast: 2026-04-08")
    # Three working days late, as forecast; the next one waits for it.
    assert (found["M2"], found["M3"]) == (Light.AMBER, Light.AMBER)


def test_a_forecast_that_promises_the_planned_day_does_not_hide_a_late_task_of_the_milestone():
    work = "tasks:\n  T1: {name: x, department: Development, end: 2026-03-16, milestone: M2, status: doing}\n"
    assert milestones(work, ", actual: 2026-03-06", ", forecast: 2026-04-03")["M2"] is Light.RED


def test_a_forecast_that_has_passed_is_no_forecast():
    passed = plan_of("milestones:\n  M1: {name: One, date: 2026-04-03, forecast: 2026-03-03}\n", date(2026, 3, 18))
    assert passed.milestone_lights["M1"] is Light.AMBER
    told = Text("预计日期 2026-03-03 已过", "its forecast 2026-03-03 has passed")
    assert milestone_reason(passed, "M1") == told
    assert f"milestone M1 One: {told.en}" in [reason.text.en for reason in reasons(passed)]


def test_a_milestone_whose_forecast_has_passed_is_late_by_today_and_no_greener_than_its_task():
    work = "tasks:\n  T1: {name: x, department: Development, end: 2026-03-06, milestone: M1, status: doing}\n"
    late = (
        "milestones:\n  M1: {name: One, date: 2026-03-16, forecast: 2026-03-16}\n  M2: {name: Two, date: 2026-05-01}\n"
    )
    plan = plan_of(late + work, date(2026, 3, 18))
    assert plan.milestone_lights == {"M1": Light.RED, "M2": Light.RED}
    assert milestone_reason(plan, "M1") == Text(
        "晚 2 个工作日；任务 T1 x 逾期 8 个工作日", "2 working days late; task T1 x is 8 working days overdue"
    )


def test_a_reason_about_a_milestone_has_the_light_that_the_milestone_has():
    work = "tasks:\n  T1: {name: x, department: Development, end: 2026-03-06, milestone: M1, status: doing}\n"
    plan = plan_of("milestones:\n  M1: {name: One, date: 2026-03-16}\n" + work, date(2026, 3, 18))
    told = {reason.text.en: reason.light for reason in reasons(plan)}
    assert told["milestone M1 One is 2 working days late"] is plan.milestone_lights["M1"] is Light.RED


def test_a_task_finished_late_no_longer_colours_the_project():
    plan = plan_of(tasks(", status: done, actual_end: 2026-03-10"), date(2026, 3, 12))
    assert plan.task_light("T1") is Light.AMBER
    assert plan.department_light("Development") is Light.GREEN
    assert plan.dimensions["schedule"] is Light.AMBER  # T2 was to start on the 9th


def test_tasks_of_no_known_department_belong_to_nobody():
    plan = plan_of("""\
tasks:
  T1: {name: First, department: Development, start: 2026-03-02, end: 2026-03-27}
  T2: {name: Second, start: 2026-03-02, end: 2026-03-06}
  T3: {name: Third, department: Lagal, start: 2026-03-02, end: 2026-03-27}
""")
    assert list(plan.tasks_of(None)) == ["T2", "T3"]
    assert plan.responsible == ("Development", "Marketing", None)
    assert plan.department_light(None) is Light.RED
    assert plan_of().responsible == ("Development", "Marketing")


RESOURCE = "resources:\n  - {need: Servers, department: Development, from: %s%s}\n"


@pytest.mark.parametrize(
    ("status", "start", "light"),
    [
        ("", "2026-03-21", None),
        ("", "2026-03-20", Light.AMBER),
        (", status: committed", "2026-03-20", None),
        (", status: partial", "2026-03-21", Light.AMBER),
        (", status: open", "2026-03-21", Light.AMBER),
        (", status: open", "2026-03-20", Light.RED),
        (", status: open, gap_plan: x", "2026-03-20", Light.AMBER),
    ],
)
def test_a_resource_that_nobody_has_promised_is_a_gap_from_the_day_on_which_it_is_needed(
    status: str, start: str, light: Light | None
):
    plan = plan_of(RESOURCE % (start, status), date(2026, 3, 20))
    assert len(plan.gaps) == (light is not None)
    assert plan.dimensions["resources"] is (light or Light.GREEN)
    assert [reason.light for reason in reasons(plan) if reason.dimension == "resources"] == [light] * len(plan.gaps)


def test_a_task_that_was_due_on_friday_is_not_a_day_late_on_saturday():
    plan = plan_of(tasks(", status: doing", ", status: done"), date(2026, 3, 7))
    assert plan.is_overdue(plan.project.tasks["T1"])
    assert plan.days_late(plan.project.tasks["T1"]) == 0
    told = [reason.text for reason in reasons(plan) if reason.dimension == "schedule"]
    assert told == [Text("任务 T1 First 到期未完成", "task T1 First is due and not done")]
