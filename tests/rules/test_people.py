"""Who answers for what."""

from __future__ import annotations

import pytest

from collabkit.finding import Finding
from collabkit.rules.groups import is_group
from tests.projects import plan_of
from tests.rules.found import found, names

T2 = """\
  T2: {name: Publish the release, department: Marketing, owner: Zhao Min, start: 2026-03-25, end: 2026-03-31,
    deliverable: Store page, standard: Approved by the app store}
"""


def tasks(line: str = "department: Development, owner: Han Mei", more: str = "") -> str:
    return f"""\
tasks:
  T1: {{name: Mend the crashes, {line}, start: 2026-03-16, end: 2026-03-24,
    covers: [S1], deliverable: Release candidate, standard: All 120 tests pass{more}}}
{T2}"""


def only(fragment: str) -> Finding:
    (finding,) = found(fragment)
    return finding


@pytest.mark.parametrize("owner", ["", '""', "~", "null", '" "'])
def test_an_empty_owner_is_no_owner(owner: str) -> None:
    assert names(found(tasks(f"department: Development, owner: {owner}"))) == ["task-without-owner"]


def test_a_cancelled_task_needs_no_owner() -> None:
    fragment = tasks() + "  T3: {name: Given up, status: cancelled}\n"
    assert found(fragment) == []


def test_a_task_without_owner_names_the_people_of_its_department_the_head_first() -> None:
    finding = only(tasks("department: Development"))
    assert finding.help.zh == "补上「owner: Li Lei」，或另选：Han Mei"
    assert finding.problem.path.steps == ("tasks", "T1", "owner")


def test_a_task_without_department_and_owner_names_all_departments() -> None:
    findings = found(tasks("phase: Build"))
    assert names(findings) == ["task-without-owner", "task-without-department"]
    assert findings[1].help.en == "add 'department: …', one of Development, Marketing"


GROUPS = [
    "全体", "全体成员", "相关人员", "各部门", "所有人", "大家", "研发团队", "法务部", "项目组",
    "Marketing", "marketing",
    "everyone", "All departments", "the team", "QA team", "Legal department", "all", "Stakeholders",
]  # fmt: skip
NAMES = ["李雷", "王芳-市场", "Han Mei", "Allison", "Teamo Chen", "全智贤", "欧阳娜娜", "Everett", "Stafford", "方部长"]


@pytest.mark.parametrize("word", GROUPS)
def test_a_department_or_word_for_many_is_a_group(word: str) -> None:
    assert is_group(plan_of(), word)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_no_group(name: str) -> None:
    assert not is_group(plan_of(), name)


@pytest.mark.parametrize("owner", GROUPS)
def test_a_group_as_owner_is_told_once(owner: str) -> None:
    assert names(found(tasks(f"department: Development, owner: {owner}"))) == ["owner-is-a-group"]


def test_a_department_as_owner_names_its_people() -> None:
    finding = only(tasks("department: Development, owner: Marketing"))
    assert finding.help.en == "name exactly one person: Zhao Min, Wang Fang"


def test_a_group_that_is_listed_among_the_people_stays_a_group() -> None:
    people = """\
people:
  Li Lei: {department: Development}
  全体: {department: Development}
  Zhao Min: {department: Marketing}
  Wang Fang: {department: Marketing}
  Chen Ming: {title: Vice president}
"""
    assert names(found(people + tasks("department: Development, owner: 全体"))) == ["owner-is-a-group"]


def test_a_group_outside_owner_is_an_unknown_person() -> None:
    assert names(found(tasks(more=", team: [everyone]"))) == ["unknown-person"]


def test_somebody_above_the_departments_may_own_any_task() -> None:
    assert found(tasks("department: Development, owner: Chen Ming")) == []


def test_an_owner_of_another_department_is_told_with_both_ways_out() -> None:
    finding = only(tasks("department: Development, owner: Wang Fang"))
    assert finding.rule.name == "owner-outside-department"
    assert finding.help.en == "name one of Li Lei, Han Mei, or give the task to Marketing"
    assert finding.problem.places[0].path.steps == ("people", "Wang Fang", "department")


def test_an_undeclared_department_of_a_task_is_its_only_mistake() -> None:
    assert names(found(tasks("department: Legal, owner: Han Mei"))) == ["department-undeclared"]


def test_a_department_that_only_supports_is_told_where() -> None:
    fragment = tasks("department: Marketing, owner: Zhao Min, support: {Development: Test devices}")
    finding = only(fragment)
    assert finding.rule.name == "department-without-task"
    assert finding.help.en.startswith("it only supports T1; give it a task of its own")


def test_a_single_department_with_a_partner_that_is_not_declared_is_one_mistake() -> None:
    assert "single-department-project" not in names(found("departments:\n  Development: {head: Li Lei}\n"))


def test_a_head_in_doubt_is_not_missing() -> None:
    fragment = "departments:\n  Development: {head: [Li Lei]}\n  Marketing: {head: Zhao Min}\n"
    assert names(found(fragment)) == ["wrong-type"]


def test_an_acceptor_on_the_team_accepts_their_own_work() -> None:
    finding = only(tasks(more=", team: [Li Lei], acceptor: Li Lei"))
    assert finding.rule.name == "acceptor-is-producer"
    assert finding.problem.places[0].path.steps == ("tasks", "T1", "team", 0)


@pytest.mark.parametrize("acceptor", ["Marketing", "Zhao Min", "Development"])
def test_anybody_else_may_accept(acceptor: str) -> None:
    assert found(tasks(more=f", acceptor: {acceptor}")) == []


def test_one_unknown_name_as_sponsor_and_manager_is_one_mistake() -> None:
    fragment = """\
project:
  name: App 2.0
  stage: executing
  sponsor: Wang Wu
  manager: Wang Wu
  start: 2026-03-02
  end: 2026-03-31
  background: Users leave the app after its first crash; the next release must be stable.
"""
    assert names(found(fragment)) == ["unknown-person"]
